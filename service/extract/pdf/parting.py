"""Cells that no rule parts although their text stands in the columns of the grid (pure).

Shaded heads and the bodies of long lists are printed without upright rules: what tells their
columns is that no line of text crosses the edges that the rules of other rows make.
"""

from collections.abc import Sequence
from itertools import pairwise

from service.extract.pdf.grids import Grid, GridCell
from service.extract.pdf.runs import Run, rows_of

_FEWEST_LINES = 3
_BESIDE = 1.0
# A long text of a list may reach into the next column where that one is empty.
_MOST_ACROSS = 0.15


def parted(cell: GridCell, grid: Grid, runs: Sequence[Run]) -> list[GridCell]:
    """The cell, or the cells that its text makes of it; `runs` are those inside of it."""
    if cell.columns == 1 or not runs:
        return [cell]
    edges = grid.column_edges[cell.column : cell.column + cell.columns + 1]
    lines = [{_column(run, edges) for run in row} for row in rows_of(runs)]
    across = sum(_ACROSS in line for line in lines)
    several = sum(len(line) > 1 for line in lines)
    is_list = several >= _FEWEST_LINES and 2 * several >= len(lines)
    if across > (_MOST_ACROSS * len(lines) if is_list else 0):
        return [cell]
    is_head = several > 0 and all(len(line) == cell.columns for line in lines)
    return list(_columns(cell, edges)) if is_list or is_head else [cell]


_ACROSS = -1


def _column(run: Run, edges: Sequence[float]) -> int:
    """The column in which a piece of a line stands, or that it lies across an edge."""
    for at, (left, right) in enumerate(pairwise(edges)):
        if left - _BESIDE <= run.left and run.right <= right + _BESIDE:
            return at
    return _ACROSS


def _columns(cell: GridCell, edges: Sequence[float]) -> list[GridCell]:
    top, bottom = cell.box[1], cell.box[3]
    return [
        GridCell(cell.row, cell.column + at, cell.rows, 1, (left, top, right, bottom))
        for at, (left, right) in enumerate(pairwise(edges))
    ]
