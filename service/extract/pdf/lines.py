"""Lines of a page with what matters for their meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from service.model.document import Locator

_BOLD = ("bold", "black", "heavy", "gothicb", "-bd")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; lengths are points, `top` counts from the top edge of the page.

    `ends_with_space` says that a space was drawn behind the last letter, which is always meant.
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

    @property
    def locator(self) -> Locator:
        """The place of the line."""
        box = (self.left, self.top, self.right, self.bottom)
        return Locator(page=self.page, box=tuple(round(edge, 1) for edge in box))


Box = tuple[float, float, float, float]


def lines_of(page: Any, number: int, without: Sequence[Box]) -> Iterator[Line]:
    """The lines of a pdfplumber page in order, those inside of certain boxes left out."""
    for found in page.extract_text_lines(strip=False, return_chars=True):
        chars = [char for char in found["chars"] if char["text"].strip()]
        if chars and not _inside(found, without):
            yield _line(page, number, found, chars)


def _line(page: Any, number: int, found: dict[str, Any], chars: list[dict[str, Any]]) -> Line:
    fonts = [str(char["fontname"]).lower() for char in chars]
    bold = sum(any(mark in font for mark in _BOLD) for font in fonts)
    return Line(
        text=str(found["text"]).strip(),
        page=number,
        left=float(chars[0]["x0"]),
        top=float(found["top"]),
        right=float(chars[-1]["x1"]),
        bottom=float(found["bottom"]),
        size=_usual_size(chars),
        is_bold=bold * 2 > len(fonts),
        page_width=float(page.width),
        page_height=float(page.height),
        ends_with_space=not str(found["chars"][-1]["text"]).strip(),
    )


def _usual_size(chars: list[dict[str, Any]]) -> float:
    sizes = [round(float(char["size"]), 1) for char in chars]
    return max(set(sizes), key=sizes.count)


def _inside(found: dict[str, Any], boxes: Sequence[Box]) -> bool:
    x, y = (found["x0"] + found["x1"]) / 2, (found["top"] + found["bottom"]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)
