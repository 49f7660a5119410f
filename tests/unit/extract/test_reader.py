import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

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
from service.model.source import SourceText
from tests.unit.extract.documents import pdf, read, resource, words


def nothing(canvas):
    canvas.rect(72, 72, 100, 100)


def only_numbered(canvas):
    """A scan with a stamped number."""
    canvas.rect(72, 72, 400, 600)
    canvas.drawString(290, 40, f"- {canvas.getPageNumber()} -")


PDF = pdf(words("The ministry announced a plan."))
LOCKED = StandardEncryption("secret", ownerPassword="owner")


@pytest.mark.parametrize(
    ("body", "name", "error"),
    [
        (pdf(nothing), "a.pdf", DocumentHasNoText),
        (pdf(only_numbered, only_numbered), "a.pdf", DocumentHasNoText),
        (pdf(lambda canvas: None), "a.pdf", DocumentIsEmpty),
        (pdf(words("secret"), encrypt=LOCKED), "a.pdf", DocumentIsEncrypted),
        (PDF[:200], "a.pdf", DocumentIsBroken),
        (b"%PDF-1.7\nnot a document at all", "a.pdf", DocumentIsBroken),
        (b"  \n", "a.pdf", DocumentIsEmpty),
        (b"<html><body></body></html>", "a.html", DocumentIsEmpty),
        (b"<!doctype html><p>Sign in first.</p>", "a.pdf", DocumentIsNotWhatItClaims),
        (PDF, "a.hwp", DocumentIsNotWhatItClaims),
        (b"\x89PNG\r\n\x1a\n....", "a.pdf", DocumentIsNotWhatItClaims),
        (b"\x89PNG\r\n\x1a\n....", "a.png", DocumentKindUnknown),
        (b"PK\x03\x04....", "a.hwpx", DocumentIsBroken),
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


LONG = "보건복지부는 칠월 사일 예산을 집행한다고 밝혔다. " * 9


@pytest.mark.parametrize(
    ("text", "title", "kinds"),
    [
        ("안녕하십니까. 반갑습니다.", "안녕하십니까.", [Paragraph]),
        ("추진 배경", "추진 배경", [Paragraph]),
        ("정부는 밝혔다.\n다음이다.", "정부는 밝혔다.", [Paragraph, Paragraph]),
        ("□ 추진 배경\n본문이다.", "추진 배경", [ListItem, Paragraph]),
        ("계획\n본문이다.", "계획", [Heading, Paragraph]),
        (LONG, "보건복지부는 칠월 사일 예산을 집행한다고 밝혔다.", [Paragraph]),
        ("말이 끝나지 않는 " * 30, "말이 끝나지 않는 " * 5 + "말이 끝나지 않는…", [Paragraph]),
        ("가" * 200, "가" * 59 + "…", [Paragraph]),
    ],
)
def test_a_text_is_never_swallowed_by_its_title(text, title, kinds):
    release = Reader(9).extract(resource(text.encode(), source=SourceText()))
    assert [type(block) for block in release.body.blocks] == kinds
    assert release.title == title


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


def in_korean(*lines, size=11, top=700):
    """Korean lines of one size, each as wide as it is, below each other."""

    def draw(canvas):
        pdfmetrics.registerFont(UnicodeCIDFont("HYSMyeongJo-Medium"))
        canvas.setFont("HYSMyeongJo-Medium", size)
        for number, line in enumerate(lines):
            canvas.drawString(72, top - 1.6 * size * number, line)

    return draw


def test_a_drawn_space_tells_wraps_between_words_from_wraps_inside_of_them():
    lines = (
        "이 문서는 줄이 바뀌는 자리를 알아보려고 만든 시험용 문서로서 여러 ",
        "줄에 걸쳐 이어지며 어떤 줄은 낱말 사이에서 바뀌고 어떤 줄은 낱말 가",
        "운데에서 바뀐다.",
    )
    (block,) = read(pdf(in_korean(*lines))).body.blocks
    assert block.text == "".join(lines)


def test_the_head_of_a_release_tells_the_day_and_no_title():
    def draw(canvas):
        in_korean("보 도 자 료", size=24, top=780)(canvas)
        in_korean("보도시점 2023. 7. 4.(화) 조간", size=11, top=730)(canvas)
        in_korean("한국형 클러스터를 만든다", size=18, top=690)(canvas)
        in_korean(*["보건복지부는 계획을 오늘 밝혔다고 전했다."] * 3, top=640)(canvas)

    release = read(pdf(draw))
    assert (release.title, release.issued_on) == ("한국형 클러스터를 만든다", "2023-07-04")
    kinds = [(type(b).__name__, getattr(b, "role", "")) for b in release.body.blocks[:3]]
    assert kinds == [("Boilerplate", ""), ("Paragraph", "meta"), ("Heading", "")]


def grid(canvas, rows):
    """A table with all rules drawn."""
    left, top, width, height = 72, 700, 90, 24
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            x, y = left + column * width, top - at * height
            canvas.rect(x, y, width, height)
            canvas.drawString(x + 5, y + 8, text)


def test_text_of_a_table_is_not_said_twice():
    def draw(canvas):
        canvas.drawString(72, 760, "The schedule of the visit is as follows.")
        grid(canvas, [("City", "Day"), ("Los Angeles", "Tuesday"), ("San Diego", "Thursday")])

    text, table = read(pdf(draw)).body.blocks
    assert text.text == "The schedule of the visit is as follows."
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["City", "Day"],
        ["Los Angeles", "Tuesday"],
        ["San Diego", "Thursday"],
    ]
    assert (table.header_rows, table.header_columns, table.language) == (1, 0, "en")


def test_a_table_with_a_telephone_number_in_its_first_row_has_no_head():
    rows = [("Division", "Kim", "044-202-2901"), ("Support", "Lee", "044-202-2902")]
    (table,) = read(pdf(lambda canvas: grid(canvas, rows))).body.blocks
    assert (table.header_rows, table.header_columns) == (0, 1)


@pytest.mark.parametrize("title", ["untitled", "보고서.hwp", "Microsoft Word - a.docx"])
def test_the_name_of_a_file_is_no_title(title):
    def draw(canvas):
        canvas.setTitle(title)
        canvas.drawString(72, 700, "Text.")

    assert read(pdf(draw), "plan.pdf").title == "plan.pdf"


def test_a_page_that_does_not_tell_its_size_is_read_all_the_same():
    broken = PDF.replace(
        b"/MediaBox [ 0 0 595.2756 841.8898 ]", b"/MediaBox [ 0 0 (ab) 841.889800 ]"
    )
    assert broken != PDF
    assert read(broken).body.blocks[0].text == "The ministry announced a plan."
