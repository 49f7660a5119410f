"""The grid of a table: where each cell stands, and the names of its columns and rows (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from service.model.document import Cell, Table

_MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """A cell in a row of the grid; `is_own` is false where it only reaches down from above.

    `row` is where the cell begins; `index` counts the cells of the table, row by row.
    """

    cell: Cell
    row: int
    column: int
    index: int
    is_own: bool = True

    @property
    def end(self) -> int:
        """The column behind its last one."""
        return self.column + min(max(1, self.cell.column_span), _MOST_COLUMNS)

    @property
    def text(self) -> str:
        """What the cell says, without white space around it."""
        return self.cell.text.strip()


Rows = tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the place of every cell; `fixed` columns name the rows.

    `stacks` holds the texts above each column, outermost first, and `sides` those at the left of
    each row.
    """

    rows: Rows
    heads: int
    fixed: int
    width: int
    stacks: Mapping[int, tuple[str, ...]]
    sides: tuple[tuple[str, ...], ...]

    @property
    def data(self) -> Rows:
        """The rows below the headers."""
        return self.rows[self.heads :]

    def column_names(self, place: Place) -> tuple[str, ...]:
        """The headers above a cell, outermost first; of all its columns when it is merged."""
        columns = (self.stacks.get(column, ()) for column in range(place.column, place.end))
        return tuple(dict.fromkeys(name for names in columns for name in names))

    def row_names(self, place: Place) -> tuple[str, ...]:
        """The headers at the left of a cell; of all its rows when it reaches down."""
        last = place.row + max(1, place.cell.row_span)
        sides = self.sides[place.row : last]
        return tuple(dict.fromkeys(name for names in sides for name in names))

    def is_section(self, row: Sequence[Place]) -> bool:
        """Whether a row is one cell over all columns, which tells what the rows below are about."""
        return len(row) == 1 and row[0].column == 0 and row[0].end >= self.width > 1


def grid_of(table: Table) -> Grid:
    """The grid of a table; any spans and counts give one."""
    rows = _rows(table)
    heads = max(0, min(table.header_rows, len(rows)))
    fixed = max(1, table.header_columns)
    sides = tuple(_names(row, fixed) if at >= heads else () for at, row in enumerate(rows))
    width = max((place.end for row in rows for place in row), default=0)
    return Grid(rows, heads, fixed, width, _stacks(rows[:heads]), sides)


def _rows(table: Table) -> Rows:
    """Each row with the columns of its cells, and the cells that reach down into it."""
    rows: list[tuple[Place, ...]] = []
    hanging: dict[int, tuple[Place, int]] = {}
    index = 0
    for number, cells in enumerate(table.rows):
        row = _placed(cells, number, index, hanging)
        index += len(cells)
        rows.append(row)
        hanging = _reaching_down(row, hanging)
    return tuple(rows)


def _placed(
    cells: Sequence[Cell], row: int, index: int, hanging: Mapping[int, tuple[Place, int]]
) -> tuple[Place, ...]:
    """Cells fill the columns that are free; those from above stand where they began."""
    places = [_from_above(place) for place, _ in hanging.values()]
    taken = {at for place in places for at in range(place.column, place.end)}
    column = 0
    for number, cell in enumerate(cells):
        while column in taken:
            column += 1
        place = Place(cell, row, column, index + number)
        places.append(place)
        column = place.end
    return tuple(sorted(places, key=lambda place: place.column))


def _from_above(place: Place) -> Place:
    return Place(place.cell, place.row, place.column, place.index, is_own=False)


def _reaching_down(
    row: Sequence[Place], hanging: Mapping[int, tuple[Place, int]]
) -> dict[int, tuple[Place, int]]:
    """The cells that go on in the next row, with the number of rows they still cover."""
    left = {
        place.column: (
            place,
            place.cell.row_span - 1 if place.is_own else hanging[place.column][1] - 1,
        )
        for place in row
    }
    return {column: (place, rows) for column, (place, rows) in left.items() if rows > 0}


def _stacks(rows: Sequence[Sequence[Place]]) -> Mapping[int, tuple[str, ...]]:
    """The headers of each column: the texts of all header rows above it, merged cells spread."""
    stacked: dict[int, list[str]] = {}
    for row in rows:
        for place in row:
            for column in range(place.column, place.end):
                stacked.setdefault(column, []).append(place.text)
    return {
        column: tuple(dict.fromkeys(text for text in texts if text))
        for column, texts in stacked.items()
    }


def _names(row: Sequence[Place], fixed: int) -> tuple[str, ...]:
    named = takewhile(lambda place: place.column < fixed, row)
    return tuple(dict.fromkeys(place.text for place in named if place.text))
