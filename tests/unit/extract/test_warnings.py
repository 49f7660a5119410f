from service.extract.warnings import warnings_of
from service.model.document import Cell, DocumentWarning, Figure, Locator, Paragraph, Table

ROWS = ((Cell("구분"), Cell("값")), (Cell("가"), Cell("1")))


def on(page):
    return Locator(page=page)


def test_tables_whose_headers_are_a_guess_are_told_once_for_each_page():
    tables = [Table(ROWS, locator=on(page)) for page in (3, 3, 5)]
    assert warnings_of(tables) == (
        DocumentWarning("table-without-headers", 3),
        DocumentWarning("table-without-headers", 5),
    )


def test_a_table_with_marked_headers_is_no_trouble():
    assert warnings_of([Table(ROWS, headers_marked=True), Paragraph("글이다.")]) == ()


def test_pictures_without_a_text_are_told():
    blocks = [Figure("지도", locator=on(1)), Figure(" ", locator=on(2))]
    assert warnings_of(blocks) == (DocumentWarning("figure-without-text", 2),)
