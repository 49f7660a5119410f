"""Tables of a page: cells with their spans, from the rules that are drawn."""

from collections.abc import Sequence
from typing import Any

from service.extract.pdf.joining import joined
from service.extract.pdf.lines import Box
from service.model.document import Cell, Locator, Table
from service.text.languages import main_language

_FEWEST = 2
_SLACK = 1.0


def tables_of(page: Any, number: int, default: str) -> list[tuple[Box, Table]]:
    """Tables with their boxes, from top to bottom; boxes around a title or a paragraph are none."""
    found = []
    for table in page.find_tables():
        if len(table.rows) >= _FEWEST and max(len(row.cells) for row in table.rows) >= _FEWEST:
            left, top, right, bottom = (float(edge) for edge in table.bbox)
            box: Box = (left, top, right, bottom)
            found.append((box, _table(table, number, box, default)))
    return sorted(found, key=lambda pair: pair[0][1])


def _table(table: Any, number: int, box: Box, default: str) -> Table:
    edges = _edges(table)
    rows = tuple(
        tuple(
            _cell(text, cell, edges)
            for text, cell in zip(texts, row.cells, strict=True)
            if cell is not None
        )
        for texts, row in zip(table.extract(), table.rows, strict=True)
    )
    text = " ".join(cell.text for row in rows for cell in row)
    place = Locator(page=number, box=tuple(round(edge, 1) for edge in box))
    return Table(
        rows=tuple(row for row in rows if any(cell.text for cell in row)),
        header_rows=1,
        language=main_language(text, default),
        locator=place,
    )


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


def _cell(text: str | None, box: Box, edges: tuple[Sequence[float], Sequence[float]]) -> Cell:
    columns, rows = edges
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return Cell(
        joined(lines, frozenset()),
        max(1, _within(columns, box[0], box[2])),
        max(1, _within(rows, box[1], box[3])),
    )


def _within(places: Sequence[float], start: float, end: float) -> int:
    return sum(start - _SLACK <= place < end - _SLACK for place in places)
