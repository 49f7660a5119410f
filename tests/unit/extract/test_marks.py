import pytest

from service.extract.marks import blocks_of
from service.extract.pdf.joining import joined, words_of
from service.model.document import Locator

PLACE = Locator(page=1)


@pytest.mark.parametrize(
    ("text", "kind", "marker", "depth"),
    [
        ("□ 추진 배경", "ListItem", "□", 0),
        ("○ 지원 대상 확대", "ListItem", "○", 1),
        ("ㅇ 지원 대상 확대", "ListItem", "ㅇ", 1),
        ("- 세부 계획", "ListItem", "-", 2),
        ("· 예시", "ListItem", "·", 3),
        ("1. 추진 배경", "ListItem", "1.", 0),
        ("가. 지원 내용", "ListItem", "가.", 1),
        ("① 신청", "ListItem", "①", 2),
    ],
)
def test_items_are_told_by_their_marks(text, kind, marker, depth):
    (block,) = blocks_of(text, PLACE, "ko")
    assert (type(block).__name__, block.marker, block.depth) == (kind, marker, depth)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("* 2022년 순위", "Note"),
        ("※ 바뀔 수 있음", "Note"),
        ("<요약본>", "Heading"),
        ("- 국제 협력 기회를 찾는다 -", "Paragraph"),
        ("보건복지부는 밝혔다.", "Paragraph"),
        ("-5도까지 내려간다.", "Paragraph"),
        ("2023.7.4. 개최", "Paragraph"),
        ("///", "Boilerplate"),
    ],
)
def test_the_rest_is_told_too(text, kind):
    assert [type(block).__name__ for block in blocks_of(text, PLACE, "ko")] == [kind]


def test_an_end_mark_behind_a_text_stands_alone():
    text, end = blocks_of("create a cluster in Korea.” ///", PLACE, "en")
    assert (text.text, end.text, end.kind) == ("create a cluster in Korea.”", "///", "end-mark")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["수출을 매년 12.", "5%씩 늘려"], "수출을 매년 12.5%씩 늘려"),
        (["신청 기간은 2023. 7.", "4.까지이다"], "신청 기간은 2023. 7. 4.까지이다"),
        (["바이오 클러", "스터를 방문"], "바이오 클러스터를 방문"),
        (["한국형 바이오", "혁신 전략"], "한국형 바이오 혁신 전략"),
        (["the bio-", "health industry"], "the bio-health industry"),
        (["a great govern-", "ment plan"], "a great government plan"),
        (["국민건강보험법(", "제44조)"], "국민건강보험법(제44조)"),
        (["공백이 그려진 ", "줄"], "공백이 그려진 줄"),
    ],
)
def test_lines_are_joined_as_they_were_written(lines, text):
    words = words_of(["우리 클러스터를 위한", "this government plan works"])
    assert joined(lines, words) == text
