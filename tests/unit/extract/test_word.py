import pytest

from service.errors import (
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEncrypted,
    DocumentIsNotWhatItClaims,
    DocumentIsRightsManaged,
    DocumentKindUnknown,
    DocumentTookTooLong,
)
from service.model.document import Anchor, Boilerplate, Cell, Figure, Note, Table
from tests.unit.extract.compound import compound
from tests.unit.extract.documents import read
from tests.unit.extract.packages import zipped
from tests.unit.extract.word import docx, grid, item, r, wp


def blocks(*args, **more):
    return read(docx(*args, **more), "공고.docx").body.blocks


def told(*args, **more):
    found = blocks(*args, **more)
    return [
        (type(b).__name__, getattr(b, "marker", getattr(b, "level", "")), b.text) for b in found
    ]


def test_headings_are_told_by_styles_in_both_languages_and_by_outline_levels():
    body = (
        wp("도서관 운영 계획", "T")
        + wp("배경", "1")
        + wp("현황", "k2")
        + wp("과제", "o")
        + wp("일정", "below")
        + wp("시청은 도서관을 늘린다.")
        + wp("예산", properties='<w:outlineLvl w:val="0"/>')
    )
    assert told(body) == [
        ("Heading", 1, "도서관 운영 계획"),
        ("Heading", 2, "배경"),
        ("Heading", 3, "현황"),
        ("Heading", 3, "과제"),
        ("Heading", 3, "일정"),
        ("Paragraph", "", "시청은 도서관을 늘린다."),
        ("Heading", 2, "예산"),
    ]


def test_the_only_heading_of_the_first_level_is_the_title():
    release = read(docx(wp("계획 공고", "1") + wp("일정", "2") + wp("글이다.")))
    assert release.title == "계획 공고"
    assert [b.level for b in release.body.blocks[:2]] == [1, 2]


def test_several_headings_of_the_first_level_are_chapters():
    body = wp("배경", "1") + wp("글이다.") + wp("일정", "1")
    release = read(docx(body, title="도서관 운영 계획"))
    assert release.title == "도서관 운영 계획"
    assert [b.level for b in release.body.blocks[::2]] == [2, 2]


def test_numbers_and_bullets_are_those_that_word_prints():
    body = (
        item("배경", 1)
        + item("이용자", 1, 1)
        + item("직원", 1, 1)
        + item("세부", 1, 2)
        + wp("일정", "listed")
        + item("다시", 3)
        + item("네모", 2)
        + item("동그라미", 2, 1)
        + item("꽃", 2, 2)
    )
    assert [(b.marker, b.text) for b in blocks(body)] == [
        ("1.", "배경"),
        ("가.", "이용자"),
        ("나.", "직원"),
        ("1.2.1", "세부"),
        ("2.", "일정"),
        ("5.", "다시"),
        ("■", "네모"),
        ("○", "동그라미"),
        ("❖", "꽃"),
    ]


def test_tables_keep_spans_and_header_rows():
    across, down = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    body = grid(
        [("구분", down), ("사업비", across)],
        [("", "<w:vMerge/>"), "올해", "내년"],
        ["강원", "1,200", "1,500"],
        heads=2,
    )
    (table,) = blocks(body)
    assert isinstance(table, Table)
    assert table.rows == (
        (Cell("구분", 1, 2), Cell("사업비", 2, 1)),
        (Cell("올해"), Cell("내년")),
        (Cell("강원"), Cell("1,200"), Cell("1,500")),
    )
    assert table.header_rows == 2


def test_notes_stand_behind_the_paragraph_and_know_their_places():
    def reference(kind, number):
        return r(f'<w:{kind}Reference w:id="{number}"/>')

    body = wp(r("고용률") + reference("footnote", 2) + r("이 올랐다.")) + wp(
        r("가구 수") + reference("footnote", 3) + reference("endnote", 2)
    )
    foot = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + "".join(
        f'<w:footnote w:id="{n}">{wp(r("<w:footnoteRef/>") + r(f" {text}"))}</w:footnote>'
        for n, text in ((2, "15세 이상이다."), (3, "잠정치이다."))
    )
    end = f'<w:endnote w:id="2">{wp("통계청 자료이다.")}</w:endnote>'
    found = blocks(body, footnotes=foot, endnotes=end)
    assert [(b.text, b.marker, b.anchor) for b in found if isinstance(b, Note)] == [
        ("15세 이상이다.", "1)", Anchor(0, 3)),
        ("잠정치이다.", "2)", Anchor(2, 4)),
        ("통계청 자료이다.", "i)", Anchor(2, 4)),
    ]


def test_a_note_may_have_a_mark_of_its_author():
    reference = '<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>'
    body = wp(r("지원금") + r(reference) + r("을 늘린다.")) + wp(
        r("가구") + r('<w:footnoteReference w:id="3"/>')
    )
    foot = "".join(
        f'<w:footnote w:id="{n}">{wp(text)}</w:footnote>'
        for n, text in ((2, "* 월 10만 원"), (3, "잠정치"))
    )
    found = [b for b in blocks(body, footnotes=foot) if isinstance(b, Note)]
    assert [(b.text, b.marker) for b in found] == [("월 10만 원", "*"), ("잠정치", "1)")]
    assert [b.anchor for b in found] == [Anchor(0, 3), Anchor(2, 2)]


def test_running_headers_are_furniture():
    ends = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    found = blocks(wp("글이다.") + ends, header1=grid(["시청"]), footer1=wp("- 1 -"))
    assert [(b.text, b.kind) for b in found if isinstance(b, Boilerplate)] == [
        ("시청", "running-header"),
        ("- 1 -", "running-footer"),
    ]


def test_only_what_is_printed_is_read():
    body = wp(
        r("남은 ")
        + f"<w:del>{r('<w:delText>지운</w:delText>')}</w:del>"
        + f"<w:ins>{r('더한 ')}</w:ins>"
        + f"<w:moveFrom>{r('옮긴')}</w:moveFrom>"
        + r("숨긴", "<w:vanish/>")
        + r("감춘", '<w:rStyle w:val="secret"/>')
        + r("보인 ", '<w:vanish w:val="0"/>')
        + r('<w:fldChar w:fldCharType="begin"/>')
        + r("<w:instrText>HYPERLINK x</w:instrText>")
        + r('<w:fldChar w:fldCharType="separate"/>')
        + f"<w:hyperlink>{r('누리집')}</w:hyperlink>"
        + r('<w:fldChar w:fldCharType="end"/>')
        + r('<w:commentReference w:id="1"/>')
        + r("<w:noBreakHyphen/>")
        + f"<w:sdt><w:sdtContent>{r('글이다.')}</w:sdtContent></w:sdt>"
    )
    assert told(body) == [("Paragraph", "", "남은 더한 보인 누리집-글이다.")]


def test_deleted_rows_are_not_read():
    body = grid(["가", "나"], ["다", "라"], ["마", "바"]).replace(
        "<w:tr><w:tc><w:tcPr></w:tcPr>" + wp("다"),
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:tcPr></w:tcPr>" + wp("다"),
    )
    (table,) = blocks(body)
    assert [[c.text for c in row] for row in table.rows] == [["가", "나"], ["마", "바"]]


def test_pictures_have_alternative_texts_and_boxes_are_read_once():
    picture = (
        '<w:drawing><wp:inline><wp:docPr id="1" descr="{}"/><pic:pic/></wp:inline></w:drawing>'
    )
    box = "<w:txbxContent>" + wp("상자 글이다.") + "</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    old = '<w:pict><v:shape alt="옛 그림"><v:imagedata/></v:shape></w:pict>'
    body = wp(r(picture.format("도서관 앞마당")) + r("글이다.")) + wp(r(both)) + wp(r(old))
    found = blocks(body + wp(r(picture.format(""))))
    assert [b.alt for b in found if isinstance(b, Figure)] == ["도서관 앞마당", "옛 그림", ""]
    assert [b.text for b in found if not isinstance(b, Figure)] == ["글이다.", "상자 글이다."]


def test_formulas_are_lines_of_text():
    formula = (
        "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e>"
        "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    assert told(wp(r("값은") + formula + r("이다."))) == [
        ("Paragraph", "", "값은 x=(a+b)/2y^2 이다.")
    ]


def test_a_small_word_over_another_stands_behind_it():
    ruby = f"<w:ruby><w:rt>{r('한자')}</w:rt><w:rubyBase>{r('漢字')}</w:rubyBase></w:ruby>"
    assert told(wp(r(ruby) + r("를 배운다."))) == [("Paragraph", "", "漢字(한자)를 배운다.")]


def test_templates_and_files_with_macros_are_read_too():
    main = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert [b.text for b in read(docx(wp("글이다."), main=main), "a.docm").body.blocks] == [
        "글이다."
    ]


def test_what_is_inside_of_another_package_is_not_opened():
    inner = zipped({"big": b" " * 1_000})
    assert told(wp("글이다."), members={"word/embeddings/a.zip": inner})[0][2] == "글이다."


@pytest.mark.parametrize(
    ("body", "name", "error"),
    [
        (docx(wp("글"))[:-40], "a.docx", DocumentIsBroken),
        (docx("<w:p>"), "a.docx", DocumentIsBroken),
        (docx(wp("")), "a.docx", DocumentHasNoText),
        (docx(wp("글"), members={"a.bin": b"\0" * 90_000_000}), "a.docx", DocumentTookTooLong),
        (docx(wp("글"), members={f"x{n}": b"" for n in range(10_001)}), "", DocumentTookTooLong),
        (compound({"EncryptedPackage": b"x"}), "a.docx", DocumentIsEncrypted),
        (
            compound({"EncryptedPackage": b"x", "\x06DataSpaces/DRMEncryptedDataSpace": b"x"}),
            "a.docx",
            DocumentIsRightsManaged,
        ),
        (b"\x9b\x20DRMONE  locked", "a.docx", DocumentIsRightsManaged),
        (b"SCDSA002\0\0", "a.hwp", DocumentIsRightsManaged),
        (compound({"WordDocument": b"x"}), "a.doc", DocumentKindUnknown),
        (compound({"WordDocument": b"x"}), "a.docx", DocumentKindUnknown),
        (zipped({"xl/workbook.xml": "<a/>"}), "a.xlsx", DocumentKindUnknown),
        (zipped({"ppt/presentation.xml": "<a/>"}), "a.pptx", DocumentKindUnknown),
        (docx(wp("글")), "a.hwpx", DocumentIsNotWhatItClaims),
        (docx(wp("글")), "a.epub", DocumentIsNotWhatItClaims),
        (docx(wp("글")), "a.pdf", DocumentIsNotWhatItClaims),
        (docx("<w:sdt>" * 60 + wp("글") + "</w:sdt>" * 60), "a.docx", DocumentIsBroken),
    ],
)
def test_what_cannot_be_read_has_its_own_error(body, name, error):
    with pytest.raises(error):
        read(body, name)


def test_entities_are_not_resolved():
    entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    xmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = f"{entity}<w:document {xmlns}><w:body>{wp('글 &x;')}</w:body></w:document>"
    with pytest.raises(DocumentIsBroken):
        read(docx("", members={"word/document.xml": text}))
