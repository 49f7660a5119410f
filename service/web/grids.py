"""Tables as HTML has them: which cells are headers, and of what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from service.model.document import Cell, Table
from service.model.narration import Utterance


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; `scope` is empty for data, else "col", "colgroup", "row" or "rowgroup"."""

    text: str
    scope: str
    column_span: int
    row_span: int


@dataclass(frozen=True, slots=True)
class RowView:
    """A row; `id` is that of the utterance that says it, or empty."""

    id: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its caption; `id` is that of the utterance that announces it, or empty."""

    shape: ClassVar[str] = "table"
    id: str
    caption: str
    head: tuple[RowView, ...]
    body: tuple[RowView, ...]
    language: str


def table_of(table: Table, said: Sequence[Utterance], language: str) -> TableView:
    """A table as it is shown; the part of a row's utterance is the index of the row."""
    ids: dict[int, str] = {}
    for each in said:
        if each.role == "row":
            ids.setdefault(each.part, each.id)
    announced = (each.id for each in said if each.role == "caption")
    rows = tuple(
        RowView(ids.get(index, ""), cells) for index, cells in enumerate(_cells_by_row(table))
    )
    return TableView(
        id=next(announced, ""),
        caption=table.caption,
        head=rows[: table.header_rows],
        body=rows[table.header_rows :],
        language=language,
    )


def _cells_by_row(table: Table) -> list[tuple[CellView, ...]]:
    """All cells; a cell that reaches down from above pushes those of later rows to the right."""
    covered: dict[int, int] = {}
    rows = []
    for index, row in enumerate(table.rows):
        rows.append(_row(table, index, row, covered))
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
    return rows


def _row(
    table: Table, index: int, row: Sequence[Cell], covered: dict[int, int]
) -> tuple[CellView, ...]:
    cells = []
    column = 0
    reaching: dict[int, int] = {}
    for cell in row:
        while column in covered:
            column += 1
        scope = _scope(table, index, column, cell)
        cells.append(CellView(cell.text, scope, cell.column_span, cell.row_span))
        for reached in range(column, column + cell.column_span):
            reaching[reached] = cell.row_span
        column += cell.column_span
    covered.update(reaching)
    return tuple(cells)


def _scope(table: Table, row: int, column: int, cell: Cell) -> str:
    if not cell.text.strip():
        return ""  # an empty corner is no header of anything (HTML 4.9.12)
    if row < table.header_rows:
        return "colgroup" if cell.column_span > 1 else "col"
    if column < table.header_columns:
        return "rowgroup" if cell.row_span > 1 else "row"
    return ""
