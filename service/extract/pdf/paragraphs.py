"""Lines to paragraphs: which line goes on from the one before it (pure)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from service.extract.marks import begins_anew
from service.extract.pdf.joining import SPACE, TIGHT, joined
from service.extract.pdf.lines import Line
from service.model.document import Locator

_SAME_SIZE = 0.6
_WIDER_PITCH = 1.22
_USUAL_PITCH = 1.6
_SHORT_BY = 4.0
_CENTRED_WITHIN = 4.0
_REACHES_WITHIN = 1.3
_FEWEST_DRAWN = 0.15
_TERMINAL = (".", "!", "?", "다", "음", "함", "임", ":", "”", ")")


@dataclass(frozen=True, slots=True)
class Group:
    """A paragraph in the making."""

    text: str
    size: float
    is_bold: bool
    is_centred: bool
    locator: Locator
    page: int
    top: float


def groups_of(
    lines: Sequence[Line], words: frozenset[str], *, draws_spaces: bool = False
) -> tuple[Group, ...]:
    """Paragraphs in order; `draws_spaces` says that the exporter is known to draw all spaces."""
    if not lines:
        return ()
    pitch = _pitch(lines)
    right = _right_edges(lines)
    gathered: list[list[Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, pitch, right[before.page]):
            gathered[-1].append(line)
        else:
            gathered.append([line])
    are_drawn = draws_spaces or spaces_are_drawn([line for each in gathered for line in each[:-1]])
    return tuple(_group(each, words, right if are_drawn else {}) for each in gathered)


def spaces_are_drawn(wrapped: Sequence[Line]) -> bool:
    """Whether an export draws the space at which a line was wrapped: then its absence tells too."""
    drawn = sum(line.ends_with_space for line in wrapped)
    return drawn > 0 and drawn >= len(wrapped) * _FEWEST_DRAWN


def ended(line: Line, right: float) -> str:
    """A line and how it ends; `right` is where text ends that fills its line."""
    if line.ends_with_space:
        return line.text + SPACE
    is_full = line.right > right - _REACHES_WITHIN * line.size
    return line.text + TIGHT if is_full else line.text


def _group(lines: Sequence[Line], words: frozenset[str], right: Mapping[int, float]) -> Group:
    texts = [ended(line, right.get(line.page, math.inf)) for line in lines]
    first = lines[0]
    same_page = [line for line in lines if line.page == first.page]
    box = (
        min(line.left for line in same_page),
        first.top,
        max(line.right for line in same_page),
        same_page[-1].bottom,
    )
    place = Locator(page=first.page, box=tuple(round(edge, 1) for edge in box))
    is_centred = all(_is_centred(line) for line in lines)
    return Group(
        joined(texts, words), first.size, first.is_bold, is_centred, place, first.page, first.top
    )


def _goes_on(before: Line, line: Line, pitch: float, right: float) -> bool:
    if begins_anew(line.text) or not _same_style(before, line):
        return False
    if before.page != line.page:
        return _is_full(before, right) and not before.text.endswith(_TERMINAL)
    if line.top - before.top > pitch * _WIDER_PITCH * before.size:
        return False
    return _is_full(before, right) or (_is_centred(before) and _is_centred(line))


def _same_style(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) <= _SAME_SIZE and before.is_bold == line.is_bold


def _is_full(line: Line, right: float) -> bool:
    """Whether a line reaches so far that the next word would not have fitted."""
    return line.right > right - _SHORT_BY * line.size


def _is_centred(line: Line) -> bool:
    return abs((line.left + line.right) / 2 - line.page_width / 2) < _CENTRED_WITHIN


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """How far text reaches to the right on each page; a short page counts as the widest."""
    widest = max(line.right for line in lines)
    pages = {line.page for line in lines}
    reached = {p: max(line.right for line in lines if line.page == p) for p in pages}
    return {page: edge if edge > widest * 0.9 else widest for page, edge in reached.items()}


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of lines in sizes of their letters."""
    near = [
        (line.top - before.top) / line.size
        for before, line in pairwise(lines)
        if before.page == line.page and _same_style(before, line) and line.top > before.top
    ]
    close = [each for each in near if each < 2 * _USUAL_PITCH]
    return median(close) if close else _USUAL_PITCH
