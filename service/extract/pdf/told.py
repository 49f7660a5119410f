"""Blocks as tags tell them, over all pages: what goes on over a page is one block (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from service.extract.pdf.drafts import ITEM, NOTE, PARAGRAPH
from service.extract.pdf.lines import Line
from service.extract.pdf.sheets import Box
from service.extract.pdf.tags import Path

ENDS = (".", "!", "?", ":", "다", "음", "함", "임")
"""What sentences and items end with."""


@dataclass(frozen=True, slots=True)
class ToldCell:
    """A cell of a table, with the blocks in it."""

    path: Path
    blocks: "tuple[Told, ...]"
    columns: int = 1
    rows: int = 1
    is_head: bool = False
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A row of a table; `is_head` where its group of rows is the head."""

    path: Path
    cells: tuple[ToldCell, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A block as the tags tell it; fields that `Draft` has too mean the same.

    `label` is the text of a bullet or number, or the caption of a table; `box` is the place of
    everything printed of it on its first page.
    """

    kind: str
    page: int
    box: Box
    path: Path = ()
    lines: tuple[Line, ...] = ()
    level: int = 0
    language: str = ""
    alt: str = ""
    label: str = ""
    owner: Path = ()
    rows: tuple[ToldRow, ...] = ()

    def all_lines(self) -> list[Line]:
        """Every line in it, those of cells too."""
        inner = [b for row in self.rows for cell in row.cells for b in cell.blocks]
        return [*self.lines, *(line for block in inner for line in block.all_lines())]


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box with all of these in it."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def box_of(line: Line) -> Box:
    """The place of a line on its page."""
    return line.left, line.top, line.right, line.bottom


_Item = TypeVar("_Item")


def whole(items: Iterable[_Item]) -> list[_Item]:
    """Blocks of all pages; what stands on several pages is one block, where it begins.

    Whatever else is among them stays in its place.
    """
    found: list[_Item] = []
    places: dict[tuple[str, Path], int] = {}
    owners: set[Path] = set()
    for item in items:
        if not isinstance(item, Told):
            found.append(item)
            continue
        held = places.get((_sort(item), item.path)) if item.path else None
        if held is not None:
            found[held] = cast("_Item", _with_more(cast("Told", found[held]), item))
            continue
        places[_sort(item), item.path] = len(found)
        is_later = item.owner in owners
        owners |= {item.owner} - {()}
        own = replace(item, kind=PARAGRAPH, label="") if is_later else item
        found.append(cast("_Item", own))
    return found


def _sort(block: Told) -> str:
    """What a block is; the second page of an item does not know that it is one."""
    return PARAGRAPH if block.kind in (ITEM, NOTE) else block.kind


def _with_more(first: Told, more: Told) -> Told:
    rows = _joined_rows(first.rows, more.rows)
    return replace(first, lines=first.lines + more.lines, alt=first.alt or more.alt, rows=rows)


def _joined_rows(first: Sequence[ToldRow], more: Sequence[ToldRow]) -> tuple[ToldRow, ...]:
    """Rows of both; one that was torn by the end of a page is whole again."""
    rows = list(first)
    places = {row.path: at for at, row in enumerate(rows)}
    for row in more:
        at = places.get(row.path)
        if at is None:
            rows.append(row)
        else:
            rows[at] = replace(rows[at], cells=_joined_cells(rows[at].cells, row.cells))
    return tuple(sorted(rows, key=lambda row: row.path))


def _joined_cells(first: Sequence[ToldCell], more: Sequence[ToldCell]) -> tuple[ToldCell, ...]:
    cells = {cell.path: cell for cell in first}
    for cell in more:
        held = cells.get(cell.path)
        blocks = (*held.blocks, *cell.blocks) if held else cell.blocks
        cells[cell.path] = replace(cell, blocks=tuple(whole(blocks)))
    return tuple(cells[path] for path in sorted(cells))
