"""Pages that are pictures, recognised by the tesseract of this machine."""

import difflib
import io

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from service import samples
from service.errors import DocumentHasNoText
from service.extract.pdf import pages, scans
from service.extract.pdf.pages import PICTURE, SCAN
from service.extract.pdf.scans import Picture, recognised
from service.extract.pdf.sheets import Sheet
from service.extract.transcript import transcript_of
from tests.unit.extract.documents import pdf, read, words

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


def test_without_tesseract_a_scan_says_that_it_has_no_text(scanned, monkeypatch):
    monkeypatch.setattr(pages, "languages", tuple)
    with pytest.raises(DocumentHasNoText):
        read(scanned)


def test_a_picture_among_pages_loses_no_other_page(monkeypatch):
    monkeypatch.setattr(pages, "languages", tuple)

    def picture(canvas):
        canvas.drawInlineImage(pypdfium2.PdfDocument(KOREAN)[0].render().to_pil(), 0, 0, 595, 842)

    release = read(pdf(words("The ministry announced a plan."), picture))
    assert transcript_of(release.body) == "The ministry announced a plan."
    assert [(w.code, w.page) for w in release.body.warnings if w.page] == [(PICTURE, 2)]


def test_a_recogniser_that_fails_gives_nothing(monkeypatch):
    assert scans.languages()
    monkeypatch.setattr(scans, "_PROGRAM", "false")
    blank = Picture(10, 10, b"\xff" * 100)
    assert recognised(Sheet(1, 10, 10), blank)[0].glyphs == ()
