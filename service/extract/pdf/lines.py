"""Lines of a page with what matters for their meaning (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.model.document import Locator, PrintedLine


@dataclass(frozen=True, slots=True)
class Page:
    """What a line needs to know of its page; lengths are points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; lengths are points, `top` counts from the top edge of the page.

    `ends_with_space` says that a space was drawn behind the last letter, `base` is the height of
    the writing, `begins_at` where the text behind a mark begins. `region` numbers the columns of a
    document; `margin` is how far text of its region reaches to the right,
    `is_justified` whether all full lines of it do; `order` is its turn
    among everything that is read; `is_entry` says that it ends in a figure of its own, as in a list
    of contents, `is_foot` that it belongs to the notes at the foot of its column, `is_framed` that
    it stands in a box.
    """

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_bold: bool
    page_width: float
    page_height: float
    ends_with_space: bool = False
    base: float = 0.0
    begins_at: float = 0.0
    first_word: float = 0.0
    region: int = 0
    margin: float = 0.0
    is_justified: bool = False
    order: int = 0
    is_entry: bool = False
    is_foot: bool = False
    is_framed: bool = False

    @property
    def locator(self) -> Locator:
        """The place of the line."""
        box = (self.left, self.top, self.right, self.bottom)
        return Locator(page=self.page, box=tuple(round(edge, 1) for edge in box))


def printed_lines(text: str, lines: Sequence[Line]) -> tuple[PrintedLine, ...]:
    """Where each line begins in the text that was made of all of them.

    Between lines a space may have been added and a hyphen taken away; nothing else differs.
    """
    found = []
    at = 0
    for line in lines:
        while at < len(text) and text[at].isspace():
            at += 1
        found.append(PrintedLine(at, line.page, line.locator.box))
        for letter in line.text:
            if at < len(text) and text[at] == letter:
                at += 1
    return tuple(found)
