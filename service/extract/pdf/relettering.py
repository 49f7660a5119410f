"""Letters that one reader knows, at the places, in the ink and in the order of the other (pure).

Only the first reader tells what is visible; whoever took whole pages from the second would read
aloud what nobody can see.
"""

from collections.abc import Mapping
from dataclasses import replace

from service.extract.pdf.sheets import UNMAPPED, Glyph, Sheet

_AROUND = tuple((dx, dy) for dx in (0, -1, 1) for dy in (0, -1, 1))

_Places = Mapping[tuple[int, int], str]


def relettered(sheet: Sheet, second: Sheet, *, every: bool) -> Sheet:
    """The sheet with the letters of a second one where it knows none of its own, or everywhere.

    A glyph of which neither knows the letter stays unmapped.
    """
    known = {_place(glyph): glyph.text for glyph in second.glyphs if glyph.text != UNMAPPED}
    glyphs = tuple(
        glyph if glyph.text == " " or not (every or glyph.text == UNMAPPED) else _told(glyph, known)
        for glyph in sheet.glyphs
    )
    return replace(sheet, glyphs=glyphs)


def _place(glyph: Glyph) -> tuple[int, int]:
    return round(glyph.left), round(glyph.base)


def _told(glyph: Glyph, known: _Places) -> Glyph:
    x, y = _place(glyph)
    near = (known.get((x + dx, y + dy)) for dx, dy in _AROUND)
    return glyph._replace(text=next((text for text in near if text), UNMAPPED))
