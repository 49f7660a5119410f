"""A table that goes on over a page is one table (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.extract.pdf.lines import Line
from service.extract.pdf.tables import Placed
from service.extract.pdf.told import Told
from service.model.document import Boilerplate, Cell, Table

_SAME_EDGE = 4.0

Item = Line | Placed | Told | Boilerplate


def with_whole_tables(items: Iterable[Item]) -> list[Item]:
    """The same items; what goes on at the top of the next page is added to its beginning."""
    found: list[Item] = []
    held: _Held | None = None
    for item in items:
        if isinstance(item, Boilerplate):
            found.append(item)
            continue
        if isinstance(item, Placed) and held is not None and _goes_on(held, item):
            whole = _added(held.placed, item)
            found[held.at] = whole
            held = _Held(held.at, whole, item.table.locator.page)
            continue
        found.append(item)
        held = None
        if isinstance(item, Placed):
            held = _Held(len(found) - 1, item, item.table.locator.page)
    return found


@dataclass(frozen=True, slots=True)
class _Held:
    """The table that was last: its place among the items and the page on which it ends."""

    at: int
    placed: Placed
    page: int


def _goes_on(held: _Held, after: Placed) -> bool:
    before = held.placed
    edges = zip((before.box[0], before.box[2]), (after.box[0], after.box[2]), strict=True)
    same = all(abs(one - other) <= _SAME_EDGE for one, other in edges)
    is_next = after.table.locator.page == held.page + 1
    return is_next and same and _width(before.table) == _width(after.table)


def _width(table: Table) -> int:
    return max((sum(cell.column_span for cell in row) for row in table.rows), default=0)


def _added(before: Placed, after: Placed) -> Placed:
    """Both as one; a head that is printed again is not said again."""
    table, more = before.table, after.table.rows
    heads = table.rows[: table.header_rows]
    again = len(heads) if _texts(more[: len(heads)]) == _texts(heads) else 0
    return replace(before, table=replace(table, rows=table.rows + more[again:]))


def _texts(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]
