import pytest

from service.extract.headers import header_counts
from service.model.document import Cell


def cells(*rows):
    return [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]


DATA = (["강원", "1", "2"], ["제주", "3", "4"])
WIDE = (["강원", *"1234"], ["제주", *"5678"])
HALF = Cell("반기", 2)
OVER_TWO = Cell("사업비", 2, 1)


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        (cells(["구분", "올해"], ["강원", "1,200"]), (1, 1)),
        (cells(["지역", "올해"], ["강원", "1,200"], ["제주", "900"]), (1, 1)),
        (cells(["기간", "내용"], ["상반기", "공고"], ["하반기", "심사"]), (1, 0)),
        (cells(["담당 부서", "044-202-2110"], ["협조 부서", "044-202-2111"]), (0, 1)),
        (cells([Cell("지역", 1, 2), OVER_TWO], ["올해", "내년"], *DATA), (2, 1)),
        (cells(["", OVER_TWO], ["지역", "올해", "내년"], ["강원", "1", "2"]), (2, 1)),
        (cells(["지역", OVER_TWO], ["강원", "1", "2"], ["제주", "3", "4"]), (1, 1)),
        (cells([Cell("모두 합친 칸", 2, 1)], ["강원", "1"]), (1, 0)),
        ([], (1, 1)),
        (cells([Cell("지역", 1, 2), OVER_TWO], ["2024년", "2025년"], *DATA), (2, 1)),
        (cells(["", OVER_TWO], ["지역", "2024", "2025"], ["강원", "1", "2"]), (2, 1)),
        (cells(["", Cell("올해", 4)], ["", HALF, HALF], ["지역", *"가나다라"], *WIDE), (3, 1)),
        (cells([Cell("", 1, 3), Cell("올해", 4)], [HALF, HALF], [*"가나다라"], *WIDE), (3, 1)),
        (cells(["강원", "1,200"], ["제주", "900"]), (0, 1)),
        (cells(["시도", "시군", "값"], [Cell("강원", 1, 2), "춘천", "1"], ["원주", "2"]), (1, 2)),
        (cells(["시도", "값", "몫"], [Cell("강원", 1, 2), "1", "3"], ["2", "4"]), (1, 0)),
        (cells(["강원", "2024년"], ["제주", "900"]), (1, 0)),
    ],
)
def test_headers_are_told_by_spans_and_by_what_the_cells_hold(rows, counts):
    assert header_counts(rows) == counts
