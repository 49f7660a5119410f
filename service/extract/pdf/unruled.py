"""Tables without rules: lines whose pieces stand in columns, one below the other (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from service.extract.headers import header_counts
from service.extract.marks import begins_anew
from service.extract.pdf.lines import Page
from service.extract.pdf.runs import Run, rows_of
from service.extract.pdf.sheets import Box
from service.extract.pdf.tables import Placed
from service.model.document import Cell, Locator, Table

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_GAP = 1.2
_ROOM = 0.4
_HAIR = 0.01
_FARTHEST = 2.6
_PROSE_FILL, _PROSE_LETTERS = 0.8, 10
_FIGURE = re.compile(r"[△▲▼+\-–~($₩]*\d[\d.,:/%\s\-]*[%p)]*|[-–]")
_FIGURES = 0.5

Piece = tuple[Run, ...]
"""Runs of one line that follow each other closely."""


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float


def unruled_tables(runs: Sequence[Run], page: Page) -> tuple[list[Placed], list[Run]]:
    """Tables among runs that stand in no ruled table, and the runs that are left."""
    found: list[Placed] = []
    taken: set[int] = set()
    for block in _blocks([_pieces(row) for row in rows_of(runs)]):
        columns = _columns(block)
        if not _is_table(block, columns):
            continue
        rows = [_cells(row, columns) for row in block]
        box = _around([run.box for row in block for piece in row for run in piece])
        found.append(Placed(box, _table(rows, box, page.number)))
        taken.update(id(run) for row in block for piece in row for run in piece)
    return found, [run for run in runs if id(run) not in taken]


def _pieces(row: Sequence[Run]) -> list[Piece]:
    pieces: list[list[Run]] = [[row[0]]]
    for before, run in pairwise(row):
        if run.left - before.right > _GAP * max(run.size, before.size):
            pieces.append([])
        pieces[-1].append(run)
    return [tuple(piece) for piece in pieces]


def _blocks(rows: Sequence[list[Piece]]) -> Iterator[list[list[Piece]]]:
    """Lines of three pieces or more that follow each other closely."""
    block: list[list[Piece]] = []
    for row in rows:
        is_row = len(row) >= _FEWEST_COLUMNS and not begins_anew(row[0][0].text)
        if block and (not is_row or _distance(block[-1], row) > _FARTHEST):
            yield from [block] if len(block) >= _FEWEST_ROWS else []
            block = []
        if is_row:
            block.append(row)
    if len(block) >= _FEWEST_ROWS:
        yield block


def _distance(above: list[Piece], below: list[Piece]) -> float:
    return (below[0][0].base - above[0][0].base) / below[0][0].size


def _columns(block: Sequence[list[Piece]]) -> list[_Column]:
    """Stretches of the line in which pieces stand, from the left.

    Each is a hair wide at least: damaged fonts give letters no width.
    """
    columns: list[_Column] = []
    for left, end in sorted((p[0].left, p[-1].right) for row in block for p in row):
        right = max(end, left + _HAIR)
        if columns and left < columns[-1].right:
            columns[-1] = _Column(columns[-1].left, max(columns[-1].right, right))
        else:
            columns.append(_Column(left, right))
    return columns


def _is_table(block: Sequence[list[Piece]], columns: Sequence[_Column]) -> bool:
    if len(columns) < _FEWEST_COLUMNS:
        return False
    size = block[0][0][0].size
    if any(b.left - a.right < _ROOM * size for a, b in pairwise(columns)):
        return False
    texts = [_cells(row, columns) for row in block]
    by_column = list(zip(*texts, strict=True))
    if sum(_is_prose(block, columns, at) for at in range(len(columns))) > 1:
        return False
    figures = [_share_of_figures(column) for column in by_column]
    return any(share >= _FIGURES for share in figures) or len(block) > 2 * _FEWEST_ROWS


def _is_prose(block: Sequence[list[Piece]], columns: Sequence[_Column], at: int) -> bool:
    """Whether the pieces of a column fill it like lines of a text."""
    column = columns[at]
    own = [piece for row in block for piece in row if column.left <= piece[0].left < column.right]
    fill = median((p[-1].right - p[0].left) / (column.right - column.left or 1) for p in own)
    letters = median(sum(len(run.text) for run in piece) for piece in own)
    return fill >= _PROSE_FILL and letters >= _PROSE_LETTERS


def _share_of_figures(texts: Sequence[str]) -> float:
    full = [text for text in texts if text]
    return sum(_FIGURE.fullmatch(text) is not None for text in full) / (len(full) or 1)


def _cells(row: Sequence[Piece], columns: Sequence[_Column]) -> list[str]:
    texts = [""] * len(columns)
    for piece in row:
        at = next(n for n, column in enumerate(columns) if piece[0].left < column.right)
        texts[at] = " ".join([*filter(None, [texts[at]]), *(run.text for run in piece)])
    return texts


def _table(rows: Sequence[Sequence[str]], box: Box, number: int) -> Table:
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    header_rows, header_columns = header_counts(cells)
    if any(_FIGURE.fullmatch(text) for text in rows[0]):
        header_rows = 0
    place = Locator(page=number, box=tuple(round(edge, 1) for edge in box))
    return Table(cells, header_rows, header_columns, locator=place)


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
