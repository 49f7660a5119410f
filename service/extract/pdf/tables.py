"""Tables of a page: cells with their spans, from the rules that are drawn."""

from collections.abc import Iterator, Sequence
from typing import Any

from service.extract.headers import header_counts
from service.extract.pdf.joining import SPACE, TIGHT, joined
from service.extract.pdf.lines import Box, Char, Line, Sheet, lines_in
from service.model.document import Cell, Locator, Table

_FEWEST = 2
_SLACK = 1.0
_PADDING = 2.2

Placed = tuple[float, float, Char]
"""A character behind the middle of its place."""


def tables_of(page: Any, number: int) -> list[tuple[Box, Table]]:
    """Tables with their boxes, from top to bottom; boxes around a title or a paragraph are none."""
    found = []
    placed = [_placed(char) for char in page.chars]
    for table in page.find_tables():
        if len(table.rows) >= _FEWEST and max(len(row.cells) for row in table.rows) >= _FEWEST:
            left, top, right, bottom = (float(edge) for edge in table.bbox)
            box: Box = (left, top, right, bottom)
            sheet = Sheet(number, float(page.width), float(page.height))
            rows = tuple(_rows(table, _in_box(placed, box), sheet))
            found.append((box, _table(rows, box, number)))
    return sorted(found, key=lambda pair: pair[0][1])


def _table(rows: Sequence[tuple[Cell, ...]], box: Box, number: int) -> Table:
    full = tuple(row for row in rows if any(cell.text for cell in row))
    header_rows, header_columns = header_counts(full)
    return Table(
        rows=full,
        header_rows=header_rows,
        header_columns=header_columns,
        locator=Locator(page=number, box=tuple(round(edge, 1) for edge in box)),
    )


def _placed(char: Char) -> Placed:
    return (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2, char


def _in_box(placed: Sequence[Placed], box: Box) -> list[Placed]:
    left, top, right, bottom = box
    return [each for each in placed if left <= each[0] <= right and top <= each[1] <= bottom]


def _rows(table: Any, placed: Sequence[Placed], sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    edges = _edges(table)
    for row in table.rows:
        inside = _in_box(placed, row.bbox)
        yield tuple(_cell(cell, inside, edges, sheet) for cell in row.cells if cell is not None)


def _edges(table: Any) -> tuple[Sequence[float], Sequence[float]]:
    """Where columns and rows begin."""
    cells = [cell for row in table.rows for cell in row.cells if cell is not None]
    return _apart({cell[0] for cell in cells}), _apart({cell[1] for cell in cells})


def _apart(places: set[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SLACK:
            kept.append(place)
    return kept


def _cell(
    box: Box, placed: Sequence[Placed], edges: tuple[Sequence[float], Sequence[float]], sheet: Sheet
) -> Cell:
    columns, rows = edges
    lines = list(lines_in([char for _, _, char in _in_box(placed, box)], sheet))
    return Cell(
        joined([_ended(lines, at, box) for at in range(len(lines))], frozenset()),
        max(1, _within(columns, box[0], box[2])),
        max(1, _within(rows, box[1], box[3])),
    )


def _ended(lines: Sequence[Line], at: int, box: Box) -> str:
    """A line of a cell; one that fills its cell without a drawn space goes on inside a word."""
    line = lines[at]
    if line.ends_with_space:
        return line.text + SPACE
    is_full = line.right - line.left > box[2] - box[0] - _PADDING * line.size
    return line.text + TIGHT if is_full and at < len(lines) - 1 else line.text


def _within(places: Sequence[float], start: float, end: float) -> int:
    return sum(start - _SLACK <= place < end - _SLACK for place in places)
