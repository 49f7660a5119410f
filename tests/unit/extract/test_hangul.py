"""What HWPX and HWP files hold beside paragraphs and tables, read the same way from both."""

import struct

import pytest

from service.errors import DocumentIsEncrypted, DocumentIsRightsManaged, DocumentIsTooOld
from service.model.document import Anchor, Boilerplate, Figure, Heading, Note, Paragraph, Table
from tests.unit.extract.compound import anchor, cell, control, hwp, letters, paragraph, record
from tests.unit.extract.documents import read
from tests.unit.extract.packages import held, hwpx, p, table

TABLE = record(77, 2, b"\0" * 20)
RUN = "<hp:t>{}</hp:t>"


def blocks(body):
    return read(body).body.blocks


def text_of(block):
    return block.alt if isinstance(block, Figure) else getattr(block, "text", "")


def word(text):
    return struct.pack("<H", len(text)) + letters(text)


def ctrl(kind, data=b"", *inside, level=1):
    return record(71, level, kind.encode()[::-1] + data) + b"".join(inside)


def hung(text, *controls):
    """A paragraph of HWP; each | in its text anchors a control."""
    data = b"".join(anchor() if c == "|" else letters(c) for c in text)
    return hwp(paragraph(0, data + letters("\r"), *controls))


def note(kind, number, behind, form, text):
    data = struct.pack("<IHHI", number, 0, ord(behind or "\0"), form)
    return ctrl(kind, data, paragraph(2, text))


NUMBER = (
    '<hp:ctrl><hp:autoNum num="{}" numType="FOOTNOTE"><hp:autoNumFormat type="{}" '
    'prefixChar="{}" suffixChar="{}"/></hp:autoNum></hp:ctrl>'
)


def hwpx_note(number, form, before, behind, text):
    inside = NUMBER.format(number, form, before, behind) + RUN.format(f" {text}")
    return held("footNote", p(inside))


@pytest.mark.parametrize(
    "body",
    [
        hwpx(
            p(
                RUN.format("고용률")
                + hwpx_note(1, "DIGIT", "", ")", "15세 이상이다.")
                + RUN.format("과 가구")
                + hwpx_note(2, "CIRCLED_DIGIT", "", "", "잠정치이다.")
                + RUN.format("가 늘었다.")
            )
        ),
        hung(
            "고용률|과 가구|가 늘었다.",
            note("fn  ", 1, ")", 0, "15세 이상이다.\r"),
            note("en  ", 2, "", 1, "잠정치이다.\r"),
        ),
    ],
    ids=["hwpx", "hwp"],
)
def test_notes_know_their_places(body):
    text, first, second = blocks(body)
    assert text.text == "고용률과 가구가 늘었다."
    assert (first.text, first.marker, first.anchor) == ("15세 이상이다.", "1)", Anchor(0, 3))
    assert (second.text, second.anchor) == ("잠정치이다.", Anchor(0, 7))
    assert second.marker == "②"


def test_a_note_in_a_cell_belongs_to_the_table():
    cell_text = p(RUN.format("예산") + hwpx_note(1, "DIGIT", "", ")", "억 원이다."))
    grid, found = blocks(hwpx(p(table(["구분", cell_text], ["도로", "12"]))))
    assert isinstance(grid, Table)
    assert (found.text, found.anchor) == ("억 원이다.", Anchor(0, 0))


def test_a_note_in_a_marked_line_stands_where_it_stood():
    body = p(
        RUN.format("□  지원금") + hwpx_note(1, "DIGIT", "", ")", "월 10만 원") + RUN.format(" 확대")
    )
    item, found = blocks(hwpx(p("앞 글이다.") + body))[1:]
    assert (item.marker, item.text) == ("□", "지원금 확대")
    assert found.anchor == Anchor(1, 3)


def test_asterisks_of_the_author_are_tied_too():
    text, found = blocks(hwpx(p("지원금*을 늘린다.") + p("* 월 10만 원")))
    assert (text.text, found.anchor) == ("지원금*을 늘린다.", Anchor(0, 3))


PICTURE = "<hp:pic><hp:shapeComment>{}</hp:shapeComment></hp:pic>"


def drawn(alt, *inside):
    return ctrl("gso ", b"\0" * 40 + word(alt), record(76, 2, b""), *inside)


def test_pictures_of_both_have_their_alternative_texts():
    first = blocks(hwpx(p(RUN.format("글이다.") + PICTURE.format("앞마당의 주민들"))))
    other = blocks(hung("글이다.|", drawn("앞마당의 주민들")))
    machine = blocks(hung("글이다.|", drawn("그림입니다.\n원본 그림의 이름: a.png")))
    told = [[text_of(b) for b in found] for found in (first, other, machine)]
    assert told == [["글이다.", "앞마당의 주민들"]] * 2 + [["글이다.", ""]]


def test_boxes_with_text_are_paragraphs():
    inside = record(72, 3, b"\0" * 8) + paragraph(3, "상자 글이다.\r")
    box = f"<hp:rect><hp:drawText><hp:subList>{p('상자 글이다.')}</hp:subList></hp:drawText></hp:rect>"
    assert [b.text for b in blocks(hung("|", drawn("", inside)))] == ["상자 글이다."]
    assert [b.text for b in blocks(hwpx(p(box)))] == ["상자 글이다."]


def test_what_hangs_at_the_beginning_stands_before_the_text():
    grid = table(["구분", "예산"], ["도로", "12"])
    first, second = blocks(hwpx(p(grid + RUN.format("글이다."))))
    assert isinstance(first, Table)
    assert second.text == "글이다."


def test_captions_of_tables_are_theirs():
    number = '<hp:ctrl><hp:autoNum num="2" numType="TABLE"/></hp:ctrl>'
    caption = f"<hp:caption><hp:subList>{p(RUN.format('표 ') + number + RUN.format(' 예산'))}</hp:subList></hp:caption>"
    xml = table(["구분", "예산"], ["도로", "12"]).replace("<hp:tbl>", f"<hp:tbl>{caption}")
    (one,) = blocks(hwpx(p(xml)))
    counted = ctrl("atno", struct.pack("<IHHHH", 4, 2, 0, 0, 0), level=3)
    lines = paragraph(2, letters("표 ") + anchor(18) + letters(" 예산\r"), counted)
    cells = [
        *(cell(2, "구분\r", (0, 0)), cell(2, "예산\r", (0, 1))),
        *(cell(2, "도로\r", (1, 0)), cell(2, "12\r", (1, 1))),
    ]
    grid = control(1, "tbl ", record(72, 2, b"\0" * 8), lines, TABLE, *cells)
    (other,) = blocks(hung("|", grid))
    assert (one.caption, other.caption) == ("표 2 예산", "표 2 예산")
    assert one.rows == other.rows


def test_header_rows_are_those_that_the_file_repeats():
    xml = table(["가", "나"], ["1", "2"], ["3", "4"], ["5", "6"])
    xml = xml.replace("<hp:tbl>", '<hp:tbl repeatHeader="1">').replace(
        "<hp:tc>", '<hp:tc header="1">', 4
    )
    (one,) = blocks(hwpx(p(xml)))

    def head_cell(text, at):
        data = struct.pack("<HHI4H", 1, 0, 1 << 18, at[1], at[0], 1, 1)
        return record(72, 2, data) + paragraph(2, text)

    cells = [head_cell(f"{text}\r", (at // 2, at % 2)) for at, text in enumerate("가나12")]
    cells += [cell(2, f"{text}\r", (2 + at // 2, at % 2)) for at, text in enumerate("3456")]
    grid = control(1, "tbl ", record(77, 2, struct.pack("<I", 4) + b"\0" * 16), *cells)
    (other,) = blocks(hung("|", grid))
    assert (one.header_rows, other.header_rows) == (2, 2)


def test_equations_are_lines_of_text_in_their_place():
    script = "{a+b} over 2"
    xml = f"<hp:equation><hp:script>{script}</hp:script></hp:equation>"
    (one,) = blocks(hwpx(p(RUN.format("값은") + xml + RUN.format("이다."))))
    equation = ctrl("eqed", b"", record(88, 2, struct.pack("<I", 0) + word(script)))
    (other,) = blocks(hung("값은|이다.", equation))
    assert (one.text, other.text) == ("값은 (a+b)/2 이다.",) * 2


def test_forms_show_what_people_see():
    xml = (
        '<hp:checkBtn caption="동의" value="CHECKED"/><hp:radioBtn caption="거부" value="UNCHECKED"/>'
        '<hp:comboBox selectedValue="2"><hp:listItem value="1" displayText="하나"/>'
        '<hp:listItem value="2" displayText="둘"/></hp:comboBox><hp:edit><hp:text>적은 글</hp:text></hp:edit>'
        '<hp:btn caption="제출" command="숨은 일"/>'
    )
    (one,) = blocks(hwpx(p(xml + RUN.format("글이다."))))
    assert one.text == "☑ 동의☐ 거부둘적은 글제출글이다."
    text = "ButtonSet:set:99:Caption:wstring:2:동의 Name:wstring:5:Check"
    (other,) = blocks(hung("|글이다.", ctrl("form", b"", record(91, 2, letters(text)))))
    assert other.text == "동의글이다."


def test_letters_put_together_and_small_words_are_read_where_they_stand():
    composed, small = ctrl("tcps", word("대외비")), ctrl("tdut", word("漢字") + word("한자"))
    (one,) = blocks(hung("이 |는 |이다.", composed, small))
    assert one.text == "이 대외비는 漢字(한자)이다."


def test_hidden_comments_and_memos_are_not_read():
    hidden = ctrl("tcmt", b"", paragraph(2, "숨은 설명\r"))
    memo = ctrl("%%me", b"", record(93, 2, b"\0" * 4), paragraph(3, "숨은 메모\r"))
    assert [b.text for b in blocks(hung("보인| 글|이다.", hidden, memo))] == ["보인 글이다."]


def test_running_headers_keep_the_texts_of_their_tables():
    body = p(held("header", p(table(["시청", "누리소식"]))) + RUN.format("글이다."))
    header = next(b for b in blocks(hwpx(body)) if isinstance(b, Boilerplate))
    assert (header.text, header.kind) == ("시청 누리소식", "running-header")


def test_a_deletion_over_paragraphs_takes_what_is_in_it():
    begin, end = '<hp:deleteBegin Id="1"/>', '<hp:deleteEnd Id="1"/>'
    grid = table(["지운 칸", "나"], ["다", "라"])
    body = (
        p(f"<hp:t>앞 글이다. {begin}지운 글</hp:t>")
        + p(grid)
        + p(f"<hp:t>지운{end} 뒤 글이다.</hp:t>")
    )
    assert [b.text for b in blocks(hwpx(body))] == ["앞 글이다.", "뒤 글이다."]


def test_a_break_in_a_long_title_does_not_part_it():
    long = "시청은 다음 달부터 도서관을 밤 열 시까지 연다고 밝혔다."
    (title, *rest) = blocks(
        hwpx(p("<hp:t>도서관 야간 개방<hp:lineBreak/>대폭 확대</hp:t>", char=1) + p(long))
    )
    assert isinstance(title, Heading)
    assert title.text == "도서관 야간 개방 대폭 확대"
    assert [b.text for b in rest] == [long]


def test_breaks_part_items_and_finished_sentences():
    inside = (
        "<hp:t>첫 글이다.<hp:lineBreak/>둘째 글은<hp:lineBreak/>길다.<hp:lineBreak/>○ 항목</hp:t>"
    )
    assert [b.text for b in blocks(hwpx(p(inside)))] == ["첫 글이다.", "둘째 글은 길다.", "항목"]


def test_a_title_in_a_table_of_three_rows_is_the_title():
    frame = table([p("보도자료")], [p("도서관 야간 개방 확대", char=1)], [p("- 퇴근 뒤에도 -")])
    release = read(hwpx(p(frame) + p("시청은 도서관을 밤 열 시까지 연다고 밝혔다.")))
    assert release.title == "도서관 야간 개방 확대"
    assert [type(b) for b in release.body.blocks] == [Boilerplate, Heading, Paragraph, Paragraph]


def test_facts_in_one_row_stay_with_their_names():
    row = table(["보도시점", "2024. 5. 7.(화) 조간", "배포", "2024. 5. 3.(금)"])
    release = read(hwpx(p(row) + p("글이다.")))
    told = [(b.text, b.role) for b in release.body.blocks]
    assert told[:2] == [("보도시점 2024. 5. 7.(화) 조간", "meta"), ("배포 2024. 5. 3.(금)", "meta")]
    assert release.issued_on == "2024-05-07"


def test_facts_in_a_table_tell_the_day_too():
    rows = table(["보도시점", "2024. 5. 7.(화) 조간"], ["담당 부서", "도서관과"])
    assert read(hwpx(p(rows) + p("글이다."))).issued_on == "2024-05-07"


def test_an_inner_table_follows_with_the_name_of_its_cell():
    inner = table(["분기", "이용"], ["1분기", "30"])
    outer = table(
        ["사업 이름", "주요 내용과 추진 방향"],
        ["열람실 야간 개방", p("이용이 늘어 직원을 더 두기로 하였다") + p(inner)],
        ["누리집 개편", "신청 화면을 알기 쉽게 고친다"],
    )
    first, second = blocks(hwpx(p(outer)))
    assert first.rows[1][1].text == "이용이 늘어 직원을 더 두기로 하였다"
    assert [[c.text for c in row] for row in second.rows] == [["분기", "이용"], ["1분기", "30"]]
    assert second.caption == "열람실 야간 개방"


def test_a_table_around_tables_only_places_them():
    inner = table(["분기", "이용"], ["1분기", "30"])
    outer = table([p("왼쪽") + p(inner), p("오른쪽") + p(inner)], ["자료", "시청"])
    kinds = [type(b).__name__ for b in blocks(hwpx(p(outer)))]
    assert kinds == ["Paragraph", "Table", "Paragraph", "Table", "Paragraph", "Paragraph"]


def test_an_inner_table_that_is_none_gives_its_text_to_the_cell():
    outer = table(["구분", "내용"], ["도로", p(table([p("차로를 넓힌다")]))])
    (found,) = blocks(hwpx(p(outer)))
    assert found.rows[1][1].text == "차로를 넓힌다"


@pytest.mark.parametrize(
    ("flags", "error"),
    [
        (0x101, DocumentIsEncrypted),
        (0x11, DocumentIsRightsManaged),
        (0x401, DocumentIsRightsManaged),
    ],
)
def test_locks_of_hwp_have_their_own_errors(flags, error):
    with pytest.raises(error):
        read(hwp(paragraph(0, "글\r"), flags=flags))


def test_hwp_3_is_told_under_its_own_name_too():
    with pytest.raises(DocumentIsTooOld):
        read(b"HWP Document File V3.00 \x1a\1\2\3", "옛글.hwp")


def test_notes_without_text_are_left_out():
    found = blocks(hwpx(p(RUN.format("글이다.") + held("footNote", p("")))))
    assert not any(isinstance(b, Note) for b in found)
