import pytest

from service.text.reading import read, runs
from service.text.table_units import (
    around_figure,
    bare_name,
    is_figure,
    own_unit,
    told_unit,
    unit_for,
    unit_line,
    units_of,
    without_unit,
)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("(단위: 억 원, %)", "억 원, %"),
        ("[단위 : 천명, %]", "천명, %"),
        ("(단위：명)", "명"),
        ("(단 위 : 개소)", "개소"),
        ("(단위 억원)", "억원"),
        ("<단위: 톤>", "톤"),
        ("단위: 백만 원", "백만 원"),
        ("(Unit: KRW billion)", "KRW billion"),
        ("[Units: persons, %]", "persons, %"),
        ("단위 사업을 확대한다", ""),
        ("Units sold", ""),
        ("(단위: 명) 올해 채용 인원", ""),
        ("", ""),
    ],
)
def test_a_line_that_only_names_the_unit_is_one(line, unit):
    assert unit_line(line) == unit


@pytest.mark.parametrize(
    ("caption", "unit", "left"),
    [
        ("연도별 예산 (단위: 억 원)", "억 원", "연도별 예산"),
        ("<표 1> 인원 [단위: 명, %] 현황", "명, %", "<표 1> 인원 현황"),
        ("Budget (Unit: KRW billion)", "KRW billion", "Budget"),
        ("연도별 예산", "", "연도별 예산"),
    ],
)
def test_a_caption_is_parted_from_the_unit_in_it(caption, unit, left):
    assert (told_unit(caption), without_unit(caption)) == (unit, left)


@pytest.mark.parametrize(
    ("name", "unit", "bare"),
    [
        ("금액(억 원)", "억 원", "금액"),
        ("비율 (%)", "%", "비율"),
        ("인원[명]", "명", "인원"),
        ("구분(단위: 천 톤)", "천 톤", "구분"),
        ("Budget (KRW billion)", "KRW billion", "Budget"),
        ("계획(A)", "", "계획(A)"),
        ("합계(2024)", "", "합계(2024)"),
        ("예산(국비)", "", "예산(국비)"),
        ("(명)", "", "(명)"),
    ],
)
def test_a_header_tells_its_own_unit_only_where_it_is_a_known_one(name, unit, bare):
    assert (own_unit(name), bare_name(name)) == (unit, bare)


@pytest.mark.parametrize(
    ("unit", "units"),
    [
        ("억 원, %", ("억 원", "%")),
        ("개소·명", ("개소", "명")),
        ("명/%", ("명", "%")),
        ("명/㎢", ("명/㎢",)),
        ("명, 2024년 말 기준", ("명",)),
        ("명(%)", ()),
        ("", ()),
    ],
)
def test_several_units_are_parted(unit, units):
    assert units_of(unit) == units


@pytest.mark.parametrize(
    ("unit", "column", "row", "expected"),
    [
        ("억 원", ("2024년",), ("강원",), "억 원"),
        ("억 원, %", ("사업비",), ("강원",), "억 원"),
        ("억 원, %", ("2024년", "증감률"), ("강원",), "%"),
        ("억 원, %", ("구성비",), (), "%"),
        ("억 원, %", ("증감", "금액"), (), "억 원"),
        ("천명, %", ("2024년",), ("취업자",), "천명"),
        ("천명, %", ("2024년",), ("실업률",), "%"),
        ("개소, 억 원", ("개소",), (), "개소"),
        ("개소, 억 원", ("사업비",), (), "억 원"),
        ("%", ("2024년",), ("서울",), "%"),
        ("KRW billion, %", ("Budget",), (), "KRW billion"),
        ("KRW billion, %", ("Growth",), (), "%"),
        ("명", ("비율(%)",), (), "%"),
        ("", ("금액(억 원)",), (), "억 원"),
    ],
)
def test_a_figure_has_the_unit_that_its_names_ask_for(unit, column, row, expected):
    assert unit_for(units_of(unit), column, row) == expected


@pytest.mark.parametrize(
    ("unit", "column", "row"),
    [
        ("억 원, %", ("증감",), ("강원",)),
        ("억 원, %", ("전년 대비",), ()),
        ("억 원", ("비율",), ()),
        ("억 원", ("개소 수",), ()),
        ("명", ("사업비",), ()),
        ("억 원", ("연도",), ()),
        ("명", ("순위",), ()),
        ("%, %p", ("2024년",), ()),
        ("개소, 명", ("2024년",), ()),
        ("명", ("환율",), ()),
        ("억 원, %", ("금액(억 원)",), ("비율",)),
        ("", ("금액(억 원)",), ("증감률(%)",)),
        ("", ("2024년",), ()),
    ],
)
def test_a_figure_has_no_unit_in_doubt(unit, column, row):
    assert unit_for(units_of(unit), column, row) == ""


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [
        ("1,200", True),
        ("△3.2", True),
        ("-0.5", True),
        (" 12 ", True),
        ("1,20", False),
        ("3.2%", False),
        ("1,200억", False),
        ("10~20", False),
        ("1,200(3.2)", False),
        ("-", False),
        ("", False),
    ],
)
def test_a_unit_stands_behind_one_bare_number_only(cell, is_one):
    assert is_figure(cell) == is_one


@pytest.mark.parametrize(
    ("figure", "unit", "language", "spoken"),
    [
        ("1,200", "억 원", "ko", "천이백억 원"),
        ("△3.2", "%", "ko", "삼 점 이 퍼센트 감소"),
        ("15", "천명", "ko", "만 오천 명"),
        ("1,200", "KRW billion", "en", "one thousand two hundred billion Korean won"),
        ("1,200", "persons", "en", "one thousand two hundred persons"),
        ("3.2", "%", "en", "three point two percent"),
    ],
)
def test_a_figure_and_its_unit_are_read_as_one(figure, unit, language, spoken):
    before, behind = around_figure(unit)
    assert " ".join(t for _, t in runs(read(f"{before}{figure}{behind}", language))) == spoken
