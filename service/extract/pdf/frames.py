"""Boxes around text that is no table: what is in one is read together (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.extract.pdf.runs import Run
from service.extract.pdf.sheets import Box
from service.extract.pdf.tables import Placed

_STICKS_OUT = 2.0
_LEVEL = 0.5
_GOES_ON = 2.2


@dataclass(frozen=True, slots=True)
class Frame:
    """A box and everything in it, other boxes too."""

    box: Box
    pieces: "tuple[Piece, ...]"

    @property
    def runs(self) -> list[Run]:
        """All text in it that stands in no table."""
        found: list[Run] = []
        for piece in self.pieces:
            if isinstance(piece, Run):
                found.append(piece)
            elif isinstance(piece, Frame):
                found += piece.runs
        return found


Piece = Run | Placed | Frame
"""What a page is made of."""


def framed(pieces: Iterable[Piece], boxes: Iterable[Box]) -> list[Piece]:
    """The same pieces, those inside of a box as one."""
    found = list(pieces)
    for box in sorted(boxes, key=_area):
        inside = [piece for piece in found if _is_in(piece.box, box)]
        if inside:
            own = {id(piece) for piece in inside}
            found = [piece for piece in found if id(piece) not in own]
            found.append(Frame(box, tuple(inside)))
    return found


def downwards(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of one column from top to bottom: tables and frames one by one, text between them."""
    rest = [piece for piece in pieces if isinstance(piece, Run)]
    found: list[Sequence[Piece]] = []
    for row in _rows([piece for piece in pieces if not isinstance(piece, Run)]):
        if any(isinstance(block, Frame) for block in row):
            top, bottom = min(each.box[1] for each in row), max(each.box[3] for each in row)
            above, beside, rest = _cut_at(rest, top, bottom)
            found += [above, *_in_row(row, beside, rest)]
            continue
        for block in row:
            middle = (block.box[1] + block.box[3]) / 2
            above, _, rest = _cut_at(rest, middle, middle)
            found += [above, [block]]
    return [list(part) for part in [*found, rest] if part]


def flows_on(beside: Sequence[Run], below: Sequence[Run]) -> bool:
    """Whether text beside a block goes on right below it."""
    last = max(beside, key=lambda run: run.base, default=None)
    first = min(below, key=lambda run: run.base, default=None)
    if first is None or last is None:
        return False
    return first.base - last.base < _GOES_ON * last.size


def _rows(blocks: Iterable[Piece]) -> list[list[Piece]]:
    """Blocks that stand beside each other, from left to right."""
    rows: list[list[Piece]] = []
    for block in sorted(blocks, key=lambda each: each.box[1]):
        if rows and all(_is_beside(other.box, block.box) for other in rows[-1]):
            rows[-1].append(block)
        else:
            rows.append([block])
    return [sorted(row, key=lambda each: each.box[0]) for row in rows]


def _is_beside(one: Box, other: Box) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > _LEVEL * min(one[3] - one[1], other[3] - other[1])


def _cut_at(
    runs: Iterable[Run], top: float, bottom: float
) -> tuple[list[Run], list[Run], list[Run]]:
    """Text above two heights, between them and below."""
    above: list[Run] = []
    beside: list[Run] = []
    below: list[Run] = []
    for run in runs:
        part = above if run.base < top else beside if run.base < bottom else below
        part.append(run)
    return above, beside, below


def _in_row(
    row: Sequence[Piece], beside: Sequence[Run], below: Sequence[Run]
) -> Iterator[Sequence[Piece]]:
    """Blocks and the text between them from the left; before text that flows around them."""
    if beside and flows_on(beside, below):
        yield from ([block] for block in row)
        yield beside
        return
    edges = [float("-inf"), *(block.box[0] for block in row), float("inf")]
    for at, (left, right) in enumerate(pairwise(edges)):
        if at:
            yield [row[at - 1]]
        yield [run for run in beside if left < (run.left + run.right) / 2 <= right]


def _is_in(box: Box, frame: Box) -> bool:
    return (
        box[0] >= frame[0] - _STICKS_OUT
        and box[2] <= frame[2] + _STICKS_OUT
        and (box[1] + box[3]) / 2 >= frame[1]
        and (box[1] + box[3]) / 2 <= frame[3]
    )


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
