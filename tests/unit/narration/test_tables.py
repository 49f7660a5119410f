import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.document import Cell, Document, Origin, Paragraph, Release, Table
from service.model.narration import TableManner
from service.narration.narrate import narrate, version_of
from service.text.reading import runs

ROWS, COLUMNS, SHORT = TableManner


def table(*rows, **fields):
    cells = (tuple(c if isinstance(c, Cell) else Cell(c) for c in row) for row in rows)
    return Table(tuple(cells), **fields)


def release(*blocks, language="ko"):
    return Release("", "", "", language, Document(language, "", blocks, Origin("d", "test", "1")))


def heard(block, manner=ROWS, language="ko"):
    """What is said of a table, without its opening."""
    said = narrate(release(block, language=language), manner).utterances
    parts = [each for each in said if each.block == 0]
    return [each.spoken for each in parts if each.role != "caption"]


def opening(block, manner=ROWS, language="ko"):
    said = narrate(release(block, language=language), manner).utterances
    return next(each.spoken for each in said if each.role == "caption")


TWO_LEVELS = table(
    (Cell("구분", 1, 2), Cell("2023년", 2), Cell("2024년", 2)),
    ("예산", "비율", "예산", "비율"),
    ("강원", "1,200", "12.5", "1,300", "13"),
    ("제주", "900", "-", Cell("미정", 2)),
    header_rows=2,
    header_columns=1,
    caption="예산 (단위: 억 원, %)",
    unit="억 원, %",
)


def test_each_cell_of_a_row_stands_behind_all_headers_of_its_column_with_its_unit():
    assert heard(TWO_LEVELS) == [
        "강원, 이천이십삼 년 예산, 천이백억 원, 이천이십삼 년 비율, 십이 점 오 퍼센트, "
        "이천이십사 년 예산, 천삼백억 원, 이천이십사 년 비율, 십삼 퍼센트",
        "제주, 이천이십삼 년 예산, 구백억 원, 이천이십사 년 예산 비율, 미정",
    ]


def test_each_column_is_announced_and_its_cells_stand_behind_the_headers_of_their_rows():
    assert heard(TWO_LEVELS, COLUMNS) == [
        *("이천이십삼 년 예산 열.", "강원, 천이백억 원", "제주, 구백억 원"),
        *("이천이십삼 년 비율 열.", "강원, 십이 점 오 퍼센트"),
        *("이천이십사 년 예산 열.", "강원, 천삼백억 원", "제주, 미정"),
        *("이천이십사 년 비율 열.", "강원, 십삼 퍼센트"),
    ]


def test_in_short_only_caption_size_and_headers_are_said():
    assert opening(TWO_LEVELS, SHORT) == "표. 예산. 사행 오열."
    assert heard(TWO_LEVELS, SHORT) == [
        "머리글, 구분, 이천이십삼 년 예산, 이천이십삼 년 비율, "
        "이천이십사 년 예산, 이천이십사 년 비율."
    ]


def test_three_levels_of_headers_are_all_heard():
    block = table(
        (Cell("지역", 1, 3), Cell("올해", 2)),
        (Cell("상반기", 2),),
        ("건수", "금액"),
        ("강원", "3건", "5억 원"),
        header_rows=3,
        header_columns=1,
    )
    assert heard(block) == ["강원, 올해 상반기 건수, 세 건, 올해 상반기 금액, 오억 원"]


MERGED = table(
    ("시도", "시군", "예산(억 원)"),
    (Cell("강원", 1, 2), "춘천", "12"),
    ("원주", "9"),
    ("제주", "제주", "7"),
    header_columns=2,
    unit="억 원",
)


def test_a_header_of_several_rows_is_heard_with_each_and_its_own_unit_with_the_figures():
    assert heard(MERGED) == [
        "강원, 춘천, 예산, 십이억 원",
        "강원, 원주, 예산, 구억 원",
        "제주, 제주, 예산, 칠억 원",
    ]
    assert heard(MERGED, COLUMNS) == [
        "예산 열.",
        "강원 춘천, 십이억 원",
        "강원 원주, 구억 원",
        "제주, 칠억 원",
    ]


def test_a_cell_over_several_rows_is_said_once_with_the_headers_of_all():
    block = table(("구분", "담당"), ("가", Cell("김 과장", 1, 2)), ("나",), header_columns=1)
    assert heard(block, COLUMNS) == ["담당 열.", "가 나, 김 과장"]
    assert heard(block) == ["가, 담당, 김 과장", "나"]


def test_a_row_over_all_columns_is_heard_before_the_rows_that_it_names():
    block = table(
        ("구분", "올해", "내년"), (Cell("지방세", 3),), ("강원", "3건", "4건"), header_columns=1
    )
    assert heard(block) == ["지방세", "강원, 올해, 세 건, 내년, 네 건"]
    assert heard(block, COLUMNS) == [
        *("올해 열.", "지방세", "강원, 세 건"),
        *("내년 열.", "지방세", "강원, 네 건"),
    ]


def test_a_column_without_a_name_is_counted():
    assert heard(table(("가", "3명"), header_rows=0), COLUMNS) == ["두 번째 열.", "가, 세 명"]


def test_a_table_of_names_only_is_read_by_rows():
    block = table(("기간", "내용"), ("상반기", "공고"), header_columns=2)
    assert heard(block, COLUMNS) == heard(block) == ["상반기, 공고"]


@pytest.mark.parametrize(
    ("rows", "fields", "expected"),
    [
        ((("구분", "예산"), ("강원", "12")), {"unit": "억 원"}, "표. 이행 이열."),
        (
            (("구분", "증감"), ("강원", "12")),
            {"unit": "억 원, %"},
            "표. 이행 이열. 단위 억 원, 퍼센트.",
        ),
        ((("구분", "내용"), ("강원", "공고")), {"unit": "억 원"}, "표. 이행 이열. 단위 억 원."),
        (
            (("구분", "예산", "증감"), ("강원", "12", "3")),
            {"unit": "억 원, %", "caption": "예산 (단위: 억 원, %)"},
            "표. 예산. 이행 삼열. 단위 억 원, 퍼센트.",
        ),
        ((("구분", "금액(억 원)"), ("강원", "약 12")), {"unit": "억 원"}, "표. 이행 이열."),
    ],
)
def test_a_unit_that_not_every_figure_is_heard_with_is_told_once(rows, fields, expected):
    assert opening(table(*rows, **fields)) == expected


@pytest.mark.parametrize(
    ("rows", "unit", "said"),
    [
        ((("구분", "증감"), ("강원", "12")), "억 원, %", "강원, 증감, 십이"),
        (
            (("구분", "건수", "금액(억 원)"), ("강원", "3", "5")),
            "억 원",
            "강원, 건수, 삼, 금액, 오억 원",
        ),
        (
            (("구분", "단위", "올해"), ("취업자", "천명", "12")),
            "명",
            "취업자, 단위, 천명, 올해, 십이",
        ),
        ((("연도", "예산"), ("2024", "12")), "억 원", "이천이십사, 예산, 십이억 원"),
    ],
)
def test_no_figure_is_heard_with_a_unit_that_is_not_certain(rows, unit, said):
    assert heard(table(*rows, unit=unit)) == [said]


def test_units_are_heard_in_english_too():
    block = table(
        ("Item", "Budget", "Share"),
        ("Health", "1,200", "3.2"),
        caption="Plan (Unit: KRW billion, %)",
        unit="KRW billion, %",
    )
    assert opening(block, language="en") == "Table. Plan. two rows, three columns."
    assert heard(block, language="en") == [
        "Health, Budget, one thousand two hundred billion Korean won, "
        "Share, three point two percent"
    ]


@pytest.mark.parametrize("manner", [ROWS, COLUMNS])
def test_what_is_shown_of_a_cell_is_what_was_printed(manner):
    said = narrate(release(TWO_LEVELS), manner).utterances
    shown = [each.display for each in said if each.role in ("row", "cell")]
    expected = {ROWS: "강원 | 1,200 | 12.5 | 1,300 | 13", COLUMNS: "1,200"}
    assert shown[0] == expected[manner]


def test_parts_count_rows_columns_and_cells():
    said = narrate(release(MERGED), COLUMNS).utterances
    assert [(u.role, u.part) for u in said if u.block == 0] == [
        *(("caption", -1), ("header", 2)),
        *(("cell", 5), ("cell", 7), ("cell", 10)),
    ]


@pytest.mark.parametrize(
    ("manner", "reasons"),
    [
        (ROWS, {"table-header-read-with-each-row"}),
        (COLUMNS, {"table-header-read-with-each-cell"}),
        (SHORT, {"table-left-out-by-choice"}),
    ],
)
def test_what_is_not_said_by_itself_has_its_reason(manner, reasons):
    assert {each.reason for each in narrate(release(TWO_LEVELS), manner).omissions} == reasons


def test_each_manner_has_a_version_of_its_own():
    assert len({version_of(manner) for manner in TableManner}) == len(TableManner)
    assert all(narrate(release(MERGED), m).version == version_of(m) for m in TableManner)


def test_sentences_outside_of_tables_are_the_same_in_every_manner():
    blocks = (Paragraph("앞 문장이다."), MERGED, Paragraph("뒤 문장이다."))
    outside = [
        [(u.spoken, u.spans) for u in narrate(release(*blocks), manner).utterances if u.block != 1]
        for manner in TableManner
    ]
    assert outside[0] == outside[1] == outside[2]


anything = st.text(alphabet="가나12,.%△-( ) |억원", max_size=8)
tables = st.builds(
    Table,
    rows=st.lists(
        st.lists(st.builds(Cell, anything, st.integers(-1, 4), st.integers(-1, 4)), max_size=4).map(
            tuple
        ),
        max_size=5,
    ).map(tuple),
    header_rows=st.integers(-1, 4),
    header_columns=st.integers(-1, 4),
    caption=anything,
    unit=st.sampled_from(["", "억 원", "억 원, %", "명(%)", "KRW billion"]),
)


@given(tables, st.sampled_from(list(TableManner)))
def test_whatever_a_table_holds_its_spans_are_what_is_shown(block, manner):
    for said in narrate(release(block), manner).utterances:
        assert said.spoken
        assert "".join(span.shown for span in said.spans) == said.display
        assert all(said.display[span.start : span.end] == span.shown for span in said.spans)
        assert said.spoken == " ".join(text for _, text in runs(said.spans))
