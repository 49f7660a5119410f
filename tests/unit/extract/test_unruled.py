from service.extract.pdf.lines import Page
from service.extract.pdf.runs import Run
from service.extract.pdf.unruled import unruled_tables

PAGE = Page(1, 595.0, 842.0)


def run(text, left, base, wide):
    return Run(text, left, left + wide, base, 10.0, is_bold=False, at=0)


def rows(wide_of_last):
    """Three columns of figures on four lines."""
    return [
        run(str(line + at), 72.0 + 100 * at, 700.0 - 14 * (4 - line), wide)
        for line in range(4)
        for at, wide in enumerate((20.0, 20.0, wide_of_last))
    ]


def test_columns_of_figures_are_a_table_even_where_a_font_gives_letters_no_width():
    for wide in (20.0, 0.0):
        [placed], left = unruled_tables(rows(wide), PAGE)
        assert left == []
        assert [cell.text for cell in placed.table.rows[0]] == ["0", "1", "2"]
