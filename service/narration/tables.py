"""Tables row by row, column by column, or in short: each figure with its headers and its unit.

The display of a row is its own cells joined by " | ", that of a cell its text. Empty cells are
shown and not heard. A cell that reaches down over several rows is shown where it begins, and heard
with each of them when it is a header of rows; otherwise a listener would not know what the later
rows are about.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.messages import text as message
from service.model.document import Table
from service.model.narration import TableManner
from service.model.reading import Span
from service.narration.figures import Units, cell_heard, names_heard, units_in
from service.narration.grid import Grid, Place, grid_of
from service.narration.speaking import Said, announced
from service.text.languages import main_language
from service.text.reading import runs
from service.text.table_units import bare_name, own_unit, units_of, without_unit

SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class TablePart:
    """One utterance of a table; `role` and `part` as in `Utterance`."""

    role: str
    part: int
    said: Said


@dataclass(frozen=True, slots=True)
class _Reader:
    """A table that is being said."""

    table: Table
    grid: Grid
    units: Units
    language: str


def table_said(table: Table, language: str, manner: TableManner) -> Iterator[TablePart]:
    """What is said of a table, beginning with its caption, unit and size."""
    grid = grid_of(table)
    reader = _Reader(table, grid, units_in(table, grid), language)
    yield TablePart("caption", -1, announced(_opening(reader), language))
    match _fitting(grid, manner):
        case TableManner.ROWS:
            yield from _rows(reader)
        case TableManner.COLUMNS:
            yield from _columns(reader)
        case TableManner.SHORT:
            yield from _headers(reader)


def left_out(table: Table, manner: TableManner) -> Iterator[tuple[str, str]]:
    """(text, reason) of what is not said by itself."""
    grid = grid_of(table)
    match _fitting(grid, manner):
        case TableManner.ROWS:
            heads = ((_shown(row), "table-header-read-with-each-row") for row in _heads(grid))
            yield from heads
        case TableManner.COLUMNS:
            for row in _heads(grid):
                yield _shown(row), "table-header-read-with-each-cell"
            for row in grid.data:
                names = [place for place in row if place.column < grid.fixed]
                if not grid.is_section(row):
                    yield _shown(names), "table-header-read-with-each-cell"
        case TableManner.SHORT:
            yield from ((_shown(row), "table-left-out-by-choice") for row in grid.data)


def _fitting(grid: Grid, manner: TableManner) -> TableManner:
    """The manner asked for; a table of names only has no columns to go through."""
    is_flat = manner is TableManner.COLUMNS and grid.width <= grid.fixed
    return TableManner.ROWS if is_flat else manner


def _heads(grid: Grid) -> Sequence[Sequence[Place]]:
    return grid.rows[: grid.heads]


def _shown(row: Sequence[Place]) -> str:
    return SEPARATOR.join(place.cell.text for place in row if place.is_own)


def _opening(reader: _Reader) -> str:
    """Caption, the unit where the figures are not heard with it, and the size."""
    table, language = reader.table, reader.language
    caption = without_unit(table.caption).strip() if table.unit else table.caption
    told = _untold_unit(reader)
    unit = message("announcement", "table-unit", language, unit=told) if told else ""
    key = "table-captioned" if caption else "table"
    rows, columns = len(table.rows), reader.grid.width
    text = message("announcement", key, language, caption=caption, rows=rows, columns=columns)
    return f"{text} {unit}".strip()


def _untold_unit(reader: _Reader) -> str:
    """The unit of the table, unless cells or headers tell it."""
    names = {name for stack in reader.grid.stacks.values() for name in stack}
    own = {own_unit(name) for name in names}
    told = units_of(reader.table.unit)
    is_told = bool(told) and own.issuperset(told)
    return "" if is_told or reader.units.are_heard else reader.table.unit


def _rows(reader: _Reader) -> Iterator[TablePart]:
    for number, row in enumerate(reader.grid.data, reader.grid.heads):
        said = _row(reader, row)
        if said.spoken:
            yield TablePart("row", number, said)


def _row(reader: _Reader, row: Sequence[Place]) -> Said:
    own = [place for place in row if place.is_own]
    display = _shown(row)
    spans: list[Span] = []
    for place in row:
        if not place.is_own and place.column < reader.grid.fixed and place.text:
            spans += names_heard((place.text,), 0, reader.language, bare=False)
    at = 0
    for number, place in enumerate(own):
        if number:
            end = at + len(SEPARATOR)
            spans.append(Span(at, end, SEPARATOR, ", ", reader.language, "silent"))
            at = end
        names = reader.grid.column_names(place) if place.column >= reader.grid.fixed else ()
        spans += _cell(reader, place, names, at)
        at += len(place.cell.text)
    return _said(display, reader.language, spans)


def _columns(reader: _Reader) -> Iterator[TablePart]:
    """Column after column: its name, then its cells behind the names of their rows."""
    grid = reader.grid
    columns: dict[int, list[Place]] = {}
    for row in grid.data:
        for place in row:
            if place.is_own and place.text and place.column >= grid.fixed:
                columns.setdefault(place.column, []).append(place)
    sections = [row[0] for row in grid.data if grid.is_section(row) and row[0].text]
    for column in sorted(columns):
        parts = list(_column(reader, columns[column], sections))
        if parts:
            yield TablePart("header", column, _column_name(reader, column, columns[column]))
            yield from parts


def _column(
    reader: _Reader, places: Sequence[Place], sections: Sequence[Place]
) -> Iterator[TablePart]:
    """The cells of a column; a row that is one cell over all columns is heard in each."""
    told = -1
    for place in places:
        said = _cell_said(reader, place, reader.grid.row_names(place))
        if not said.spoken:
            continue
        section = bisect_right(sections, place.row, key=_row_of) - 1
        if section > told:
            told = section
            above = sections[section]
            yield TablePart("cell", above.index, _cell_said(reader, above, ()))
        yield TablePart("cell", place.index, said)


def _row_of(place: Place) -> int:
    return place.row


def _cell_said(reader: _Reader, place: Place, names: Sequence[str]) -> Said:
    return _said(place.cell.text, reader.language, list(_cell(reader, place, names, 0)))


def _column_name(reader: _Reader, column: int, places: Sequence[Place]) -> Said:
    """The name of a column, its own unit left out where its figures are heard with it."""
    bare = any(map(reader.units.of, places))
    names = reader.grid.stacks.get(column, ())
    name = " ".join(bare_name(each) if bare else each for each in names)
    key = "table-column" if name else "table-column-numbered"
    text = message("announcement", key, reader.language, name=name, number=column + 1)
    return announced(text, reader.language)


def _headers(reader: _Reader) -> Iterator[TablePart]:
    """The names of all columns; those of the rows where no column has one."""
    stacks = [" ".join(reader.grid.stacks[column]) for column in sorted(reader.grid.stacks)]
    sides = [" ".join(side) for side in reader.grid.sides]
    names = ", ".join(dict.fromkeys(name for name in (stacks if any(stacks) else sides) if name))
    text = message("announcement", "table-headers", reader.language, names=names)
    if names:
        yield TablePart("header", -1, announced(text, reader.language))


def _cell(reader: _Reader, place: Place, names: Sequence[str], at: int) -> Iterator[Span]:
    """A cell behind its names; one that says nothing, such as a dash, says no names either."""
    unit = reader.units.of(place)
    heard = list(cell_heard(place.cell.text, unit, at, reader.language))
    if names and runs(heard):
        yield from names_heard(names, at, reader.language, bare=bool(unit))
    yield from heard


def _said(display: str, language: str, spans: Sequence[Span]) -> Said:
    spoken = " ".join(text for _, text in runs(spans))
    return Said(display, spoken, main_language(display, language), tuple(spans))
