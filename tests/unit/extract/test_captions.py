import pytest

from service.extract.captions import with_captions
from service.extract.headers import header_counts
from service.model.document import Cell, Heading, Paragraph, Table

HEAD = ("구분", "사업비", "비율")
DATA = (("강원", "1,200", "3.2"), ("제주", "900", "1.5"))


def table(*rows, **fields):
    cells = tuple(tuple(c if isinstance(c, Cell) else Cell(c) for c in row) for row in rows)
    return Table(cells, *header_counts(cells), **fields)


@pytest.mark.parametrize(
    ("blocks", "caption", "unit"),
    [
        (["<예산>", "(단위: 억 원, %)"], "예산 (단위: 억 원, %)", "억 원, %"),
        (["[단위 : 천명, %]", "표 1. 인원"], "표 1. 인원 [단위 : 천명, %]", "천명, %"),
        (["단위: 명"], "(단위: 명)", "명"),
        (["【예산 (단위: 억 원)】"], "예산 (단위: 억 원)", "억 원"),
        (["(Unit: KRW billion)"], "(Unit: KRW billion)", "KRW billion"),
        (["<예산>"], "예산", ""),
        (["< 예산 > (단위: 억 원)"], "예산 (단위: 억 원)", "억 원"),
        (["<표 1> 지역별 예산"], "<표 1> 지역별 예산", ""),
        (["지역별 예산 (단위: 억 원)"], "지역별 예산 (단위: 억 원)", "억 원"),
        (["Table 2. Budget (Unit: persons)"], "Table 2. Budget (Unit: persons)", "persons"),
    ],
)
def test_lines_right_before_a_table_are_its_caption_and_unit(blocks, caption, unit):
    (found,) = with_captions([*map(Paragraph, blocks), table(HEAD, *DATA)])
    assert (found.caption, found.unit) == (caption, unit)


def test_a_table_with_a_caption_of_its_own_takes_the_line_of_its_unit():
    (found,) = with_captions([Paragraph("(단위: 명)"), table(HEAD, *DATA, caption="인원")])
    assert (found.caption, found.unit) == ("인원 (단위: 명)", "명")


@pytest.mark.parametrize("unit", ["(단위: 억 원)", "단위: 억 원"])
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_row_that_only_names_the_unit_goes_to_the_caption(unit, place):
    own = (Cell(unit, 3),)
    rows = (own, HEAD, *DATA) if place == "first" else (HEAD, *DATA, own)
    (found,) = with_captions([table(*rows)])
    assert (found.caption, found.unit) == ("(단위: 억 원)", "억 원")
    assert [row[0].text for row in found.rows] == ["구분", "강원", "제주"]
    assert (found.header_rows, found.header_columns) == (1, 1)


def test_a_heading_that_names_the_unit_stays_a_heading():
    title, found = with_captions([Heading("예산 (단위: 억 원)", 2), table(HEAD, *DATA)])
    assert (title.text, found.caption, found.unit) == ("예산 (단위: 억 원)", "", "억 원")


def test_units_in_header_cells_are_those_of_the_table():
    (found,) = with_captions([table(("구분", "금액(억 원)", "비중(%)"), *DATA)])
    assert (found.unit, found.rows[0][1].text) == ("억 원, %", "금액(억 원)")


def test_a_first_row_over_the_headers_is_the_caption():
    (found,) = with_captions([table((Cell("지역별 예산", 3),), HEAD, *DATA)])
    assert (found.caption, found.header_rows, len(found.rows)) == ("지역별 예산", 1, 3)


def test_other_lines_stay_where_they_are():
    blocks = with_captions([Paragraph("예산은 다음과 같다."), table(HEAD, *DATA)])
    assert [type(block) for block in blocks] == [Paragraph, Table]
    assert (blocks[1].caption, blocks[1].unit) == ("", "")
