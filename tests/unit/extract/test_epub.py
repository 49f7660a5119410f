import pytest

from service.errors import (
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsNotWhatItClaims,
    DocumentIsRightsManaged,
)
from service.model.document import UNANCHORED, Anchor, Boilerplate, Figure, Heading, Note, Table
from tests.unit.extract.books import epub, page
from tests.unit.extract.documents import read
from tests.unit.extract.packages import zipped


def release(*bodies, **more):
    pages = {f"c{at}.xhtml": page(body) for at, body in enumerate(bodies)}
    return read(epub(pages, **more), "백서.epub")


def blocks(*bodies, **more):
    return release(*bodies, **more).body.blocks


def texts(*bodies, **more):
    return [b.text for b in blocks(*bodies, **more)]


def test_chapters_are_read_in_the_order_of_the_spine():
    assert texts("<p>첫째 글이다.</p>", "<p>둘째 글이다.</p>", order=(1, 0)) == [
        "둘째 글이다.",
        "첫째 글이다.",
    ]


def test_a_book_has_its_title_and_language():
    found = release("<h1>머리말</h1><p>글이다.</p>")
    assert (found.title, found.language, found.body.origin.extractor) == (
        "도서관 백서",
        "ko",
        "epub",
    )
    assert release("<p>A1</p>", language="en-GB").language == "en"


def test_chapters_of_a_book_are_below_its_title():
    found = blocks("<h1>배경</h1><h2>현황</h2><p>글이다.</p>", "<h1>과제</h1>")
    assert [(b.text, b.level) for b in found if isinstance(b, Heading)] == [
        ("배경", 2),
        ("현황", 3),
        ("과제", 2),
    ]


def test_an_empty_element_swallows_nothing():
    body = '<p><a id="x"/>앞 글이다.</p><script/><p>뒤&nbsp;글&#47;이다 &amp; 끝.</p>'
    assert texts(body) == ["앞 글이다.", "뒤 글/이다 & 끝."]


def test_a_page_that_is_no_xml_is_read_as_html():
    assert texts("<p>앞 글이다.<br>뒤 글이다.") == ["앞 글이다.", "뒤 글이다."]


def test_tables_lists_and_pictures_are_those_of_pages():
    body = (
        "<table><tr><th>구분</th><th>예산</th></tr><tr><td>도로</td><td>12</td></tr></table>"
        '<ul><li>신청</li></ul><p><img src="a.png" alt="앞마당"/></p>'
    )
    table, item, figure = blocks(body)
    assert isinstance(table, Table)
    assert (item.marker, item.text) == ("•", "신청")
    assert isinstance(figure, Figure)
    assert figure.alt == "앞마당"


def test_places_tell_the_member_too():
    (block,) = blocks("<p>글이다.</p>")
    assert block.locator.selector == "OEBPS/c0.xhtml/html/body/p"


REFERENCE = '<a epub:type="noteref" href="{}">{}</a>'


def test_notes_follow_what_refers_to_them_and_know_their_places():
    first = (
        f"<p>고용률{REFERENCE.format('#n1', '1')}이 올랐다.</p><p>글이다.</p>"
        '<aside epub:type="footnote" id="n1"><p>1. 15세 이상 <a epub:type="backlink" href="#r">↩</a></p></aside>'
    )
    second = f"<p>가구{REFERENCE.format('notes.xhtml#n2', '[2]')} 수</p>"
    notes = '<section><div role="doc-endnote" id="n2">통계청</div><div role="doc-endnote" id="n3">남은 주</div></section>'
    pages = {"c0.xhtml": page(first), "c1.xhtml": page(second), "notes.xhtml": page(notes)}
    found = read(epub(pages)).body.blocks
    assert [(b.text, getattr(b, "marker", "")) for b in found] == [
        ("고용률이 올랐다.", ""),
        ("15세 이상", "1)"),
        ("글이다.", ""),
        ("가구 수", ""),
        ("통계청", "2)"),
        ("남은 주", ""),
    ]
    anchors = [b.anchor for b in found if isinstance(b, Note)]
    assert anchors == [Anchor(0, 3), Anchor(3, 2)]


def test_a_reference_in_a_table_ties_its_note_to_the_table():
    body = (
        f"<table><tr><th>구분</th><th>예산{REFERENCE.format('#n', '*')}</th></tr>"
        '<tr><td>도로</td><td>12</td></tr></table><p epub:type="footnote" id="n">* 억 원</p>'
    )
    table, note = blocks(body)
    assert [c.text for c in table.rows[0]] == ["구분", "예산"]
    assert (note.text, note.marker, note.anchor) == ("억 원", "*", Anchor(0, 0))


def test_signs_that_are_ours_are_taken_from_the_text():
    assert texts("<p>글\ufdd07\ufdd1이다.</p>") == ["글7이다."]


def test_a_page_of_contents_and_marks_of_pages_are_not_read():
    nav = "<nav><ol><li><a href='c1.xhtml'>배경</a></li></ol></nav>"
    body = '<p>앞<span epub:type="pagebreak" title="7">7</span> 글이다.</p>'
    kept, text = blocks(nav, body, properties={"c0.xhtml": 'properties="nav"'})
    assert isinstance(kept, Boilerplate)
    assert (kept.kind, kept.text, text.text) == ("navigation", "배경", "앞 글이다.")


def _encrypted(method):
    return {
        "META-INF/encryption.xml": '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        f'<e:EncryptedData><e:EncryptionMethod Algorithm="{method}"/></e:EncryptedData></encryption>'
    }


def test_scrambled_fonts_lock_nothing():
    told = _encrypted("http://www.idpf.org/2008/embedding")
    assert texts("<p>글이다.</p>", members=told) == ["글이다."]


@pytest.mark.parametrize(
    ("body", "name", "error"),
    [
        (
            epub(
                {"a.xhtml": page("<p>글</p>")},
                members=_encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc"),
            ),
            "a.epub",
            DocumentIsRightsManaged,
        ),
        (epub({"a.xhtml": page("")}), "a.epub", DocumentHasNoText),
        (epub({}), "a.epub", DocumentHasNoText),
        (epub({"a.xhtml": page("<p>글</p>")})[:-30], "a.epub", DocumentIsBroken),
        (
            zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}),
            "a.epub",
            DocumentIsBroken,
        ),
        (epub({"a.xhtml": page("<p>글</p>")}), "a.docx", DocumentIsNotWhatItClaims),
        (epub({"a.xhtml": page("<p>글</p>")}), "a.hwpx", DocumentIsNotWhatItClaims),
    ],
)
def test_what_cannot_be_read_has_its_own_error(body, name, error):
    with pytest.raises(error):
        read(body, name)


def test_entities_are_not_resolved():
    hostile = page("<p>글 &x;이다.</p>").replace(
        "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    )
    (block,) = read(epub({"a.xhtml": hostile})).body.blocks
    assert "root" not in block.text


def test_a_note_that_nothing_refers_to_stays():
    body = '<p>글이다.</p><aside epub:type="footnote" id="n">* 남은 주</aside>'
    _, note = blocks(body)
    assert (note.text, note.anchor) == ("남은 주", UNANCHORED)
