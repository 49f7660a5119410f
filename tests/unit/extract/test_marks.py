import pytest

from service.extract.marks import blocks_of
from service.extract.pdf.joining import TIGHT, joined, words_of
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
        ("<붙임> 방문 개요", "Heading"),
        ("[참고 1] 추진 경과", "Heading"),
        ("붙임 1. 방문 개요", "Heading"),
        ("붙임 자료를 살펴보기 바란다.", "Paragraph"),
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


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("- 국제 협력 기회를 찾는다 -", "subtitle"),
        ("보도시점 2023. 7. 4.(화) 조간 배포 2023. 7. 3.(월)", "meta"),
        ("Release date July 12, 2023", "meta"),
        ("배포 물량을 2배로 늘린다.", ""),
        ("문의: 보건산업정책과 (044-202-2901)", "contact"),
        ("담당자를 새로 정한다.", ""),
    ],
)
def test_paragraphs_have_their_roles(text, role):
    (block,) = blocks_of(text, PLACE, "ko")
    assert block.role == role


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["문서입" + TIGHT, "니다."], "문서입니다."),
        (["12.5%" + TIGHT, "씩 늘려"], "12.5%씩 늘려"),
        (["계획을 밝혔다." + TIGHT, "또한"], "계획을 밝혔다. 또한"),
        (["the major" + TIGHT, "clusters"], "the major clusters"),
        (["www.mohw." + TIGHT, "example"], "www.mohw. example"),
        (["the bio-" + TIGHT, "health industry"], "the bio-health industry"),
    ],
)
def test_a_full_line_without_a_drawn_space_goes_on_inside_a_word(lines, text):
    assert joined(lines, frozenset()) == text
