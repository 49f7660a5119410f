"""Numbers and bullets that a word processor prints by itself (pure)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LEVEL = re.compile(r"\^(\d+)|\^N")
_LETTERS = {
    "HANGUL_SYLLABLE": "가나다라마바사아자차카타파하",
    "CIRCLED_DIGIT": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "LATIN_CAPITAL": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "LATIN_SMALL": "abcdefghijklmnopqrstuvwxyz",
}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Head:
    """How one level is numbered: a pattern as "^1.^2)", the form of its figure, the first value."""

    pattern: str
    form: str = "DIGIT"
    start: int = 1


class Counters:
    """Counts the numbered paragraphs of a document; a level begins anew below a higher one."""

    def __init__(self) -> None:
        self._values: dict[str, dict[int, int]] = {}

    def mark(self, name: str, level: int, heads: Mapping[int, Head]) -> str:
        """The mark of the next paragraph of a numbering; nothing for a level without pattern."""
        values = self._values.setdefault(name, {})
        head = heads.get(level)
        if head is None:
            return ""
        for above in range(1, level):
            values.setdefault(above, heads[above].start if above in heads else 1)
        values[level] = values.get(level, head.start - 1) + 1
        for deeper in [each for each in values if each > level]:
            del values[deeper]

        def value(match: re.Match[str]) -> str:
            at = int(match.group(1) or level)
            own = heads.get(at, head)
            return figure(values.get(at, own.start), own.form)

        return _LEVEL.sub(value, head.pattern)


def figure(value: int, form: str) -> str:
    """A number in a form: DIGIT, HANGUL_SYLLABLE, CIRCLED_DIGIT, ROMAN_CAPITAL, LATIN_SMALL."""
    if form in _LETTERS:
        return _LETTERS[form][(value - 1) % len(_LETTERS[form])]
    if form == "ROMAN_CAPITAL":
        return _roman(value)
    return _roman(value).lower() if form == "ROMAN_SMALL" else str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text
