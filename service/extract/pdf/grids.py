"""Rules that cross each other to grids of cells (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.extract.pdf.sheets import Box, Rule

_SAME_PLACE = 1.6
_DASH_GAP = 6.0
_SHORTEST = 8.0
_TOUCH = 3.5
_BEYOND = 8.0
_COVERS = 0.55
_MOST = 1_500


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell by the numbers of its first row and column and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in order of rows; `uprights` says whether rules or only edges part the columns."""

    box: Box
    cells: tuple[GridCell, ...]
    row_edges: tuple[float, ...]
    column_edges: tuple[float, ...]

    @property
    def rows(self) -> int:
        """How many rows of cells."""
        return len(self.row_edges) - 1

    @property
    def columns(self) -> int:
        """How many columns of cells."""
        return len(self.column_edges) - 1


def grids_of(rules: Iterable[Rule]) -> list[Grid]:
    """Grids from top to bottom; rules that cross no other, and drawings of very many, make none."""
    whole = merged(rules)
    if len(whole) > _MOST:
        return []
    found = (_grid(part) for part in _connected(whole))
    return sorted((grid for grid in found if grid), key=lambda grid: grid.box[1])


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules with their dashes and pieces put together; what stays short is dropped."""
    rules = list(rules)
    whole: list[Rule] = []
    for is_level in (True, False):
        own = sorted((r for r in rules if r.is_level is is_level), key=lambda r: (r.at, r.start))
        for pieces in _bundles(own):
            whole.extend(_put_together(pieces))
    return [rule for rule in whole if rule.end - rule.start >= _SHORTEST]


def _bundles(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Rules at one place."""
    bundle: list[Rule] = []
    for rule in rules:
        if bundle and rule.at - bundle[-1].at > _SAME_PLACE:
            yield bundle
            bundle = []
        bundle.append(rule)
    if bundle:
        yield bundle


def _put_together(pieces: Sequence[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in pieces) / len(pieces)
    start = end = None
    for rule in sorted(pieces, key=lambda each: each.start):
        if start is None or end is None:
            start, end = rule.start, rule.end
        elif rule.start - end <= _DASH_GAP:
            end = max(end, rule.end)
        else:
            yield Rule(rule.is_level, at, start, end)
            start, end = rule.start, rule.end
    if start is not None and end is not None:
        yield Rule(pieces[0].is_level, at, start, end)


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that touch, directly or by others."""
    groups = list(range(len(rules)))

    def head(at: int) -> int:
        while groups[at] != at:
            groups[at] = groups[groups[at]]
            at = groups[at]
        return at

    levels = [at for at, rule in enumerate(rules) if rule.is_level]
    uprights = [at for at, rule in enumerate(rules) if not rule.is_level]
    for one in levels:
        for other in uprights:
            if _touch(rules[one], rules[other]):
                groups[head(one)] = head(other)
    parts: dict[int, list[Rule]] = {}
    for at, rule in enumerate(rules):
        parts.setdefault(head(at), []).append(rule)
    return [part for part in parts.values() if len({rule.is_level for rule in part}) > 1]


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _TOUCH <= upright.at <= level.end + _TOUCH
        and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
    )


def _grid(rules: Sequence[Rule]) -> Grid | None:
    levels = [rule for rule in rules if rule.is_level]
    uprights = [rule for rule in rules if not rule.is_level]
    columns = _edges(uprights, levels)
    rows = _edges(levels, uprights)
    if len(columns) < 2 or len(rows) < 2:  # noqa: PLR2004 - a cell has two edges each way
        return None
    return grid_of(rows, columns, levels, uprights)


def grid_of(
    rows: Sequence[float],
    columns: Sequence[float],
    levels: Sequence[Rule],
    uprights: Sequence[Rule],
) -> Grid:
    """The cells between edges; two places are one cell where no rule parts them."""
    walls = _Walls(rows, columns, levels, uprights)
    box = (columns[0], rows[0], columns[-1], rows[-1])
    return Grid(box, tuple(_cells(rows, columns, walls)), tuple(rows), tuple(columns))


def _edges(across: Sequence[Rule], along: Sequence[Rule]) -> list[float]:
    """Where rules stand, and the ends of those that cross them where the outer ones are missing."""
    places = [sum(r.at for r in bundle) / len(bundle) for bundle in _bundles(_sorted(across))]
    first, last = min(r.start for r in along), max(r.end for r in along)
    if places[0] - first > _BEYOND:
        places.insert(0, first)
    if last - places[-1] > _BEYOND:
        places.append(last)
    return places


def _sorted(rules: Iterable[Rule]) -> list[Rule]:
    return sorted(rules, key=lambda rule: rule.at)


class _Walls:
    """Which sides of which places have a rule."""

    def __init__(
        self,
        rows: Sequence[float],
        columns: Sequence[float],
        levels: Sequence[Rule],
        uprights: Sequence[Rule],
    ) -> None:
        self._right = _covered(columns, rows, uprights)
        self._below = _covered(rows, columns, levels)
        self._rows, self._columns = len(rows) - 1, len(columns) - 1

    def right_of(self, row: int, column: int) -> bool:
        return column + 1 >= self._columns or (column + 1, row) in self._right

    def below(self, row: int, column: int) -> bool:
        return row + 1 >= self._rows or (row + 1, column) in self._below


def _covered(
    places: Sequence[float], crossing: Sequence[float], rules: Sequence[Rule]
) -> set[tuple[int, int]]:
    """(edge, interval) pairs where rules at an edge cover most of an interval between crossings."""
    found = set()
    for edge, at in enumerate(places):
        own = [rule for rule in rules if abs(rule.at - at) <= 2 * _SAME_PLACE]
        for interval, (start, end) in enumerate(pairwise(crossing)):
            inside = sum(max(0.0, min(r.end, end) - max(r.start, start)) for r in own)
            if inside >= _COVERS * (end - start):
                found.add((edge, interval))
    return found


def _cells(rows: Sequence[float], columns: Sequence[float], walls: _Walls) -> Iterator[GridCell]:
    taken: set[tuple[int, int]] = set()
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            right = column
            while not walls.right_of(row, right) and (row, right + 1) not in taken:
                right += 1
            below = row
            while not any(walls.below(below, at) for at in range(column, right + 1)):
                below += 1
            taken.update((r, c) for r in range(row, below + 1) for c in range(column, right + 1))
            box = (columns[column], rows[row], columns[right + 1], rows[below + 1])
            yield GridCell(row, column, below - row + 1, right - column + 1, box)
