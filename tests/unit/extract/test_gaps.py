"""Spaces that nobody drew, on values: what parts words among the glyphs of a line."""

import pytest

from service.extract.pdf.gaps import gaps_of
from service.extract.pdf.runs import runs_of
from service.extract.pdf.sheets import Glyph, Ink

SIZE = 10.0
TEXT = "낡은 다리를 미리 살펴 사람이 다치는 일을 막고 마을의 길을 넓힌다"


def glyphs(letters=0.0, space=0.25, text=TEXT, base=100.0, drawn=""):
    """A text set `letters` wider than its font; `drawn` are the words behind which spaces are."""
    ink, found, x = Ink(SIZE), [], 50.0
    for word in text.split(" "):
        for letter in word:
            found.append(Glyph(letter, x, x + SIZE, base, ink))
            x += SIZE * (1 + letters)
        if word in drawn.split():
            found.append(Glyph(" ", x, x + SIZE * space, base, ink))
        x += SIZE * (space + letters)
    return found


def page(**how):
    return [each for at in range(4) for each in glyphs(base=100.0 + 20 * at, **how)]


def lines(found):
    return [run.text for run in runs_of(found, ())]


@pytest.mark.parametrize(
    ("letters", "space"),
    [(0.0, 0.25), (-0.05, 0.3), (-0.05, 0.25), (-0.1, 0.3), (-0.15, 0.3), (0.05, 0.3)],
)
def test_words_are_parted_however_narrow_they_are_set(letters, space):
    assert lines(page(letters=letters, space=space)) == [TEXT] * 4


def test_letters_of_a_full_line_may_be_spread():
    narrow = page(letters=-0.05, space=0.3)
    spread = glyphs(letters=0.2, space=0.5, base=200.0)
    assert lines([*narrow, *spread]) == [TEXT] * 5


def test_pages_that_draw_only_some_of_their_spaces_are_told_apart_by_gaps():
    found = page(letters=-0.05, drawn="사람이 일을")
    assert lines(found) == [TEXT] * 4
    assert not gaps_of(found).is_drawn


def test_letters_set_wide_are_no_words_where_all_spaces_are_drawn():
    found = page(letters=0.2, drawn=TEXT)
    assert lines(found) == [TEXT] * 4
    assert gaps_of(found).is_drawn
