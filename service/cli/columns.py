"""Columns of text that line up where letters are wide, as Hangul is on a terminal."""

import unicodedata
from collections.abc import Iterator, Sequence

_WIDE = ("W", "F")
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines; each column is as wide as its widest cell, the last one is not filled up."""
    plain = [[_on_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(width, cells)) for cells in zip(*plain, strict=True)]
    for row in plain:
        filled = [cell + " " * (most - width(cell)) for cell, most in zip(row, widths, strict=True)]
        yield "  ".join(filled).rstrip()


def width(text: str) -> int:
    """The cells of a terminal that a text takes (Unicode Standard Annex 11)."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def _on_one_line(text: str) -> str:
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
