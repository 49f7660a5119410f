"""Pages that name the same release in another language, in the shapes that boards use."""

import pytest

from service import samples
from service.model.document import Counterpart
from tests.unit.extract.documents import read_page

HERE = "https://www.office.example/board.es?mid=a104&bid=27&act=view&list_no=377210"
TEXT = "<p>정부는 3월 5일 누구나 쓰기 쉬운 누리집을 만드는 방법을 담은 안내서를 펴냈다.</p>" * 3
ENGLISH = "https://www.office.example/board.es?mid=a204&bid=32&act=view&list_no=377403"


def page(part, head="", language="ko"):
    return (
        f'<html lang="{language}"><head><title>안내서</title>{head}</head><body>{part}'
        f'<h3 class="view_title">누리집 안내서</h3><div class="view_cont">{TEXT}</div></body></html>'
    )


def named(part, head="", url=HERE):
    return read_page(page(part, head), url).counterparts


@pytest.mark.parametrize(
    ("part", "title"),
    [
        (f'<p class="lang"><a href="{ENGLISH}">English</a></p>', ""),
        (f'<header><ul class="util"><li><a href="{ENGLISH}">ENG</a></li></ul></header>', ""),
        (f'<a href="{ENGLISH}" class="btn">영문 보도자료 보기</a>', ""),
        (f'<a href="{ENGLISH}"><span>[영문]</span> A New Guide</a>', "A New Guide"),
        (f'<a href="{ENGLISH}" hreflang="en">A New Guide</a>', "A New Guide"),
        (f'<a href="{ENGLISH}" hreflang="en-US" lang="en">English</a>', ""),
        (f'<a href="{ENGLISH}" title="English version"><img src="e.png"></a>', ""),
        (
            '<a href="board.es?mid=a204&amp;bid=32&amp;act=view&amp;list_no=377403">영문</a>',
            "",
        ),
    ],
)
def test_a_link_that_says_so_leads_to_the_other_language(part, title):
    assert named(part) == (Counterpart("en", ENGLISH, title),)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.office.example/eng/view.do?seq=12",
        "https://eng.office.example/news/20331",
        "https://eng.office.example/news/20331.html",
        "https://www.office.example/eng/bbs/selectDetail.do?nttId=9921",
    ],
)
def test_addresses_of_releases_have_a_number(address):
    assert named(f'<a href="{address}">English</a>') == (Counterpart("en", address),)
    head = f'<link rel="alternate" hreflang="en" href="{address}">'
    assert named("", head) == (Counterpart("en", address),)


@pytest.mark.parametrize(
    "part",
    [
        '<a href="/eng/">ENGLISH</a>',
        '<a href="https://english.office.example">English</a>',
        '<a href="/eng/main.do?mid=a20401000000">English</a>',
        '<a href="/eng/main.do?mid=20401000000">English</a>',
        '<a href="/eng/board.es?mid=a204">English</a>',
        f'<a href="{HERE}">English</a>',
        f'<a href="{ENGLISH}" lang="en">A New Guide</a>',
        f'<li>이전글 <a href="{ENGLISH}">A New Guide</a></li>',
        f'<a href="{ENGLISH}">영어 교육 방안</a>',
        f'<a href="{ENGLISH}" hreflang="ja">日本語</a>',
        f'<a href="{ENGLISH}" hreflang="ko">한국어</a>',
        '<a href="javascript:goEnglish()">English</a>',
        '<a href="#">English</a>',
    ],
)
def test_other_links_lead_to_no_counterpart(part):
    assert named(part) == ()


def test_a_script_that_the_page_defines_is_understood():
    part = (
        "<script>function goEng(n) { location.href = '/eng/view.do?seq=' + n; }</script>"
        '<a href="#" onclick="goEng(\'377\')">영문</a>'
    )
    assert named(part) == (Counterpart("en", "https://www.office.example/eng/view.do?seq=377"),)


def test_each_language_is_named_once_with_a_title_where_one_is_told():
    part = f'<a href="{ENGLISH}">English</a><p><a href="{ENGLISH}">[영문] A New Guide</a></p>'
    assert named(part) == (Counterpart("en", ENGLISH, "A New Guide"),)


@pytest.mark.parametrize(("name", "language"), [("board-ko.html", "en"), ("board-en.html", "ko")])
def test_the_samples_name_each_other(name, language):
    file = next(file for file in samples.FILES if file.name == name)
    other = next(f for f in samples.FILES if f.language == language and f.name.endswith("html"))
    release = read_page(samples.read(name).decode(), file.address)
    assert release.counterparts == (Counterpart(language, other.address),)
