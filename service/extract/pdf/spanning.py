"""A table that goes on over a page or a column is one table (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.extract.headers import header_counts
from service.extract.pdf.joining import Piece, joined_all
from service.extract.pdf.lines import Line
from service.extract.pdf.spacing import Vocabulary
from service.extract.pdf.tables import Placed
from service.extract.pdf.told import Told
from service.model.document import Boilerplate, Cell, Table

_SAME_EDGE = 4.0

Item = Line | Placed | Told | Boilerplate


def with_whole_tables(items: Iterable[Item]) -> list[Item]:
    """The same items; what goes on at the top of the next page or column joins its beginning."""
    found: list[Item] = []
    held: _Held | None = None
    for item in items:
        if isinstance(item, Boilerplate):
            found.append(item)
            continue
        if isinstance(item, Placed) and held is not None and _goes_on(held, item):
            whole = _added(held.placed, item)
            found[held.at] = whole
            held = _Held(held.at, whole, item)
            continue
        found.append(item)
        held = None
        if isinstance(item, Placed):
            held = _Held(len(found) - 1, item, item)
    return found


@dataclass(frozen=True, slots=True)
class _Held:
    """The table that was last: its place among the items, all of it so far and its last piece."""

    at: int
    placed: Placed
    last: Placed


def _goes_on(held: _Held, after: Placed) -> bool:
    before = held.last
    if _width(held.placed.table) != _width(after.table):
        return False
    if after.table.locator.page == before.table.locator.page + 1:
        edges = zip((before.box[0], before.box[2]), (after.box[0], after.box[2]), strict=True)
        return all(abs(one - other) <= _SAME_EDGE for one, other in edges)
    return _is_next_column(before, after)


def _is_next_column(before: Placed, after: Placed) -> bool:
    wide, other = (each.box[2] - each.box[0] for each in (before, after))
    same_page = after.table.locator.page == before.table.locator.page
    is_beside = after.box[0] >= before.box[2] - _SAME_EDGE and after.box[1] < before.box[1]
    return same_page and is_beside and abs(wide - other) <= _SAME_EDGE


def _width(table: Table) -> int:
    return max((sum(cell.column_span for cell in row) for row in table.rows), default=0)


def _added(before: Placed, after: Placed) -> Placed:
    """Both as one; a head that is printed again is not said again."""
    table, more = before.table, after.table.rows
    heads = table.rows[: table.header_rows]
    again = len(heads) if _texts(more[: len(heads)]) == _texts(heads) else 0
    rows = _sewn(table.rows, more[again:])
    header_rows, header_columns = header_counts(rows)
    if len(table.rows) > 1:
        header_rows, header_columns = table.header_rows, table.header_columns
    whole = replace(table, rows=rows, header_rows=header_rows, header_columns=header_columns)
    return replace(before, table=whole)


_Rows = tuple[tuple[Cell, ...], ...]


def _sewn(rows: _Rows, more: _Rows) -> _Rows:
    """Rows in sequence; one that was torn by the end of its page is put together again.

    The rest of a torn row has no name at its left, and its text goes on within a sentence.
    """
    if not rows or not more or not _is_torn(rows[-1], more[0]):
        return rows + more
    sewn = tuple(
        replace(cell, text=_text(cell.text, rest.text))
        for cell, rest in zip(rows[-1], more[0], strict=True)
    )
    return (*rows[:-1], sewn, *more[1:])


def _is_torn(row: Sequence[Cell], rest: Sequence[Cell]) -> bool:
    if len(row) != len(rest) or rest[0].text or not row[0].text:
        return False
    pairs = [(cell.text, other.text) for cell, other in zip(row, rest, strict=True) if other.text]
    return bool(pairs) and all(text and not text.endswith((".", "!", "?")) for text, _ in pairs)


def _text(text: str, rest: str) -> str:
    if not text or not rest:
        return text or rest
    return joined_all([[Piece(text), Piece(rest)]], Vocabulary())[0]


def _texts(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]
