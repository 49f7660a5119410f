"""Groups of rows and columns, so that a header of a group heads its group and no more (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.narration.grid import Grid, Place


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows from `first` to before `end`."""

    first: int
    end: int


def row_groups(grid: Grid) -> tuple[RowGroup, ...]:
    """The head, which may be empty, then the bodies; no cell reaches from one into the next."""
    heads = grid.heads
    if heads < len(grid.rows) and _hangs(grid.rows[heads]):
        heads = 0
    starts = [heads, *_starts(grid, heads)]
    ends = [*starts[1:], len(grid.rows)]
    bodies = (RowGroup(first, end) for first, end in zip(starts, ends, strict=True) if first < end)
    return (RowGroup(0, heads), *bodies)


def column_groups(grid: Grid) -> tuple[int, ...]:
    """The widths of groups of columns, by the first row of headers; none where all are single."""
    if not grid.heads:
        return ()
    first = grid.rows[0]
    widths = [place.end - place.column for place in first]
    is_whole = sum(widths) == grid.width and not _hangs(first)
    return tuple(widths) if is_whole and max(widths, default=1) > 1 else ()


def _starts(grid: Grid, heads: int) -> Iterator[int]:
    """Rows with which a body begins: where a first cell reaches down, and behind its last row."""
    was_group = False
    for number in range(heads, len(grid.rows)):
        row = grid.rows[number]
        if _hangs(row):
            continue
        is_group = bool(row) and row[0].column == 0 and row[0].cell.row_span > 1
        if number > heads and (is_group or was_group):
            yield number
        was_group = is_group


def _hangs(row: Sequence[Place]) -> bool:
    return any(not place.is_own for place in row)
