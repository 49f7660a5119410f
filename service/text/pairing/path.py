"""The likeliest way through two texts, and how sure each of its steps is (pure).

Dynamic programming over places in both texts, as Gale and Church align sentences; the sums over all
ways (forwards and backwards) give each pair of parts its probability. Long texts are looked at near
the diagonal only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf, log

from service.text.pairing.parts import Part
from service.text.pairing.scores import ALONE, JOINED, Scores

_MOST_PLACES = 16_000
_NARROWEST = 12
_MOST_PARTS = 3_000
"""Of longer texts no part is paired: such ones take some seconds already."""
_LEAST = 1e-6

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Stretches of both texts that belong together, or one part alone; as in `Step`."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class _Move:
    """From a place to a later one."""

    begin: _Place
    end: _Place
    score: float


def links_of(first: Sequence[Part], second: Sequence[Part], floor: float) -> tuple[Link, ...]:
    """The likeliest links, in order; together they hold every part once.

    What is less sure than `floor` stands alone.
    """
    if max(len(first), len(second)) > _MOST_PARTS:
        return tuple(_alone(range(len(first)), range(len(second))))
    moves = tuple(_moves(Scores(first, second), len(first), len(second)))
    end = (len(first), len(second))
    chances = _chances(moves, end)
    return tuple(link for move in _best(moves, end) for link in _parted(move, chances, floor))


def _moves(scores: Scores, rows: int, columns: int) -> Iterator[_Move]:
    """Every move within the band, by where it begins; each begins behind where it can come from."""
    band = _band(rows, columns)
    for i in range(rows + 1):
        middle = i * columns // rows if rows else 0
        low, high = (
            (0, columns) if not rows else (max(0, middle - band), min(columns, middle + band))
        )
        for j in range(low, high + 1):
            if i < rows:
                yield _Move((i, j), (i + 1, j), ALONE)
            if j < columns:
                yield _Move((i, j), (i, j + 1), ALONE)
            for a, b in JOINED:
                if i + a <= rows and j + b <= columns:
                    score = scores.of(i, a, j, b)
                    if score > -inf:
                        yield _Move((i, j), (i + a, j + b), score)


def _band(rows: int, columns: int) -> int:
    """How far from the diagonal is looked; all of it for texts of usual length."""
    slope = columns // max(1, rows) + 1
    return max(_NARROWEST, slope, _MOST_PLACES // (2 * rows + 1))


def _best(moves: Sequence[_Move], end: _Place) -> list[_Move]:
    reached: dict[_Place, tuple[float, _Move | None]] = {(0, 0): (0.0, None)}
    for move in moves:
        if move.begin not in reached:
            continue
        score = reached[move.begin][0] + move.score
        if move.end not in reached or score > reached[move.end][0]:
            reached[move.end] = score, move
    way: list[_Move] = []
    last = reached[end][1]
    while last is not None:
        way.append(last)
        last = reached[last.begin][1]
    return way[::-1]


def _chances(moves: Sequence[_Move], end: _Place) -> Mapping[_Place, float]:
    """For each pair of parts, how likely it is that one move joins them."""
    before, behind = _sums(moves, (0, 0)), _sums_backwards(moves, end)
    whole = behind[0, 0]
    chances: dict[_Place, float] = {}
    for move in moves:
        (i, j), (k, m) = move.begin, move.end
        if i == k or j == m or move.begin not in before or move.end not in behind:
            continue
        chance = exp(before[move.begin] + move.score + behind[move.end] - whole)
        if chance > _LEAST:
            for pair in ((row, column) for row in range(i, k) for column in range(j, m)):
                chances[pair] = chances.get(pair, 0.0) + chance
    return chances


def _sums(moves: Sequence[_Move], start: _Place) -> Mapping[_Place, float]:
    sums = {start: 0.0}
    for move in moves:
        if move.begin in sums:
            sums[move.end] = _added(sums.get(move.end, -inf), sums[move.begin] + move.score)
    return sums


def _sums_backwards(moves: Sequence[_Move], end: _Place) -> Mapping[_Place, float]:
    sums = {end: 0.0}
    for move in reversed(moves):
        if move.end in sums:
            sums[move.begin] = _added(sums.get(move.begin, -inf), sums[move.end] + move.score)
    return sums


def _added(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms."""
    larger, smaller = max(one, other), min(one, other)
    return larger if smaller == -inf else larger + log(1 + exp(smaller - larger))


def _parted(move: _Move, chances: Mapping[_Place, float], floor: float) -> Iterator[Link]:
    """The link of a move without the parts at its edges that hardly belong to it."""
    (i, j), (k, m) = move.begin, move.end
    rows, columns = range(i, k), range(j, m)
    firm = [
        place
        for place in ((row, column) for row in rows for column in columns)
        if chances.get(place, 0.0) >= floor
    ]
    if not firm:
        yield from _alone(rows, columns)
        return
    held = _stretch(row for row, _ in firm), _stretch(column for _, column in firm)
    yield from _alone(range(i, held[0][0]), range(j, held[1][0]))
    yield Link(*held, min(1.0, *(chances[place] for place in firm)))
    yield from _alone(range(held[0][-1] + 1, k), range(held[1][-1] + 1, m))


def _alone(rows: Iterable[int], columns: Iterable[int]) -> Iterator[Link]:
    yield from (Link((row,), ()) for row in rows)
    yield from (Link((), (column,)) for column in columns)


def _stretch(places: Iterable[int]) -> tuple[int, ...]:
    found = sorted(set(places))
    return tuple(range(found[0], found[-1] + 1))
