"""The order in which a page is read: columns one after the other, full width between them (pure).

A gutter is believed where the lines beside it are text that fills its column, or where the file
itself printed one side before the other. Rows of a list or of a table of contents, whose right side
is figures, are never torn apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

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

Piece = Run | Placed


@dataclass(frozen=True, slots=True)
class Flow:
    """Text or a table that is read before what comes next; runs in no order yet."""

    runs: tuple[Run, ...] = ()
    table: Placed | None = None


def flows_of(runs: Sequence[Run], tables: Sequence[Placed]) -> list[Flow]:
    """A page in reading order."""
    return list(_cut([*runs, *tables], 0))


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
        yield from _down(pieces)
        return
    waiting: list[Piece] = []
    for band in _bands(pieces, gutter):
        left, right = _sides(band, gutter)
        if _is_columns(left, right):
            yield from _cut(waiting, depth + 1)
            waiting = []
            yield from _cut(left, depth + 1)
            yield from _cut(right, depth + 1)
        else:
            waiting.extend(band)
    yield from _cut(waiting, depth + 1) if len(waiting) < len(pieces) else _down(waiting)


def _down(pieces: Sequence[Piece]) -> Iterator[Flow]:
    """Pieces of one column from top to bottom, text between the tables as one flow."""
    tables = sorted((p for p in pieces if isinstance(p, Placed)), key=lambda p: p.box[1])
    runs = [p for p in pieces if isinstance(p, Run)]
    for table in tables:
        middle = (table.box[1] + table.box[3]) / 2
        above = [run for run in runs if run.base < middle]
        runs = [run for run in runs if run.base >= middle]
        if above:
            yield Flow(tuple(above))
        yield Flow(table=table)
    if runs:
        yield Flow(tuple(runs))


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
    lefts = sorted(p.box[0] for p in pieces if p.box[0] > least)
    edges: list[float] = []
    bundle: list[float] = []
    for left in lefts:
        if bundle and left - bundle[0] > _SAME_EDGE:
            edges += [bundle[0]] if len(bundle) >= _FEWEST_ROWS else []
            bundle = []
        bundle.append(left)
    return edges + ([bundle[0]] if len(bundle) >= _FEWEST_ROWS else [])


def _bands(pieces: Sequence[Piece], edge: float) -> Iterator[list[Piece]]:
    """Pieces between those that cross a gutter, from top to bottom, and each of those by itself."""
    ordered = sorted(pieces, key=lambda piece: (piece.box[1] + piece.box[3]) / 2)
    band: list[Piece] = []
    for piece in ordered:
        if _side(piece, edge) == 0:
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
    sides = [[piece for piece in side if isinstance(piece, Run)] for side in (left, right)]
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
    order = [(p.at, 0) for p in left if isinstance(p, Run)]
    order += [(p.at, 1) for p in right if isinstance(p, Run)]
    return sum(one != other for (_, one), (_, other) in pairwise(sorted(order)))


def _are_rows(left: Sequence[Sequence[Run]], right: Sequence[Sequence[Run]]) -> bool:
    """Whether nearly every line on the shorter side has its partner on the other."""
    few, many = sorted((left, right), key=len)
    bases = [row[0].base for row in many]
    paired = sum(any(abs(row[0].base - base) < 1.5 for base in bases) for row in few)  # noqa: PLR2004
    return len(many) <= len(few) * 1.3 and paired >= _ALIGNED * len(few)
