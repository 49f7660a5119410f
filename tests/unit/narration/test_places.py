import pytest

from service.model.document import Document, Locator, Origin, Paragraph, PrintedLine, Release
from service.narration.narrate import narrate
from service.narration.places import place_of

LINES = (
    PrintedLine(0, 1, (10, 10, 90, 20)),
    PrintedLine(10, 1, (10, 22, 95, 32)),
    PrintedLine(25, 2, (10, 5, 60, 15)),
)
BLOCK = Locator(page=1, box=(10, 10, 95, 32), lines=LINES)


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [
        (0, 10, LINES[:1]),
        (0, 11, LINES[:2]),
        (5, 12, LINES[:2]),
        (10, 25, LINES[1:2]),
        (12, 40, LINES[1:]),
        (30, 40, LINES[2:]),
        (0, 40, LINES),
    ],
)
def test_a_stretch_stands_on_the_lines_that_it_overlaps(start, end, lines):
    assert place_of(BLOCK, start, end).lines == lines


def test_page_and_box_are_those_of_the_lines():
    first, last = place_of(BLOCK, 0, 25), place_of(BLOCK, 25, 40)
    assert (first.page, first.box) == (1, (10, 10, 95, 32))
    assert (last.page, last.box, last.offset) == (2, (10, 5, 60, 15), 25)


def test_a_place_without_lines_keeps_its_page_and_box():
    block = Locator(page=3, box=(1, 2, 3, 4), selector="/p")
    assert place_of(block, 7, 9) == Locator(3, (1, 2, 3, 4), "/p", 7)


def test_lines_in_any_order_are_found():
    block = Locator(page=1, lines=LINES[::-1])
    assert place_of(block, 0, 12).lines == LINES[:2]


def test_each_sentence_knows_its_lines():
    text = "첫째 문장은 짧다. 둘째 문장은 다음 줄까지 간다."
    lines = (PrintedLine(0, 1, (0, 0, 9, 1)), PrintedLine(20, 1, (0, 2, 9, 3)))
    block = Paragraph(text, locator=Locator(page=1, box=(0, 0, 9, 3), lines=lines))
    body = Document("ko", "", (block,), Origin("d", "test", "1"))
    said = narrate(Release("", "", "", "ko", body)).utterances
    assert [u.locator.lines for u in said if u.block == 0] == [lines[:1], lines]
