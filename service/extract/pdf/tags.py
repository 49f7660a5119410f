"""What a tagged PDF says of a page, as values (pure).

Terms are those of ISO 32000-1, 14.7 and 14.8: elements of structure hold marks, and a mark is what
binds letters and pictures of a page to its element.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

ARTIFACT = -2
"""The mark of what is printed on a page and is no part of its text."""
UNMARKED = -1
"""Stands where something printed has no mark."""

_Box = tuple[float, float, float, float]
Path = tuple[int, ...]
"""Which child of which child an element is: the same on every page that it stands on."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element, as far as it stands on one page; `kids` are elements and marks in order.

    `kind` is the standard type that its own name stands for (`own`); `alt`, `actual` and
    `expansion` are what to say instead of a picture, of letters and of an abbreviation; `is_row`
    tells the header cell of a row.
    """

    kind: str
    path: Path = ()
    kids: "tuple[Element | int, ...]" = ()
    own: str = ""
    alt: str = ""
    actual: str = ""
    expansion: str = ""
    language: str = ""
    columns: int = 1
    rows: int = 1
    is_row: bool = False

    def marks(self) -> Iterator[int]:
        """Every mark below, in order."""
        for kid in self.kids:
            if isinstance(kid, int):
                yield kid
            else:
                yield from kid.marks()


@dataclass(frozen=True, slots=True)
class PageTags:
    """The elements of a page, and the marks of what is printed on it by its order of painting.

    `pictures` are the boxes (left, top, right, bottom) of what is drawn for pictures, by mark;
    `is_whole` is False where there was more than anybody would have written.
    """

    elements: tuple[Element, ...] = ()
    marks: Mapping[int, int] = field(default_factory=dict)
    pictures: Mapping[int, tuple[_Box, ...]] = field(default_factory=dict)
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class TagsTold:
    """What a file says of its tags as a whole; `language` is BCP 47 or empty."""

    is_tagged: bool = False
    language: str = ""
