import pytest

from service.extract.marks import blocks_of
from service.extract.notes import anchored
from service.model.document import (
    UNANCHORED,
    Anchor,
    Boilerplate,
    Cell,
    Figure,
    Locator,
    Note,
    Paragraph,
    Table,
)


def anchors(*blocks):
    return [b.anchor for b in anchored(blocks) if isinstance(b, Note)]


def star(marker, text="설명이다."):
    return Note(text, marker)


@pytest.mark.parametrize(
    ("text", "marker", "offset"),
    [
        ("시청은 새활용센터*를 연다고 밝혔다.", "*", 9),
        ("지원금**은 다음 달에 지급한다.", "**", 3),
        ("「주차장법」* 제12조를 고친다.", "*", 6),
        ("취업률*** 78.2 퍼센트", "***", 3),
        ("감염재생산지수†가 내려갔다.", "†", 7),
        ("둘레길 3개 구간(총 12㎞)*을 잇는다.", "*", 16),
        ("생산가능인구1)는 줄어든다.", "1)", 6),
        ("공동주택에 설치한다.2)", "2)", 11),
        ("도시가스(12) 보급률", "12)", 4),
        ("고용률¹은 올랐다.", "1", 3),
        ("합계출산율3은 올랐다.", "3", 5),
        ("The rate rose1 last year.", "1", 13),
        ("참여기관(코로나19)에 알린다.1)", "1)", 17),
    ],
)
def test_a_note_belongs_to_its_mark_behind_a_word(text, marker, offset):
    assert anchors(Paragraph(text), star(marker)) == [Anchor(0, offset)]


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("지원금**은 다음 달에 지급한다.", "*"),
        ("지원금*은 다음 달에 지급한다.", "**"),
        ("* 표시는 잠정치이다.", "*"),
        ("가로 3*4 칸이다.", "*"),
        ("값이 없는 곳은 * 로 쓴다.", "*"),
        ("1) 추진 배경", "1)"),
        ("제1 전시실에서 연다.", "1"),
        ("제1은 예산이다.", "1"),
        ("총1명을 뽑는다.", "1"),
        ("감염병(코로나19)을 막는다.", "19)"),
        ("1,200명이 참여한다.", "1"),
        ("평균 2.1) 값", "1)"),
    ],
)
def test_what_is_no_mark_of_a_note_is_none(text, marker):
    assert anchors(Paragraph(text), star(marker)) == [UNANCHORED]


def test_asterisks_belong_to_the_nearest_block_above():
    told = [
        Paragraph("먼저 연 도서관*이 있다."),
        Paragraph("나중에 연 체육관*이 있다."),
        Boilerplate("- 3 -", "page-number"),
        star("*"),
        Paragraph("뒤에 오는 미술관*이 있다."),
    ]
    assert anchors(*told) == [Anchor(1, 9)]


def test_marks_of_one_block_go_to_notes_in_their_order():
    told = Paragraph("도서관*과 체육관**과 미술관*을 연다.")
    assert anchors(told, star("*"), star("**"), star("*")) == [
        Anchor(0, 3),
        Anchor(0, 9),
        Anchor(0, 16),
    ]


def test_a_mark_in_a_cell_ties_its_note_to_the_table():
    table = Table(((Cell("구분"), Cell("예산*")), (Cell("도로"), Cell("120"))))
    assert anchors(Paragraph("도로*"), table, star("*")) == [Anchor(1, 0)]


def test_a_mark_in_another_note_counts():
    assert anchors(Paragraph("센터*를 연다."), star("*", "협의체** 포함"), star("**")) == [
        Anchor(0, 2),
        Anchor(1, 3),
    ]


def test_numbered_notes_are_found_below_too():
    foot = Note("통계청 자료", "1)")
    assert anchors(Paragraph("앞 글이다."), foot, Paragraph("고용률1)이 올랐다.")) == [Anchor(2, 3)]


def test_numbered_notes_of_the_end_find_their_places():
    first, second = Paragraph("인구1)와 가구2)의 변화"), Paragraph("주택3)의 변화")
    notes = [Note("자료", f"{number})") for number in (1, 2, 3)]
    assert anchors(first, second, *notes) == [Anchor(0, 2), Anchor(0, 8), Anchor(1, 2)]


def test_a_remark_belongs_to_the_end_of_what_stands_before_it():
    remark = Note("사정에 따라 바뀔 수 있음", "※", "remark")
    (item,) = blocks_of("○ 신청은 누리집*에서 한다.", Locator(), "ko")
    end = Anchor(0, len("신청은 누리집*에서 한다."))
    assert anchors(item, star("*"), remark, remark) == [Anchor(0, 7), end, end]
    assert anchors(Figure("약도"), remark) == [Anchor(0, 2)]
    assert anchors(Table(((Cell("가"),),)), remark) == [Anchor(0, 0)]
    assert anchors(remark) == [UNANCHORED]


def test_an_anchor_that_the_source_told_stays():
    note = Note("설명", "*", anchor=Anchor(0, 1))
    other = Note("설명", "*")
    assert anchors(Paragraph("가*나*다"), note, other) == [Anchor(0, 1), Anchor(0, 3)]


def test_an_asterisk_of_chapters_before_is_not_found():
    told = [Paragraph("먼 곳*이다."), *(Paragraph("글이다.") for _ in range(60))]
    assert anchors(*told, star("*")) == [UNANCHORED]
