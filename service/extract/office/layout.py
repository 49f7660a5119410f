"""Tables that only place things beside each other give up what they hold (pure).

A table inside of a cell is one of three things. If it is no table itself (one row, one column), its
texts are the cell's. If it and its like say more than the table around them, the outer one only
places them, and gives them up in order. Otherwise it follows the outer table as a table of its own,
captioned with what names its cell, because neither a cell that is read as one sentence nor one that
says nothing can be understood by listening.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.extract.office.items import Footnote, Grid, Item, Para
from service.model.document import Cell

_FEWEST = 2
_FEW_CELLS = 4
_LONGEST_CELL = 400
_LONGEST_FACT = 60
# Cells that name the one to the right of them, in the single row over a release's title.
_NAMES = re.compile(
    r"(?:보도\s*(?:시점|일시)|배\s*포\s*(?:일시|시점|일)?|Release date|Embargo)\s*[:：]?\s*"
)

Filled = tuple[Cell, Sequence[Item]]
Rows = Sequence[Sequence[Filled]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of a table besides its cells."""

    header_rows: int = 0
    caption: str = ""


def flat(rows: Rows, told: Told | None = None) -> list[Item]:
    """A table as one item; one of a single row or column, or of long texts, as what is in it.

    Pictures and tables inside of cells follow the table.
    """
    told = told or Told()
    rows = [row for row in rows if row]
    if not _is_table(rows):
        caption = [Para(told.caption)] if told.caption else []
        return [*caption, *_given_up(rows)]
    cells = tuple(
        tuple(Cell(own_text(items), cell.column_span, cell.row_span) for cell, items in row)
        for row in rows
    )
    notes = tuple(note for row in rows for _, items in row for note in _notes(items))
    grid = Grid(cells, told.header_rows, told.caption, notes)
    return [grid, *_beside(rows)]


def spoken(items: Sequence[Item]) -> str:
    """All texts of some items in one line, those of tables too."""
    return " ".join(text for item in items for text in _texts(item) if text)


def own_text(items: Sequence[Item]) -> str:
    """The texts of paragraphs in one line."""
    return " ".join(text for item in items if isinstance(item, Para) for text in _texts(item))


def _texts(item: Item) -> Iterator[str]:
    match item:
        case Para():
            yield f"{item.mark} {item.text.strip()}" if item.mark else item.text.strip()
        case Grid():
            yield item.caption
            yield from (cell.text for row in item.rows for cell in row)
        case _:
            pass  # pictures, running headers


def _is_table(rows: Rows) -> bool:
    full = [row for row in rows if any(spoken(items) for _, items in row)]
    widest = max((len(row) for row in rows), default=0)
    if len(full) < _FEWEST or widest < _FEWEST:
        return False
    texts = [own_text(items) for row in rows for _, items in row]
    inner = [
        spoken([item])
        for row in rows
        for _, items in row
        for item in items
        if isinstance(item, Grid)
    ]
    if sum(map(len, inner)) > sum(map(len, texts)):
        return False
    said = [text for text in texts if text]
    return len(said) > _FEW_CELLS or all(len(text) < _LONGEST_CELL for text in said)


def _given_up(rows: Rows) -> Iterator[Item]:
    """What the cells hold; in a row of facts each name stays with its value."""
    for row in rows:
        cells = [list(items) for _, items in row]
        while cells:
            own = cells.pop(0)
            if cells and _names(own) and _is_fact(cells[0]):
                name, value = own[0], cells.pop(0)[0]
                assert isinstance(name, Para)
                assert isinstance(value, Para)
                yield replace(value, text=f"{name.text.strip()} {value.text.strip()}", notes=())
            else:
                yield from own


def _names(items: Sequence[Item]) -> bool:
    return _is_fact(items) and _NAMES.fullmatch(own_text(items)) is not None


def _is_fact(items: Sequence[Item]) -> bool:
    """Whether a cell holds one short paragraph and nothing else."""
    if len(items) != 1 or not isinstance(items[0], Para):
        return False
    return not items[0].notes and 0 < len(items[0].text.strip()) <= _LONGEST_FACT


def _beside(rows: Rows) -> Iterator[Item]:
    for row in rows:
        for at, (_, items) in enumerate(row):
            for item in items:
                if isinstance(item, Grid):
                    yield replace(item, caption=item.caption or _name_of(rows, row, at))
                elif not isinstance(item, Para):
                    yield item


def _name_of(rows: Rows, row: Sequence[Filled], at: int) -> str:
    """What names a cell: the first cell of its row, or the cell over its column."""
    first = own_text(row[0][1]) if at else ""
    over = own_text(rows[0][at][1]) if row is not rows[0] and at < len(rows[0]) else ""
    return next((text for text in (first, over) if 0 < len(text) <= _LONGEST_FACT), "")


def _notes(items: Sequence[Item]) -> Iterator[Footnote]:
    yield from (note for item in items if isinstance(item, Para) for _, note in item.notes)
