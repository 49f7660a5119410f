"""Grids and the text in them to tables: cells with their spans, rows whole and in order (pure)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from service.extract.headers import header_counts
from service.extract.layout import is_data
from service.extract.marks import is_meta
from service.extract.pdf.grids import Grid, GridCell, grids_of
from service.extract.pdf.joining import Piece, joined_all
from service.extract.pdf.layouts import set_out
from service.extract.pdf.lines import Line, Page
from service.extract.pdf.parting import parted
from service.extract.pdf.runs import Run, lines_of, rows_of
from service.extract.pdf.sheets import Box, Rule
from service.extract.pdf.spacing import Vocabulary
from service.extract.words import closed_up
from service.model.document import Cell, Locator, Table

_FEWEST = 2
_PADDING, _SPACE = 1.0, 0.25
_BAND = 16.0
_HEAD_REACH = 1.8
_LONGEST_OF_ROW = 60
_SAME_BASE = 2.5
_FIGURE = re.compile(r"[△▲▼+\-–~(]*\d[\d.,:%\s]*[%p)명원건개년월일]*|[-–]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A table and the box it fills."""

    box: Box
    table: Table


def tables_of(
    runs: Sequence[Run], rules: Iterable[Rule], page: Page, known: Vocabulary
) -> tuple[list[Placed], list[Run], list[Box]]:
    """Tables from top to bottom, the runs that stand in none, and boxes around such runs.

    Boxes around one text, and grids that only place long texts beside each other, are no tables.
    """
    found: list[Placed] = []
    boxes: list[Box] = []
    left = list(runs)
    for grid in grids_of(rules):
        inside = [run for run in left if _is_in(run, grid.box)]
        rows = _rows(grid, inside, page, known)
        if not _is_table(rows):
            own, moved = set_out(grid, rows, inside)
            boxes += own
            left = [*(run for run in left if not _is_in(run, grid.box)), *moved]
            continue
        heads = _heads(grid, left)
        box = _around([grid.box, *(run.box for row in heads for run in row)])
        rows = [*(_head_row(grid, row) for row in heads), *rows]
        found.append(Placed(box, _table(rows, box, page.number)))
        left = [run for run in left if not _is_in(run, box)]
    return found, left, boxes


def _heads(grid: Grid, runs: Sequence[Run]) -> list[list[Run]]:
    """Rows right above a grid that is open at its top: each piece stands over a column."""
    top = grid.box[1]
    above = [run for run in runs if top - _HEAD_REACH * run.size <= run.base <= top + 1]
    return [row for row in rows_of(above) if len(row) >= _FEWEST and _fits(row, grid)]


def _fits(row: Sequence[Run], grid: Grid) -> bool:
    columns = [_column(run, grid) for run in row]
    return None not in columns and len(set(columns)) == len(columns)


def _column(run: Run, grid: Grid) -> int | None:
    for at, (left, right) in enumerate(pairwise(grid.column_edges)):
        if left - 1 <= run.left and run.right <= right + 1:
            return at
    return None


def _head_row(grid: Grid, row: Sequence[Run]) -> tuple[Cell, ...]:
    texts = {_column(run, grid): run.text for run in row}
    return tuple(Cell(texts.get(at, "")) for at in range(grid.columns))


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _is_in(run: Run, box: Box) -> bool:
    x, y = (run.left + run.right) / 2, _height(run)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _height(run: Run) -> float:
    return run.base - run.size / 3


class _Shelves:
    """Runs by the level bands of the page that they stand in, so that no cell asks all of them."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._bands: defaultdict[float, list[tuple[int, Run]]] = defaultdict(list)
        for at, run in enumerate(runs):
            self._bands[_height(run) // _BAND].append((at, run))

    def inside(self, box: Box) -> list[Run]:
        """Runs in a box, in their order."""
        top, bottom = box[1] // _BAND, box[3] // _BAND
        bands = [self._bands[band] for band in self._bands if top <= band <= bottom]
        found = [(at, run) for band in bands for at, run in band if _is_in(run, box)]
        return [run for _, run in sorted(found, key=itemgetter(0))]


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    filled = [row for row in rows if any(cell.text for cell in row)]
    if len(filled) == 1:
        return _is_row([cell for row in rows for cell in row if cell.text])
    return is_data([[cell.text for cell in row] for row in rows])


def _is_row(cells: Sequence[Cell]) -> bool:
    """Whether a grid of one row is one of a table.

    With two cells it numbers an annex instead, and the masthead of a release tells its dates so.
    """
    if len(cells) <= _FEWEST or is_meta(" ".join(cell.text for cell in cells)):
        return False
    return all(len(cell.text) < _LONGEST_OF_ROW for cell in cells)


def _table(rows: Sequence[tuple[Cell, ...]], box: Box, number: int) -> Table:
    full = tuple(row for row in rows if any(cell.text for cell in row))
    header_rows, header_columns = header_counts(full)
    return Table(
        rows=full,
        header_rows=header_rows,
        header_columns=header_columns,
        locator=Locator(page=number, box=tuple(round(edge, 1) for edge in box)),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A cell before its lines are one text; `width` is the room that they have."""

    columns: int
    rows: int
    width: float
    lines: Sequence[Line]


def _rows(grid: Grid, runs: Sequence[Run], page: Page, known: Vocabulary) -> list[tuple[Cell, ...]]:
    """Rows with their texts; what one cell tells of the exporter helps the others."""
    shelves = _Shelves(runs)
    cells = [part for cell in grid.cells for part in parted(cell, grid, shelves.inside(cell.box))]
    filled = [(cell, lines_of(shelves.inside(cell.box), page)) for cell in cells]
    drafts: list[list[_Draft]] = []
    for row in range(grid.rows):
        own = [(cell, lines) for cell, lines in filled if cell.row == row]
        drafts.extend(_split(own) if own else [])
    lines = [_pieces(draft) for row in drafts for draft in row if draft.lines]
    texts = map(closed_up, joined_all(lines, known))
    return [
        tuple(Cell(next(texts) if each.lines else "", each.columns, each.rows) for each in row)
        for row in drafts
    ]


def _pieces(draft: _Draft) -> list[Piece]:
    """Lines of a cell; one after which the next word would have fitted was ended on purpose."""
    room = draft.width - (_PADDING + _SPACE) * draft.lines[0].size
    ended = [
        line.right - line.left + following.first_word < room
        for line, following in pairwise(draft.lines)
    ]
    return [
        Piece(line.text, line.ends_with_space, is_ended)
        for line, is_ended in zip(draft.lines, [*ended, False], strict=True)
    ]


def _split(cells: Sequence[tuple[GridCell, list[Line]]]) -> Iterator[list[_Draft]]:
    """A row of cells, or the rows that it holds where the rules between them were not drawn.

    Figures are never wrapped: where a column has one on each line, each line is a row.
    """
    bases = _row_bases(cells)
    if not bases:
        yield [_draft(cell, lines, cell.rows) for cell, lines in cells]
    for at, base in enumerate(bases):
        until = bases[at + 1] if at + 1 < len(bases) else float("inf")
        yield [
            _draft(cell, [line for line in lines if base <= line.base + _SAME_BASE < until], 1)
            for cell, lines in cells
        ]


def _draft(cell: GridCell, lines: Sequence[Line], rows: int) -> _Draft:
    return _Draft(cell.columns, rows, cell.box[2] - cell.box[0], lines)


def _row_bases(cells: Sequence[tuple[GridCell, list[Line]]]) -> list[float]:
    """Heights of the rows inside of a row; none where it is one."""
    if len(cells) < _FEWEST or any(cell.rows > 1 for cell, _ in cells):
        return []
    figures = [lines for _, lines in cells if len(lines) > 1 and all(map(_is_figure, lines))]
    if not figures:
        return []
    bases = [line.base for line in max(figures, key=len)]
    first = next(lines for _, lines in cells if lines)
    starts = all(any(abs(line.base - base) <= _SAME_BASE for line in first) for base in bases)
    return bases if starts or len(figures) > 1 else []


def _is_figure(line: Line) -> bool:
    return _FIGURE.fullmatch(line.text) is not None
