import pytest

from service.errors import DocumentIsEmpty
from service.model.document import Figure, Heading, ListItem, Paragraph, Table
from tests.unit.extract.documents import board, read_page

FILE = (
    '<li><span class="name">{}</span><span class="facts">( {} )</span>'
    '<a class="down" href="{}">내려받기</a></li>'
)


def texts(html):
    return [block.text for block in read_page(board(html)).body.blocks]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>첫째</p><p>&nbsp;</p><p>둘째</p>", ["첫째", "둘째"]),
        ("<div><div>첫째</div><div><span>둘</span>째</div></div>", ["첫째", "둘째"]),
        ("□ 배경<br>○ 내용이 길어<br/>다음 줄로 간다", ["배경", "내용이 길어 다음 줄로 간다"]),
        ("첫째 문단<br><br>둘째 문단", ["첫째 문단", "둘째 문단"]),
        ("정부는 밝혔다.<br>또 다른 문장이다.", ["정부는 밝혔다.", "또 다른 문장이다."]),
        ("앞 <b>굵은</b> 글<p>문단</p>뒤 <i>글</i>", ["앞 굵은 글", "문단", "뒤 글"]),
        (
            "<p>보이는 글</p><p hidden>숨은 글</p><p style='display: none'>숨은 글</p>",
            ["보이는 글"],
        ),
        ("<p>글<script>x()</script><!-- 주석 --></p>", ["글"]),
        ("<p>복\xad지\u200b부</p>", ["복지부"]),
        ("<pre>첫째 줄.\n둘째 줄.</pre>", ["첫째 줄.", "둘째 줄."]),
        (
            "<table><tr><td><p>한 칸 표</p><p>는 틀이다</p></td></tr></table>",
            ["한 칸 표", "는 틀이다"],
        ),
    ],
)
def test_all_ways_of_writing_paragraphs_give_the_same_blocks(html, expected):
    assert texts(html) == expected


def test_lists_keep_their_depth_and_numbers():
    blocks = read_page(board("<ol><li>하나<ul><li>안</li></ul>뒤</li><li>둘</li></ol>")).body.blocks
    found = [(block.marker, block.depth, block.text) for block in blocks]
    assert found == [("1.", 0, "하나 뒤"), ("•", 1, "안"), ("2.", 0, "둘")]
    assert all(isinstance(block, ListItem) for block in blocks)


@pytest.mark.parametrize(
    ("rows", "headers"),
    [
        ("<tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2</td></tr>", (1, 0)),
        ("<tr><th>구분</th><th>값</th></tr><tr><th>인구</th><td>2</td></tr>", (1, 1)),
        ("<thead><tr><td>가</td><td>나</td></tr></thead><tr><td>1</td><td>2</td></tr>", (1, 0)),
        ("<tr><td>구분</td><td>값</td></tr><tr><td>인구</td><td>2</td></tr>", (1, 1)),
        (
            "<thead><tr><td rowspan=2></td><th colspan=2>올해</th></tr><tr><th>가</th><th>나</th>"
            "</tr></thead><tr><th scope=row>강원</th><td>1</td><td>2</td></tr>",
            (2, 1),
        ),
        (
            "<tr><td></td><td scope=col>가</td></tr><tr><td scope=row>강원</td><td>1</td></tr>",
            (1, 1),
        ),
        (
            "<tr><td>구분</td><td id=a>가</td></tr>"
            "<tr><td id=b>강원</td><td headers='a b'>1</td></tr>",
            (1, 1),
        ),
        (
            "<tr><th>시도</th><th>시군</th><th>값</th></tr>"
            "<tr><th rowspan=2>강원</th><th>춘천</th><td>1</td></tr><tr><th>원주</th><td>2</td></tr>",
            (1, 2),
        ),
        ("<tr><th>가</th><th>나</th></tr><tr><th>다</th><th>라</th></tr>", (1, 0)),
        (
            "<tr><td rowspan=2>담당</td><td>책임자</td><td>044-202-2901</td></tr>"
            "<tr><td>담당자</td><td>044-202-2902</td></tr>",
            (0, 1),
        ),
        (
            "<tr><th rowspan=2>담당</th><th>책임자</th><td>과장</td></tr>"
            "<tr><th>담당자</th><td>주무관</td></tr>",
            (0, 2),
        ),
    ],
)
def test_headers_are_told_by_marks_or_by_what_is_in_the_cells(rows, headers):
    (table,) = read_page(board(f"<table>{rows}</table>")).body.blocks
    assert isinstance(table, Table)
    assert (table.header_rows, table.header_columns) == headers


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>가</td><td>나</td></tr><tr><td>다</td><td>라</td></tr></table>",
        "<table><tr><td>가</td></tr><tr><td>나</td></tr><tr><td>다</td></tr></table>",
        "<table><tr><td>가</td><td>나</td></tr></table>",
        "<table><tr><td>가</td><td>나</td></tr><tr><td></td><td> </td></tr></table>",
        "<table><tr><td>가</td><td>나</td></tr><tr><td><h3>제목</h3></td><td>라</td></tr></table>",
        f"<table><tr><td>{'긴 글이다. ' * 80}</td><td>나</td></tr><tr><td>다</td><td>라</td></tr></table>",
    ],
)
def test_a_table_that_sets_out_the_page_is_none(table):
    assert not any(isinstance(block, Table) for block in read_page(board(table)).body.blocks)


def test_a_table_within_a_layout_is_one():
    inner = "<table><tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2</td></tr></table>"
    outer = (
        f"<table><tr><td>글이다</td><td>{inner}</td></tr><tr><td>다</td><td>라</td></tr></table>"
    )
    found = [b for b in read_page(board(outer)).body.blocks if isinstance(b, Table)]
    assert [[cell.text for row in table.rows for cell in row] for table in found] == [
        ["가", "나", "1", "2"]
    ]


@pytest.mark.parametrize(
    ("mark", "caption"),
    [
        ("><caption>예산</caption", "예산"),
        (" summary='지역별 예산'", "지역별 예산"),
        (" aria-label='예산 표' summary='지역별 예산'", "예산 표"),
    ],
)
def test_a_table_is_named_by_its_caption_or_what_assistive_technology_is_told(mark, caption):
    rows = "<tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2</td></tr>"
    (table,) = read_page(board(f"<table{mark}>{rows}</table>")).body.blocks
    assert table.caption == caption


def test_what_is_hidden_from_assistive_technology_is_not_in_a_cell():
    rows = (
        "<tr><th>가</th><th>나</th></tr><tr aria-hidden=true><td>장식</td><td>장식</td></tr>"
        "<tr><td>1<i aria-hidden=true>▲</i></td><td aria-hidden=true>2</td></tr>"
    )
    (table,) = read_page(board(f"<table>{rows}</table>")).body.blocks
    assert [[cell.text for cell in row] for row in table.rows] == [["가", "나"], ["1", ""]]


def test_no_cell_reaches_below_its_table_and_a_foot_comes_last():
    rows = (
        "<tfoot><tr><td>계</td><td>3</td></tr></tfoot><tr><th>가</th><th>나</th></tr>"
        "<tr><td rowspan=9>1</td><td>2</td></tr><tr><td>3</td></tr>"
    )
    (table,) = read_page(board(f"<table>{rows}</table>")).body.blocks
    assert [row[0].text for row in table.rows] == ["가", "1", "3", "계"]
    assert table.rows[1][0].row_span == 3


def test_a_page_tells_staff_what_its_tables_and_pictures_lack():
    rows = "<tr><td>가</td><td>나</td></tr><tr><td>1</td><td>2</td></tr>"
    body = read_page(board(f"<p>글이다.</p><table>{rows}</table><p><img src=a.png></p>")).body
    assert [w.code for w in body.warnings] == ["table-without-headers", "figure-without-text"]


def test_a_line_right_before_a_table_is_its_caption():
    html = "<p>&lt; 일정 &gt;</p><table><tr><td>가</td><td>나</td></tr><tr><td>1</td><td>2</td></tr></table>"
    (table,) = read_page(board(html)).body.blocks
    assert table.caption == "일정"


def test_a_picture_that_only_decorates_is_no_block():
    html = '<p>글</p><p><img src="a.gif" alt=""><img src="b.png" alt="지도"><img src="c.png"></p>'
    blocks = read_page(board(html)).body.blocks
    assert [block.alt for block in blocks if isinstance(block, Figure)] == ["지도", ""]


def test_the_title_on_top_of_the_body_is_a_heading():
    first, second = read_page(board("<p><b>계획<br>발표</b></p><p>본문</p>")).body.blocks
    assert first == Heading("계획 발표", 1, "ko", first.locator)
    assert isinstance(second, Paragraph)


def test_places_lead_to_the_element():
    (block,) = read_page(board("<div><p>본문</p></div>")).body.blocks
    assert block.locator.selector == "/html/body/div[1]/div/p"


def test_facts_and_attachments_are_what_the_board_says():
    files = FILE.format("계획.hwp", "1.5MB / 다운로드 1,024. / 미리보기 90.", "/f?a=1&amp;b=2")
    release = read_page(board("<p>본문</p>", files))
    (file,) = release.attachments
    assert (release.title, release.agency, release.issued_on) == (
        "계획 발표",
        "보건복지부",
        "2024-01-02",
    )
    assert (file.url, file.media_type) == (
        "https://www.mohw.example/f?a=1&b=2",
        "application/x-hwp",
    )
    assert (file.size_bytes, file.downloads, file.previews) == (1_572_864, 1_024, 90)


@pytest.mark.parametrize("address", ["", "http://[bad", "mailto:a@b.kr"])
def test_an_attachment_without_an_address_of_the_web_is_none(address):
    assert read_page(board("<p>본문</p>", FILE.format("a.pdf", "", address))).attachments == ()


def test_an_attachment_that_only_a_script_fetches_is_told_without_an_address():
    (file,) = read_page(
        board("<p>본문</p>", FILE.format("a.pdf", "", "javascript:down(1)"))
    ).attachments
    assert (file.title, file.url) == ("a.pdf", "")


def test_a_described_page_without_text_is_empty():
    with pytest.raises(DocumentIsEmpty):
        read_page(board("<p>&nbsp;</p>"))


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("cp949", '<meta charset="euc-kr">'),
        ("cp949", '<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">'),
        ("cp949", '<meta charset="x-windows-949">'),
        ("cp949", '<meta charset="utf-8">'),
        ("utf-8", '<meta charset="euc-kr">'),
        ("utf-8", '<meta charset="no-such">'),
        ("utf-8-sig", ""),
        ("utf-16", ""),
    ],
)
def test_letters_are_right_whatever_is_declared(encoding, head):
    page = board("<p>똠방각하 본문</p>").replace('<meta charset="utf-8">', head)
    assert read_page(page.encode(encoding)).body.blocks[0].text == "똠방각하 본문"


def test_a_page_with_an_xml_declaration_and_nulls_is_read():
    page = '<?xml version="1.0" encoding="euc-kr"?>' + board("<p>본\0문</p>")
    assert read_page(page.encode("cp949")).body.blocks[0].text == "본문"


def test_a_page_that_nobody_described_gives_its_main_text():
    page = (
        '<html lang="ko"><head><title>계획</title><meta property="og:site_name" content="행정청">'
        '</head><body><nav><a href="/">처음</a></nav><article><h1>계획을 밝히다</h1>'
        + "<p>정부는 오늘 계획을 밝혔다. 국민의 건강을 지키기 위한 것이다.</p>" * 4
        + '<p><a href="/f/plan.pdf">계획.pdf</a></p></article></body></html>'
    )
    release = read_page(page, "https://other.example/a")
    assert (release.title, release.agency) == ("계획을 밝히다", "행정청")
    assert "처음" not in [getattr(block, "text", "") for block in release.body.blocks]
    assert [file.url for file in release.attachments] == ["https://other.example/f/plan.pdf"]


def test_paragraphs_of_one_cell_do_not_run_into_each_other():
    rows = "<tr><th>구분</th><th>예산</th></tr><tr><td><p>도로</p><p>철도</p></td><td><div>12</div>34</td></tr>"
    (table,) = read_page(board(f"<table>{rows}</table>")).body.blocks
    assert [cell.text for cell in table.rows[1]] == ["도로 철도", "12 34"]
