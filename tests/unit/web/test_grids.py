import pytest

from service.model.document import Cell, Document, Origin, Release, Table
from service.model.narration import TableManner
from service.narration.narrate import narrate
from service.web.grids import table_of


def row(*texts):
    return tuple(text if isinstance(text, Cell) else Cell(text) for text in texts)


def view(table, manner=TableManner.ROWS):
    release = Release("", "", "", "ko", Document("ko", "", (table,), Origin("d", "test", "1")))
    said = [u for u in narrate(release, manner).utterances if u.block == 0]
    return table_of(table, said, "ko")


def cells(shown):
    parts = (shown.head, *shown.bodies)
    return {cell.text: cell for part in parts for line in part for cell in line.cells}


def named(shown, text):
    """The texts of the headers that a cell names."""
    by_id = {cell.id: cell.text for cell in cells(shown).values() if cell.id}
    return [by_id[name] for name in cells(shown)[text].headers.split()]


TWO_LEVELS = Table(
    (
        row(Cell("시도", 1, 2), Cell("올해", 2), Cell("비고", 1, 2)),
        row("예산", "인원"),
        row("강원", "12", "3", "시범"),
        row("제주", Cell("미정", 2), "없음"),
    ),
    header_rows=2,
    header_columns=1,
)


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("12", ["올해", "예산", "강원"]),
        ("3", ["올해", "인원", "강원"]),
        ("시범", ["비고", "강원"]),
        ("미정", ["올해", "예산", "인원", "제주"]),
        ("예산", ["올해"]),
        ("강원", ["시도"]),
        ("올해", []),
    ],
)
def test_cells_under_two_levels_name_their_headers(text, headers):
    assert named(view(TWO_LEVELS), text) == headers


def test_header_cells_over_several_columns_head_groups_of_columns():
    shown = view(TWO_LEVELS)
    assert shown.columns == (1, 2, 1)
    scopes = {text: cell.scope for text, cell in cells(shown).items()}
    assert [scopes[each] for each in ("시도", "올해", "예산", "강원", "12")] == [
        *("col", "colgroup", "col", "row", ""),
    ]


def test_a_simple_table_says_enough_with_scopes():
    table = Table((row("구분", "값"), row("가", "1")), header_columns=1)
    assert all(not cell.headers and not cell.id for cell in cells(view(table)).values())
    assert view(table).columns == ()


GROUPED = Table(
    (
        row("시도", "시군", "값"),
        row(Cell("강원", 1, 2), "춘천", "1"),
        row("원주", "2"),
        row("제주", "서귀포", "3"),
        row(Cell("경기", 1, 2), "수원", "4"),
        row("성남", "5"),
    ),
    header_columns=2,
)


def test_rows_below_a_header_that_reaches_down_are_a_group():
    shown = view(GROUPED)
    assert [len(body) for body in shown.bodies] == [2, 1, 2]
    assert [cells(shown)[text].scope for text in ("강원", "춘천", "제주", "경기")] == [
        *("rowgroup", "row", "row", "rowgroup")
    ]
    assert named(shown, "2") == ["값", "강원", "원주"]
    assert named(shown, "5") == ["값", "경기", "성남"]


def test_no_cell_reaches_out_of_its_group_of_rows():
    table = Table((row(Cell("가", 1, 3), "나"), row("1"), row("2")), header_columns=1)
    shown = view(table)
    assert shown.head == ()
    assert cells(shown)["가"].row_span == 3
    longer = Table((row("가", "나"), row(Cell("다", 1, 9), "1"), row("2")), header_columns=1)
    assert cells(view(longer))["다"].row_span == 2


def test_a_row_over_all_columns_is_no_header_of_a_row():
    table = Table((row("구분", "값"), row(Cell("지방세", 2)), row("가", "1")), header_columns=1)
    assert cells(view(table))["지방세"].scope == ""


def test_by_columns_each_cell_and_header_has_the_id_of_what_says_it():
    shown = view(TWO_LEVELS, TableManner.COLUMNS)
    found = cells(shown)
    assert [found[text].is_said for text in ("예산", "12", "3", "비고", "강원", "올해")] == [
        *(True, True, True, True, False, False)
    ]
    assert {line.id for body in shown.bodies for line in body} == {""}
    assert named(shown, "12") == ["올해", "예산", "강원"]


def test_ids_on_a_page_are_each_of_one_element():
    for manner in TableManner:
        ids = [cell.id for cell in cells(view(TWO_LEVELS, manner)).values() if cell.id]
        assert len(ids) == len(set(ids))
