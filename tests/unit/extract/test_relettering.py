"""Letters of a second reader in the ink of the first; what that one hides stays hidden."""

import pytest

from service.extract.pdf.plumber import _colour
from service.extract.pdf.relettering import relettered
from service.extract.pdf.sheets import UNMAPPED, Glyph, Ink, Sheet
from service.extract.pdf.visible import seen_on
from service.extract.transcript import transcript_of
from tests.generated.papers import Embedded
from tests.unit.extract.documents import read

BLACK, WHITE = Ink(10.0), Ink(10.0, colour=(255, 255, 255, 255))


def sheet(*glyphs):
    return Sheet(1, 200.0, 200.0, tuple(glyphs))


def glyph(text, left, ink=BLACK):
    return Glyph(text, left, left + 10.0, 50.0, ink)


def text_of(found):
    return "".join(each.text for each in found.glyphs)


def test_only_unknown_letters_are_replaced():
    first = sheet(glyph("가", 10.0), glyph(UNMAPPED, 20.4), glyph(" ", 30.0), glyph(UNMAPPED, 60.0))
    second = sheet(glyph("갸", 10.0), glyph("나", 20.0), glyph("x", 30.0))
    assert text_of(relettered(first, second, every=False)) == f"가나 {UNMAPPED}"


def test_all_letters_are_replaced_where_none_makes_sense():
    first = sheet(glyph("7", 10.0), glyph(" ", 20.0), glyph("K", 30.0))
    second = sheet(glyph("T", 10.0), glyph("¡", 20.0), glyph("h", 30.0))
    assert text_of(relettered(first, second, every=True)) == "T h"


def test_what_the_first_reader_hides_stays_hidden():
    first = sheet(glyph(UNMAPPED, 10.0), glyph(UNMAPPED, 30.0, WHITE))
    second = sheet(glyph("가", 10.0), glyph("나", 30.0))
    assert text_of(seen_on(relettered(first, second, every=False))) == "가"


def test_letters_beyond_the_first_plane_are_one_letter():
    paper = Embedded()
    paper.page()
    paper.text(90, 700, "\U000f02ce 대상 지역을 넓힌다", 12)
    assert transcript_of(read(paper.whole()).body) == "○ 대상 지역을 넓힌다"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((1,), (255, 255, 255, 255)),
        ((0.0,), (0, 0, 0, 255)),
        ((1, 0, 0), (255, 0, 0, 255)),
        ((0, 0, 0, 0), (255, 255, 255, 255)),
        ((0, 0, 0, 1), (0, 0, 0, 255)),
        (None, (0, 0, 0, 255)),
        (("Pattern", 1), (0, 0, 0, 255)),
    ],
)
def test_colours_of_the_second_reader(parts, told):
    assert _colour(parts) == told
