"""Abbreviations that the document itself explains: 세계보건기구(WHO), Health Ministry (HM).

Only what is beside the short form in the same text is taken, and nothing is known beforehand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from service.web.marks import Mark

_SHORT = r"[A-Z][A-Z&]{1,7}"
_KOREAN = re.compile(rf"(?<![가-힣])([가-힣]{{4,}})\(({_SHORT})\)")
_REVERSED = re.compile(rf"(?<![A-Za-z-])({_SHORT})\(([가-힣]{{4,}})\)")
_ENGLISH = re.compile(rf"(?<![\w’'-])((?:[A-Za-z][\w’'-]*[ \n]){{1,9}})\(({_SHORT})\)")
_SMALL_WORDS = frozenset("a an and at by for from in of on or the to with".split())
_ALONE = re.compile(rf"(?<![A-Za-z0-9&-]){_SHORT}(?![A-Za-z0-9&-])")


def abbreviations(texts: Iterable[str]) -> Mapping[str, str]:
    """What short forms stand for, by the first place that explains them."""
    found: dict[str, str] = {}
    for text in texts:
        for short, expansion in _explained(text):
            found.setdefault(short, expansion)
    return found


def abbreviation_marks(text: str, known: Mapping[str, str]) -> Iterator[Mark]:
    """Where short forms stand, apart from the place that explains them."""
    for found in _ALONE.finditer(text) if known else ():
        expansion = known.get(found[0], "")
        if expansion and not _is_beside(text, found, expansion):
            yield Mark(found.start(), found.end(), expansion=expansion)


def _is_beside(text: str, found: re.Match[str], expansion: str) -> bool:
    before = text[max(0, found.start() - len(expansion) - 2) : found.start()].rstrip("( \n")
    return before.endswith(expansion) or text.startswith(f"({expansion})", found.end())


def _explained(text: str) -> Iterator[tuple[str, str]]:
    yield from ((found[2], found[1]) for found in _KOREAN.finditer(text))
    yield from ((found[1], found[2]) for found in _REVERSED.finditer(text))
    for found in _ENGLISH.finditer(text):
        if expansion := _spelt_by(found[1].split(), found[2].replace("&", "A")):
            yield found[2], expansion


def _spelt_by(words: list[str], short: str) -> str:
    """The last words whose first letters spell the short form; small words may be passed over."""
    left = short
    for at in range(len(words) - 1, -1, -1):
        if words[at][0].upper() == left[-1]:
            left = left[:-1]
        elif words[at] not in _SMALL_WORDS:
            return ""
        if not left:
            return " ".join(words[at:])
    return ""
