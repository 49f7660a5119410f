"""What stands on a page, as values: glyphs, rules, filled boxes and pictures.

Lengths are points. A place counts from the top left corner of the page as it is read: turned so
that most of its text runs from left to right.
"""

from dataclasses import dataclass
from typing import NamedTuple

from service.extract.pdf.tags import PageTags

UNMAPPED = "\ufffd"
"""Stands for a glyph of which nobody knows the letter."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each 0 to 255."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run of glyphs is printed.

    `turn` is its direction against the page in quarter turns, -1 when it runs askew; `rank` is its
    place in the order of painting.
    """

    size: float
    font: str = ""
    is_bold: bool = False
    is_drawn: bool = True
    turn: int = 0
    rank: int = 0
    colour: Colour = (0, 0, 0, 255)


class Glyph(NamedTuple):
    """One letter, or a space that was drawn; `base` is the height of its line of writing."""

    text: str
    left: float
    right: float
    base: float
    ink: Ink

    @property
    def box(self) -> Box:
        """Its place as a reader would mark it."""
        size = self.ink.size
        return self.left, self.base - 0.88 * size, self.right, self.base + 0.22 * size


@dataclass(frozen=True, slots=True)
class Paint:
    """A filled box, a rule or a picture (`colour` None), at its place in the order of painting."""

    box: Box
    rank: int
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that was drawn, level or upright: from `start` to `end` at `at`."""

    is_level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its size, and everything on it in the order of the file.

    `tags` is what a tagged file says of its text, None where it says nothing.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    paints: tuple[Paint, ...] = ()
    tags: PageTags | None = None

    @property
    def has_marks(self) -> bool:
        """Whether anything at all is on it."""
        return bool(self.glyphs or self.rules or self.paints)
