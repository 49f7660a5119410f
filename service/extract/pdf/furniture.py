"""Running headers, footers and page numbers: told by place, repetition and form (pure)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from service.extract.pdf.lines import Line
from service.model.document import Boilerplate
from service.text.languages import main_language

_EDGE = 0.09
_PAGE_NUMBER = re.compile(
    r"[-–—<(\[]?\s*(?:p\.?\s*|page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*(?:쪽|페이지)?\s*[-–—>)\]]?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_FEWEST = 2


def split_furniture(
    lines: Sequence[Line], default: str
) -> tuple[tuple[Line, ...], tuple[Boilerplate, ...]]:
    """The text, and the furniture of its pages."""
    repeated = _repeated(lines)
    text: list[Line] = []
    furniture: list[Boilerplate] = []
    for line in lines:
        kind = _kind(line, repeated)
        if kind:
            language = main_language(line.text, default)
            furniture.append(Boilerplate(line.text, kind, language, line.locator))
        else:
            text.append(line)
    return tuple(text), tuple(furniture)


def _kind(line: Line, repeated: frozenset[tuple[str, str]]) -> str:
    zone = _zone(line)
    if zone and _PAGE_NUMBER.fullmatch(line.text):
        return "page-number"
    return f"running-{zone}" if zone and (zone, _plain(line)) in repeated else ""


def _zone(line: Line) -> str:
    if line.bottom < line.page_height * _EDGE:
        return "header"
    return "footer" if line.top > line.page_height * (1 - _EDGE) else ""


def _repeated(lines: Iterable[Line]) -> frozenset[tuple[str, str]]:
    """What stands at the edge of two pages or more, whatever its numbers are."""
    seen = {(_zone(line), _plain(line), line.page) for line in lines if _zone(line)}
    counts = Counter((zone, text) for zone, text, _ in seen)
    return frozenset(each for each, count in counts.items() if count >= _FEWEST)


def _plain(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
