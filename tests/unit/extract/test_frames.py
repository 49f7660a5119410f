"""Boxes around text, on values: beside each other, beside text, around texts of several lines."""

from dataclasses import replace

from service.extract.pdf.frames import Frame, framed
from service.extract.pdf.grids import Grid, GridCell
from service.extract.pdf.layouts import set_out
from service.extract.pdf.lines import Line
from service.extract.pdf.order import flows_of
from service.extract.pdf.paragraphs import groups_of, with_margins
from service.extract.pdf.runs import Run
from service.extract.pdf.spacing import Vocabulary
from service.model.document import Cell

SIZE = 10.0


def run(text, left, base, right=None):
    wide = 10.0 * len(text) if right is None else right - left
    return Run(text, left, left + wide, base, SIZE, is_bold=False, at=int(base))


def line(text, left, base, right, region=1):
    return Line(
        text=text,
        page=1,
        left=left,
        top=base - 9,
        right=right,
        bottom=base + 2,
        size=SIZE,
        is_bold=False,
        page_width=600.0,
        page_height=800.0,
        base=base,
        begins_at=left,
        first_word=30.0,
        region=region,
    )


def read(runs, boxes):
    return [[each.text for each in flow.runs] for flow in flows_of(runs, [], boxes)]


def test_boxes_beside_each_other_are_read_one_by_one():
    runs = [
        run("접수", 60, 115),
        run("심사", 160, 115),
        run("삼월", 60, 130),
        run("사월", 160, 130),
    ]
    boxes = [(50.0, 100.0, 130.0, 140.0), (150.0, 100.0, 230.0, 140.0)]
    assert read(runs, boxes) == [["접수", "삼월"], ["심사", "사월"]]


def test_an_arrow_between_boxes_is_read_between_them():
    runs = [run("접수", 60, 115), run("→", 135, 118), run("심사", 160, 115), run("글", 50, 200)]
    boxes = [(50.0, 100.0, 130.0, 140.0), (150.0, 100.0, 230.0, 140.0)]
    assert read(runs, boxes) == [["접수"], ["→"], ["심사"], ["글"]]


def test_a_box_comes_before_the_text_that_flows_around_it():
    around = [run("옆에 있는 글", 200, 100 + 15 * at, 500) for at in range(2)]
    below = [run("아래로 이어지는 글", 50, 130 + 15 * at, 500) for at in range(3)]
    boxed = [run("상자", 60, 105)]
    flows = read([*around, *below, *boxed], [(50.0, 90.0, 190.0, 120.0)])
    assert flows[0] == ["상자"]


def test_a_box_at_the_right_of_text_that_ends_beside_it_comes_after_it():
    beside = [run("옆에 있는 글", 50, 100 + 15 * at, 300) for at in range(2)]
    below = [run("멀리 떨어진 글", 50, 230 + 15 * at, 500) for at in range(3)]
    flows = read([*beside, *below, run("상자", 320, 105)], [(310.0, 90.0, 500.0, 120.0)])
    assert flows == [[each.text for each in beside], ["상자"], [each.text for each in below]]


def test_a_box_inside_of_a_box_is_part_of_it():
    inner, outer = (60.0, 110.0, 150.0, 140.0), (50.0, 100.0, 300.0, 200.0)
    (whole,) = framed([run("안", 70, 125), run("밖", 70, 180)], [outer, inner])
    assert isinstance(whole, Frame)
    assert any(isinstance(piece, Frame) for piece in whole.pieces)


def grid_of_two(right=300.0):
    cells = (
        GridCell(0, 0, 1, 1, (0.0, 0.0, 80.0, 40.0)),
        GridCell(0, 1, 1, 1, (80.0, 0.0, right, 40.0)),
    )
    return Grid((0.0, 0.0, right, 40.0), cells, (0.0, 40.0), (0.0, 80.0, right))


def test_a_named_row_of_several_lines_is_one_line():
    runs = [run("보도시점", 10, 22), run("2026. 4. 2. 12:00", 90, 15), run("(4. 3. 조간)", 90, 30)]
    rows = [(Cell("보도시점"), Cell("2026. 4. 2. 12:00 (4. 3. 조간)"))]
    boxes, (whole,) = set_out(grid_of_two(), rows, runs)
    assert whole.text == "보도시점 2026. 4. 2. 12:00 (4. 3. 조간)"
    assert boxes == [(0.0, 0.0, 300.0, 40.0)]


def test_long_texts_beside_each_other_are_boxes():
    first = ["가나다라마바사", "가나다라마바"]
    runs = [run(text, 5, 15 + 15 * at) for at, text in enumerate(first)] + [run("아자차카", 90, 15)]
    rows = [(Cell(" ".join(first)), Cell("아자차카"))]
    boxes, others = set_out(grid_of_two(), rows, runs)
    assert boxes == [(0.0, 0.0, 80.0, 40.0), (80.0, 0.0, 300.0, 40.0)]
    assert others == runs


def test_cells_of_one_line_each_stay_the_line_that_they_look_like():
    runs = [run("붙임 1", 10, 22), run("세부 계획", 90, 22)]
    assert set_out(grid_of_two(), [(Cell("붙임 1"), Cell("세부 계획"))], runs) == ([], runs)


def test_short_lines_of_a_box_have_the_room_of_the_box():
    lines = [line("일 단계", 60, 110, 95), line("온라인 접수", 60, 125, 130)]
    known = Vocabulary()
    beside = with_margins(lines, (50.0, 95.0, 200.0, 140.0))
    assert [group.text for group in groups_of([beside], known)] == ["일 단계", "온라인 접수"]


def test_no_sentence_goes_on_from_one_box_into_the_next():
    boxes = [
        [line("이어질 듯한 글", 60, 110, 140)],
        [line("다른 상자의 글", 160, 110, 240, region=2)],
    ]
    lines = [replace(each, is_framed=True) for box in boxes for each in with_margins(box)]
    assert len(groups_of([lines], Vocabulary())) == 2
