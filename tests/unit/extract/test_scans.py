"""Pages that are pictures, recognised by the tesseract of this machine."""

import difflib
import io

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from service import samples
from service.errors import DocumentHasNoText
from service.extract.child import Limits
from service.extract.pdf import pdfium, prints, scans
from service.extract.pdf.prints import PICTURE, SCAN
from service.extract.pdf.scans import Picture, recognised
from service.extract.pdf.sheets import Sheet
from service.extract.reader import Reader
from service.extract.sandbox import Sandboxed
from service.extract.transcript import transcript_of
from tests.unit.extract.documents import pdf, read, resource, words

KOREAN = samples.read("release-ko.pdf")


@pytest.fixture(scope="module")
def scanned():
    """The first page of the Korean sample as a picture."""
    picture = pypdfium2.PdfDocument(KOREAN)[0].render(scale=200 / 72).to_pil().convert("L")
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.drawInlineImage(picture, 0, 0, 595, 842)
    canvas.save()
    return file.getvalue()


def test_a_scan_is_read_and_named_as_one(scanned):
    release = read(scanned)
    text = transcript_of(release.body)
    drawn = transcript_of(read(KOREAN).body)[: len(text)]
    alike = difflib.SequenceMatcher(
        None, *("".join(t.split()) for t in (drawn, text)), autojunk=False
    )
    assert [(w.code, w.page) for w in release.body.warnings if w.page] == [(SCAN, 1)]
    assert "바이오 클러스터에서 한국형 혁신 클러스터의 길을 찾는다" in text
    assert alike.ratio() > 0.85


def test_a_scan_is_read_by_a_confined_reader_too(scanned):
    limits = Limits(timeout_s=60, memory_mb=1024, max_pages=9, page_timeout_s=60)
    source = resource(scanned)
    assert Sandboxed(limits).extract(source) == Reader(9).extract(source)


def test_without_tesseract_a_scan_says_that_it_has_no_text(scanned, monkeypatch):
    monkeypatch.setattr(prints, "languages", tuple)
    with pytest.raises(DocumentHasNoText):
        read(scanned)


def test_a_picture_among_pages_loses_no_other_page(monkeypatch):
    monkeypatch.setattr(prints, "languages", tuple)

    def picture(canvas):
        canvas.drawInlineImage(pypdfium2.PdfDocument(KOREAN)[0].render().to_pil(), 0, 0, 595, 842)

    release = read(pdf(words("The ministry announced a plan."), picture))
    assert transcript_of(release.body) == "The ministry announced a plan."
    assert [(w.code, w.page) for w in release.body.warnings if w.page] == [(PICTURE, 2)]


@pytest.mark.parametrize("inches", [(8.3, 11.7), (200, 200), (1, 200), (0.1, 0.1)])
def test_no_page_is_drawn_with_more_dots_than_can_be_read(inches):
    width, height = (72 * side for side in inches)
    scale = scans.scale_for(width, height)
    assert width * height * scale**2 <= scans._MOST_PIXELS * 1.001
    assert scale <= scans.DPI / 72


def test_a_page_of_two_hundred_inches_is_drawn_small():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(14400, 14400))
    canvas.rect(100, 100, 14000, 14000, fill=1)
    canvas.save()
    with pdfium.opened(file.getvalue()) as document:
        picture = document.picture(1)
    assert picture.width * picture.height <= scans._MOST_PIXELS * 1.001


def test_a_recogniser_that_fails_gives_nothing(monkeypatch):
    assert scans.languages()
    monkeypatch.setattr(scans, "_PROGRAM", "false")
    blank = Picture(10, 10, b"\xff" * 100)
    assert recognised(Sheet(1, 10, 10), blank)[0].glyphs == ()
