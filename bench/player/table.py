"""The figures of all players side by side, and whether ours are the best."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from figures import Figures, Named

WIDE_LETTERS = "WF"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: how it is shown, and how it is ranked (less is better)."""

    title: str
    shown: Callable[[Figures], str]
    rank: Callable[[Figures], float]


def counted(title: str, figure: Callable[[Figures], int]) -> Row:
    return Row(title, lambda f: str(figure(f)), figure)


def measured(title: str, form: str, figure: Callable[[Figures], float]) -> Row:
    """Ranked as it is shown: what cannot be told apart is equal."""
    return Row(title, lambda f: f"{figure(f):{form}}", lambda f: float(f"{figure(f):{form}}"))


def named(title: str, figure: Callable[[Figures], Named]) -> Row:
    return Row(
        title,
        lambda f: f"{figure(f).korean} of {figure(f).all}",
        lambda f: -figure(f).share,
    )


ROWS = (
    Row("axe, all rules: places", lambda f: _places(f.axe), lambda f: sum(f.axe.values())),
    counted("controls without a name", lambda f: f.named.unnamed),
    named("controls with Korean names", lambda f: f.named),
    named("… with no words from the site", lambda f: f.plain),
    Row(
        "slider: keys that work, of 8",
        lambda f: str(len(f.slider.keys)),
        lambda f: -len(f.slider.keys),
    ),
    Row("slider: value in words", lambda f: f.slider.kind, lambda f: -f.slider.is_in_words),
    counted("slider: changes with focus, 5 s", lambda f: f.slider.changes),
    measured("player, kB", ".1f", lambda f: f.cost.size_bytes / 1000),
    counted("player, requests", lambda f: f.cost.requests),
    measured("page without text, sound, kB", ".1f", lambda f: f.cost.page_bytes / 1000),
    counted("refused by the policy", lambda f: f.calm.refused),
    counted("width at 320 px", lambda f: f.width_px),
    counted("invisible in forced colours", lambda f: len(f.invisible)),
    measured("processor time to open, ms", ".0f", lambda f: f.busy_ms),
    measured("press on play taken, ms", ".0f", lambda f: f.times.taken_ms),
    measured("… at a quarter of the speed", ".0f", lambda f: f.slow.taken_ms),
    counted("errors in the console", lambda f: len(f.calm.complaints)),
    measured("layout shift", ".3f", lambda f: f.calm.shifted),
)


def lines(names: Sequence[str], found: Sequence[Figures]) -> list[str]:
    """The table as Markdown; the first player is ours."""
    rows = [[row.title, *map(row.shown, found), _verdict(row, found)] for row in ROWS]
    return _aligned([["", *names, "ours best"], *rows])


def not_best(found: Sequence[Figures]) -> list[str]:
    """Titles of the rows where another player is better than ours."""
    return [row.title for row in ROWS if _verdict(row, found) == "no"]


def _verdict(row: Row, found: Sequence[Figures]) -> str:
    ours, *others = (row.rank(each) for each in found)
    if ours > min(others):
        return "no"
    return "equal" if ours == min(others) else "yes"


def _places(found: dict[str, int]) -> str:
    return f"{sum(found.values())} ({', '.join(found)})" if found else "0"


def _aligned(cells: list[list[str]]) -> list[str]:
    widths = [max(_columns(row[at]) for row in cells) for at in range(len(cells[0]))]
    head, *rows = (_line(row, widths) for row in cells)
    return [head, _line(["-" * width for width in widths], widths), *rows]


def _line(row: list[str], widths: list[int]) -> str:
    padded = (
        cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _columns(text: str) -> int:
    """Columns of a terminal: Korean letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in WIDE_LETTERS else 1 for letter in text)
