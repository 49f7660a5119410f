"""Tables row by row: each cell behind the header of its column.

The display of a row is its own cells joined by " | ". Empty cells are shown and not heard. A cell
that reaches down over several rows is shown where it begins, and heard with each of them when it is
a header of rows; otherwise a listener would not know what the later rows are about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.model.document import Cell, Table
from service.model.narration import Span
from service.narration.speaking import Said, displayed
from service.text.languages import main_language
from service.text.reading import read, runs

SEPARATOR = " | "
_MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in a row of the grid; `is_own` is false where it only reaches down from above."""

    cell: Cell
    column: int
    is_own: bool


def rows_said(table: Table, language: str) -> Iterator[tuple[int, Said]]:
    """(index of the row in the table, what is said) for every row of data that says something."""
    grid = _grid(table)
    headers = _headers(grid[: table.header_rows])
    fixed = max(1, table.header_columns)
    for number, row in enumerate(grid):
        if number < table.header_rows:
            continue
        said = _row(row, headers, fixed, language)
        if said.spoken:
            yield number, said


def width(table: Table) -> int:
    """How many columns the table has."""
    ends = (_end(place) for row in _grid(table) for place in row)
    return max(ends, default=0)


def _end(place: _Place) -> int:
    return place.column + _columns(place.cell)


def _columns(cell: Cell) -> int:
    return min(max(1, cell.column_span), _MOST_COLUMNS)


def _grid(table: Table) -> tuple[tuple[_Place, ...], ...]:
    """Each row with the columns of its cells, and the cells that reach down into it."""
    rows: list[tuple[_Place, ...]] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    for cells in table.rows:
        row = _placed(cells, hanging)
        rows.append(row)
        hanging = _reaching_down(row, hanging)
    return tuple(rows)


def _placed(cells: Sequence[Cell], hanging: Mapping[int, tuple[Cell, int]]) -> tuple[_Place, ...]:
    """Cells fill the columns that are free; those from above stand where they began."""
    places = [_Place(cell, column, is_own=False) for column, (cell, _) in hanging.items()]
    taken = {at for place in places for at in range(place.column, _end(place))}
    column = 0
    for cell in cells:
        while column in taken:
            column += 1
        places.append(_Place(cell, column, is_own=True))
        column += _columns(cell)
    return tuple(sorted(places, key=lambda place: place.column))


def _reaching_down(
    row: Sequence[_Place], hanging: Mapping[int, tuple[Cell, int]]
) -> dict[int, tuple[Cell, int]]:
    """The cells that go on in the next row, with the number of rows they still cover."""
    left = {
        place.column: (
            place.cell,
            place.cell.row_span - 1 if place.is_own else hanging[place.column][1] - 1,
        )
        for place in row
    }
    return {column: (cell, rows) for column, (cell, rows) in left.items() if rows > 0}


def _headers(rows: Sequence[Sequence[_Place]]) -> Mapping[int, str]:
    """The header of each column: the texts of all header rows above it, merged cells spread."""
    stacked: dict[int, list[str]] = {}
    for row in rows:
        for place in row:
            for column in range(place.column, _end(place)):
                stacked.setdefault(column, []).append(place.cell.text.strip())
    return {
        column: " ".join(dict.fromkeys(text for text in texts if text))
        for column, texts in stacked.items()
    }


def _row(row: Sequence[_Place], headers: Mapping[int, str], fixed: int, language: str) -> Said:
    own = [place for place in row if place.is_own]
    display = SEPARATOR.join(place.cell.text for place in own)
    spans: list[Span] = []
    for place in row:
        if not place.is_own and place.column < fixed and place.cell.text.strip():
            spans += _heard(place.cell.text, 0, language)
    at = 0
    for number, place in enumerate(own):
        if number:
            spans.append(Span(at, at + len(SEPARATOR), SEPARATOR, ", ", language, "silent"))
            at += len(SEPARATOR)
        header = headers.get(place.column, "") if place.column >= fixed else ""
        spans += _cell(place.cell, header, at, language)
        at += len(place.cell.text)
    spoken = " ".join(text for _, text in runs(spans))
    return Said(display, spoken, main_language(display, language), tuple(spans))


def _cell(cell: Cell, header: str, at: int, language: str) -> Iterator[Span]:
    if header and cell.text.strip():
        yield from _heard(header, at, language)
    said = displayed(cell.text, main_language(cell.text, language))
    for span in said.spans:
        yield Span(
            span.start + at, span.end + at, span.shown, span.spoken, span.language, span.kind
        )


def _heard(text: str, at: int, language: str) -> Iterator[Span]:
    """Words that are heard here and shown elsewhere."""
    for part_language, spoken in runs(read(text, main_language(text, language))):
        yield Span(at, at, "", f"{spoken}, ", part_language, "announcement")
