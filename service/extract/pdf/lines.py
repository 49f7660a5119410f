"""Lines of a page with what matters for their meaning (pure)."""

from dataclasses import dataclass

from service.model.document import Locator


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
    of contents, `is_foot` that it belongs to the notes at the foot of its column.
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
    region: int = 0
    margin: float = 0.0
    is_justified: bool = False
    order: int = 0
    is_entry: bool = False
    is_foot: bool = False

    @property
    def locator(self) -> Locator:
        """The place of the line."""
        box = (self.left, self.top, self.right, self.bottom)
        return Locator(page=self.page, box=tuple(round(edge, 1) for edge in box))
