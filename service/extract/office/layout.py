"""Tables that only place things beside each other give up what they hold (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.extract.office.items import Footnote, Furniture, Grid, Item, Para, Picture
from service.model.document import Cell

_FEWEST = 2
_FEW_CELLS = 4
_LONGEST_CELL = 400

Filled = tuple[Cell, Sequence[Item]]


def flat(rows: Sequence[Sequence[Filled]], header_rows: int = 0) -> list[Item]:
    """A table as one item; one of a single row or column, or of long texts, as what is in it.

    Pictures, notes and tables inside of cells follow the table.
    """
    filled = [[(_text(items), items) for _, items in row] for row in rows]
    texts = [text for row in filled for text, _ in row if text]
    if not _is_table(rows, texts):
        return [item for row in rows for _, items in row for item in items]
    grid = Grid(
        tuple(
            tuple(replace(cell, text=_text(items)) for cell, items in row) for row in rows if row
        ),
        header_rows,
    )
    return [grid, *(item for row in rows for _, items in row for item in _beside(items))]


def _is_table(rows: Sequence[Sequence[Filled]], texts: Sequence[str]) -> bool:
    full = [row for row in rows if any(_text(items) for _, items in row)]
    if len(full) < _FEWEST or max((len(row) for row in rows), default=0) < _FEWEST:
        return False
    return len(texts) > _FEW_CELLS or all(len(text) < _LONGEST_CELL for text in texts)


def _text(items: Sequence[Item]) -> str:
    return " ".join(_said(items))


def _said(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Para):
            yield f"{item.mark} {item.text}".strip() if item.mark else item.text.strip()
        elif isinstance(item, Grid):
            yield from (cell.text for row in item.rows for cell in row if cell.text)


def _beside(items: Sequence[Item]) -> Iterator[Item]:
    return (item for item in items if isinstance(item, (Picture, Footnote, Furniture)))
