"""Steps between glyphs and paragraphs, on values: columns, cells without rules, torn tables."""

from dataclasses import replace

from service.extract.pdf.grids import Grid, GridCell
from service.extract.pdf.lines import Line, printed_lines
from service.extract.pdf.order import Flow, flows_of, is_doubtful
from service.extract.pdf.parting import parted
from service.extract.pdf.runs import Run
from service.extract.pdf.spanning import with_whole_tables
from service.extract.pdf.tables import Placed
from service.extract.transcript import transcript_of
from service.model.document import Cell, Locator, Table
from tests.generated.papers import Embedded
from tests.unit.extract.documents import pdf, read

SIZE = 10.0


def run(text, left, base, at=0, right=None):
    wide = 6.0 * len(text) if right is None else right - left
    return Run(text, left, left + wide, base, SIZE, is_bold=False, at=at)


def placed(rows, left=50.0, top=100.0, page=1, header_rows=1):
    cells = tuple(tuple(map(Cell, row)) for row in rows)
    box = (left, top, left + 200.0, top + 20.0 * len(rows))
    return Placed(box, Table(cells, header_rows, locator=Locator(page, box)))


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_a_table_that_sticks_out_of_its_column_does_not_cross_the_gutter():
    prose = "줄을 가득 채우는 글이 이어진다"
    left = [run(prose, 50.0, 100.0 + 14 * at, at, 250.0) for at in range(12)]
    right = [run(prose, 280.0, 100.0 + 14 * at, 20 + at, 480.0) for at in range(4)]
    table = placed([["가", "나"], ["1", "2"]], left=274.0, top=170.0)
    flows = flows_of([*left, *right], [table])
    assert [flow.table is table for flow in flows] == [False, False, True]
    assert [len(flow.runs) for flow in flows[:2]] == [12, 4]


def test_text_that_the_file_prints_to_and_fro_is_in_doubt():
    straight = [run("글", 50.0, 100.0 + 14 * at, at) for at in range(20)]
    mixed = [run("글", 50.0, 100.0 + 14 * at, (at * 7) % 20) for at in range(20)]
    assert not is_doubtful([Flow(tuple(straight))])
    assert is_doubtful([Flow(tuple(mixed))])


def grid_of_three():
    edges = (0.0, 100.0, 200.0, 300.0)
    return Grid((0.0, 0.0, 300.0, 40.0), (), (0.0, 20.0, 40.0), edges)


def test_a_shaded_head_has_the_columns_of_its_rows():
    head = GridCell(0, 0, 1, 3, (0.0, 0.0, 300.0, 20.0))
    pieces = [run("가", 10.0, 14.0), run("나", 110.0, 14.0), run("다", 210.0, 14.0)]
    assert [cell.column for cell in parted(head, grid_of_three(), pieces)] == [0, 1, 2]


def test_a_merged_head_stays_one():
    head = GridCell(0, 0, 1, 3, (0.0, 0.0, 300.0, 20.0))
    assert parted(head, grid_of_three(), [run("합계와 내역", 120.0, 14.0)]) == [head]
    across = [run("두 열에 걸친 말", 60.0, 14.0), run("다", 210.0, 14.0)]
    assert parted(head, grid_of_three(), across) == [head]


def test_a_row_that_a_page_tears_is_put_together():
    first = placed([["구분", "내용"], ["가", "지원 대상을 넓히고 처리 기간을"]], page=1)
    rest = placed([["", "줄인다."], ["나", "새로 만든다."]], page=2)
    (whole,) = with_whole_tables([first, rest])
    assert texts(whole.table) == [
        ["구분", "내용"],
        ["가", "지원 대상을 넓히고 처리 기간을 줄인다."],
        ["나", "새로 만든다."],
    ]


def test_a_row_without_a_name_is_its_own_behind_a_finished_sentence():
    first = placed([["구분", "내용"], ["가", "넓힌다."]], page=1)
    rest = placed([["", "줄인다."]], page=2)
    (whole,) = with_whole_tables([first, rest])
    assert texts(whole.table) == [["구분", "내용"], ["가", "넓힌다."], ["", "줄인다."]]


def test_a_table_goes_on_in_the_next_column():
    head = placed([["구분", "수"]], left=50.0, top=700.0)
    rest = placed([["구분", "수"], ["가", "1"]], left=300.0, top=100.0)
    (whole,) = with_whole_tables([head, rest])
    assert texts(whole.table) == [["구분", "수"], ["가", "1"]]


def line(text, top):
    return Line(
        text,
        1,
        50.0,
        top,
        200.0,
        top + 11.0,
        SIZE,
        is_bold=False,
        page_width=595.0,
        page_height=842.0,
    )


def test_every_printed_line_knows_where_it_begins():
    lines = [line("The well-", 100.0), line("known plan", 114.0), line("begins.", 128.0)]
    text = "The wellknown plan begins."
    assert [text[each.start :] for each in printed_lines(text, lines)] == [
        text,
        "known plan begins.",
        "begins.",
    ]


def test_a_block_tells_its_lines_behind_its_mark():
    def draw(canvas):
        canvas.drawString(72, 700, "- The ministry opens new centres for people who live far from")
        canvas.drawString(80, 684, "a hospital.")

    (block,) = read(pdf(draw)).body.blocks
    starts = [block.text[each.start :] for each in block.locator.lines]
    assert starts == [block.text, "a hospital."]
    assert block.locator.lines[1].box[1] > block.locator.lines[0].box[1]


def test_a_hyphen_at_the_end_of_a_line_stays_where_it_belongs():
    def draw(canvas):
        canvas.drawString(72, 700, "The committee of the region recommends a careful step-by-")
        canvas.drawString(72, 686, "step approach.")

    assert transcript_of(read(pdf(draw)).body).endswith("step-by-step approach.")


def test_an_annex_named_within_a_sentence_begins_nothing():
    def draw(canvas):
        canvas.drawString(72, 700, "The schedule of all payments of the year is available in the")
        canvas.drawString(72, 686, "Annex 20. It is free.")

    assert len(read(pdf(draw)).body.blocks) == 1


def test_spaces_without_ink_are_told_where_letters_are_not_trusted():
    paper = Embedded()
    paper.page()
    paper.text(90, 700, "지원 대상을 넓힌다", 12)
    assert transcript_of(read(paper.whole()).body) == "지원 대상을 넓힌다"


PROSE = "줄을 가득 채우는 글이 이어진다"


def two_columns(top, lines, at=0):
    left = [run(PROSE, 50.0, top + 14 * n, at + n, 250.0) for n in range(lines)]
    right = [run(PROSE, 280.0, top + 14 * n, at + lines + n, 480.0) for n in range(lines)]
    return left, right


def headline(base, left=50.0):
    return replace(run("짧은 제목", left, base, 50, left + 120.0), size=2 * SIZE)


def test_a_short_headline_over_both_columns_parts_them():
    first, second = two_columns(100.0, 6), two_columns(230.0, 6, 100)
    runs = [*first[0], *first[1], headline(205.0), *second[0], *second[1]]
    assert [len(flow.runs) for flow in flows_of(runs, [])] == [6, 6, 1, 6, 6]


def test_a_headline_of_two_lines_stays_whole():
    first, second = two_columns(100.0, 6), two_columns(260.0, 6, 100)
    heads = [headline(205.0), headline(233.0)]
    runs = [*first[0], *first[1], *heads, *second[0], *second[1]]
    assert [len(flow.runs) for flow in flows_of(runs, [])] == [6, 6, 2, 6, 6]


def test_a_heading_with_text_beside_it_belongs_to_its_column():
    first, second = two_columns(100.0, 6), two_columns(230.0, 6, 100)
    between = [run(PROSE, 280.0, 184.0 + 14 * n, 60 + n, 480.0) for n in range(3)]
    runs = [*first[0], headline(205.0), *second[0], *first[1], *between, *second[1]]
    assert [len(flow.runs) for flow in flows_of(runs, [])] == [13, 15]
