import struct
import time

import pytest

from service.errors import (
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEncrypted,
    DocumentIsForDistribution,
    DocumentIsTooOld,
    DocumentKindUnknown,
    DocumentTookTooLong,
)
from service.model.document import Boilerplate, Cell, Figure, ListItem, Note, Paragraph, Table
from tests.unit.extract.compound import (
    anchor,
    cell,
    char_shape,
    compound,
    control,
    hwp,
    letters,
    numbering,
    para_shape,
    paragraph,
    record,
)
from tests.unit.extract.documents import read
from tests.unit.extract.packages import held, hwpx, p, table, zipped


def blocks(body):
    return read(body).body.blocks


def told(body):
    return [(type(b).__name__, getattr(b, "marker", ""), b.text) for b in blocks(body)]


TEXT = [
    ("Heading", "", "도서관 야간 개방 확대"),
    ("ListItem", "□", "시청은 도서관을 밤 10시까지 연다고 밝혔다."),
    ("ListItem", "1.", "추진 배경"),
    ("ListItem", "가.", "이용자 증가"),
    ("ListItem", "2.", "향후 계획"),
]


def test_a_package_is_read_in_order_with_the_numbers_that_the_program_prints():
    body = "".join(
        [
            p("도서관 야간 개방 확대", char=1),
            p("□ 시청은 도서관을 밤 10시까지 연다고 밝혔다."),
            p("추진 배경", para=1),
            p("이용자 증가", para=2),
            p("향후 계획", para=1),
        ]
    )
    assert told(hwpx(body)) == TEXT


def test_a_compound_file_is_read_the_same_way():
    info = (
        char_shape(10)
        + char_shape(18, is_bold=True)
        + numbering((0, "^1."), (8, "^2."))
        + para_shape()
        + para_shape(2 << 23, 1)
        + para_shape(2 << 23 | 1 << 25, 1)
    )
    body = b"".join(
        [
            paragraph(0, "도서관 야간 개방 확대\r", shape=1),
            paragraph(0, "□ 시청은 도서관을 밤 10시까지 연다고 밝혔다.\r"),
            paragraph(0, "추진 배경\r", look=1),
            paragraph(0, "이용자 증가\r", look=2),
            paragraph(0, "향후 계획\r", look=1),
        ]
    )
    assert told(hwp(body, info)) == TEXT
    assert told(hwp(body, info, flags=0)) == TEXT


ROWS = (
    (Cell("구분", 1, 2), Cell("사업비", 2, 1)),
    (Cell("올해"), Cell("내년")),
    (Cell("강원"), Cell("1,200"), Cell("1,500")),
)


def test_tables_keep_their_rows_and_spans():
    xml = table([("구분", 1, 2), ("사업비", 2, 1)], ["올해", "내년"], ["강원", "1,200", "1,500"])
    (one,) = blocks(hwpx(p(xml)))
    cells = [
        *(cell(2, "구분\r", (0, 0), (1, 2)), cell(2, "사업비\r", (0, 1), (2, 1))),
        *(cell(2, "올해\r", (1, 1)), cell(2, "내년\r", (1, 2)), cell(2, "강원\r", (2, 0))),
        *(cell(2, "1,200\r", (2, 1)), cell(2, "1,500\r", (2, 2))),
    ]
    grid = control(1, "tbl ", record(77, 2, b"\0" * 20), *cells)
    (other,) = blocks(hwp(paragraph(0, anchor() + letters("\r"), grid)))
    assert (one.rows, other.rows) == (ROWS, ROWS)


def test_a_table_that_only_frames_a_title_is_no_table():
    (block,) = blocks(hwpx(p(table([p("보도자료를 냅니다", char=1)]))))
    assert not isinstance(block, Table)
    assert block.text == "보도자료를 냅니다"


def test_running_headers_and_notes_stand_apart():
    body = p(held("header", p("시청 보도자료")) + "<hp:t>본문이다.</hp:t>")
    body += p(held("footNote", p("지난해 기준이다.")) + "<hp:t>다음 글이다.</hp:t>")
    header, note = (b for b in blocks(hwpx(body)) if not isinstance(b, Paragraph))
    assert isinstance(header, Boilerplate)
    assert (header.text, header.kind) == ("시청 보도자료", "running-header")
    assert isinstance(note, Note)
    assert (note.text, note.marker) == ("지난해 기준이다.", "1)")


def test_what_was_deleted_is_not_read():
    body = p('<hp:t>남은<hp:deleteBegin Id="1"/> 지운<hp:deleteEnd Id="1"/> 글이다.</hp:t>')
    assert told(hwpx(body)) == [("Paragraph", "", "남은 글이다.")]


def test_bullets_of_private_fonts_are_known():
    (item,) = blocks(hwpx(p("누리집에서 신청", para=3)))
    assert isinstance(item, ListItem)
    assert (item.marker, item.text) == ("■", "누리집에서 신청")


def test_a_picture_has_the_text_that_its_author_gave():
    picture = "<hp:pic><hp:shapeComment>{}</hp:shapeComment></hp:pic>"
    body = p(picture.format("도서관 앞마당에 모인 주민들")) + p(
        picture.format("그림입니다. 원본 크기")
    )
    pictures = [b for b in blocks(hwpx(body + p("글이다."))) if isinstance(b, Figure)]
    assert [each.alt for each in pictures] == ["도서관 앞마당에 모인 주민들", ""]


def test_sections_are_read_by_their_numbers():
    sections = {f"section{at}": p(f"{at}번째 글이다.") for at in (10, 2, 1)}
    assert [text for *_, text in told(hwpx(p("첫 글이다."), **sections))] == [
        "첫 글이다.",
        "1번째 글이다.",
        "2번째 글이다.",
        "10번째 글이다.",
    ]


def test_controls_inside_of_a_compound_paragraph_take_no_letters():
    tab = struct.pack("<8H", 9, 0, 0, 0, 0, 0, 0, 9)
    data = letters("앞") + tab + letters("뒤") + anchor(16) + struct.pack("<H", 13)
    assert told(hwp(paragraph(0, data))) == [("Paragraph", "", "앞 뒤")]


BOMB = zipped({"Contents/header.xml": b"<a/>", "Contents/section0.xml": b" " * 110_000_000})


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (hwpx(p("글"), manifest="<encryption-data/>"), DocumentIsEncrypted),
        (hwpx(p("")), DocumentHasNoText),
        (zipped({"a.txt": "글"}), DocumentKindUnknown),
        (zipped({"Contents/header.xml": "<a>", "Contents/section0.xml": "<a/>"}), DocumentIsBroken),
        (hwpx(p("글"))[:-30], DocumentIsBroken),
        (BOMB, DocumentTookTooLong),
        (hwp(paragraph(0, "글\r"), flags=3), DocumentIsEncrypted),
        (hwp(paragraph(0, "글\r"), flags=5), DocumentIsForDistribution),
        (hwp(b"\xff" * 40), DocumentHasNoText),
        (hwp(record(66, 0, b"\0") + record(67, 1, letters("글"))), DocumentIsBroken),
        (hwp(paragraph(0, "글\r"))[:900], DocumentIsBroken),
        (compound({"WordDocument": b"x"}), DocumentKindUnknown),
        (b"HWP Document File V3.00 \x1a\1\2\3", DocumentIsTooOld),
    ],
)
def test_what_cannot_be_read_has_its_own_error(body, error):
    with pytest.raises(error):
        read(body)


def test_entities_are_not_resolved():
    entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = zipped(
        {
            "Contents/header.xml": "<a/>",
            "Contents/section0.xml": f'{entity}<s xmlns:h="u"><h:p><h:run><h:t>글 &x;</h:t></h:run></h:p></s>',
        }
    )
    assert "root" not in "".join(b.text for b in blocks(body))


def test_records_nested_without_end_are_refused():
    begun = time.monotonic()
    with pytest.raises(DocumentIsBroken):
        read(hwp(b"".join(record(71, level) for level in range(500))))
    assert time.monotonic() - begun < 5
