"""Tables of a page with their spans, header cells, caption (pure).

A table that only lays out the page is none: one that says so (role=presentation), one that holds
other tables or headings, one of a single row or column or of long texts. Header cells make it data.
"""

from collections.abc import Sequence

from lxml.html import HtmlElement

from service.extract.headers import header_counts
from service.extract.html_cells import (
    Square,
    cell_of,
    is_header,
    named_by_cells,
    rows_of,
    squares_of,
)
from service.extract.html_text import spaced, text_of
from service.extract.layout import is_data
from service.model.document import Cell, Locator, Table
from service.text.languages import main_language

_LAYOUT_ROLES = frozenset({"presentation", "none"})
_SET_OUT = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "form")
_LONGEST_CELL = 1_000
_NAMES = ("aria-label", "summary", "title")


def table_of(element: HtmlElement, default: str, locator: Locator) -> Table | None:
    """The table, or None for one that only lays out a page."""
    rows = rows_of(element)
    cells = tuple(
        tuple(cell_of(cell, len(rows) - at) for cell in row) for at, row in enumerate(rows)
    )
    named = named_by_cells(element)
    marked = any(is_header(cell, named) for row in rows for cell in row)
    if _is_layout(element, cells, marked=marked):
        return None
    header_rows, header_columns = _header_counts(squares_of(rows, named), cells)
    text = " ".join(cell.text for row in cells for cell in row)
    return Table(
        rows=cells,
        header_rows=header_rows,
        header_columns=header_columns,
        caption=_caption(element),
        language=main_language(text, default),
        locator=locator,
        headers_marked=marked,
    )


def _is_layout(element: HtmlElement, cells: Sequence[Sequence[Cell]], *, marked: bool) -> bool:
    role = (element.get("role") or "").strip().lower()
    if role in _LAYOUT_ROLES or not is_data([[cell.text for cell in row] for row in cells]):
        return True
    if marked or next(element.iterchildren("caption"), None) is not None:
        return False
    longest = max(len(cell.text) for row in cells for cell in row)
    return longest > _LONGEST_CELL or any(each is not element for each in element.iter(*_SET_OUT))


def _caption(element: HtmlElement) -> str:
    """The caption, else the name or the description that the page gives to assistive technology."""
    captions = [text_of(caption) for caption in element.iterchildren("caption")]
    named = [spaced(element.get(name) or "") for name in _NAMES]
    return next((text for text in (*captions, *named) if text), "")


def _header_counts(
    squares: Sequence[Sequence[Square]], cells: Sequence[Sequence[Cell]]
) -> tuple[int, int]:
    """(header rows, header columns): as marked, else by what is in the cells."""
    heads = _header_rows(squares)
    columns = _header_columns(squares[heads:])
    return (heads, columns) if (heads or columns) and heads < len(cells) else header_counts(cells)


def _header_rows(squares: Sequence[Sequence[Square]]) -> int:
    """The first rows that hold headers only; empty corners do not count."""
    heads = 0
    for row in squares:
        held = [square for square in row if not square.is_empty]
        if not held or any(not s.is_header or s.is_of_row for s in held):
            break
        heads += 1
    return heads


def _header_columns(squares: Sequence[Sequence[Square]]) -> int:
    """The first columns that hold headers only in all rows of data."""
    columns = 0
    width = min((len(row) for row in squares), default=0)
    while columns < width:
        column = [row[columns] for row in squares]
        if not any(s.is_header for s in column):
            break
        if not all(s.is_header or s.is_empty for s in column):
            break
        columns += 1
    return min(columns, max(0, width - 1))
