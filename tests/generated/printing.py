"""Parts printed as office suites print them, and where every line was wrapped."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.generated.papers import HIGH, WIDE, Embedded, Narrow, Paper, Plain
from tests.generated.truth import Part
from tests.generated.wrapping import wrapped

_FOOT = 0.75


@dataclass(frozen=True)
class Manner:
    """How an exporter prints: what it wraps at, which spaces it draws, in which order.

    `columns` of text, 2 at the most; `drawn_spaces` is the share of wraps between words at which a
    space is drawn; `tables_last` and `title_last` say what comes at the end of its page's stream;
    `turned` is the number of a page that lies on its side, 0 for none; `narrow` is how much closer
    letters stand than in their font, in sizes, and without drawn spaces.
    """

    columns: int = 1
    breaks_words: bool = True
    drawn_spaces: float = 1.0
    size: float = 12.0
    pitch: float = 1.6
    margin: float = 70.0
    is_justified: bool = True
    dashed: bool = False
    open_sides: bool = False
    header: str = ""
    indents: bool = False
    tables_last: bool = True
    title_last: bool = False
    is_embedded: bool = False
    hides: bool = False
    turned: int = 0
    narrow: float = 0.0


@dataclass
class Printed:
    """A document and what is true of it.

    `wraps` are (letters without spaces before the wrap, whether a space belongs there).
    """

    parts: list[Part]
    body: bytes = b""
    wraps: list[tuple[int, bool]] = field(default_factory=list)


class Press:
    """Prints parts from the top of the first page to the bottom of the last."""

    def __init__(self, manner: Manner, chance: random.Random) -> None:
        self._manner, self._chance = manner, chance
        self._paper: Paper = Embedded() if manner.is_embedded else Plain()
        if manner.narrow:
            self._paper = Narrow(self._paper, manner.narrow)
        self._page, self._column = 0, 0
        self._late: list[Callable[[], None]] = []
        self._feet: list[Part] = []
        self._letters = 0
        self._wraps: list[tuple[int, bool]] = []
        self._y = self._top = 0.0
        self._across, self._down = WIDE, HIGH

    def print(self, parts: list[Part]) -> Printed:
        self._open_page()
        for part in parts:
            self._part(part)
        self._close_page()
        ordered = [part for part in parts if part.kind != "break"]
        return Printed(ordered, self._paper.whole(), self._wraps)

    def _part(self, part: Part) -> None:
        manner = self._manner
        match part.kind:
            case "title":
                self._title(part)
            case "table":
                self._table(part)
            case "contents":
                self._entry(part)
            case "break":
                self._close_page()
                self._open_page()
            case "heading":
                self._y -= manner.size * 0.6
                self._text(part, manner.size * 1.2, 0)
            case _:
                indent = manner.size * 0.9 * part.depth
                self._text(part, manner.size * (0.9 if part.kind == "note" else 1), indent)
        self._y -= manner.size * self._chance.choice((0.2, 0.5, 0.8))

    @property
    def _width(self) -> float:
        whole = self._across - 2 * self._manner.margin
        return (whole - 24 * (self._manner.columns - 1)) / self._manner.columns

    @property
    def _left(self) -> float:
        return self._manner.margin + self._column * (self._width + 24)

    def _open_page(self) -> None:
        self._page += 1
        self._column = 0
        is_turned = self._page == self._manner.turned
        self._across, self._down = (HIGH, WIDE) if is_turned else (WIDE, HIGH)
        self._paper.page(is_turned=is_turned)
        self._y = self._top = self._down - self._manner.margin - 20
        self._draw(self._across / 2 - 10, 32, f"- {self._page} -", 10)
        if self._manner.header:
            self._draw(self._manner.margin, self._down - 36, self._manner.header, 9)
        if self._manner.hides:
            self._paper.text(90, 300, "보이지 않는 글자", 11, is_white=True)

    def _close_page(self) -> None:
        for draw in self._late:
            draw()
        self._late = []

    def _room(self, needed: float) -> None:
        if self._y - needed > self._manner.margin:
            return
        if self._column + 1 < self._manner.columns:
            self._column += 1
            self._y = self._top
        else:
            self._close_page()
            self._open_page()

    def _draw(self, x: float, y: float, text: str, size: float, spread: float = 0.0) -> None:
        """Words and the spaces between them, each an object of its own."""
        words = text.split(" ")
        for at, word in enumerate(words):
            if word:
                self._paper.text(x, y, word, size)
                x += self._paper.wide(word, size)
            if at < len(words) - 1:
                self._paper.text(x, y, " ", size)
            x += self._paper.wide(" ", size) + spread

    def _title(self, part: Part) -> None:
        """In the middle, in a box of its own where it is printed last."""
        size, top = self._manner.size * 1.6, self._y
        lines = self._lines(part.printed, size, (self._across - 2 * self._manner.margin,) * 2)
        for at, (text, ends) in enumerate(lines):
            self._y -= size * self._manner.pitch
            x, y = (self._across - self._paper.wide(text, size)) / 2, self._y
            self._later(self._manner.title_last, lambda x=x, y=y, t=text: self._draw(x, y, t, size))
            self._wrap(text, ends, is_last=at == len(lines) - 1)
        if self._manner.title_last:
            left, right = self._manner.margin - 8, self._across - self._manner.margin + 8
            bottom = self._y - size * 0.6
            for x0, y0, x1, y1 in (
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
                (right, top, right, bottom),
            ):
                self._paper.line(x0, y0, x1, y1)
            self._y = bottom - 6
        self._top = self._y

    def _later(self, is_late: bool, draw: Callable[[], None]) -> None:  # noqa: FBT001
        self._late.append(draw) if is_late else draw()

    def _entry(self, part: Part) -> None:
        """A line of a table of contents: its text, dots, the number of the page at the right."""
        size = self._manner.size
        self._room(size * self._manner.pitch)
        self._y -= size * self._manner.pitch
        text, number = part.text.rsplit(" ", 1)
        right = self._left + self._width
        self._draw(self._left, self._y, text, size)
        begin = self._left + self._paper.wide(text + " ", size)
        dots = int((right - 30 - begin) / self._paper.wide("·", size))
        self._draw(begin, self._y, "·" * max(dots, 4), size)
        self._draw(right - self._paper.wide(number, size), self._y, number, size)
        self._letters += len(part.text.replace(" ", ""))

    def _text(self, part: Part, size: float, indent: float) -> None:
        manner = self._manner
        hang = self._paper.wide(f"{part.mark} ", size) if part.mark else 0.0
        first = size if manner.indents and part.kind == "paragraph" else 0.0
        if manner.turned:  # no paragraph goes on over pages of two widths
            self._room(size * manner.pitch * len(part.printed) * size / self._width)
        room = (self._width - indent - first, self._width - indent - hang)
        lines = self._lines(part.printed, size, room)
        for at, (text, ends) in enumerate(lines):
            self._room(size * manner.pitch)
            self._y -= size * manner.pitch
            x = self._left + indent + (first if at == 0 else hang)
            is_last = at == len(lines) - 1
            spaces = text.count(" ")
            is_spread = manner.is_justified and spaces and not is_last
            spread = (room[at > 0] - self._paper.wide(text, size)) / spaces if is_spread else 0.0
            is_drawn = ends == " " and self._chance.random() < manner.drawn_spaces
            self._draw(x, self._y, text + " " if is_drawn and not is_last else text, size, spread)
            self._wrap(text, ends, is_last=is_last)

    def _lines(self, text: str, size: float, room: tuple[float, float]) -> list[tuple[str, str]]:
        return wrapped(
            text, room, lambda t: self._paper.wide(t, size), breaks=self._manner.breaks_words
        )

    def _wrap(self, text: str, ends: str, *, is_last: bool) -> None:
        self._letters += len(text.replace(" ", ""))
        if not is_last:
            self._wraps.append((self._letters, ends == " "))

    def _table(self, part: Part) -> None:
        manner = self._manner
        height = manner.size * 1.9
        count = len(part.grid)
        self._room(height * (count + 1))
        top, left = self._y - 6, self._left
        columns = sum(cell.columns for cell in part.grid[0])
        step = self._width / columns
        size = manner.size * (0.85 if manner.columns == 1 else 0.7)
        self._later(
            manner.tables_last, lambda: self._cells(part, (left, top), (step, height), size)
        )
        self._letters += sum(len(cell.text.replace(" ", "")) for row in part.grid for cell in row)
        self._y = top - height * count - 6

    def _cells(
        self, part: Part, corner: tuple[float, float], cell_size: tuple[float, float], size: float
    ) -> None:
        """Each cell with the rules around it; the outer upright ones are missing where open."""
        (left, top), (step, height) = corner, cell_size
        edges = {left, left + step * sum(cell.columns for cell in part.grid[0])}
        for row, column, cell in part.placed():
            x0, x1 = left + column * step, left + (column + cell.columns) * step
            y0, y1 = top - row * height, top - (row + cell.rows) * height
            for y in (y0, y1):
                self._paper.line(x0, y, x1, y, is_dashed=self._manner.dashed)
            for x in (x0, x1):
                if not (self._manner.open_sides and any(abs(x - edge) < 1 for edge in edges)):
                    self._paper.line(x, y0, x, y1)
            wide = self._paper.wide(cell.text, size)
            middle = (y0 + y1) / 2 - size * 0.3
            self._draw(x0 + max(3, (x1 - x0 - wide) / 2), middle, cell.text, size)
