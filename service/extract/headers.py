"""Which rows and columns of a table are headers, where nothing in the source says so (pure).

A first row heads its columns, unless it holds data already: contact blocks and mastheads name
their values at the left (담당 부서, 보도시점) and have a telephone number or a date in every row.
"""

import re
from collections.abc import Sequence

from service.model.document import Cell

_DATA = re.compile(
    r"\b0\d{1,2}\s*[-)]\s*\d{3,4}\s*-\s*\d{4}\b"  # telephone
    r"|\b(?:19|20)\d\d\s*[-.년]\s*\d{1,2}\s*[-.월]\s*\d{1,2}"  # full date
    r"|\S+@\S+\.\w"  # mail address
)
_FIGURE = re.compile(r"\s*[△▲▼+\-–~]?\s*\d")
# Figures that name columns: years, quarters, months ("’24년", "2024.3", "1분기", "FY2025", "Q1").
_PERIOD = re.compile(
    r"\s*(?:[’'‘`]\d\d|(?:FY)?(?:19|20)\d\d)(?:[.\-/]\d{1,2})?\s*\.?(?:년(?:도)?)?(?:\s*\S{0,6})"
    r"|\s*\d{1,2}\s*(?:분기|월|차|년차|급|학년)\S{0,4}|\s*[1-4]Q\S{0,4}|\s*\d{2,4}[~∼\-]\d{2,4}세?"
    r"|\s*\d{1,2}대|\s*\d{1,2}세\s*(?:이상|이하|미만|초과)",
    re.IGNORECASE,
)
_FEWEST, _MOST, _MOSTLY = 2, 5, 0.6
# A corner that names what the first column holds: that column heads the rows.
_CORNERS = frozenset({"", "구분", "구 분", "항목", "분류", "category", "division"})


def header_counts(rows: Sequence[Sequence[Cell]]) -> tuple[int, int]:
    """(header rows, header columns) of a table."""
    first = rows[0] if rows else ()
    if any(_DATA.search(cell.text) for cell in first):
        return 0, 1
    corner = first[0].text.strip().lower() if first else ""
    if _is_data(rows):
        return 0, int(_names_rows(rows))
    heads = _header_rows(rows)
    names = int(corner in _CORNERS or _names_rows(rows[heads:]))
    return heads, 2 if _has_inner_names(rows[heads:]) else names


def _is_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row holds figures already, none of which names a column."""
    first = rows[0] if rows else ()
    others = [cell.text for cell in first[1:] if cell.text.strip()]
    return len(rows) >= _FEWEST and bool(others) and all(map(_is_amount, others))


def _is_amount(text: str) -> bool:
    """Whether a cell is a figure and no name made of one, such as a year."""
    return _FIGURE.match(text) is not None and _PERIOD.fullmatch(text) is None


def _header_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """One, and as many more as stand below cells that are merged over columns or reach down."""
    deepest = 1
    while deepest < min(len(rows), _MOST) and (below := _depth(rows, deepest)) > deepest:
        deepest = below
    return deepest if deepest < min(len(rows), _MOST) else 1


def _depth(rows: Sequence[Sequence[Cell]], known: int) -> int:
    """How deep the headers reach, by the last row that is known to be one of them."""
    last = rows[known - 1]
    if not any(cell.column_span > 1 for cell in last):
        return known
    reach = known - 1 + max(cell.row_span for cell in last)
    if reach == known and len(rows) > known + 1 and not _has_amount(rows[known]):
        return known + 1
    return max(known, reach)


def _has_amount(row: Sequence[Cell]) -> bool:
    return any(_FIGURE.search(c.text) and not _PERIOD.fullmatch(c.text) for c in row)


def _has_inner_names(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a second column names rows below cells of the first that reach down over several."""
    inner: list[str] = []
    figures: list[str] = []
    covered = 0
    for row in rows:
        own = list(row) if covered else list(row[1:])
        covered = covered - 1 if covered else (row[0].row_span - 1 if row else 0)
        inner += [cell.text for cell in own[:1]]
        figures += [cell.text for cell in own[1:] if cell.text]
    reaches = any(row[0].row_span > 1 for row in rows if row)
    named = len(inner) == len(rows) and all(text and not _FIGURE.search(text) for text in inner)
    return reaches and named and bool(figures) and all(map(_FIGURE.match, figures))


def _names_rows(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first cell of every row is a name and most others are figures."""
    if len(rows) < _FEWEST or any(len(row) < _FEWEST for row in rows):
        return False
    named = all(row[0].text and not _FIGURE.search(row[0].text) for row in rows)
    others = [cell.text for row in rows for cell in row[1:] if cell.text]
    figures = sum(_FIGURE.match(text) is not None for text in others)
    return named and figures >= _MOSTLY * len(others)
