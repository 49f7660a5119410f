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
# A corner that names what the first column holds: that column heads the rows.
_CORNERS = frozenset({"", "구분", "구 분", "항목", "분류", "category", "division"})


def header_counts(rows: Sequence[Sequence[Cell]]) -> tuple[int, int]:
    """(header rows, header columns) of a table."""
    first = rows[0] if rows else ()
    if any(_DATA.search(cell.text) for cell in first):
        return 0, 1
    corner = first[0].text.strip().lower() if first else ""
    return 1, int(corner in _CORNERS)
