"""Headlines over several columns that are too short to reach across the gutter (pure)."""

from collections.abc import Iterable, Sequence
from statistics import median

from service.extract.pdf.frames import Piece
from service.extract.pdf.runs import Run, rows_of

_LARGER = 1.4
_CLEAR = 0.4
_SAME_HEIGHT = 1.2


def headlines(pieces: Sequence[Piece], edge: float) -> frozenset[int]:
    """Identities of the runs of such headlines: what is large, with nothing beside it.

    Below it the text of both columns begins at one height; a heading inside of the left column
    has text of the other one beside it, or none that begins where its own text does.
    """
    runs = [piece for piece in pieces if isinstance(piece, Run)]
    large = _large(runs)
    if not large:
        return frozenset()
    heads = {id(run) for run in large}
    others = [piece for piece in pieces if id(piece) not in heads]
    over = [row for row in rows_of(large) if row[-1].right < edge]
    return frozenset(id(run) for row in over if _is_over_both(row, others, edge) for run in row)


def _large(runs: Sequence[Run]) -> list[Run]:
    usual = median(run.size for run in runs) if runs else 0.0
    return [run for run in runs if run.size >= _LARGER * usual]


def _is_over_both(row: Sequence[Run], pieces: Sequence[Piece], edge: float) -> bool:
    first = row[0]
    top, bottom = first.top - _CLEAR * first.size, first.bottom + _CLEAR * first.size
    right = [piece for piece in pieces if piece.box[0] >= edge - 1]
    if any(piece.box[1] < bottom and piece.box[3] > top for piece in right):
        return False
    left = [piece for piece in pieces if piece.box[2] < edge]
    one, other = (_first_below(side, first.bottom) for side in (left, right))
    if one is None or other is None:
        return False
    return abs(one - other) < _SAME_HEIGHT * first.size


def _first_below(pieces: Iterable[Piece], height: float) -> float | None:
    """How high the first piece begins that stands below a height."""
    return min((piece.box[1] for piece in pieces if piece.box[1] >= height), default=None)
