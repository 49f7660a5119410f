"""Cells of a page's table: their rows, their spans, and which are marked as headers (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from service.extract.html_text import is_seen, text_of
from service.model.document import Cell

_WIDEST = 1_000
_LOOKED_AT = 100
_HEADER_ROLES = frozenset({"columnheader", "rowheader"})
_ROW_SCOPES = frozenset({"row", "rowgroup"})

Row = tuple[HtmlElement, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """One place of the grid; `is_of_row` where its header says that it heads a row."""

    is_header: bool
    is_empty: bool
    is_of_row: bool


def rows_of(table: HtmlElement) -> list[Row]:
    """Rows of this table and of none inside of it, those of its foot last; empty ones left out."""
    own = [row for row in table.iter("tr") if _is_own(row, table) and _is_told(row)]
    own.sort(key=_is_in_foot)
    rows = [tuple(filter(is_seen, row.iterchildren("td", "th"))) for row in own]
    return [row for row in rows if row]


def cell_of(element: HtmlElement, rows_left: int) -> Cell:
    """The cell with its text; what the page hides from assistive technology is left out."""
    hidden = frozenset(each for each in element.iter() if not _is_told(each))
    rows = min(rows_left, _row_span(element, rows_left))
    return Cell(text_of(element, without=hidden), _column_span(element), rows)


def named_by_cells(table: HtmlElement) -> frozenset[str]:
    """The ids that cells name as their headers."""
    told = (cell.get("headers") or "" for cell in table.iter("td", "th"))
    return frozenset(name for names in told for name in names.split())


def is_header(cell: HtmlElement, named: frozenset[str]) -> bool:
    """Whether a cell is marked as one: <th>, <thead>, scope, role, or an id `named` by others."""
    row = cell.getparent()
    group = row.getparent() if row is not None else None
    return (
        cell.tag == "th"
        or (group is not None and group.tag == "thead")
        or bool(cell.get("scope"))
        or cell.get("role") in _HEADER_ROLES
        or cell.get("id") in named
    )


def squares_of(rows: Sequence[Row], named: frozenset[str]) -> list[list[Square]]:
    """The first places of each row of the grid; a cell that spans several fills each of them."""
    found: list[list[Square]] = []
    hanging: dict[int, tuple[Square, int]] = {}
    for at, row in enumerate(rows):
        filled, hanging = _filled(row, named, len(rows) - at, hanging)
        found.append([filled[column] for column in sorted(filled)])
    return found


def _filled(
    row: Row, named: frozenset[str], rows_left: int, hanging: dict[int, tuple[Square, int]]
) -> tuple[dict[int, Square], dict[int, tuple[Square, int]]]:
    """The places of a row by column, and those that reach down with the rows still to cover."""
    filled = {column: square for column, (square, _) in hanging.items()}
    below = {column: (square, left - 1) for column, (square, left) in hanging.items() if left > 1}
    column = 0
    for cell in row:
        square, rows = _square(cell, named), _row_span(cell, rows_left)
        for _ in range(_column_span(cell)):
            while column in filled:
                column += 1
            if column >= _LOOKED_AT:
                return filled, below
            filled[column] = square
            if rows > 1:
                below[column] = (square, rows - 1)
    return filled, below


def _square(cell: HtmlElement, named: frozenset[str]) -> Square:
    scope, role = (cell.get("scope") or "").lower(), cell.get("role") or ""
    of_row = scope in _ROW_SCOPES or role == "rowheader"
    return Square(is_header(cell, named), not text_of(cell), of_row)


def _is_own(row: HtmlElement, table: HtmlElement) -> bool:
    return next(row.iterancestors("table"), None) is table


def _is_in_foot(row: HtmlElement) -> bool:
    group = row.getparent()
    return group is not None and group.tag == "tfoot"


def _is_told(element: HtmlElement) -> bool:
    """Whether an element is for everybody: aria-hidden is for eyes only."""
    if not isinstance(element.tag, str):
        return True
    return is_seen(element) and (element.get("aria-hidden") or "").lower() != "true"


def _column_span(cell: HtmlElement) -> int:
    return max(1, min(_WIDEST, _number(cell, "colspan")))


def _row_span(cell: HtmlElement, rows_left: int) -> int:
    """How many rows a cell covers; 0 means all that follow (HTML 4.9.11)."""
    rows = _number(cell, "rowspan")
    return max(1, min(_WIDEST, rows_left, rows or rows_left))


def _number(cell: HtmlElement, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return int(text[:5]) if text.isascii() and text.isdigit() else 1
