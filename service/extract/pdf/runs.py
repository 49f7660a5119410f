"""Glyphs to runs, the pieces of lines that were printed in one go, and runs to lines (pure)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.extract.letters import plain
from service.extract.pdf.gaps import UNDRAWN, Gaps, gaps_of
from service.extract.pdf.lines import Line, Page
from service.extract.pdf.sheets import Box, Glyph, Rule

_SAME_BASE = 0.5
_BACK = 0.6
_APART = 1.4
_RAISED = 0.8
_FAR = 3.0
_NUMBER = re.compile(r"[△▲▼$₩(\-]?\d[\d.,]*[%)]?|[ivxl]{1,5}")
_LEADERS = re.compile(r"\s*[.·…․‥]{4,}\s*")
_LED = re.compile(r"[.·…․‥]{4,}\s*\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters on one line that follow each other closely; `at` is their place in the file.

    `is_spaced` says that a space was drawn behind the last letter, `leads` before the first;
    `second` is where the second word begins and `word_end` where the first one ends, 0 where there
    is only one.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    at: int
    is_spaced: bool = False
    leads: bool = False
    second: float = 0.0
    word_end: float = 0.0

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.base - 0.88 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.base + 0.22 * self.size

    @property
    def box(self) -> Box:
        """All four edges."""
        return self.left, self.top, self.right, self.bottom


def runs_of(
    glyphs: Sequence[Glyph], rules: Iterable[Rule], spaces: Gaps | None = None
) -> list[Run]:
    """Runs in the order of the file; a gap, a jump or an upright rule ends a run.

    `spaces` is what parts words on the whole page, where the glyphs are few of it.
    """
    walls = sorted((rule.at, rule.start, rule.end) for rule in rules if not rule.is_level)
    gaps = spaces or gaps_of(glyphs)
    gathered: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.ink.turn < 0:
            continue
        if last is None or not _follows(last, glyph, walls):
            gathered.append([])
        gathered[-1].append(glyph)
        last = glyph
    runs = (_run(each, at, gaps) for at, each in enumerate(gathered))
    return [run for run in runs if run is not None]


def _follows(before: Glyph, glyph: Glyph, walls: Sequence[tuple[float, float, float]]) -> bool:
    if before.ink.turn != glyph.ink.turn:
        return False
    if glyph.ink.turn:
        return True
    size = max(before.ink.size, glyph.ink.size)
    if abs(glyph.base - before.base) > _SAME_BASE * size:
        return False
    gap = glyph.left - before.right
    if gap < -_BACK * size or gap > _APART * size:
        return False
    return gap < UNDRAWN * size or not _is_walled(before, glyph, walls)


def _is_walled(before: Glyph, glyph: Glyph, walls: Sequence[tuple[float, float, float]]) -> bool:
    middle = glyph.base - glyph.ink.size / 3
    left, right = before.right - 1, glyph.left + 1
    return any(left <= at <= right and top <= middle <= bottom for at, top, bottom in walls)


def _run(glyphs: Sequence[Glyph], at: int, gaps: Gaps) -> Run | None:
    letters = [glyph for glyph in glyphs if glyph.text != " "]
    if not letters:
        return None
    gap = gaps.least(glyphs)
    text = plain("".join(_spelled(glyphs, gap)))
    if not text:
        return None
    word_end, second = _second_word(glyphs, gap)
    size = _usual([glyph.ink.size for glyph in letters])
    bold = sum(glyph.ink.is_bold for glyph in letters)
    return Run(
        text=text,
        left=min(glyph.left for glyph in letters),
        right=max(glyph.right for glyph in letters),
        base=_usual([glyph.base for glyph in letters]),
        size=size,
        is_bold=bold * 2 > len(letters),
        at=at,
        is_spaced=glyphs[-1].text == " ",
        leads=glyphs[0].text == " ",
        second=second,
        word_end=word_end,
    )


def _second_word(glyphs: Sequence[Glyph], gap: float) -> tuple[float, float]:
    """Where the first word ends and the second begins; zeros where there is only one."""
    end = 0.0
    for before, glyph in pairwise(glyphs):
        is_parted = glyph.text == " " or glyph.left - before.right > gap * glyph.ink.size
        if is_parted and not end and before.text != " ":
            end = before.right
        if end and glyph.text != " ":
            return end, glyph.left
    return 0.0, 0.0


def _spelled(glyphs: Sequence[Glyph], gap: float) -> Iterator[str]:
    yield glyphs[0].text
    for before, glyph in pairwise(glyphs):
        is_level = not glyph.ink.turn
        is_apart = glyph.left - before.right > _gap_between(before, glyph, gap) * glyph.ink.size
        if is_level and (is_apart or _ends_reference(before, glyph)):
            yield " "
        yield glyph.text


def _gap_between(before: Glyph, glyph: Glyph, gap: float) -> float:
    """Where the font changes between Latin words, spaces are often only moved over."""
    is_change = before.ink.font != glyph.ink.font and before.text.isascii() and glyph.text.isascii()
    return min(gap, UNDRAWN) if is_change else gap


def _ends_reference(before: Glyph, glyph: Glyph) -> bool:
    """Whether a raised figure of a note ends here and a word begins."""
    is_raised = before.ink.size < _RAISED * glyph.ink.size and before.base < glyph.base - 1
    return is_raised and before.text.isdigit() and glyph.text.isalpha()


def _usual(values: Sequence[float]) -> float:
    return max(set(values), key=values.count)


def lines_of(runs: Iterable[Run], page: Page) -> list[Line]:
    """Lines from top to bottom, each from its runs from left to right."""
    return [_line(row, page) for row in rows_of(runs)]


def rows_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that stand on one line of writing, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: (each.base, each.left)):
        row = next((row for row in reversed(rows[-3:]) if _is_beside(row, run)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _is_beside(row: Sequence[Run], run: Run) -> bool:
    largest = max(row, key=lambda each: each.size)
    size = max(largest.size, run.size)
    return abs(largest.base - run.base) <= _SAME_BASE * size


def _line(row: Sequence[Run], page: Page) -> Line:
    letters = sum(len(run.text) for run in row)
    main = max(row, key=lambda run: len(run.text))
    return Line(
        text=without_leaders(_joined(row)),
        page=page.number,
        left=row[0].left,
        top=min(run.top for run in row),
        right=max(run.right for run in row),
        bottom=max(run.bottom for run in row),
        size=main.size,
        is_bold=sum(len(run.text) for run in row if run.is_bold) * 2 > letters,
        page_width=page.width,
        page_height=page.height,
        ends_with_space=row[-1].is_spaced,
        base=main.base,
        begins_at=_text_start(row),
        first_word=_first_word(row),
        is_entry=_is_entry(row),
    )


def without_leaders(text: str) -> str:
    """A line without the dots that lead from its text to a number; dots by themselves stay."""
    return _LEADERS.sub(" ", text).strip() or text


def _is_entry(row: Sequence[Run]) -> bool:
    """Whether a line ends in a figure far behind its text, or behind leading dots."""
    if len(row) > 1:
        is_far = row[-1].left - row[-2].right > _FAR * row[-1].size
        return is_far and _NUMBER.fullmatch(row[-1].text) is not None
    return _LED.search(row[0].text) is not None


def _joined(row: Sequence[Run]) -> str:
    text = row[0].text
    for before, run in pairwise(row):
        is_apart = run.left - before.right > UNDRAWN * max(run.size, before.size)
        text += f" {run.text}" if before.is_spaced or run.leads or is_apart else run.text
    return text


def _first_word(row: Sequence[Run]) -> float:
    """How wide the first word is, without the space behind it."""
    first = row[0]
    return (first.word_end or first.right) - first.left


def _text_start(row: Sequence[Run]) -> float:
    """Where the text behind a mark begins."""
    mark = row[0].text.split(" ", 1)
    if len(mark[0]) > _LONGEST_MARK:
        return row[0].left
    if len(mark) > 1:
        return row[0].second
    return row[1].left if len(row) > 1 else row[0].left


_LONGEST_MARK = 3
