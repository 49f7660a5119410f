"""Tables as tags tell them: rows, spans and headers (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.extract.headers import header_counts
from service.extract.pdf.drafts import PARAGRAPH, TABLE
from service.extract.pdf.lines import Line
from service.extract.pdf.told import Told, ToldCell, ToldRow, around
from service.model.document import Cell, Locator, Table

_FEWEST = 2
_LONGEST_CELL = 400
_FEW_CELLS = 4
_SHORT_CELL = 40


def is_layout(told: Told) -> bool:
    """Whether a table only places text: one row, one column, or few cells with long texts."""
    if told.kind != TABLE:
        return False
    sizes = [[_letters(cell) for cell in row.cells] for row in told.rows]
    filled = [row for row in sizes if any(row)]
    if len(filled) < _FEWEST or max(len(row) for row in sizes) < _FEWEST:
        return True
    texts = [size for row in filled for size in row if size]
    return len(texts) <= _FEW_CELLS and max(texts) >= _LONGEST_CELL


def as_line(row: ToldRow) -> Told | None:
    """A row of short cells that only places text, as one paragraph; None where it is more."""
    blocks = [block for cell in row.cells for block in cell.blocks]
    is_short = all(block.kind == PARAGRAPH and len(block.lines) == 1 for block in blocks)
    if len(blocks) < _FEWEST or not is_short or max(map(_letters, row.cells)) > _SHORT_CELL:
        return None
    lines = parted([line for block in blocks for line in block.lines])
    return replace(blocks[0], lines=lines, path=(), box=around([block.box for block in blocks]))


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines that do not go on from each other: a space is between them."""
    return tuple(replace(line, ends_with_space=True) for line in lines)


def _letters(cell: ToldCell) -> int:
    return sum(len(line.text) for block in cell.blocks for line in block.all_lines())


def leaves_of(told: Told) -> list[Sequence[Line]]:
    """The lines of each text of a block: one, or one for each block in each cell."""
    if told.kind == TABLE:
        return [lines for row in told.rows for cell in row.cells for lines in _in_cell(cell)]
    return [told.lines] if told.lines else []


def _in_cell(cell: ToldCell) -> Iterator[Sequence[Line]]:
    for block in cell.blocks:
        yield from leaves_of(block)


def table_of(told: Told, texts: Sequence[str], place: Locator) -> Table:
    """A table of data; `texts` are those of its leaves."""
    waiting = iter(texts)
    rows = []
    for at, row in enumerate(told.rows):
        left = len(told.rows) - at
        rows.append(
            tuple(_cell(cell, [next(waiting) for _ in _in_cell(cell)], left) for cell in row.cells)
        )
    full = _filled(rows)
    heads, columns = _told_headers(told.rows) if full == rows else (0, 0)
    is_told = bool(heads or columns)
    seen_heads, seen_columns = header_counts(full)
    if not heads and not columns:
        heads = seen_heads
    columns = columns or seen_columns
    return Table(tuple(full), heads, columns, told.label, locator=place, headers_marked=is_told)


def _cell(cell: ToldCell, texts: Sequence[str], rows_left: int) -> Cell:
    labels = [block.label for block in cell.blocks if block.lines]
    parts = [f"{label} {text}".strip() for label, text in zip(labels, texts, strict=False)]
    alts = [block.alt for block in cell.blocks if block.alt]
    text = " ".join([*parts, *texts[len(parts) :], *alts])
    return Cell(text, cell.columns, min(cell.rows, rows_left))


def _filled(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows with text; all of them where a cell reaches down over others."""
    if any(cell.row_span > 1 for row in rows for cell in row):
        return list(rows)
    return [row for row in rows if any(cell.text for cell in row)]


def _told_headers(rows: Sequence[ToldRow]) -> tuple[int, int]:
    """(header rows, header columns) that the tags tell; (0, 0) where they tell none."""
    heads = 0
    while heads < len(rows) - 1 and _is_head(rows[heads]):
        heads += 1
    widths = [sum(cell.columns for cell in row.cells) for row in rows]
    body = [row for row, width in zip(rows, widths, strict=True) if width == max(widths)][heads:]
    columns = min((_leading(row) for row in body), default=0)
    return heads, min(columns, max(widths, default=1) - 1)


def _is_head(row: ToldRow) -> bool:
    return row.is_head or all(cell.is_head and not cell.is_row for cell in row.cells)


def _leading(row: ToldRow) -> int:
    """How many cells at the beginning of a row head it."""
    count = 0
    for cell in row.cells:
        if not cell.is_head:
            break
        count += cell.columns
    return count
