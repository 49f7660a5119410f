"""Notes at the foot of columns: small print below the text, read after all columns (pure)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from service.extract.marks import begins_note
from service.extract.pdf.lines import Line

_SMALLER = 0.93
_LOWER_PART = 0.4
_AT_BOTTOM = 0.85
_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Foot:
    """What tells the notes of a page: the size of its text and where its last line stands."""

    size: float
    bottom: float


def foot_of(lines: Iterable[Line]) -> Foot:
    """The size is the largest one that a good part of the letters has."""
    letters: Counter[float] = Counter()
    bottom = 0.0
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
        bottom = max(bottom, line.bottom)
    fewest = _SHARE * letters.total()
    return Foot(max((size for size, n in letters.items() if n >= fewest), default=0.0), bottom)


def with_feet(lines: Sequence[Line], foot: Foot) -> list[Line]:
    """Lines of a column, those of its notes told; they come last and in smaller print."""
    if not lines or lines[-1].bottom < _AT_BOTTOM * foot.bottom:
        return list(lines)
    small = list(takewhile(lambda line: _is_small(line, foot), reversed(lines)))[::-1]
    while small and not begins_note(small[0].text):
        small.pop(0)
    text = lines[: len(lines) - len(small)]
    return [*text, *(replace(line, is_foot=True) for line in small)]


def _is_small(line: Line, foot: Foot) -> bool:
    return line.size <= _SMALLER * foot.size and line.top > _LOWER_PART * line.page_height
