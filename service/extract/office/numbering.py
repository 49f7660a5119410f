"""Numbers and bullets that a word processor prints by itself (pure).

Forms have the names of OWPML (KS X 6101, NumberType1); each format gives its own codes these names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LEVEL = re.compile(r"\^(\d+)|\^N")
_MOST = 4_000


def _span(first: str, count: int) -> str:
    return "".join(chr(ord(first) + at) for at in range(count))


_LATIN_CAPITAL, _LATIN_SMALL = _span("A", 26), _span("a", 26)
# Letters that count in turn; behind the last one they begin anew, as the programs do.
_LETTERS = {
    "HANGUL_SYLLABLE": "가나다라마바사아자차카타파하",
    "HANGUL_JAMO": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "CIRCLED_HANGUL_SYLLABLE": _span("㉮", 14),
    "CIRCLED_HANGUL_JAMO": _span("㉠", 14),
    "CIRCLED_LATIN_CAPITAL": _span("Ⓐ", 26),
    "CIRCLED_LATIN_SMALL": _span("ⓐ", 26),
    "DECAGON_CIRCLE": "갑을병정무기경신임계",
    "DECAGON_CIRCLE_HANJA": "甲乙丙丁戊己庚辛壬癸",
    "SYMBOL": "*†‡§",
}
# Figures that have a sign of their own; behind the last one plain figures follow.
_SIGNS = {
    "CIRCLED_DIGIT": _span("①", 20) + _span("㉑", 15) + _span("㊱", 15),
    "CIRCLED_IDEOGRAPH": _span("㊀", 10),
    "PARENTHESISED_DIGIT": _span("⑴", 20),
}
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_DIGITS = {"HANGUL_PHONETIC": "일이삼사오육칠팔구", "IDEOGRAPH": "一二三四五六七八九"}
_TENS = {"HANGUL_PHONETIC": "십백천", "IDEOGRAPH": "十百千"}


@dataclass(frozen=True, slots=True)
class Head:
    """How one level is numbered: a pattern as "^1.^2)", the form of its figure, the first value.

    `user` is the letter of the form USER_CHAR; `is_plain` says that the figures of all levels in
    the pattern are plain ones.
    """

    pattern: str
    form: str = "DIGIT"
    start: int = 1
    user: str = ""
    is_plain: bool = False


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
            form = "DIGIT" if head.is_plain else own.form
            return figure(values.get(at, own.start), form, own.user)

        return _LEVEL.sub(value, head.pattern)


def figure(value: int, form: str, user: str = "") -> str:
    """A number in a form; a form that is not known, and a number below 1, in plain figures."""
    if form in _LETTERS and value > 0:
        return _LETTERS[form][(value - 1) % len(_LETTERS[form])]
    if form in _SIGNS and 0 < value <= len(_SIGNS[form]):
        return _SIGNS[form][value - 1]
    if form in _DIGITS and 0 < value < _MOST:
        return _counted(value, _DIGITS[form], _TENS[form])
    return _latin(value, form, user)


def _latin(value: int, form: str, user: str) -> str:
    """Forms of Latin letters: behind z follow aa, bb, as Word and Hangul count."""
    if form == "USER_CHAR" and user:
        return user
    if form in ("LATIN_CAPITAL", "LATIN_SMALL") and 0 < value <= _MOST:
        letters = _LATIN_CAPITAL if form == "LATIN_CAPITAL" else _LATIN_SMALL
        return letters[(value - 1) % 26] * ((value - 1) // 26 + 1)
    if form in ("ROMAN_CAPITAL", "ROMAN_SMALL") and 0 < value < _MOST:
        return _roman(value) if form == "ROMAN_CAPITAL" else _roman(value).lower()
    return f"{value:02d}" if form == "TWO_DIGITS" else str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _counted(value: int, digits: str, tens: str) -> str:
    """A number as it is said: 12 is 십이, 20 is 이십."""
    text = ""
    for place in (3, 2, 1):
        count, value = divmod(value, 10**place)
        if count:
            text += (digits[count - 1] if count > 1 else "") + tens[place - 1]
    return text + (digits[value - 1] if value else "")
