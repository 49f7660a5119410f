"""A paragraph in the making, the same for every format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.extract.marks import begins_anew
from service.extract.office.items import Footnote, Item, Para
from service.extract.office.looks import Look

_TERMINAL = (".", "!", "?", "。", ".”", ".’", '."')

_Noted = tuple[int, Footnote]


@dataclass(slots=True)
class Gathered:
    """Its text, the notes in it, and what hangs in it before and behind its letters.

    A picture or table in the midst of a sentence does not part it: it follows the paragraph.
    """

    text: str = ""
    before: list[Item] = field(default_factory=list)
    behind: list[Item] = field(default_factory=list)
    notes: list[_Noted] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Add letters."""
        self.text += text

    def note(self, note: Footnote) -> None:
        """Add a note at this place."""
        self.notes.append((len(self.text), note))

    def hang(self, items: Sequence[Item]) -> None:
        """Add what is no letter."""
        (self.behind if self.text.strip() else self.before).extend(items)

    def items(self, look: Look, mark: str) -> Iterator[Item]:
        """What hangs before, the paragraph, what hangs behind."""
        yield from self.before
        for start, text in _parts(self.text):
            notes = [(at - start, note) for at, note in self.notes if at <= start + len(text)]
            self.notes = self.notes[len(notes) :]
            yield Para(
                text=text,
                size=look.size,
                is_bold=look.is_bold,
                is_centred=look.is_centred,
                mark=mark,
                level=look.level,
                depth=max(look.list_level - 1, 0),
                notes=tuple((max(at, 0), note) for at, note in notes),
            )
            mark = ""
        yield from (Para(f"{note.mark} {note.text}") for _, note in self.notes)
        yield from self.behind


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Stretches of a text, each with its start: a break ends one only where something ends.

    Breaks inside of a paragraph set a long title in two lines as often as they part items.
    """
    if "\n" not in text:
        yield from [(0, text)] if text.strip() else []
        return
    start = end = 0
    for line in text.split("\n"):
        said = text[start:end].strip()
        if said and (not line.strip() or begins_anew(line) or said.endswith(_TERMINAL)):
            yield start, text[start:end]
            start = end
        end += len(line) + 1
    if text[start:].strip():
        yield start, text[start:]
