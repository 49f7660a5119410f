"""What scripts get of a release: every kind of block with its text as printed."""

import json

import pytest

from service.extract.listing import listing_of
from service.model.document import (
    Anchor,
    Boilerplate,
    Cell,
    Document,
    Figure,
    Heading,
    ListItem,
    Locator,
    Note,
    Origin,
    Paragraph,
    PrintedLine,
    Release,
    Table,
)

PLACE = Locator(2, (10.0, 20.0, 90.0, 44.0), lines=(PrintedLine(0, 2, (10.0, 20.0, 90.0, 32.0)),))
KINDS = (
    (Heading("제목", 1), "title", "제목"),
    (Heading("추진 배경", 2), "heading", "추진 배경"),
    (Paragraph("- 부제 -", "subtitle"), "subtitle", "- 부제 -"),
    (Paragraph("보도시점: 7. 4.", "meta"), "meta", "보도시점: 7. 4."),
    (Paragraph("본문"), "paragraph", "본문"),
    (ListItem("넓힌다", "□", 0), "list-item", "□ 넓힌다"),
    (Note("잠정", "*"), "note", "* 잠정"),
    (Figure("지도"), "figure", "지도"),
    (Table(((Cell("시도"), Cell("수")), (Cell("제주"), Cell("3")))), "table", "시도\t수\n제주\t3"),
    (Boilerplate("- 3 -", "page-number"), "furniture", "- 3 -"),
)


def listed(*blocks):
    document = Document("ko", "", blocks, Origin("0", "test", "1"), 3)
    return json.loads(json.dumps(listing_of(Release("제목", "", "", "ko", document))))


@pytest.mark.parametrize(("block", "kind", "text"), KINDS)
def test_a_block_has_kind_and_text(block, kind, text):
    (told,) = listed(block)["blocks"]
    assert (told["kind"], told["text"], told["confidence"]) == (kind, text, 1.0)


def test_a_block_tells_its_place():
    (told,) = listed(Paragraph("본문", locator=PLACE))["blocks"]
    assert (told["page"], told["box"]) == (2, [10.0, 20.0, 90.0, 44.0])
    assert told["lines"] == [[0, 2, [10.0, 20.0, 90.0, 32.0]]]


def test_a_table_tells_rows_spans_and_headers():
    rows = ((Cell("수", 2), Cell("비고", 1, 2)), (Cell("남"), Cell("여")))
    (told,) = listed(Table(rows, 2, 1, caption="현황", unit="명"))["blocks"]
    assert told["rows"] == [["수", "비고"], ["남", "여"]]
    assert told["spans"] == [[[1, 2], [2, 1]], [[1, 1], [1, 1]]]
    assert (told["header_rows"], told["header_columns"]) == (2, 1)
    assert (told["caption"], told["unit"]) == ("현황", "명")


def test_a_note_tells_its_anchor():
    (told,) = listed(Note("잠정", "*", anchor=Anchor(4, 7)))["blocks"]
    assert told["anchor"] == {"block": 4, "offset": 7}
