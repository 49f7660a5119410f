"""A typeface of plain boxes, made here so that no document depends on the fonts of a machine."""

import io
from functools import cache

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from tests.generated import wording

_EM = 1000
_NARROW, _DIGIT, _SPACE, _WIDE = 320, 540, 300, 920
_BULLETS = "\uf06f\uf0a1\uf0a7\uf0b7\U000f02b1\U000f02b2\U000f02ce"
_MARKS = "□○◦·•▪※★①②③◇■ㅇ△▲「」『』《》〈〉“”‘’~–—…․ⅠⅡⅢ\u3000℃㎡µ"


def width(letter: str) -> int:
    """How far a letter moves the pen, in thousandths of its size."""
    if letter == " ":
        return _SPACE
    if letter in ".,:;·'|!()[]ilj․":
        return _NARROW
    return _DIGIT if letter < "\u1100" else _WIDE


@cache
def typeface() -> bytes:
    """The font file: every letter of our wording, Latin letters and the marks of releases."""
    letters = sorted(
        {chr(code) for code in range(0x20, 0x7F)}
        | set(_MARKS + _BULLETS)
        | set(wording.everything())
    )
    names = {letter: f"u{ord(letter):05X}" for letter in letters}
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(letter): name for letter, name in names.items()})
    glyphs = {names[letter]: _box(width(letter), is_empty=letter == " ") for letter in letters}
    builder.setupGlyf({".notdef": _box(500), **glyphs})
    builder.setupHorizontalMetrics(
        {".notdef": (500, 40)} | {names[letter]: (width(letter), 40) for letter in letters}
    )
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def _box(wide: int, *, is_empty: bool = False) -> object:
    pen = TTGlyphPen(None)
    if not is_empty:
        pen.moveTo((40, 0))
        for point in ((40, 700), (wide - 40, 700), (wide - 40, 0)):
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()
