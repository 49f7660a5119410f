"""Tables row by row: each cell behind the header of its column.

The display of a row is its cells joined by " | ". Empty cells are shown and not heard. A header
that would be heard twice, because row and column call it the same, is heard once.
"""

from collections.abc import Iterator, Sequence

from service.model.document import Cell, Table
from service.model.narration import Span
from service.narration.speaking import Said, displayed
from service.text.languages import main_language
from service.text.reading import read, runs

SEPARATOR = " | "


def rows_said(table: Table, language: str) -> Iterator[tuple[int, Said]]:
    """(index of the row in the table, what is said) for every row of data that says something."""
    headers = _headers(table)
    for number, row in enumerate(table.rows):
        if number < table.header_rows:
            continue
        said = _row(row, headers, table.header_columns, language)
        if said.spoken:
            yield number, said


def _headers(table: Table) -> tuple[str, ...]:
    """The header of each column: the texts of all header rows above it, merged cells spread."""
    rows = [_spread(row) for row in table.rows[: table.header_rows]]
    width = max((len(row) for row in rows), default=0)
    stacked = ([row[at] for row in rows if at < len(row)] for at in range(width))
    return tuple(" ".join(dict.fromkeys(text for text in column if text)) for column in stacked)


def _spread(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in row for _ in range(cell.column_span)]


def _row(row: Sequence[Cell], headers: Sequence[str], fixed: int, language: str) -> Said:
    display = SEPARATOR.join(cell.text for cell in row)
    spans: list[Span] = []
    at = column = 0
    for number, cell in enumerate(row):
        header = headers[column] if column < len(headers) else ""
        if number:
            spans.append(Span(at, at + len(SEPARATOR), SEPARATOR, ", ", language, "silent"))
            at += len(SEPARATOR)
        is_named = bool(header) and column >= max(1, fixed) and bool(cell.text.strip())
        spans += _cell(cell, header if is_named else "", at, language)
        at += len(cell.text)
        column += cell.column_span
    spoken = " ".join(text for _, text in runs(spans))
    return Said(display, spoken, main_language(display, language), tuple(spans))


def _cell(cell: Cell, header: str, at: int, language: str) -> Iterator[Span]:
    if header:
        for part_language, spoken in runs(read(header, main_language(header, language))):
            yield Span(at, at, "", f"{spoken}, ", part_language, "announcement")
    said = displayed(cell.text, main_language(cell.text, language))
    for span in said.spans:
        yield Span(
            span.start + at, span.end + at, span.shown, span.spoken, span.language, span.kind
        )
