"""Parts printed as office suites print them, and where every line was wrapped."""

import io
import random
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.generated.truth import Part

FONT = "HYSMyeongJo-Medium"
_WIDTH, _HEIGHT = A4


@dataclass(frozen=True)
class Manner:
    """How an exporter prints: what it wraps at, which spaces it draws, in which order."""

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
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._manner, self._chance = manner, chance
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=A4)
        self._page, self._column = 0, 0
        self._late: list = []
        self._letters = 0
        self._wraps: list[tuple[int, bool]] = []
        self._y = 0.0
        self._top = _HEIGHT - manner.margin - 20

    def print(self, parts: list[Part]) -> Printed:
        self._open_page()
        for part in parts:
            self._part(part)
        self._close_page()
        self._canvas.save()
        return Printed(parts, self._file.getvalue(), self._wraps)

    def _part(self, part: Part) -> None:
        manner = self._manner
        match part.kind:
            case "title":
                self._text(part, manner.size * 1.6, 0, centred=True)
                self._top = self._y
            case "table":
                self._table(part)
            case "heading":
                self._y -= manner.size * 0.6
                self._text(part, manner.size * 1.2, 0)
            case _:
                indent = manner.size * 0.9 * part.depth
                self._text(part, manner.size * (0.9 if part.kind == "note" else 1), indent)
        self._y -= manner.size * self._chance.choice((0.2, 0.5, 0.8))

    @property
    def _width(self) -> float:
        whole = _WIDTH - 2 * self._manner.margin
        return (whole - 24 * (self._manner.columns - 1)) / self._manner.columns

    @property
    def _left(self) -> float:
        return self._manner.margin + self._column * (self._width + 24)

    def _open_page(self) -> None:
        self._page += 1
        self._column = 0
        self._y = self._top = _HEIGHT - self._manner.margin - 20
        self._draw(_WIDTH / 2 - 10, 32, f"- {self._page} -", 10)
        if self._manner.header:
            self._draw(self._manner.margin, _HEIGHT - 36, self._manner.header, 9)

    def _close_page(self) -> None:
        for draw in self._late:
            draw()
        self._late = []
        self._canvas.showPage()

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
        written = self._canvas.beginText(x, y)
        written.setFont(FONT, size)
        words = text.split(" ")
        for at, word in enumerate(words):
            if word:
                written.setTextOrigin(x, y)
                written.textOut(word)
                x += _wide(word, size)
            if at < len(words) - 1:
                written.setTextOrigin(x, y)
                written.textOut(" ")
            x += _wide(" ", size) + spread
        self._canvas.drawText(written)

    def _text(self, part: Part, size: float, indent: float, *, centred: bool = False) -> None:
        manner = self._manner
        hang = _wide(f"{part.mark} ", size) if part.mark else 0.0
        first = size if manner.indents and part.kind == "paragraph" else 0.0
        wide = self._width if manner.columns == 1 or not centred else _WIDTH - 2 * manner.margin
        room = (wide - indent - first, wide - indent - hang)
        lines = _wrapped(part.printed, size, room, breaks=manner.breaks_words)
        for at, (text, ends) in enumerate(lines):
            self._room(size * manner.pitch)
            self._y -= size * manner.pitch
            x = self._left + indent + (first if at == 0 else hang)
            used = _wide(text, size)
            if centred:
                x = (_WIDTH - used) / 2
            spaces = text.count(" ")
            last = at == len(lines) - 1
            is_spread = manner.is_justified and spaces and not (last or centred)
            spread = (room[at > 0] - used) / spaces if is_spread else 0.0
            shown = text
            if not last and ends == " " and self._chance.random() < manner.drawn_spaces:
                shown += " "
            self._draw(x, self._y, shown, size, spread)
            self._letters += len(text.replace(" ", ""))
            if not last:
                self._wraps.append((self._letters, ends == " "))

    def _table(self, part: Part) -> None:
        manner = self._manner
        rows, height = part.rows, manner.size * 1.9
        self._room(height * (len(rows) + 1))
        top, left = self._y - 6, self._left
        step = self._width / len(rows[0])
        size = manner.size * (0.85 if manner.columns == 1 else 0.7)
        bottom = top - height * len(rows)

        def draw() -> None:
            self._canvas.setLineWidth(0.4)
            self._canvas.setDash(2, 2) if manner.dashed else self._canvas.setDash()
            for at in range(len(rows) + 1):
                self._canvas.line(left, top - at * height, left + self._width, top - at * height)
            self._canvas.setDash()
            edges = range(1, len(rows[0])) if manner.open_sides else range(len(rows[0]) + 1)
            for at in edges:
                self._canvas.line(left + at * step, top, left + at * step, bottom)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    x = left + column * step + max(3, (step - _wide(cell, size)) / 2)
                    self._draw(x, top - row * height - height * 0.65, cell, size)

        if manner.tables_last:
            self._late.append(draw)
        else:
            draw()
        self._letters += sum(len(cell.replace(" ", "")) for row in rows for cell in row)
        self._y = bottom - 6


def _wide(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, FONT, size))


def _wrapped(
    text: str, size: float, room: tuple[float, float], *, breaks: bool
) -> list[tuple[str, str]]:
    """Lines and what the text has behind each: a space or nothing.

    `room` is that of the first line and that of the others.
    """
    found: list[tuple[str, str]] = []
    line = ""
    for unit in _units(text, breaks=breaks):
        if line and _wide((line + unit).rstrip(), size) > room[bool(found)]:
            found.append((line.rstrip(), " " if line.endswith(" ") else ""))
            line = ""
        line += unit
    found.append((line.rstrip(), ""))
    return found


def _units(text: str, *, breaks: bool) -> list[str]:
    """What is never broken: words, or single Korean letters; marks stay with what is before."""
    units: list[str] = []
    for letter in text:
        if units and not _may_break(units[-1], letter, breaks=breaks):
            units[-1] += letter
        else:
            units.append(letter)
    return units


def _may_break(before: str, letter: str, *, breaks: bool) -> bool:
    if letter == " " or letter in ".,!?)]}%”’」":
        return False
    if before.endswith(" "):
        return True
    return breaks and "가" <= letter <= "힣" and before[-1] not in "([{“‘「△"
