"""Cells as they are heard: figures with their unit, names with nothing around them (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from service.model.document import Table
from service.model.reading import Span
from service.narration.grid import Grid, Place
from service.text.languages import main_language
from service.text.reading import read, runs
from service.text.table_units import (
    around_figure,
    bare_name,
    is_figure,
    lacks_unit,
    names_units,
    own_unit,
    unit_for,
    units_of,
)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a table, as far as its headers do not tell their own."""

    grid: Grid
    units: tuple[str, ...]

    def of(self, place: Place) -> str:
        """The unit that a cell is heard with; empty for names, and where it is not certain."""
        if place.column < self.grid.fixed or not is_figure(place.text):
            return ""
        return unit_for(self.units, self.grid.column_names(place), self.grid.row_names(place))

    @property
    def are_heard(self) -> bool:
        """Whether every figure is heard with its unit, so that it need not be told before."""
        own = [place for row in self.grid.data for place in row if place.is_own]
        figures = [p for p in own if p.column >= self.grid.fixed and lacks_unit(p.text)]
        return bool(figures) and all(self.of(place) for place in figures)


def units_in(table: Table, grid: Grid) -> Units:
    """The units that cells may be heard with; none where a column of its own tells them."""
    names = {name for stack in grid.stacks.values() for name in stack}
    names |= {name for side in grid.sides for name in side}
    if any(map(names_units, names)):
        return Units(grid, ())
    told = {own_unit(name) for name in names}
    return Units(grid, tuple(unit for unit in units_of(table.unit) if unit not in told))


def cell_heard(text: str, unit: str, at: int, language: str) -> Iterator[Span]:
    """The spans of a cell that is shown at `at`; its unit is heard and not shown."""
    before, behind = around_figure(unit) if unit else ("", "")
    whole = f"{before}{text}{behind}"
    for span in read(whole, main_language(whole, language)):
        start = min(max(span.start - len(before), 0), len(text))
        end = min(max(span.end - len(before), 0), len(text))
        yield replace(span, start=at + start, end=at + end, shown=text[start:end])


def names_heard(names: Sequence[str], at: int, language: str, *, bare: bool) -> Iterator[Span]:
    """Headers before a cell, heard here and shown elsewhere; `bare` leaves their units out."""
    text = " ".join(bare_name(name) if bare else name for name in names)
    for part_language, spoken in _heard(text, language):
        yield Span(at, at, "", f"{spoken}, ", part_language, "announcement")


@lru_cache(maxsize=4096)
def _heard(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The runs of a header: it comes back with every row."""
    return runs(read(text, main_language(text, language)))
