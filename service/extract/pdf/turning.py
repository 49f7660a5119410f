"""How a page is turned so that its text runs from left to right (pure)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from service.extract.pdf.sheets import Box, Glyph, Ink, Paint, Rule

_LEVEL, _UPRIGHT = True, False


@dataclass(frozen=True, slots=True)
class View:
    """From places of the file (y upwards) to places of a sheet; `turn` quarter turns."""

    turn: int
    left: float
    top: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place of the file on the sheet."""
        along, up = _turned(x, y, self.turn)
        return along - self.left, self.top - up

    def box(self, box: Box) -> Box:
        """A box of the file, given by two corners, on the sheet."""
        (a, b), (c, d) = self.point(box[0], box[1]), self.point(box[2], box[3])
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def paint(self, paint: Paint) -> Paint:
        """A painted box on the sheet."""
        return replace(paint, box=self.box(paint.box))

    def ruled(self, box: Box) -> Rule:
        """A thin box of the file as a rule."""
        left, top, right, bottom = self.box(box)
        if right - left >= bottom - top:
            return Rule(_LEVEL, (top + bottom) / 2, left, right)
        return Rule(_UPRIGHT, (left + right) / 2, top, bottom)

    def ink(self, ink: Ink) -> Ink:
        """An ink with its direction against the sheet."""
        if self.turn == 0 or ink.turn < 0:
            return ink
        return replace(ink, turn=(ink.turn - self.turn) % 4)


def view_of(bounds: Box, inks: Iterable[Ink], page_turn: int) -> View:
    """The view of a page (left, bottom, right, top) by the direction of most of its glyphs.

    Without glyphs the page is turned as the file says, in quarter turns with the clock.
    """
    counts = Counter(ink.turn for ink in inks if ink.turn >= 0)
    turn = counts.most_common(1)[0][0] if counts else page_turn % 4
    left, bottom, right, top = bounds
    (a, b), (c, d) = _turned(left, bottom, turn), _turned(right, top, turn)
    return View(turn, min(a, c), max(b, d), abs(c - a), abs(d - b))


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    match turn:
        case 1:
            return y, -x
        case 2:
            return -x, -y
        case 3:
            return -y, x
        case _:
            return x, y


def glyph_in(view: View, letter: str, box: Box, origin: tuple[float, float], ink: Ink) -> Glyph:
    """A letter with its box and origin in the file, as it stands on the sheet."""
    if view.turn == 0:
        return Glyph(letter, box[0] - view.left, box[2] - view.left, view.top - origin[1], ink)
    left, _, right, _ = view.box(box)
    return Glyph(letter, left, right, view.point(*origin)[1], ink)
