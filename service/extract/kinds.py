"""Paragraphs to typed blocks: headings by size and weight, the rest by their marks (pure)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.extract.marks import begins_anew, blocks_of, is_masthead, note_of
from service.model.document import Block, Boilerplate, Heading, Locator
from service.text.languages import main_language

_TITLE = 1.25
_HEADING = 1.05
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Group:
    """A paragraph before anybody knows what it is; `order` is its turn among all that is read.

    `size` is that of its letters in points; `level` is that of a heading where the source says
    that it is one, else 0; `is_foot` says that it stands among the notes at the foot of a column.
    """

    text: str
    size: float
    is_bold: bool
    is_centred: bool
    locator: Locator
    order: int = 0
    level: int = 0
    is_foot: bool = False


def typed(groups: Sequence[Group], default: str) -> Iterator[list[Block]]:
    """The blocks of each paragraph; the first large one is the title."""
    body = _body_size(groups)
    has_title = False
    for group in groups:
        if is_masthead(group.text):
            yield [Boilerplate(group.text, "running-header", default, group.locator)]
            continue
        if group.is_foot and (note := note_of(group.text, group.locator, default)):
            yield [note]
            continue
        level = _level(group, body, has_title=has_title)
        has_title = has_title or level == 1
        if level:
            language = main_language(group.text, default)
            yield [Heading(group.text, level, language, group.locator)]
            continue
        yield list(blocks_of(group.text, group.locator, default))


def _level(group: Group, body: float, *, has_title: bool) -> int:
    if group.level:
        return group.level
    if len(group.text) > _LONGEST_HEADING * 2 or begins_anew(group.text):
        return 0
    if not has_title and group.size >= body * _TITLE:
        return 1
    is_short = len(group.text) <= _LONGEST_HEADING and not group.text.endswith((".", "다."))
    return 2 if group.is_bold and group.size >= body * _HEADING and is_short else 0


def _body_size(groups: Sequence[Group]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for group in groups:
        letters[group.size] += len(group.text)
    return letters.most_common(1)[0][0] if letters else 0.0
