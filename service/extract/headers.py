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
_FEWEST, _MOST, _MOSTLY = 2, 5, 0.6
# A corner that names what the first column holds: that column heads the rows.
_CORNERS = frozenset({"", "구분", "구 분", "항목", "분류", "category", "division"})


def header_counts(rows: Sequence[Sequence[Cell]]) -> tuple[int, int]:
    """(header rows, header columns) of a table."""
    first = rows[0] if rows else ()
    if any(_DATA.search(cell.text) for cell in first):
        return 0, 1
    corner = first[0].text.strip().lower() if first else ""
    heads = _header_rows(rows)
    return heads, int(corner in _CORNERS or _names_rows(rows[heads:]))


def _header_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """One; as many as its cells reach down where others of the first row stand over columns."""
    first = rows[0] if rows else ()
    if not any(cell.column_span > 1 for cell in first):
        return 1
    deepest = max(cell.row_span for cell in first)
    if deepest == 1 and len(rows) > _FEWEST and not any(_FIGURE.search(c.text) for c in rows[1]):
        deepest = 2
    return deepest if deepest < min(len(rows), _MOST) else 1


def _names_rows(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first cell of every row is a name and most others are figures."""
    if len(rows) < _FEWEST or any(len(row) < _FEWEST for row in rows):
        return False
    named = all(row[0].text and not _FIGURE.search(row[0].text) for row in rows)
    others = [cell.text for row in rows for cell in row[1:] if cell.text]
    figures = sum(_FIGURE.match(text) is not None for text in others)
    return named and figures >= _MOSTLY * len(others)
