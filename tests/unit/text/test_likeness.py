import time

import pytest

from service.model.document import (
    Boilerplate,
    Cell,
    Document,
    Figure,
    ListItem,
    Origin,
    Paragraph,
    Table,
)
from service.text.file_names import document_name
from service.text.likeness import likeness, share, stretches_in, stretches_of

BODY = (
    "한빛부는 3월 5일 누구나 쓰기 쉬운 누리집을 만드는 방법을 담은 안내서를 펴냈다. "
    "안내서는 글자 크기, 색의 대비, 키보드 사용 등 12가지를 다룬다."
)
MORE = " 붙임에는 점검표와 담당자 연락처, 교육 일정이 들어 있으며 누리집에서 내려받을 수 있다."
OTHER = "맑은물관리원은 전국 240개 지점의 수질 검사 결과를 3일 발표했다. 모든 지점이 기준에 맞았다."
ENGLISH = "The Ministry published a guide on July 12 that helps offices write plain letters."


@pytest.mark.parametrize(
    ("first", "second", "least", "most"),
    [
        (BODY, BODY, 1.0, 1.0),
        (BODY, BODY.replace(" ", ""), 1.0, 1.0),
        (BODY, f"□ {BODY}\n".replace(". ", ".\n○ "), 1.0, 1.0),
        (ENGLISH, ENGLISH.upper(), 1.0, 1.0),
        (BODY, OTHER, 0.0, 0.1),
        (BODY, ENGLISH, 0.0, 0.0),
        (BODY, BODY + MORE, 0.5, 0.8),
        (BODY, BODY.replace("12", "15"), 0.85, 0.99),
        (MORE + BODY, BODY + MORE, 0.85, 1.0),
        ("같다", "같다", 1.0, 1.0),
        ("", "", 0.0, 0.0),
        ("", BODY, 0.0, 0.0),
    ],
)
def test_texts_are_as_alike_as_their_words(first, second, least, most):
    found = likeness(stretches_of(first), stretches_of(second))
    assert least <= found <= most
    assert found == likeness(stretches_of(second), stretches_of(first))


def test_a_summary_is_part_of_the_whole_and_not_the_other_way_round():
    part, whole = stretches_of(BODY), stretches_of(BODY + MORE)
    assert share(part, whole) == 1.0
    assert share(whole, part) < 0.8


def test_a_text_that_is_said_twice_is_not_said_once():
    once, twice = stretches_of(BODY), stretches_of(f"{BODY} {BODY}")
    assert share(once, twice) == 1.0
    assert share(twice, once) < 0.6


def test_furniture_mastheads_and_pictures_are_not_compared():
    blocks = (
        Boilerplate("- 1 -", "page-number"),
        Paragraph("보도시점 2024. 3. 5. 09:00", "meta"),
        ListItem("누리집 안내서를 펴냈다.", "□", 0),
        Table(((Cell("일시"), Cell("3월 5일")),)),
        Figure("표지 사진"),
    )
    document = Document("ko", "", blocks, Origin("0" * 64, "test", "1"))
    assert stretches_in(document) == stretches_of("누리집 안내서를 펴냈다. 일시 3월 5일")


def test_a_hundred_pages_are_compared_at_once():
    page = "".join(
        f"{number}번째 문장은 {number * 7919 % 1000}개의 사실을 말한다. " for number in range(60)
    )
    pages = " ".join(f"{page} {number}쪽" for number in range(100))
    begun = time.process_time()
    assert likeness(stretches_of(pages), stretches_of(pages)) == 1.0
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("계획.hwpx", "계획.pdf"),
        ("1. 계획.hwpx", "2. 계획.pdf"),
        ("계획(한글).hwp", "계획(PDF).pdf"),
        ("계획 [한글파일].hwp", "계획.pdf"),
        ("계획_최종.hwpx", "계획.pdf"),
        ("계획_final_v2.hwpx", "계획 (1).pdf"),
        ("[7.4.화.조간] 길을 찾는다.hwpx", "[7.4.화.조간]길을 찾는다.pdf"),
        ("(2) Press release.docx", "Press_release.PDF"),
    ],
)
def test_names_that_differ_in_format_number_and_version_may_be_one_document(first, second):
    assert document_name(first) == document_name(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("붙임 1.hwp", "붙임 2.hwp"),
        ("계획.hwp", "결과.hwp"),
        ("1.hwp", "2.hwp"),
        ("7.4. 보도자료.hwp", "7.5. 보도자료.hwp"),
        ("2023년 계획.hwp", "2024년 계획.pdf"),
        ("보도자료(3월).hwp", "보도자료(4월).hwp"),
    ],
)
def test_names_that_differ_otherwise_are_different_documents(first, second):
    assert document_name(first) != document_name(second)
