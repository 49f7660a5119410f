"""Whether rows of cells are a table of data, or only place texts on a page (pure).

What is set out has a single row or column once empty ones are gone, or a few cells that hold long
texts. The rule is the same for pages, PDFs and files of word processors.
"""

from collections.abc import Sequence

_FEWEST = 2
_FEW_CELLS = 4
_LONGEST_CELL = 400


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the texts of cells, row by row, are a table of data."""
    filled = [row for row in rows if any(text.strip() for text in row)]
    if len(filled) < _FEWEST or max(len(row) for row in rows) < _FEWEST:
        return False
    texts = [text for row in rows for text in row if text.strip()]
    return len(texts) > _FEW_CELLS or all(len(text) < _LONGEST_CELL for text in texts)
