"""What a file of a word processor holds, in the order of its text."""

from dataclasses import dataclass

from service.model.document import Cell


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page or at the end; `mark` as it is printed at its anchor."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `mark` is the bullet or number that the program would print before it.

    `level` is that of a heading, 0 for others; `depth` is that of an item of a list; `size` is in
    points; `notes` are those that hang in it, each at its offset in the text.
    """

    text: str
    size: float = 10.0
    is_bold: bool = False
    is_centred: bool = False
    mark: str = ""
    level: int = 0
    depth: int = 0
    notes: tuple[tuple[int, Footnote], ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, how many rows the file itself calls headers, its caption."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    caption: str = ""
    notes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its alternative text, which may be empty."""

    alt: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running header or footer."""

    text: str
    kind: str


Item = Para | Grid | Picture | Furniture
