"""Running text at the edges of pages, on values."""

from service.extract.pdf.furniture import furniture_of
from service.extract.pdf.lines import Line


def line(text, page, base=36.0, size=9.0):
    return Line(
        text=text,
        page=page,
        left=60.0,
        top=base - size,
        right=200.0,
        bottom=base + 2,
        size=size,
        is_bold=False,
        page_width=595.0,
        page_height=842.0,
        base=base,
    )


def test_the_name_of_a_short_chapter_stands_where_other_pages_have_theirs():
    lines = [line("물류 백서", 2), line("물류 백서", 4), line("제2장 정책", 3)]
    assert furniture_of(lines) == dict.fromkeys(range(3), "running-header")


def test_text_that_begins_near_the_edge_of_one_page_is_text():
    lines = [line("물류 백서", 2), line("물류 백서", 4), line("이어지는 글이다", 3, 52.0)]
    assert 2 not in furniture_of(lines)


def test_large_print_in_that_place_is_text():
    lines = [line("물류 백서", 2), line("물류 백서", 4), line("큰 제목", 3, size=20.0)]
    assert 2 not in furniture_of(lines)


def test_titles_of_slides_are_text_though_they_stand_in_one_place():
    lines = [line("추진 배경", page, size=20.0) for page in (1, 2)] + [line("계획", 3, size=20.0)]
    assert 2 not in furniture_of(lines)
