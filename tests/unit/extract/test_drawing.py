"""Pages as pictures, drawn by a process that may die of them."""

import io
import random
import time

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape

from service import samples
from service.errors import PageNotDrawable
from service.extract import drawing, webp
from service.extract.base import Size
from service.extract.child import Limits
from service.extract.sandbox import Sandboxed
from tests.unit.extract import misbehaving
from tests.unit.extract.documents import pdf, read, words
from tests.unit.extract.raw_pdfs import form, line, raw_pdf
from tests.unit.extract.test_damage import damaged
from tests.unit.extract.test_sandbox import nothing_is_left

LIMITS = Limits(timeout_s=20, memory_mb=1024, max_pages=10, page_timeout_s=8)
SMALL = Size(100, 141)


@pytest.fixture
def sandboxed():
    return Sandboxed(LIMITS)


def drawn(body, page=1, size=SMALL, limits=LIMITS):
    return Image.open(io.BytesIO(Sandboxed(limits).draw(body, page, size))).convert("RGB")


def near(colour, other):
    return all(abs(one - two) <= 24 for one, two in zip(colour, other, strict=True))


def coloured(canvas):
    """Red in the upper left quarter, blue in the lower right one."""
    width, height = canvas._pagesize
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, height / 2, width / 2, height / 2, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(width / 2, 0, width / 2, height / 2, stroke=0, fill=1)
    canvas.drawString(72, 700, "The ministry announced a plan.")


def lying(canvas):
    canvas.setPageSize(landscape(A4))
    coloured(canvas)


# A red box in the upper left corner of a sheet that is shown turned by a quarter to the right.
TURNED = raw_pdf(f"1 0 0 rg 0 642 200 200 re f 0 g {line('Words.', 300)}", page="/Rotate 90")


def test_a_page_is_drawn_in_its_colours_and_in_exactly_this_size():
    picture = drawn(pdf(words("Nothing."), coloured), page=2)
    assert picture.size == (100, 141)
    assert near(picture.getpixel((10, 10)), (255, 0, 0))
    assert near(picture.getpixel((90, 130)), (0, 0, 255))
    assert near(picture.getpixel((90, 10)), (255, 255, 255))


def test_a_page_that_was_turned_is_drawn_as_it_is_seen():
    picture = drawn(TURNED, size=Size(141, 100))
    assert near(picture.getpixel((130, 10)), (255, 0, 0))
    assert near(picture.getpixel((10, 10)), (255, 255, 255))


def test_a_document_tells_the_sizes_of_its_pages_as_they_are_seen():
    assert read(pdf(coloured, lying)).body.page_sizes == ((595, 842), (842, 595))
    assert read(TURNED).body.page_sizes == ((842, 595),)


def test_what_is_no_pdf_tells_no_sizes():
    assert read("본문이다.".encode(), "a.txt").body.page_sizes == ()


@pytest.mark.parametrize("page", [0, 2, 99])
def test_a_page_that_is_not_there_cannot_be_drawn(page):
    with pytest.raises(PageNotDrawable):
        drawn(pdf(words("One page.")), page=page)


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7", b"<html>", samples.read("board-ko.html")])
def test_what_is_no_pdf_cannot_be_drawn(body):
    with pytest.raises(PageNotDrawable):
        drawn(body)


def test_a_file_with_a_password_cannot_be_drawn():
    with pytest.raises(PageNotDrawable, match="encrypted"):
        drawn(pdf(words("Secret."), encrypt="word"))


def test_damaged_files_give_a_picture_or_our_error_and_nothing_else():
    chance = random.Random(7)  # noqa: S311 - the same files in every run
    whole = samples.read("release-ko.pdf")
    outcomes = set()
    for _ in range(12):
        try:
            outcomes.add(drawn(damaged(whole, chance)).size)
        except PageNotDrawable:
            outcomes.add("error")
    assert outcomes <= {(100, 141), "error"}
    assert (100, 141) in outcomes


def bomb():
    """Nine forms of which each draws the next one thirty times."""
    forms = {
        number: form("/N Do " * 30, f"/XObject<</N {number + 1} 0 R>>") for number in range(6, 15)
    }
    forms[15] = form("0 0 595 842 re f ")
    return raw_pdf("/N Do", resources="/XObject<</N 6 0 R>>", objects=forms)


def test_a_page_that_is_drawn_for_ever_is_given_up():
    limits = Limits(timeout_s=20, memory_mb=1024, max_pages=10, page_timeout_s=1)
    begun = time.monotonic()
    with pytest.raises(PageNotDrawable, match="stopped after 1 s"):
        drawn(bomb(), limits=limits)
    assert time.monotonic() - begun < 10
    assert nothing_is_left()


def test_an_image_that_claims_more_dots_than_memory_holds_is_left_out():
    """Three gigabytes of dots, in a file of some hundred bytes."""
    image = (
        "<</Type/XObject/Subtype/Image/Width 32000/Height 32000/BitsPerComponent 8"
        "/ColorSpace/DeviceRGB/Filter/RunLengthDecode/Length 3>>stream\n\x81\x00\x80\nendstream"
    )
    body = raw_pdf(
        line("Words.", 700) + "500 0 0 500 50 50 cm /I Do",
        resources="/XObject<</I 6 0 R>>",
        objects={6: image},
    )
    limits = Limits(timeout_s=20, memory_mb=300, max_pages=10, page_timeout_s=8)
    assert near(drawn(body, limits=limits).getpixel((50, 100)), (255, 255, 255))


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("draw_and_die", "its reader died"),
        ("draw_for_ever", "stopped after 1 s"),
        ("draw_half", "stopped after 1 s"),
        ("draw_and_eat", "more than 300 MB"),
        ("draw_too_little", "12 bytes of dots"),
        ("draw_too_much", "its reader died"),
        ("draw_nonsense", "its reader died"),
        ("draw_reaching_out", r"reached \[\]"),
    ],
)
def test_a_child_that_goes_wrong_loses_nothing_but_its_picture(target, why, monkeypatch):
    monkeypatch.setattr(drawing, "draw", getattr(misbehaving, target))
    seconds = 1 if "stopped" in why else 20
    limits = Limits(timeout_s=20, memory_mb=300, max_pages=10, page_timeout_s=seconds)
    with pytest.raises(PageNotDrawable, match=why):
        drawn(pdf(words("One page.")), limits=limits)
    assert nothing_is_left()


def test_a_picture_that_is_hard_to_shrink_loses_detail_before_it_grows_too_large(monkeypatch):
    chance = random.Random(3)  # noqa: S311 - the same noise in every run
    noise = chance.randbytes(300 * 300 * 3)
    monkeypatch.setattr(webp, "_MOST_BYTES", 10**9)
    fine = webp.encoded(noise, Size(300, 300))
    monkeypatch.setattr(webp, "_MOST_BYTES", len(fine) - 1)
    coarse = webp.encoded(noise, Size(300, 300))
    assert len(coarse) < len(fine)
    monkeypatch.setattr(webp, "_MOST_BYTES", 1_000)
    with pytest.raises(PageNotDrawable, match="> 1000"):
        webp.encoded(noise, Size(300, 300))
