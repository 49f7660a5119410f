"""Numbers of lines in the margin, as courts and parliaments print them: kept, not read (pure)."""

from collections.abc import Sequence
from itertools import pairwise

from service.extract.pdf.runs import Run

_FEWEST = 8
_SAME_EDGE = 3.0
_LONGEST = 3
_STRAY = 1


def line_numbers(runs: Sequence[Run]) -> list[Run]:
    """Runs left of all others that count the lines of their page; none where they do not."""
    figures = [run for run in runs if run.text.isdigit() and len(run.text) <= _LONGEST]
    if len(figures) < _FEWEST:
        return []
    left = min(run.right for run in figures)
    column = [run for run in figures if abs(run.right - left) <= run.size + _SAME_EDGE]
    column.sort(key=lambda run: run.base)
    others = [run.left for run in runs if run not in column]
    inside = sum(other <= max(run.right for run in column) for other in others)
    return column if _counts(column) and inside <= _STRAY else []


def _counts(column: Sequence[Run]) -> bool:
    """Whether figures go up by one, or by five, from each to the next."""
    steps = {int(below.text) - int(above.text) for above, below in pairwise(column)}
    return len(column) >= _FEWEST and steps in ({1}, {5})
