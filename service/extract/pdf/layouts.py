"""Grids that are no table: what stands in their cells is read cell by cell (pure)."""

from collections.abc import Sequence

from service.extract.pdf.grids import Grid, GridCell
from service.extract.pdf.runs import Run, rows_of
from service.extract.pdf.sheets import Box
from service.model.document import Cell

_LONGEST_LABEL = 8
_LONGEST_BESIDE = 80
_FEWEST = 2

_Filled = tuple[GridCell, Sequence[Run]]


def set_out(
    grid: Grid, rows: Sequence[Sequence[Cell]], runs: Sequence[Run]
) -> tuple[list[Box], list[Run]]:
    """Boxes whose text is read together, and the runs inside of the grid.

    Cells of one line each beside each other are read as the line that they look like. Where some
    have more, a row that begins with its name (보도시점) becomes one line, others are boxes.
    """
    filled = [(cell, own) for cell in grid.cells if (own := _inside(cell.box, runs))]
    if len(filled) == 1:
        return [filled[0][0].box], list(runs)
    boxes: list[Box] = []
    found = list(runs)
    for row in range(grid.rows):
        beside = [each for each in filled if each[0].row == row]
        if all(len(rows_of(text)) < _FEWEST for _, text in beside):
            continue
        line = _as_line(beside, rows[row]) if len(rows) == grid.rows else None
        if line is None:
            boxes += [cell.box for cell, _ in beside]
            continue
        taken = {id(run) for _, text in beside for run in text}
        found = [*(run for run in found if id(run) not in taken), line]
        boxes.append(_row_box(beside))
    return boxes, found


def _as_line(filled: Sequence[_Filled], cells: Sequence[Cell]) -> Run | None:
    """A row of short texts behind their name as one line."""
    texts = [cell.text for cell in cells if cell.text]
    is_named = len(texts) > 1 and len("".join(texts[0].split())) <= _LONGEST_LABEL
    if not is_named or any(len(text) > _LONGEST_BESIDE for text in texts):
        return None
    runs = [run for _, own in filled for run in own]
    main = max(runs, key=lambda run: len(run.text))
    return Run(
        text=" ".join(texts),
        left=min(run.left for run in runs),
        right=max(run.right for run in runs),
        base=max(run.base for run in runs),
        size=main.size,
        is_bold=all(run.is_bold for run in runs),
        at=min(run.at for run in runs),
    )


def _row_box(filled: Sequence[_Filled]) -> Box:
    lefts, tops, rights, bottoms = zip(*(cell.box for cell, _ in filled), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _inside(box: Box, runs: Sequence[Run]) -> list[Run]:
    return [
        run
        for run in runs
        if box[0] <= (run.left + run.right) / 2 <= box[2]
        and box[1] <= run.base - run.size / 3 <= box[3]
    ]
