"""Where graphemes stand in a text: the longest at each place, between edges.

| edge | what may not be there |
| --- | --- |
| left of a Latin letter | a letter or figure, and what joins or opens: . @ / - & ( # |
| left of a figure | the same but brackets; a figure with a point or comma |
| left of Hangul and others | a letter |
| right of a Latin letter | a letter or figure of its script, joined ones too; a closing bracket |
| right of a figure | a letter or figure, but particles; behind a code (MP3) any Hangul may be |
| right of Hangul and others | a letter, unless particles end the word |

Time grows with the length of the text, not with the number of words known.
"""

import re
from collections.abc import Iterable
from functools import cache

from service.text.rules import Match

_PARTICLE = (
    "이라고|이라는|이라며|이라도|으로서|으로써|으로|라고|라는|라며|에서|에게|께서|부터|까지|처럼|"
    "보다|마다|이나|이란|이며|이고|이자|인|하고|조차|밖에|뿐|은|는|이|가|을|를|과|와|의|에|로|도|만|나|란"
)
_PARTICLES = rf"(?:{_PARTICLE}){{1,3}}(?![가-힣])"
_EDGES = {
    "latin": (
        r"(?<![A-Za-z\d가-힣.@/&'’_+#(-])",
        r"(?![A-Za-z\d]|[.@/&_+-][A-Za-z\d]|['’](?!s(?![A-Za-z]))[A-Za-z]|-[가-힣]|\))",
    ),
    "figure": (
        r"(?<![A-Za-z\d가-힣@/&'’_+#-])(?<!\d[.,:])",
        rf"(?![A-Za-z\d가-힣%]|[.,:/-]\d)|{_PARTICLES}",
    ),
    "code": (r"", r"(?![A-Za-z\d%]|[.,:/-]\d)"),
    "other": (r"(?<![A-Za-z가-힣])", rf"(?![A-Za-z가-힣])|{_PARTICLES}"),
}
_BEFORE = {kind: re.compile(before) for kind, (before, _) in _EDGES.items()}
_BEHIND = {kind: re.compile(behind) for kind, (_, behind) in _EDGES.items()}


class Finder:
    """Graphemes of one language to be searched for, in the manner of a compiled pattern."""

    def __init__(self, graphemes: Iterable[str]) -> None:
        self._known = frozenset(graphemes)
        starts: dict[str, set[int]] = {}
        for each in self._known:
            for letter in {each[0], each[0].upper()[0]}:
                starts.setdefault(letter, set()).add(len(each))
        self._lengths = {c: tuple(sorted(found, reverse=True)) for c, found in starts.items()}
        self._first = re.compile("[" + "".join(map(re.escape, sorted(starts))) + "]")

    def search(self, text: str, at: int, /) -> Match | None:
        """The first grapheme at or behind a place."""
        while found := self._first.search(text, at):
            at = found.start()
            for length in self._lengths[text[at]]:
                if self._stands(text, at, at + length):
                    return _stretch(length).match(text, at)
            at += 1
        return None

    def _stands(self, text: str, start: int, end: int) -> bool:
        if end > len(text):
            return False
        written = text[start:end]
        known = written in self._known or written.lower() in self._known
        return known and _is_apart(text, start, end)


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether the edges of a stretch are those of words."""
    first, last = _kind(text[start]), _kind(text[end - 1])
    if (first, last) == ("latin", "figure"):
        last = "code"
    return bool(_BEFORE[first].match(text, start) and _BEHIND[last].match(text, end))


def _kind(letter: str) -> str:
    if letter.isdecimal():
        return "figure"
    return "latin" if letter.isascii() and letter.isalpha() else "other"


@cache
def _stretch(length: int) -> re.Pattern[str]:
    return re.compile(rf"[\s\S]{{{length}}}")
