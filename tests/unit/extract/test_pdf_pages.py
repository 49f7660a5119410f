"""What stands on a page and how: columns, boxes, hidden letters, turned pages, odd tables."""

import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from service.extract.pdf.prints import HIDDEN, SCAN
from service.extract.transcript import transcript_of
from service.model.document import Table
from tests.unit.extract.documents import pdf, read

FONT = "HYSMyeongJo-Medium"
LEFT = [
    "왼쪽 단은 도서관을 밤늦게까지",
    "연다는 소식을 먼저 전하고 있다.",
    "이용자는 두 배로 늘어날 것이다.",
]
RIGHT = [
    "오른쪽 단은 예산을 어디에 쓸지",
    "하나하나 꼼꼼히 밝혀 두고 있다.",
    "내년에는 열 곳이 더 문을 연다.",
]


@pytest.fixture(autouse=True)
def _font():
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def text_of(draw):
    return transcript_of(read(pdf(draw)).body).split("\n")


def write(canvas, x, y, text, size=11.0):
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def column(canvas, x, top, lines):
    for at, line in enumerate(lines):
        write(canvas, x, top - 18 * at, line)


def grid(canvas, xs, ys, *, sides=True):
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for x in xs if sides else xs[1:-1]:
        canvas.line(x, ys[0], x, ys[-1])


def rows(canvas, xs, top, step, cells):
    for down, row in enumerate(cells):
        for x, cell in zip(xs, row, strict=False):
            write(canvas, x + 5, top - down * step - 14, cell)


def test_columns_are_read_one_after_the_other():
    def draw(canvas):
        column(canvas, 70, 700, LEFT)
        column(canvas, 320, 700, RIGHT)

    joined = " ".join(text_of(draw))
    assert joined.index(LEFT[-1]) < joined.index(RIGHT[0])


def test_columns_that_the_file_prints_line_by_line_are_columns_too():
    def draw(canvas):
        for at in range(3):
            write(canvas, 70, 700 - 18 * at, LEFT[at])
            write(canvas, 320, 700 - 18 * at, RIGHT[at])

    joined = " ".join(text_of(draw))
    assert joined.index(LEFT[-1]) < joined.index(RIGHT[0])


def test_a_title_over_two_columns_comes_first_though_it_is_printed_last():
    def draw(canvas):
        column(canvas, 70, 700, LEFT)
        column(canvas, 320, 700, RIGHT)
        write(canvas, 120, 750, "도서관 야간 개방을 전국으로 넓힌다", 18)

    assert text_of(draw)[0] == "도서관 야간 개방을 전국으로 넓힌다"


def test_a_table_of_contents_keeps_its_numbers_beside_its_titles():
    entries = [("추진 배경", "1"), ("주요 내용", "4"), ("기대 효과", "12"), ("향후 계획", "20")]

    def draw(canvas):
        for at, (title, _) in enumerate(entries):
            write(canvas, 70, 700 - 20 * at, title)
        for at, (_, number) in enumerate(entries):
            write(canvas, 500, 700 - 20 * at, number)

    assert text_of(draw) == [f"{title} {number}" for title, number in entries]


def test_letters_that_nobody_can_see_are_not_read():
    def draw(canvas):
        write(canvas, 70, 700, "누구나 볼 수 있는 글이다.")
        canvas.setFillGray(1)
        write(canvas, 70, 680, "흰 바탕에 흰 글이다.")
        canvas.setFillGray(0)
        write(canvas, 70, 660, "상자에 가린 글이다.")
        canvas.setFillGray(0.9)
        canvas.rect(60, 650, 300, 25, stroke=0, fill=1)
        canvas.setFillGray(0)
        write(canvas, 700, 640, "종이 밖의 글이다.")
        text = canvas.beginText(70, 600)
        text.setTextRenderMode(3)
        text.setFont(FONT, 11)
        text.textOut("그려지지 않은 글이다.")
        canvas.drawText(text)

    release = read(pdf(draw))
    assert transcript_of(release.body) == "누구나 볼 수 있는 글이다."
    assert [warning.code for warning in release.body.warnings if warning.page] == [HIDDEN]


def test_white_letters_on_a_dark_ground_are_read():
    def draw(canvas):
        canvas.setFillGray(0.2)
        canvas.rect(60, 690, 300, 30, stroke=0, fill=1)
        canvas.setFillGray(1)
        write(canvas, 70, 700, "짙은 바탕의 흰 글이다.")

    assert text_of(draw) == ["짙은 바탕의 흰 글이다."]


def test_the_recognised_letters_of_a_scan_are_read_and_named_as_such(tmp_path):
    picture = tmp_path / "scan.png"
    Image.new("L", (60, 80), 250).save(picture)

    def draw(canvas):
        text = canvas.beginText(70, 600)
        text.setTextRenderMode(3)
        text.setFont(FONT, 11)
        text.textOut("스캔한 문서의 글이다.")
        canvas.drawText(text)
        canvas.drawImage(str(picture), 0, 0, 595, 842)

    release = read(pdf(draw))
    assert transcript_of(release.body) == "스캔한 문서의 글이다."
    assert [warning.code for warning in release.body.warnings if warning.page] == [SCAN]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_text_is_read_in_its_own_direction(turn):
    def draw(canvas):
        canvas.translate(300, 400)
        canvas.rotate(turn)
        column(canvas, -150, 100, LEFT)

    assert text_of(draw) == [" ".join(LEFT)] or text_of(draw) == LEFT


def test_bold_print_by_printing_twice_is_read_once():
    def draw(canvas):
        write(canvas, 70, 700, "두 번 찍은 굵은 글이다.")
        write(canvas, 70.3, 700, "두 번 찍은 굵은 글이다.")

    assert text_of(draw) == ["두 번 찍은 굵은 글이다."]


XS, YS = [70, 200, 330, 460], [700, 680, 660, 640]
CELLS = [["구분", "올해", "내년"], ["강원", "1,200", "1,500"], ["제주", "900", "1,100"]]


@pytest.mark.parametrize("kind", ["closed", "dashed", "open"])
def test_rows_stay_whole_however_the_rules_are_drawn(kind):
    def draw(canvas):
        if kind == "dashed":
            canvas.setDash(2, 2)
        grid(canvas, XS, YS, sides=kind != "open")
        rows(canvas, XS, 700, 20, CELLS)

    assert text_of(draw) == ["\t".join(row) for row in CELLS]


def test_rows_without_rules_between_them_are_rows_where_figures_say_so():
    def draw(canvas):
        grid(canvas, XS, [700, 680, 620])
        rows(canvas, XS, 700, 20, [*CELLS, ["세종", "30", "45"]])

    assert text_of(draw)[1:] == ["강원\t1,200\t1,500", "제주\t900\t1,100", "세종\t30\t45"]


def test_a_head_of_two_rows_keeps_its_spans():
    def draw(canvas):
        canvas.rect(70, 620, 390, 80)
        for x in (200, 330):
            canvas.line(x, 620, x, 700 if x == 200 else 680)
        canvas.line(200, 680, 460, 680)
        for y in (660, 640):
            canvas.line(70, y, 460, y)
        write(canvas, 75, 675, "구분")
        write(canvas, 300, 686, "사업비")
        rows(canvas, XS, 680, 20, [["", "올해", "내년"], *CELLS[1:]])

    (table,) = read(pdf(draw)).body.blocks
    assert isinstance(table, Table)
    assert [(cell.text, cell.column_span, cell.row_span) for cell in table.rows[0]] == [
        ("구분", 1, 2),
        ("사업비", 2, 1),
    ]
    assert [cell.text for cell in table.rows[1]] == ["올해", "내년"]


def test_a_boxed_title_is_no_table():
    def draw(canvas):
        canvas.rect(70, 690, 400, 40)
        write(canvas, 150, 705, "도서관 야간 개방", 18)
        write(canvas, 70, 640, "시청은 도서관을 밤늦게까지 연다고 밝혔다.")

    assert text_of(draw) == ["도서관 야간 개방", "시청은 도서관을 밤늦게까지 연다고 밝혔다."]


def test_a_line_that_begins_like_a_letter_mark_is_no_item():
    def draw(canvas):
        column(
            canvas,
            70,
            700,
            ["낡은 시설을 미리 손보는 일이 더욱 중요해졌", "다. 특히 섬과 산간 지역이 그렇다."],
        )

    assert text_of(draw) == [
        "낡은 시설을 미리 손보는 일이 더욱 중요해졌다. 특히 섬과 산간 지역이 그렇다."
    ]


def test_a_table_that_goes_on_over_the_page_is_one_and_its_head_is_said_once():
    def page(cells):
        def draw(canvas):
            grid(canvas, XS, YS)
            rows(canvas, XS, 700, 20, cells)

        return draw

    more = [CELLS[0], ["세종", "30", "45"], ["부산", "7", "9"]]
    (table,) = read(pdf(page(CELLS), page(more))).body.blocks
    assert [[cell.text for cell in row] for row in table.rows] == [*CELLS, *more[1:]]
    assert table.locator.page == 1


def test_tables_with_other_columns_stay_apart():
    def first(canvas):
        grid(canvas, XS, YS)
        rows(canvas, XS, 700, 20, CELLS)

    def second(canvas):
        grid(canvas, [70, 265, 460], YS)
        rows(canvas, [70, 265, 460], 700, 20, [["구분", "값"], ["강원", "1"], ["제주", "2"]])

    assert len(read(pdf(first, second)).body.blocks) == 2


def test_a_table_takes_its_caption_and_its_unit():
    def draw(canvas):
        write(canvas, 70, 760, "< 지역별 사업비 >")
        write(canvas, 380, 730, "(단위: 억 원)")
        grid(canvas, XS, YS)
        rows(canvas, XS, 700, 20, CELLS)

    (table,) = read(pdf(draw)).body.blocks
    assert table.caption == "지역별 사업비 (단위: 억 원)"


def test_a_table_without_any_rules_keeps_its_rows():
    def draw(canvas):
        write(canvas, 70, 740, "지역마다 올해 쓴 돈은 아래와 같다.")
        rows(canvas, XS, 700, 20, [*CELLS, ["세종", "30", "45"]])

    assert text_of(draw) == [
        "지역마다 올해 쓴 돈은 아래와 같다.",
        *("\t".join(row) for row in [*CELLS, ["세종", "30", "45"]]),
    ]


def test_three_columns_of_text_are_no_table():
    lines = ["도서관을 밤늦게 여는", "곳이 두 배로 늘어난", "다고 시청이 밝혔다."]

    def draw(canvas):
        for at, line in enumerate(lines):
            for x in (60, 230, 400):
                write(canvas, x, 700 - 18 * at, line)

    assert not any("\t" in line for line in text_of(draw))


def test_lines_of_a_cell_are_joined_by_what_the_document_says():
    def draw(canvas):
        write(canvas, 70, 760, "올해 농촌생활연구소가 새로 문을 연다고 시청이 밝혔다.")
        grid(canvas, [70, 130, 330], [700, 660, 640, 620])
        rows(canvas, [70, 130], 700, 40, [["기관", ""]])
        column(
            canvas, 135, 686, ["농촌생활연구소와 함께 주민을 만나는 농촌생활", "연구소의 새 일터"]
        )
        rows(canvas, [70, 130], 660, 20, [["지역", "강원"], ["기간", "1년"]])

    assert text_of(draw)[1] == "기관\t농촌생활연구소와 함께 주민을 만나는 농촌생활연구소의 새 일터"


def test_short_lines_of_a_cell_were_ended_on_purpose():
    def draw(canvas):
        grid(canvas, [70, 200, 460], [700, 640, 620, 600])
        column(canvas, 75, 686, ["강원", "제주"])
        write(canvas, 205, 686, "두 곳")
        rows(canvas, [70, 200], 640, 20, [["지역", "대상"], ["기간", "1년"]])

    assert text_of(draw)[0] == "강원 제주\t두 곳"


def test_a_line_of_dots_is_no_trouble():
    def draw(canvas):
        column(canvas, 70, 700, ["첫 줄이 있다.", "·" * 40, "끝 줄이 있다."])

    assert text_of(draw)[0] == "첫 줄이 있다."


def test_the_masthead_of_a_release_is_a_line_though_its_dates_are_wrapped():
    def draw(canvas):
        grid(canvas, [70, 150, 330, 390, 520], [740, 700])
        for x, y, text in (
            (75, 716, "보도시점"), (155, 724, "2026. 4. 2.(목) 12:00"), (155, 706, "(4. 3. 조간)"),
            (335, 716, "배포"), (395, 716, "2026. 4. 2.(목) 08:30"),
        ):  # fmt: skip
            write(canvas, x, y, text)
        column(canvas, 70, 660, LEFT)

    head = "보도시점 2026. 4. 2.(목) 12:00 (4. 3. 조간) 배포 2026. 4. 2.(목) 08:30"
    assert text_of(draw)[0] == head


def test_boxes_of_a_procedure_are_read_one_by_one():
    def draw(canvas):
        column(canvas, 70, 740, LEFT)
        for at, (name, when) in enumerate(
            (("접수", "삼월 초"), ("심사", "사월 말"), ("협약", "오월"))
        ):
            left = 70 + 150 * at
            grid(canvas, [left, left + 110], [660, 610])
            write(canvas, left + 10, 642, name)
            write(canvas, left + 10, 622, when)

    assert text_of(draw)[-6:] == [
        "접수", "삼월 초", "심사", "사월 말", "협약", "오월",
    ]  # fmt: skip
