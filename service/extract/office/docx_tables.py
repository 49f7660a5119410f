"""Rows and cells of DOCX tables with their spans (ECMA-376 part 1, 17.4)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from service.extract.office.docx_styles import is_deleted
from service.extract.office.docx_xml import child, is_on, number, value
from service.model.document import Cell

_WIDEST = 1_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell, the element that holds its text, and the column that it begins in."""

    cell: Cell
    element: etree._Element
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in a row; whether it is repeated on every page."""

    cells: tuple[Placed, ...]
    is_head: bool


def rows_of(table: etree._Element) -> list[Row]:
    """Rows of a table; a cell that goes on from the row above lengthens that one."""
    rows: list[Row] = []
    open_cells: dict[int, tuple[int, int]] = {}
    for element in _of(table, "tr"):
        if is_deleted(child(element, "trPr")):
            continue
        cells: list[Placed] = []
        column = number(child(child(element, "trPr"), "gridBefore"), 0)
        for own in _of(element, "tc"):
            properties = child(own, "tcPr")
            span = max(1, min(number(child(properties, "gridSpan"), 1), _WIDEST))
            merge = child(properties, "vMerge")
            goes_on = merge is not None and value(merge) != "restart" and column in open_cells
            if goes_on:
                _lengthen(rows, open_cells[column])
            elif not is_deleted(properties):
                open_cells.pop(column, None)
                if merge is not None:
                    open_cells[column] = (len(rows), len(cells))
                cells.append(Placed(Cell("", span, 1), own, column))
            column += span
        is_head = is_on(child(child(element, "trPr"), "tblHeader")) is True
        rows.append(Row(tuple(cells), is_head))
    return rows


def _lengthen(rows: list[Row], place: tuple[int, int]) -> None:
    at, order = place
    if at >= len(rows):
        return
    cells = list(rows[at].cells)
    placed = cells[order]
    longer = replace(placed.cell, row_span=min(placed.cell.row_span + 1, _WIDEST))
    cells[order] = replace(placed, cell=longer)
    rows[at] = replace(rows[at], cells=tuple(cells))


def _of(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Such elements below another, also where content controls or insertions hold them."""
    for each in element.iterchildren(etree.Element):
        own = etree.QName(each).localname
        if own == name:
            yield each
        elif own in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _of(each, name)
