"""How wide a gap between letters is that nobody drew a space into but means one (pure).

Widths are in sizes of letters. Word processors set Korean text narrower than its font (자간) and
spread the letters of full lines: what parts words is wider than the usual gap of its own line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.extract.pdf.sheets import Glyph

UNDRAWN = 0.17
"""A gap that means a space, where letters stand as their font has them."""
_DRAWN = 0.3
_FEWEST_DRAWN = 0.02
# Korean text has about one space for four syllables.
_FEWEST_OF_SYLLABLES, _FEWEST_SYLLABLES, _SHARE_UNDRAWN = 0.18, 100, 0.15
_NARROW, _SPREAD = -0.03, 0.06
_FEWEST = 12
# Where full lines are spread, one gap of so many still stands in a line that is not.
_UNSPREAD = 8
_FARTHEST, _SAME_BASE = 0.6, 0.5
_CLEAR, _HIGHEST = 0.03, 0.25
_FEWEST_WORDS, _MOST_WORDS = 0.08, 0.6
# A space is about a quarter of its letters wide, and set narrower twice: before and behind it.
_HALF_A_SPACE = 0.125


@dataclass(frozen=True, slots=True)
class Gaps:
    """What parts words on a page: a gap that is `room` wider than what is usual in its line.

    `usual` is that of lines too short to tell, `is_drawn` says that the page has spaces of its own.
    """

    room: float = UNDRAWN
    usual: float = 0.0
    is_drawn: bool = False

    def least(self, glyphs: Sequence[Glyph]) -> float:
        """The narrowest gap that means a space, for glyphs of one line."""
        if self.is_drawn:
            return self.room
        found = list(_between(glyphs))
        usual = _usual(found) if len(found) >= _FEWEST else self.usual
        is_set = self.usual < _NARROW or usual > _SPREAD
        return self.room + (usual if is_set else 0.0)


def gaps_of(glyphs: Sequence[Glyph]) -> Gaps:
    """What parts words among the glyphs of a page."""
    drawn = sum(glyph.text == " " for glyph in glyphs)
    has_drawn = drawn >= _FEWEST_DRAWN * len(glyphs)
    if has_drawn and not _may_lack_some(glyphs, drawn):
        return Gaps(_DRAWN, is_drawn=True)
    undrawn = _undrawn(glyphs)
    if has_drawn and _words(glyphs, undrawn) < _SHARE_UNDRAWN * drawn:
        return Gaps(_DRAWN, is_drawn=True)
    return undrawn


def _may_lack_some(glyphs: Sequence[Glyph], drawn: int) -> bool:
    """Whether there are so few spaces among syllables that others may be gaps only."""
    syllables = sum(map(_is_syllable, glyphs))
    return syllables >= _FEWEST_SYLLABLES and drawn < _FEWEST_OF_SYLLABLES * syllables


def _words(glyphs: Sequence[Glyph], gaps: Gaps) -> int:
    """How many gaps between syllables part words."""
    return sum(gap > gaps.least(line) for line in _lines(glyphs) for gap in _between(line))


def _undrawn(glyphs: Sequence[Glyph]) -> Gaps:
    found = list(_between(glyphs))
    usual = sorted(found)[len(found) // _UNSPREAD] if len(found) >= _FEWEST else 0.0
    return Gaps(_room(glyphs, usual), usual) if usual < _NARROW else Gaps()


def _room(glyphs: Sequence[Glyph], usual: float) -> float:
    """Half the way from the gaps inside of words to those between them."""
    wider: list[float] = []
    for line in _lines(glyphs):
        own = list(_between(line))
        base = _usual(own) if len(own) >= _FEWEST else usual
        wider += [gap - base for gap in own]
    wider.sort()
    for at, (near, far) in enumerate(pairwise(wider), start=1):
        share = 1 - at / len(wider)
        if 0 <= near < _HIGHEST and far - near >= _CLEAR and _FEWEST_WORDS <= share <= _MOST_WORDS:
            return (near + far) / 2
    return max(_CLEAR, _HALF_A_SPACE + usual / 2)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that follow each other on one line."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and not _is_next(line[-1], glyph):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _between(glyphs: Sequence[Glyph]) -> Iterator[float]:
    """Gaps between syllables that follow each other."""
    for before, glyph in pairwise(glyphs):
        if _is_syllable(before) and _is_syllable(glyph) and _is_next(before, glyph):
            yield (glyph.left - before.right) / glyph.ink.size


def _is_next(before: Glyph, glyph: Glyph) -> bool:
    size = glyph.ink.size
    is_level = abs(glyph.base - before.base) <= _SAME_BASE * size
    return is_level and abs(glyph.left - before.right) <= _FARTHEST * size


def _is_syllable(glyph: Glyph) -> bool:
    return "가" <= glyph.text <= "힣"


def _usual(gaps: Sequence[float]) -> float:
    """That inside of words: a third of all are narrower, as words are longer than one letter."""
    return sorted(gaps)[len(gaps) // 3]
