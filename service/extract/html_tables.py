"""Tables of a page with their spans and header cells (pure)."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from service.extract.headers import header_counts
from service.extract.html_text import text_of
from service.model.document import Cell, Locator, Table
from service.text.languages import main_language

_FEWEST = 2
_WIDEST = 1_000

Row = tuple[HtmlElement, ...]


def table_of(element: HtmlElement, default: str, locator: Locator) -> Table | None:
    """The table, or None for one that only lays out a page: a single row or column."""
    rows = _rows(element)
    cells = tuple(tuple(_cell(cell) for cell in row) for row in rows)
    if len(rows) < _FEWEST or max(len(row) for row in rows) < _FEWEST:
        return None
    header_rows, header_columns = _header_counts(rows, cells)
    captions = [text_of(caption) for caption in element.iterchildren("caption")]
    text = " ".join(cell.text for row in cells for cell in row)
    return Table(
        rows=cells,
        header_rows=header_rows,
        header_columns=header_columns,
        caption=next(iter(captions), ""),
        language=main_language(text, default),
        locator=locator,
    )


def _rows(element: HtmlElement) -> list[Row]:
    """Rows of this table and of none inside of it, empty ones left out."""
    own = [row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element]
    rows = [tuple(row.iterchildren("td", "th")) for row in own]
    return [row for row in rows if row]


def _header_counts(rows: Sequence[Row], cells: Sequence[Sequence[Cell]]) -> tuple[int, int]:
    """(header rows, header columns): as marked with <th> and <thead>, else by what is in them."""
    if not any(_is_header(cell) for row in rows for cell in row):
        return header_counts(cells)
    heads = 0
    for row in rows:
        if not all(_is_header(cell) for cell in row):
            break
        heads += 1
    first = [row[0] for row in rows[heads:] if row[0] in _first_column(rows)]
    return heads, int(bool(first) and all(cell.tag == "th" for cell in first))


def _is_header(cell: HtmlElement) -> bool:
    row = cell.getparent()
    group = row.getparent() if row is not None else None
    return cell.tag == "th" or (group is not None and group.tag == "thead")


def _first_column(rows: Sequence[Row]) -> list[HtmlElement]:
    """Cells that stand at the left edge: not those beside a cell that reaches down from above."""
    found: list[HtmlElement] = []
    covered = 0
    for row in rows:
        if covered:
            covered -= 1
            continue
        found.append(row[0])
        covered = _span(row[0], "rowspan") - 1
    return found


def _cell(element: HtmlElement) -> Cell:
    return Cell(text_of(element), _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: HtmlElement, name: str) -> int:
    text = (element.get(name) or "").strip()
    return max(1, min(_WIDEST, int(text))) if text.isascii() and text.isdigit() else 1
