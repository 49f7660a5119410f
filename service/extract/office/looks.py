"""How paragraphs look: sizes, weights, numbering, levels; the same for every format."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from service.extract.office.numbering import Counters, Head

USUAL_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one paragraph; `heads` are the numbers of its list, `bullet` its bullet.

    `list_level` counts from 1; `level` is that of a heading, 0 for others.
    """

    size: float = USUAL_SIZE
    is_bold: bool = False
    is_centred: bool = False
    bullet: str = ""
    list_name: str = ""
    list_level: int = 0
    heads: Mapping[int, Head] = field(default_factory=dict)
    level: int = 0

    def mark(self, counters: Counters) -> str:
        """What is printed before the paragraph."""
        if self.bullet:
            return self.bullet
        return counters.mark(self.list_name, self.list_level, self.heads) if self.heads else ""


@dataclass(frozen=True, slots=True)
class Styles:
    """Everything that paragraphs refer to, by their identifiers."""

    chars: Mapping[str, tuple[float, bool]]
    paras: Mapping[str, Look]
    _known: dict[tuple[str, str], Look] = field(default_factory=dict, compare=False, repr=False)

    def look(self, para: str, char: str) -> Look:
        """The look of a paragraph with its first run's letters."""
        known = self._known.get((para, char))
        if known is None:
            size, is_bold = self.chars.get(char, (USUAL_SIZE, False))
            known = replace(self.paras.get(para, Look()), size=size, is_bold=is_bold)
            self._known[para, char] = known
        return known
