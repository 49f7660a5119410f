import hashlib
import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from service.errors import (
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEmpty,
    DocumentIsEncrypted,
    DocumentIsNotWhatItClaims,
    DocumentKindUnknown,
    DocumentTooLong,
)
from service.extract.reader import Reader
from service.model.document import Boilerplate, Heading, ListItem, Paragraph
from service.model.source import Resource, SourceFile, SourceText


def pdf(*pages, encrypt=None):
    """A PDF; each page is a function that draws on a canvas."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def words(text):
    return lambda canvas: canvas.drawString(72, 700, text)


def nothing(canvas):
    canvas.rect(72, 72, 100, 100)


def resource(body, name="", media_type="", source=None):
    digest = hashlib.sha256(body).hexdigest()
    return Resource(source or SourceFile(name), body, media_type, digest, name)


def read(body, name="", media_type="", max_pages=10):
    return Reader(max_pages).extract(resource(body, name, media_type))


PDF = pdf(words("The ministry announced a plan."))
LOCKED = StandardEncryption("secret", ownerPassword="owner")


@pytest.mark.parametrize(
    ("body", "name", "error"),
    [
        (pdf(nothing), "a.pdf", DocumentHasNoText),
        (pdf(words("secret"), encrypt=LOCKED), "a.pdf", DocumentIsEncrypted),
        (PDF[:200], "a.pdf", DocumentIsBroken),
        (b"%PDF-1.7\nnot a document at all", "a.pdf", DocumentIsBroken),
        (b"  \n", "a.pdf", DocumentIsEmpty),
        (b"<html><body></body></html>", "a.html", DocumentIsEmpty),
        (b"<!doctype html><p>Sign in first.</p>", "a.pdf", DocumentIsNotWhatItClaims),
        (PDF, "a.hwp", DocumentIsNotWhatItClaims),
        (b"\x89PNG\r\n\x1a\n....", "a.pdf", DocumentIsNotWhatItClaims),
        (b"\x89PNG\r\n\x1a\n....", "a.png", DocumentKindUnknown),
        (b"PK\x03\x04....", "a.hwpx", DocumentKindUnknown),
        (b"\x00\x01\x02\x03\xff\xfe", "a", DocumentKindUnknown),
        (pdf(*[words("page")] * 3), "a.pdf", DocumentTooLong),
    ],
)
def test_what_cannot_be_read_has_its_own_error(body, name, error):
    with pytest.raises(error):
        read(body, name, max_pages=2)


def test_a_media_type_that_lies_is_told():
    with pytest.raises(DocumentIsNotWhatItClaims):
        read(b"<html><p>Sign in first.</p></html>", media_type="application/pdf")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("", ""), ("boardDownload.es", "application/octet-stream"), ("a.PDF", "")],
)
def test_a_pdf_is_known_by_its_content(name, media_type):
    assert read(PDF, name, media_type).body.origin.extractor == "pdf"


def test_a_restricted_pdf_without_a_password_can_be_read():
    body = pdf(
        words("Open to all."), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0)
    )
    assert read(body).body.blocks[0].text == "Open to all."


def test_page_numbers_and_running_headers_are_furniture():
    def page(number):
        def draw(canvas):
            canvas.drawString(72, 800, "Ministry of Health and Welfare | Press Release")
            canvas.drawString(72, 700, f"Paragraph of page {number}.")
            canvas.drawString(290, 40, f"- {number} -")

        return draw

    release = read(pdf(page(1), page(2)))
    kinds = [b.kind for b in release.body.blocks if isinstance(b, Boilerplate)]
    assert kinds == ["running-header", "page-number"] * 2
    assert release.agency == "Ministry of Health and Welfare"


def test_a_paragraph_goes_on_over_the_page():
    def first(canvas):
        for line in range(4):
            canvas.drawString(
                72,
                700 - 16 * line,
                "This sentence has many words and goes to the very end of its line",
            )

    def second(canvas):
        canvas.drawString(72, 770, "and ends on the next page.")

    (block,) = read(pdf(first, second)).body.blocks
    assert block.text.endswith("end of its line and ends on the next page.")
    assert block.locator.page == 1


def test_a_large_first_line_is_the_title():
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 760, "A Plan for Everyone")
        canvas.setFont("Helvetica", 11)
        for line in range(3):
            canvas.drawString(
                72, 700 - 16 * line, "The ministry announced it today in Sejong and gave reasons."
            )

    release = read(pdf(draw))
    assert isinstance(release.body.blocks[0], Heading)
    assert release.title == "A Plan for Everyone"


def test_pasted_lines_become_what_their_marks_say():
    text = "보도자료 제목\n□ 추진 배경\n ○ 세부 내용\n본문 문장이다.".encode()
    blocks = Reader(9).extract(resource(text, source=SourceText())).body.blocks
    assert [type(block) for block in blocks] == [Heading, ListItem, ListItem, Paragraph]
    assert [(b.marker, b.depth) for b in blocks[1:3]] == [("□", 0), ("○", 1)]


def test_text_in_the_korean_code_page_is_read():
    assert (
        read("정부는 계획을 밝혔다.\n다음 줄이다.".encode("cp949"), "a.txt").title
        == "정부는 계획을 밝혔다."
    )


def test_a_page_in_the_korean_code_page_is_read():
    page = (
        '<html><head><meta charset="euc-kr"><title>계획</title></head><body><article><h1>계획</h1>'
        + "<p>정부는 똠방각하 계획을 오늘 밝혔다. 국민의 건강을 위한 것이다.</p>" * 5
        + "</article></body></html>"
    )
    assert "똠방각하" in read(page.encode("cp949")).body.blocks[-1].text
