"""Tables as HTML has them: which cells are headers, and of what.

A table with one row of headers and at most one column of them says enough with `scope`. One with
headers in several levels or merged ones names for every cell its headers by their ids (WCAG
technique H43), because the reach of a merged header cannot be told by `scope` alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from service.model.document import Table
from service.model.narration import Utterance
from service.narration.grid import Grid, Place, grid_of
from service.web.row_groups import RowGroup, column_groups, row_groups


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; `scope` is empty for data, else "col", "colgroup", "row" or "rowgroup".

    `id` is set where an utterance says the cell alone (then `is_said`) or other cells name it in
    their `headers`.
    """

    text: str
    scope: str
    column_span: int
    row_span: int
    id: str = ""
    headers: str = ""
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """A row; `id` is that of the utterance that says it, or empty."""

    id: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its caption; `id` is that of the utterance that announces it, or empty.

    `columns` holds the widths of groups of columns, `bodies` the groups of rows below the head.
    """

    shape: ClassVar[str] = "table"
    id: str
    caption: str
    columns: tuple[int, ...]
    head: tuple[RowView, ...]
    bodies: tuple[tuple[RowView, ...], ...]
    language: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table on its way to the page: ids of rows and cells by number, headers by column."""

    table: Table
    grid: Grid
    groups: tuple[int, ...]
    name: str
    rows: Mapping[int, str]
    cells: Mapping[int, str]
    is_complex: bool
    heads: Mapping[int, tuple[Place, ...]]


def table_of(table: Table, said: Sequence[Utterance], language: str, ids: str = "") -> TableView:
    """A table as it is shown, its rows and cells with the ids of their utterances.

    `ids` is what the ids of other cells begin with.
    """
    sheet = _sheet(table, said, ids)
    head, *bodies = row_groups(sheet.grid)
    announced = (each.id for each in said if each.role == "caption")
    return TableView(
        id=next(announced, ""),
        caption=table.caption,
        columns=sheet.groups,
        head=_rows(sheet, head),
        bodies=tuple(_rows(sheet, group) for group in bodies),
        language=language,
    )


def _sheet(table: Table, said: Sequence[Utterance], ids: str) -> _Sheet:
    grid = grid_of(table)
    first = said[0].block if said else 0
    heads = tuple(p for row in grid.rows[: grid.heads] for p in row if p.is_own and p.text)
    return _Sheet(
        table=table,
        grid=grid,
        groups=column_groups(grid),
        name=f"{ids}t{first}",
        rows=_ids(said, "row"),
        cells=_ids(said, "cell") | _column_ids(heads, _ids(said, "header")),
        is_complex=_is_complex(table, heads),
        heads=_by_column(heads),
    )


def _by_column(heads: Sequence[Place]) -> Mapping[int, tuple[Place, ...]]:
    found: dict[int, list[Place]] = {}
    for place in heads:
        for column in range(place.column, place.end):
            found.setdefault(column, []).append(place)
    return {column: tuple(places) for column, places in found.items()}


def _ids(said: Sequence[Utterance], role: str) -> dict[int, str]:
    ids: dict[int, str] = {}
    for each in said:
        if each.role == role and each.part >= 0:
            ids.setdefault(each.part, each.id)
    return ids


def _column_ids(heads: Sequence[Place], columns: Mapping[int, str]) -> dict[int, str]:
    """The ids of columns' utterances by the index of the innermost header that stands there."""
    innermost = {place.column: place.index for place in heads}
    return {innermost[column]: id_ for column, id_ in columns.items() if column in innermost}


def _is_complex(table: Table, heads: Sequence[Place]) -> bool:
    """Whether scope alone is not enough."""
    merged = any(place.cell.column_span > 1 or place.cell.row_span > 1 for place in heads)
    sides = any(cell.row_span > 1 for row in table.rows[table.header_rows :] for cell in row)
    return merged or sides or table.header_rows > 1 or table.header_columns > 1


def _rows(sheet: _Sheet, group: RowGroup) -> tuple[RowView, ...]:
    return tuple(
        RowView(
            sheet.rows.get(number, ""),
            tuple(_cell(sheet, place, group) for place in sheet.grid.rows[number] if place.is_own),
        )
        for number in range(group.first, group.end)
    )


def _cell(sheet: _Sheet, place: Place, group: RowGroup) -> CellView:
    scope = _scope(sheet, place, group)
    said = sheet.cells.get(place.index, "")
    is_named = bool(scope) and sheet.is_complex
    return CellView(
        text=place.cell.text,
        scope=scope,
        column_span=place.end - place.column,
        row_span=max(1, min(place.cell.row_span, group.end - place.row)),
        id=said or (_name(sheet, place) if is_named else ""),
        headers=" ".join(_headers(sheet, place)) if sheet.is_complex and place.text else "",
        is_said=bool(said),
    )


def _scope(sheet: _Sheet, place: Place, group: RowGroup) -> str:
    if not place.text:
        return ""  # an empty corner is no header of anything (HTML 4.9.12)
    if place.row < sheet.grid.heads:
        in_group = place.row == 0 and place.end - place.column > 1 and sheet.groups
        return "colgroup" if in_group else "col"
    if place.column >= sheet.table.header_columns or sheet.grid.is_section((place,)):
        return ""
    fills = group.end - group.first == place.cell.row_span > 1
    return "rowgroup" if fills and place.column == 0 else "row"


def _headers(sheet: _Sheet, place: Place) -> Sequence[str]:
    """The ids of a cell's headers: those above it, then those at its left in its rows."""
    columns = range(place.column, place.end)
    above = [p for at in columns for p in sheet.heads.get(at, ()) if p.row < place.row]
    beside: list[Place] = []
    if place.row >= sheet.grid.heads:
        last = place.row + max(1, place.cell.row_span)
        fixed = min(place.column, sheet.table.header_columns)
        sides = [p for row in sheet.grid.rows[place.row : last] for p in row]
        beside = [p for p in sides if p.column < fixed and p.text and p.row >= sheet.grid.heads]
    return tuple(dict.fromkeys(_name(sheet, p) for p in (*above, *beside)))


def _name(sheet: _Sheet, place: Place) -> str:
    return sheet.cells.get(place.index) or f"{sheet.name}-c{place.index}"
