"""Lines of a page with what matters for their meaning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.utils.text import chars_to_textmap

from service.model.document import Locator

_BOLD = ("bold", "black", "heavy", "gothicb", "-bd")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; lengths are points, `top` counts from the top edge of the page.

    `ends_with_space` says that a space was drawn behind the last letter.
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
Char = dict[str, Any]

# Letters that no one can see or say: controls, halves of pairs, soft hyphens, joiners.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\xad\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a line needs to know of its page; lengths are points."""

    number: int
    width: float
    height: float


def lines_of(page: Any, number: int, without: Sequence[Box]) -> Iterator[Line]:
    """The lines of a pdfplumber page in order, what is inside of certain boxes left out."""
    sheet = Sheet(number, float(page.width), float(page.height))
    yield from lines_in([char for char in page.chars if not _is_within(char, without)], sheet)


def lines_in(chars: Sequence[Char], sheet: Sheet) -> Iterator[Line]:
    """The lines that some characters of a page make, from top to bottom."""
    if not chars:
        return
    blanks = [char for char in chars if not char["text"].strip()]
    for found in chars_to_textmap(list(chars)).extract_text_lines(strip=False, return_chars=True):
        seen = [char for char in found["chars"] if char["text"].strip()]
        if text := _UNSEEN.sub("", str(found["text"]).replace("\xa0", " ")).strip():
            yield _line(text, seen, sheet, blanks)


def _is_within(char: Char, boxes: Sequence[Box]) -> bool:
    """Whether the middle of a character lies in one of the boxes."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _line(text: str, chars: Sequence[Char], sheet: Sheet, blanks: Sequence[Char]) -> Line:
    fonts = [str(char["fontname"]).lower() for char in chars]
    bold = sum(any(mark in font for mark in _BOLD) for font in fonts)
    return Line(
        text=text,
        page=sheet.number,
        left=float(chars[0]["x0"]),
        top=float(min(char["top"] for char in chars)),
        right=float(chars[-1]["x1"]),
        bottom=float(max(char["bottom"] for char in chars)),
        size=_usual_size(chars),
        is_bold=bold * 2 > len(fonts),
        page_width=sheet.width,
        page_height=sheet.height,
        ends_with_space=any(_is_behind(blank, chars[-1]) for blank in blanks),
    )


def _is_behind(blank: Char, last: Char) -> bool:
    """Whether a space was drawn right behind the last letter of a line."""
    middle = (blank["top"] + blank["bottom"]) / 2
    gap = blank["x0"] - last["x1"]
    return bool(last["top"] <= middle <= last["bottom"] and abs(gap) < last["size"] / 2)


def _usual_size(chars: Sequence[Char]) -> float:
    sizes = [round(float(char["size"]), 1) for char in chars]
    return max(set(sizes), key=sizes.count)
