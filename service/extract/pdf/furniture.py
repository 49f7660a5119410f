"""Running headers, footers and page numbers: told by place, repetition and form (pure)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from service.extract.pdf.lines import Line
from service.model.document import Boilerplate
from service.text.languages import main_language

EDGE = 0.09
"""How much of a page's height its upper and lower edge are."""
_PAGE_NUMBER = re.compile(
    r"[-–—―<(\[·]?\s*(?:p\.?\s*|page\s+|제\s*)?(\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?"
    r"\s*(?:쪽|페이지|면)?\s*[-–—―>)\]·]?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_FEWEST = 2
_LOW = 0.8
_SAME_HEIGHT = 6.0
# Larger print that stands at one place of every page are titles of slides.
_LARGEST = 11.5


def furniture_of(lines: Sequence[Line]) -> dict[int, str]:
    """Which of the lines at the edges of pages are furniture: their places, with their kinds."""
    repeated = _repeated(lines)
    numbered = _numbered(lines)
    kinds = {at: _kind(line, repeated, numbered) for at, line in enumerate(lines)}
    found = {at: kind for at, kind in kinds.items() if kind}
    places = {_place(lines[at]) for at, kind in found.items() if kind.startswith("running-")}
    for at, line in enumerate(lines):
        if at not in found and line.size <= _LARGEST and _place(line) in places:
            found[at] = f"running-{zone_of(line)}"
    return found


def _place(line: Line) -> tuple[str, int, float]:
    """Where other pages have running text too, also that of a chapter of one page."""
    return zone_of(line), round(line.base), round(line.size, 1)


def as_boilerplate(line: Line, kind: str, default: str) -> Boilerplate:
    """A line of furniture as it is kept."""
    return Boilerplate(line.text, kind, main_language(line.text, default), line.locator)


def aside_kind(line: Line) -> str:
    """What kind of furniture a line is that its file calls no part of the text."""
    is_low = line.top > line.page_height * _LOW
    if (zone_of(line) or is_low) and _PAGE_NUMBER.fullmatch(line.text):
        return "page-number"
    return "running-header" if line.bottom < line.page_height / 2 else "running-footer"


def zone_of(line: Line) -> str:
    """Give "header" or "footer" for a line at an edge of its page, else nothing."""
    if line.bottom < line.page_height * EDGE:
        return "header"
    return "footer" if line.top > line.page_height * (1 - EDGE) else ""


def _kind(line: Line, repeated: frozenset[tuple[str, str]], numbered: frozenset[int]) -> str:
    zone = zone_of(line)
    if not zone:
        return ""
    if _PAGE_NUMBER.fullmatch(line.text) and (line.page in numbered or _DIGITS.search(line.text)):
        return "page-number"
    return f"running-{zone}" if (zone, _plain(line)) in repeated else ""


def _repeated(lines: Iterable[Line]) -> frozenset[tuple[str, str]]:
    """What stands at the edge of two pages or more, whatever its numbers are, at one height."""
    seen: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for line in lines:
        if zone := zone_of(line):
            seen[zone, _plain(line)][line.page] = line.base
    return frozenset(
        key
        for key, bases in seen.items()
        if len(bases) >= _FEWEST and max(bases.values()) - min(bases.values()) <= _SAME_HEIGHT
    )


def _numbered(lines: Iterable[Line]) -> frozenset[int]:
    """Pages whose number counts on with the pages, in letters or figures."""
    shifts: Counter[int] = Counter()
    pages: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        match = _PAGE_NUMBER.fullmatch(line.text) if zone_of(line) else None
        if match and (number := _value(match.group(1))):
            shifts[number - line.page] += 1
            pages[number - line.page].add(line.page)
    return frozenset(
        page for shift, count in shifts.items() if count >= _FEWEST for page in pages[shift]
    )


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    total = 0
    values = [_ROMAN[letter] for letter in text.lower()]
    for at, value in enumerate(values):
        total += -value if value < max(values[at + 1 :], default=0) else value
    return total


def _plain(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
