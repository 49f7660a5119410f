"""What a file of a word processor holds, in the order of its text."""

from dataclasses import dataclass

from service.model.document import Cell


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `mark` is the bullet or number that the program would print before it.

    `level` is that of a heading, 0 for others; `size` is in points.
    """

    text: str
    size: float = 10.0
    is_bold: bool = False
    is_centred: bool = False
    mark: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, and how many rows the file itself calls headers."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its alternative text, which may be empty."""

    alt: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running header or footer."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page or at the end; `mark` as it is printed at its anchor."""

    text: str
    mark: str


Item = Para | Grid | Picture | Furniture | Footnote
