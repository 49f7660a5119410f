"""The order in which a page is read: columns one after the other, full width between them (pure).

A gutter is believed where the lines beside it are text that fills its column, or where the file
itself printed one side before the other. Rows of a list or of a table of contents, whose right side
is figures, are never torn apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from service.extract.pdf.frames import Frame, Piece, downwards, flows_on, framed
from service.extract.pdf.headlines import headlines
from service.extract.pdf.runs import Run, rows_of
from service.extract.pdf.sheets import Box
from service.extract.pdf.tables import Placed

_FEWEST_ROWS = 3
_NARROWEST = 0.2
_PROSE_FILL = 0.72
_PROSE_LETTERS = 9
_GUTTER = 5.0
_PADDING = 9.0
_SAME_EDGE = 3.0
_SWITCHES = 0.34
_OVERLAP = 0.4
_ALIGNED = 0.85
_DEEPEST = 6
_FEWEST_RUNS = 12
_MOST_BACK = 0.25
_FIGURES = re.compile(r"[\d\s.,:%()\-~·…]+|[ivxlc]+")


@dataclass(frozen=True, slots=True)
class Flow:
    """Text or a table that is read before what comes next; runs in no order yet.

    `frame` is the box in which the text stands, if there is one.
    """

    runs: tuple[Run, ...] = ()
    table: Placed | None = None
    frame: Box | None = None


def flows_of(
    runs: Sequence[Run], tables: Sequence[Placed], boxes: Sequence[Box] = ()
) -> list[Flow]:
    """A page in reading order; what stands in one of the boxes stays together."""
    return list(_cut(framed([*runs, *tables], boxes), 0))


def is_doubtful(flows: Sequence[Flow]) -> bool:
    """Whether the file prints much of a page in another order than that of the flows.

    Exporters print page numbers first and tables last; text that jumps to and fro is different.
    """
    order = [run.at for flow in flows for row in rows_of(flow.runs) for run in row]
    back = sum(after < before for before, after in pairwise(order))
    return len(order) >= _FEWEST_RUNS and back > _MOST_BACK * len(order)


def _cut(pieces: Sequence[Piece], depth: int) -> Iterator[Flow]:
    if not pieces:
        return
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        yield from _down(pieces, depth + 1)
        return
    waiting: list[Piece] = []
    bands = list(_bands(pieces, gutter))
    for band, after in zip(bands, [*bands[1:], []], strict=True):
        left, right = _sides(band, gutter)
        if _is_columns(left, right):
            for part in (waiting, *_in_turn(left, right, after)):
                yield from _cut(part, depth + 1)
            waiting = []
        else:
            waiting.extend(band)
    is_less = len(waiting) < len(pieces)
    yield from _cut(waiting, depth + 1) if is_less else _down(waiting, depth + 1)


def _in_turn(
    left: Sequence[Piece], right: Sequence[Piece], after: Sequence[Piece]
) -> tuple[Sequence[Piece], ...]:
    """Left before right; a box before the text that flows around it."""
    is_boxed = len(right) == 1 and isinstance(right[0], Frame)
    if not (is_boxed and flows_on(_runs(left), _runs(after))):
        return left, right
    top = right[0].box[1]
    above = [piece for piece in left if piece.box[3] <= top]
    return above, right, [piece for piece in left if piece.box[3] > top]


def _down(pieces: Sequence[Piece], depth: int) -> Iterator[Flow]:
    """Pieces of one column from top to bottom, text between tables and boxes as one flow."""
    for part in downwards(pieces):
        first = part[0]
        if isinstance(first, Placed):
            yield Flow(table=first)
        elif isinstance(first, Frame):
            for flow in _cut(first.pieces, depth):
                yield replace(flow, frame=flow.frame or first.box)
        else:
            yield Flow(tuple(piece for piece in part if isinstance(piece, Run)))


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where the right column begins, by the longest stretch of columns; None without columns."""
    box = _around([piece.box for piece in pieces])
    best, longest = None, 0.0
    for edge in _left_edges(pieces, box):
        length = 0.0
        for band in _bands(pieces, edge):
            left, right = _sides(band, edge)
            if _is_columns(left, right):
                top, bottom = _shared(left, right)
                length += bottom - top
        if length > longest:
            best, longest = edge, length
    return best


def _left_edges(pieces: Sequence[Piece], box: Box) -> list[float]:
    """Places at which several lines begin, away from the left edge."""
    least = box[0] + _NARROWEST * (box[2] - box[0])
    lefts = sorted(at for p in pieces for at in _lefts(p) if at > least)
    edges: list[float] = []
    bundle: list[float] = []
    for left in lefts:
        if bundle and left - bundle[0] > _SAME_EDGE:
            edges += [bundle[0]] if len(bundle) >= _FEWEST_ROWS else []
            bundle = []
        bundle.append(left)
    return edges + ([bundle[0]] if len(bundle) >= _FEWEST_ROWS else [])


def _lefts(piece: Piece) -> list[float]:
    """Where its lines begin; those in a box begin at its edge."""
    return [piece.box[0]] * (len(rows_of(piece.runs)) if isinstance(piece, Frame) else 1)


def _bands(pieces: Sequence[Piece], edge: float) -> Iterator[list[Piece]]:
    """Pieces between those that cross a gutter, from top to bottom, and each of those by itself.

    A headline over both columns crosses the gutter, however short it is.
    """
    ordered = sorted(pieces, key=lambda piece: (piece.box[1] + piece.box[3]) / 2)
    heads = headlines(pieces, edge)
    band: list[Piece] = []
    for piece in ordered:
        if _side(piece, edge) == 0 or id(piece) in heads:
            if band:
                yield band
            yield [piece]
            band = []
        else:
            band.append(piece)
    if band:
        yield band


def _sides(band: Sequence[Piece], edge: float) -> tuple[list[Piece], list[Piece]]:
    left = [piece for piece in band if _side(piece, edge) < 0]
    return left, [piece for piece in band if _side(piece, edge) > 0]


def _side(piece: Piece, edge: float) -> int:
    """Left (-1) or right (1) of a gutter, 0 across it; tables stick out by the padding of cells."""
    beyond = _PADDING if isinstance(piece, Placed) else 0.0
    if piece.box[2] <= edge - _GUTTER + beyond:
        return -1
    return int(piece.box[0] >= edge - 1 - beyond)


def _shared(left: Sequence[Piece], right: Sequence[Piece]) -> tuple[float, float]:
    one, other = _around([p.box for p in left]), _around([p.box for p in right])
    return max(one[1], other[1]), min(one[3], other[3])


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _is_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    sides = [_runs(side) for side in (left, right)]
    rows = [rows_of(side) for side in sides]
    fewest = min(len(each) for each in rows)
    if fewest < _FEWEST_ROWS or _are_figures(rows[1]):
        return False
    top, bottom = _shared(left, right)
    heights = [box[3] - box[1] for box in (_around([p.box for p in s]) for s in (left, right))]
    if bottom - top < _OVERLAP * min(heights):
        return False
    if all(_is_prose(each) for each in rows):
        return True
    is_in_turn = _switches(left, right) <= max(2, _SWITCHES * fewest)
    return is_in_turn and not _are_rows(*rows)


def _runs(pieces: Sequence[Piece]) -> list[Run]:
    """All text of pieces, that in boxes too."""
    return [run for p in pieces for run in _runs_of(p)]


def _runs_of(piece: Piece) -> list[Run]:
    if isinstance(piece, Frame):
        return piece.runs
    return [piece] if isinstance(piece, Run) else []


def _are_figures(rows: Sequence[Sequence[Run]]) -> bool:
    bare = sum(all(_FIGURES.fullmatch(run.text) for run in row) for row in rows)
    return bare * 2 > len(rows)


def _is_prose(rows: Sequence[Sequence[Run]]) -> bool:
    """Whether most lines fill their column and are long enough to be text."""
    left, right = min(r[0].left for r in rows), max(r[-1].right for r in rows)
    fill = median((row[-1].right - row[0].left) / (right - left or 1) for row in rows)
    letters = median(sum(len(run.text) for run in row) for row in rows)
    return fill >= _PROSE_FILL and letters >= _PROSE_LETTERS


def _switches(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How often the file went from one side to the other while printing."""
    order = [(run.at, 0) for run in _runs(left)] + [(run.at, 1) for run in _runs(right)]
    return sum(one != other for (_, one), (_, other) in pairwise(sorted(order)))


def _are_rows(left: Sequence[Sequence[Run]], right: Sequence[Sequence[Run]]) -> bool:
    """Whether nearly every line on the shorter side has its partner on the other."""
    few, many = sorted((left, right), key=len)
    bases = [row[0].base for row in many]
    paired = sum(any(abs(row[0].base - base) < 1.5 for base in bases) for row in few)  # noqa: PLR2004
    return len(many) <= len(few) * 1.3 and paired >= _ALIGNED * len(few)
