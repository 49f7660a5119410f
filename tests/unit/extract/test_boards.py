"""Boards in the shapes that Korean offices use, none of them described; our own text."""

import contextlib
import time
from pathlib import Path

import pytest

from service import samples
from service.errors import DocumentIsEmpty
from service.extract import sites
from service.extract.html_files import file_name_in, file_of
from service.extract.html_links import FileCall
from service.extract.sites import site_from
from tests.unit.extract.documents import read_page

BOARDS = Path(__file__).parent / "boards"
SITE = "https://www.office.example"


def board(name):
    encoding = "cp949" if name == "table" else "utf-8"
    html = (BOARDS / f"{name}.html").read_text("utf-8")
    return read_page(html.encode(encoding), f"{SITE}/bbs/view.do?no=1")


def texts(release):
    return [getattr(block, "text", "") for block in release.body.blocks]


@pytest.mark.parametrize(
    ("name", "title", "issued_on", "agency"),
    [
        ("egov", "누리집 안내서 새로 펴내", "2024-03-05", "한빛부"),
        ("table", "봄맞이 나무 심기 행사 안내", "2019-03-28", ""),
        ("postback", "올해 수질 검사 결과를 알립니다", "2022-11-03", ""),
        ("portal", "동네 도서관, 주말에도 늦게까지 문 연다", "2023-09-14", "나라소식"),
        (
            "english",
            "New Guide Helps Offices Write in Plain Words",
            "2023-07-12",
            "Ministry of Bright Ideas",
        ),
        ("viewer", "어린이 안전 우산 10만 개 나눈다", "2024-06-20", "나라알림"),
        ("unnamed", "모바일 도서관증을 연말부터 받는다", "2024-01-02", ""),
        ("old", "다리 공사로 길을 돌아가야 합니다", "2020-05-06", ""),
    ],
)
def test_title_date_and_agency_are_found_on_every_shape(name, title, issued_on, agency):
    release = board(name)
    assert (release.title, release.issued_on, release.agency) == (title, issued_on, agency)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "egov",
            [
                ("등록일", "2024-03-05"),
                ("담당부서", "디지털소통과"),
                ("작성자", "김하늘"),
                ("조회수", "1,204"),
            ],
        ),
        (
            "table",
            [
                ("작성자", "산림녹지과"),
                ("작성일", "2019.03.28"),
                ("조회수", "57"),
                ("전화번호", "061-000-4567"),
            ],
        ),
        ("postback", [("배포일", "2022년 11월 3일"), ("부서", "수질검사과")]),
        ("unnamed", [("등록일", "2024.01.02."), ("작성자", "독서진흥과"), ("조회수", "1234")]),
        ("old", [("등록일", "2020-05-06"), ("담당부서", "도로과")]),
        (
            "english",
            [
                ("Date", "July 12, 2023"),
                ("Department", "Plain Language Division"),
                ("Views", "1,530"),
            ],
        ),
    ],
)
def test_date_department_and_counters_are_facts_and_the_body_gives_none(name, facts):
    assert [(fact.name, fact.text) for fact in board(name).facts] == facts


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("egov", "한빛부는 3월 5일 누구나 쓰기 쉬운 누리집을 만드는 방법을 담은 안내서를 펴냈다.", ""),
        ("table", "푸른군은 4월 5일 식목일을 맞아 군민과 함께 나무를 심습니다.", "준비물: 장갑, 편한 신발"),
        (
            "postback",
            "맑은물관리원은 전국 240개 지점의 수질 검사 결과를 3일 발표했다.",
            "모든 지점이 먹는 물 기준에 맞았다.",
        ),
        ("unnamed", "전국 어디서나 쓰는 모바일 도서관증을 연말부터 받을 수 있다.", "가까운 도서관에서 신청한다."),
        ("old", "다리 공사를 5월 10일부터 시작합니다.", "불편을 드려 죄송합니다."),
        (
            "portal",
            "글꿈부는 다음 달부터 전국 동네 도서관 320곳이 토요일과 일요일에도 밤 10시까지 문을 연다고 14일 밝혔다.",
            "문의: 글꿈부 도서관정책과 044-000-2468",
        ),
        (
            "english",
            "The Ministry of Bright Ideas published a guide on July 12 that helps offices write letters that everybody understands.",
            "The guide has 40 pages and is free of charge.",
        ),
    ],
)  # fmt: skip
def test_the_body_is_whole_and_holds_nothing_of_the_head(name, first, last):
    found = texts(board(name))
    assert (found[0], found[-1]) == (first, last)


DOWNLOAD = "cmm/fms/FileDown.do?atchFileId=FILE_000000000012345&fileSn="


@pytest.mark.parametrize(
    ("name", "files"),
    [
        (
            "egov",
            [
                ("누리집 안내서 새로 펴내.hwpx", f"/hanbit/{DOWNLOAD}0", 131_584, 321),
                ("누리집 안내서 새로 펴내.pdf", f"/hanbit/{DOWNLOAD}1", 1_258_291, 87),
            ],
        ),
        (
            "table",
            [
                ("행사 안내문.hwp", "/bbs/down.jsp?no=123&seq=1", 35_840, 0),
                ("오시는 길.pdf", "/bbs/down.jsp?no=123&seq=2", 215_040, 0),
            ],
        ),
        (
            "portal",
            [
                (
                    "230914 (조간) 동네 도서관 늦게까지 문 연다.hwpx",
                    "/common/download.do?fileId=198331&tblKey=GMN",
                    0,
                    0,
                ),
                (
                    "230914 (조간) 동네 도서관 늦게까지 문 연다.pdf",
                    "/common/download.do?fileId=198332&tblKey=GMN",
                    0,
                    0,
                ),
            ],
        ),
        (
            "unnamed",
            [
                (
                    "240102 (즉시) 모바일 도서관증.hwpx",
                    "/cmm/fms/FileDown.do?atchFileId=FILE_00&fileSn=0",
                    128_410,
                    0,
                )
            ],
        ),
        ("old", [("돌아가는 길.hwp", "", 1_258_291, 0)]),
        (
            "english",
            [
                (
                    "Press Release on the Plain Words Guide.pdf",
                    "/eng/boardDownload.es?bid=0027&list_no=377001&seq=1",
                    553_165,
                    77,
                )
            ],
        ),
    ],
)
def test_files_are_found_wherever_their_links_lead(name, files):
    found = [
        (file.title, file.url.removeprefix(SITE), file.size_bytes, file.downloads)
        for file in board(name).attachments
    ]
    assert found == files


def test_what_only_a_post_fetches_is_offered_without_an_address():
    files = board("postback").attachments
    assert [file.title for file in files] == [
        "수질 검사 결과.hwp",
        "지점별 표.xlsx",
        "수질 지도.zip",
    ]
    assert {file.url for file in files} == {""}


def test_a_page_whose_text_is_in_its_files_is_a_release_of_its_files():
    release = board("viewer")
    assert release.body.blocks == ()
    assert len(release.attachments) == 2


def test_a_viewer_without_files_is_empty():
    with pytest.raises(DocumentIsEmpty):
        read_page(
            '<html><body><div class="view_cont"><iframe src="/v"></iframe></div></body></html>',
            SITE,
        )


def page(link, script="", around="{}"):
    row = around.format(f"<li>{link}</li>")
    return (
        f'<html><body><script>{script}</script><h1>계획을 밝히다</h1><div class="view_cont">'
        f"<p>정부는 오늘 계획을 밝혔다.</p></div><ul>{row}</ul></body></html>"
    )


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="/boardDownload.es?bid=0027&amp;list_no=1&amp;seq=1">계획.hwp</a>', "/boardDownload.es?bid=0027&list_no=1&seq=1"),
        ('<a href="/down?no=1" title="계획.hwp 다운로드"><img src="/i.gif" alt=""></a>', "/down?no=1"),
        ('계획.hwp <a href="/down?no=1">내려받기</a>', "/down?no=1"),
        ('<a href="/view?no=1">바로보기</a> <a href="/down?no=1">계획.hwp</a>', "/down?no=1"),
        ("<a href=\"#\" onclick=\"fn_egov_downFile('FILE_1','0')\">계획.hwp</a>", "/cmm/fms/FileDown.do?atchFileId=FILE_1&fileSn=0"),
        ("<a href=\"javascript:fileDown('1','2')\">계획.hwp</a>", ""),
        ("<button onclick=\"fileDown('1','2')\">계획.hwp</button>", ""),
        ('<a href="/down/plan.hwp">계획</a>', "/down/plan.hwp"),
        ('<div class="file_list"><a href="/bbs/Download.do?no=1">계획(국문)</a></div><a href="/app/down.do?x=1">앱</a>', "/bbs/Download.do?no=1"),
    ],
)  # fmt: skip
def test_links_lead_where_their_words_or_calls_say(link, address):
    (file,) = read_page(page(link), f"{SITE}/view").attachments
    assert file.url == (f"{SITE}{address}" if address else "")


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ('function fileDown(a, b) { location.href = "/d?a=" + a + "&b=" + b; }', "/d?a=1%2F..&b=2"),
        (
            "var fileDown = function(a) { window.open('/d/' + encodeURIComponent(a)); };",
            "/d/1%2F..",
        ),
        ('function fileDown(a, b) { location.href = "/d?a=" + a + "&k=" + key; }', ""),
        ("function fileDown(a, b) { document.frm.submit(); }", ""),
        ("function other(a) { location.href = '/d?a=' + a; }", ""),
        ("function fileDown(a) { location.href = 'javascript:alert(1)'; }", ""),
    ],
)
def test_a_call_is_understood_only_as_a_plain_sum_of_its_arguments(script, address):
    link = "<a href=\"javascript:fileDown('1/..','2')\">계획.hwp</a>"
    (file,) = read_page(page(link, script), f"{SITE}/view").attachments
    assert file.url == (f"{SITE}{address}" if address else "")


FORM = (
    '<form method="{}" action="/down.do"><input type="hidden" name="fileId" value="3 4">'
    '<button name="go" value="1">계획.hwp</button></form>'
)


@pytest.mark.parametrize(("method", "address"), [("get", "/down.do?fileId=3+4&go=1"), ("post", "")])
def test_a_form_has_an_address_when_it_is_sent_by_get(method, address):
    (file,) = read_page(page(FORM.format(method)), f"{SITE}/view").attachments
    assert file.url == (f"{SITE}{address}" if address else "")


DESCRIBED = {
    "hosts": ["www.office.example"],
    "agency": {"ko": "한빛부", "en": "Hanbit"},
    "title": "//h1",
    "body": "//*[@class='view_cont']",
    "date": "//time",
    "facts": "//dl/div",
    "fact_name": "dt",
    "fact_text": "dd",
    "department": "//*[@class='who']",
    "attachments": "//li",
    "file_name": ".//*[self::a or self::button]",
    "file_link": ".//*[self::a or self::button]",
    "file_facts": ".",
}


@pytest.fixture
def described(monkeypatch):
    def describe(**more):
        site = site_from({**DESCRIBED, **more})
        monkeypatch.setattr(sites, "sites", lambda: (site,))

    return describe


def test_a_site_says_what_its_calls_stand_for(described):
    described(
        file_calls=[{"call": r"down\('(?P<id>[^']+)',(\d+)\)", "address": "/d?id={id}&n={2}"}]
    )
    (file,) = read_page(
        page("<a href=\"javascript:down('가&amp;x=1',7)\">계획.hwp</a>"), SITE
    ).attachments
    assert file.url == f"{SITE}/d?id=%EA%B0%80%26x%3D1&n=7"


def test_a_site_says_that_its_forms_answer_to_get(described):
    described(forms_by_get=True)
    (file,) = read_page(page(FORM.format("post")), SITE).attachments
    assert file.url == f"{SITE}/down.do?fileId=3+4&go=1"


def test_a_site_says_where_its_department_stands(described):
    described()
    html = page("<a href='/f'>계획.hwp</a>").replace("<h1>", '<b class="who">소통과</b><h1>')
    (fact,) = read_page(html, SITE).facts
    assert (fact.name, fact.text) == ("담당부서", "소통과")


def test_a_call_with_a_wrong_pattern_is_no_site():
    with pytest.raises(TypeError):
        site_from({**DESCRIBED, "file_calls": [{"pattern": "x"}]})
    assert site_from(DESCRIBED).file_calls == ()
    assert FileCall("x", "y").address == "y"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("첨부파일 계획.hwp", "계획.hwp"),
        ("hwp 첨부파일 1. 계획(안).hwpx (12KB)", "1. 계획(안).hwpx"),
        ("새 창으로 열기 계획.pdf", "계획.pdf"),
        ("계획.hwp.pdf", "계획.hwp.pdf"),
        ("[7.4.화.조간] 길을 찾는다.pdf", "[7.4.화.조간] 길을 찾는다.pdf"),
        ("다운로드", ""),
        ("www.office.pdfs", ""),
    ],
)
def test_the_name_of_a_file_is_told_from_the_words_around_it(told, name):
    assert file_name_in(told) == name


@pytest.mark.parametrize(
    ("told", "size", "downloads", "previews"),
    [
        ("( 163.69KB / 다운로드 1,024 / 미리보기 387 )", 167_619, 1_024, 387),
        ("[128.5 KB] 다운로드 : 321회", 131_584, 321, 0),
        ("(35,840 byte)", 35_840, 0, 0),
        ("1.2 MB, 12회 다운로드 3회 미리보기", 1_258_291, 12, 3),
        ("다운로드수(57) 크기 15K", 15_360, 57, 0),
        ("Size: 540.2KB, Downloads: 77", 553_165, 77, 0),
        ("다운로드 163KB", 166_912, 0, 0),
        ("새로 고침", 0, 0, 0),
    ],
)
def test_sizes_and_counters_are_read_as_boards_write_them(told, size, downloads, previews):
    file = file_of("계획.hwp", SITE, told)
    assert (file.size_bytes, file.downloads, file.previews) == (size, downloads, previews)


def test_a_page_of_no_board_keeps_its_paragraphs_and_their_places():
    html = (
        '<html lang="ko"><head><title>소개 | 기관</title></head><body><div class="menu"><a href="/a">처음</a>'
        '</div><div id="content"><h2>기관 소개</h2><p>우리 기관은 물을 맑게 지키는 일을 합니다.</p>'
        "<p>직원은 300명이며 전국에 열두 지사가 있습니다.</p></div></body></html>"
    )
    release = read_page(html, SITE)
    assert texts(release) == [
        "기관 소개",
        "우리 기관은 물을 맑게 지키는 일을 합니다.",
        "직원은 300명이며 전국에 열두 지사가 있습니다.",
    ]
    assert release.body.blocks[1].locator.selector == "/html/body/div[2]/p[1]"


def test_a_card_that_is_called_a_text_is_not_the_body():
    text = "".join(f"<p>{at}번째 문단은 정부의 새 계획을 자세히 말한다.</p>" for at in range(9))
    card = '<div class="news_txt">다른 소식을 짧게 알리는 글</div>'
    release = read_page(f'<html lang="ko"><body><div id="a">{text}</div>{card}</body></html>', SITE)
    assert texts(release)[:9] == [
        f"{at}번째 문단은 정부의 새 계획을 자세히 말한다." for at in range(9)
    ]


def test_a_file_without_a_name_is_called_as_its_row():
    row = '<div class="file_list"><ul><li>계획(국문) <a href="/bbs/Download.do?no=1">다운로드</a></li></ul></div>'
    (file,) = read_page(page(row), SITE).attachments
    assert file.title == "계획(국문)"


def test_the_sample_boards_are_read_the_same_without_their_description():
    for name in ("board-ko", "board-en"):
        body = samples.read(f"{name}.html")
        known, unknown = (
            read_page(body, f"https://{host}/b") for host in ("www.mohw.example", "a.example")
        )
        assert unknown.body.blocks == known.body.blocks
        assert (unknown.title, unknown.issued_on) == (known.title, known.issued_on)
        assert unknown.facts == known.facts
        assert [file.size_bytes for file in unknown.attachments] == [
            file.size_bytes for file in known.attachments
        ]


HOSTILE = [
    "<div class=view_cont>" * 3_000 + "글" + "<a href='#' onclick=\"f('" + "'," * 5_000 + '">a.pdf</a>',
    "<script>function f(a){location.href=" + "'a'+" * 20_000 + "}</script><a href=\"javascript:f('1')\">a.pdf</a><p>글이 있는 문단이다.</p>",
    "<p>" + "등록일 : " * 20_000 + "</p><div class=view_cont>글이 있는 문단이다.</div>",
    "<p>" + "a." * 50_000 + "pdf</p><a href=/a>" + "가 " * 50_000 + ".pdf</a><div class=view_cont>글이 있다.</div>",
    "<table>" + "<tr><th>등록일</th><td>2024-01-02</td></tr>" * 5_000 + "</table><div class=view_cont>글이 있다.</div>",
    "".join(f"<li><a href='/d?n={n}'>파일 {n}.hwp</a> 1KB</li>" for n in range(3_000)) + "<div class=view_cont>글이 있다.</div>",
    "<div>" + "<a href='/d'>긴 이름의 파일.hwp</a> " * 5_000 + "</div><div class=view_cont>글이 있다.</div>",
    "<div>" + "<button onclick='x()'></button>" * 20_000 + "<a href='/a'>내려받기</a>" * 2_000 + "</div><div class=view_cont>글이 있다.</div>",
    "<form method=post>" + "<input type=hidden name=a value=b>" * 5_000 + "<button>a.hwp</button>" * 200 + "</form><div class=view_cont>글이 있다.</div>",
]  # fmt: skip


@pytest.mark.parametrize("html", HOSTILE, ids=range(len(HOSTILE)))
def test_pages_that_were_made_to_hurt_are_read_in_time(html):
    begun = time.process_time()
    with contextlib.suppress(DocumentIsEmpty):
        read_page(f"<html><body>{html}</body></html>", f"{SITE}/view")
    assert time.process_time() - begun < 10
