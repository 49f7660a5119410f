import pytest

from service.extract.marks import blocks_of
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
