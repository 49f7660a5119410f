"""What stands around a table and belongs to it: its caption and its unit (pure).

A bracketed or numbered line right before a table is its caption. The unit of its figures is in a
line beside the caption, in the caption, in a first or last row of its own, or in header cells; the
caption keeps the words as they were printed, `Table.unit` has the unit itself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.extract.headers import header_counts
from service.model.document import Block, Cell, Heading, ListItem, Paragraph, Table
from service.text.table_units import own_unit, told_unit, unit_line, unit_words, without_unit

_CAPTION = re.compile(
    r"\s*([<〈\[【]\s*(?:표|Table)\s*[\d-]+\s*[>〉\]】]\s*\S.{0,80})"  # <표 1> 예산
    r"|\s*[<〈\[【]\s*(.+?)\s*[>〉\]】]\s*"  # < 예산 >
    r"|\s*((?:표|Table)\s*\d+\.?\s.*)"  # 표 1. 예산
)
_LONGEST_CAPTION = 60
_FEWEST = 2
# Above a table these may name its unit too, and are more than its caption.
_KEPT = (Heading, ListItem)

Row = tuple[Cell, ...]


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, captions and units moved into their tables."""
    found: list[Block] = []
    for block in blocks:
        found.append(_told(block, found) if isinstance(block, Table) else block)
    return tuple(found)


def _told(table: Table, before: list[Block]) -> Table:
    """A table with its caption and unit; lines that were theirs are taken away from `before`."""
    unit = _taken_unit(before)
    caption = table.caption or _taken_caption(before)
    unit = unit or _taken_unit(before)
    above = told_unit(before[-1].text) if before and isinstance(before[-1], _KEPT) else ""
    table = _without_unit_rows(_without_title_row(replace(table, caption=caption)))
    table = replace(table, caption=_joined(table.caption, unit))
    told = told_unit(table.caption) or ", ".join(_in_headers(table)) or above
    return replace(table, unit=told)


def _joined(caption: str, unit: str) -> str:
    """A caption and the words of a unit, which are not said twice."""
    return caption if unit in caption else " ".join(part for part in (caption, unit) if part)


def _taken_unit(before: list[Block]) -> str:
    """The line right before, when it names a unit and nothing else; as printed, in brackets."""
    last = before[-1] if before else None
    text = last.text.strip() if isinstance(last, (Heading, Paragraph)) else ""
    if not unit_line(text):
        return ""
    before.pop()
    return _bracketed(text)


def _bracketed(text: str) -> str:
    return text if text[:1] in "([<〈【（［" else f"({text})"


def _taken_caption(before: list[Block]) -> str:
    """The line right before, in brackets or numbered, or a short one that names a unit."""
    last = before[-1] if before else None
    caption = _caption_in(last) if isinstance(last, (Heading, Paragraph)) else ""
    if caption:
        before.pop()
    return caption


def _caption_in(block: Heading | Paragraph) -> str:
    unit = unit_words(block.text)
    text = without_unit(block.text)
    if match := _CAPTION.fullmatch(text):
        caption = next(group for group in match.groups() if group)
        return _joined(caption, unit)
    is_named = bool(unit) and isinstance(block, Paragraph) and len(block.text) <= _LONGEST_CAPTION
    return block.text.strip() if is_named else ""


def _without_title_row(table: Table) -> Table:
    """A first row that is one cell over headers is the caption, where there is no other."""
    title = table.rows[0] if len(table.rows) > _FEWEST and table.header_rows > 1 else ()
    if table.caption or len(title) != 1 or title[0].column_span == 1 or unit_line(title[0].text):
        return table
    return _without_first(replace(table, caption=title[0].text.strip()))


def _without_unit_rows(table: Table) -> Table:
    """A first or last row that only names the unit is part of the caption."""
    if len(table.rows) > _FEWEST and (unit := _only_unit(table.rows[0])):
        table = _without_first(replace(table, caption=_joined(table.caption, unit)))
    has_room = len(table.rows) > max(_FEWEST, table.header_rows + 1)
    if has_room and (unit := _only_unit(table.rows[-1])):
        table = replace(table, rows=table.rows[:-1], caption=_joined(table.caption, unit))
    return table


def _without_first(table: Table) -> Table:
    """The same without its first row; headers that were a guess are counted again."""
    rows = table.rows[1:]
    if table.headers_marked and table.header_rows != 1:
        return replace(table, rows=rows, header_rows=max(0, table.header_rows - 1))
    header_rows, header_columns = header_counts(rows)
    return replace(table, rows=rows, header_rows=header_rows, header_columns=header_columns)


def _only_unit(row: Row) -> str:
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    return _bracketed(texts[0]) if len(texts) == 1 and unit_line(texts[0]) else ""


def _in_headers(table: Table) -> Sequence[str]:
    """Units in header cells, "금액(억 원)", each once, in their order."""
    heads = (cell for row in table.rows[: table.header_rows] for cell in row)
    sides = (c for row in table.rows[table.header_rows :] for c in row[: table.header_columns])
    own = (own_unit(cell.text) for cell in (*heads, *sides))
    return tuple(dict.fromkeys(unit for unit in own if unit))
