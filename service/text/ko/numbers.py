"""Numbers in Sino-Korean and native Korean.

| written | sino | native |
| --- | --- | --- |
| 12,345 | 만 이천삼백사십오 | – |
| 1억 3,500만 | 일억 삼천오백만 | – |
| 0.78 | 영 점 칠팔 | – |
| 21 | 이십일 | 스물한 (before a counter) |
"""

import re

NUMBER = r"(?>\d{1,3}(?:,\d{3}){1,10}|\d{1,40})(?:\.\d{1,20})?"
"""A whole or decimal number, with or without separators (no group)."""
_LETTER = (
    r"(?:십|백(?!신|화|색)|천(?!안|장|막)|만(?!나|족|기|성|료|들|약)|억"
    r"|조(?![사치직례건성합기각])|경(?=[\s원]))"
)
BIG = (
    rf"(?<!\d)(?=\d)(?>(?:\s?\d[\d,]{{0,20}}(?:\.\d{{1,9}})?{_LETTER}{{1,2}}){{1,5}}"
    r"(?:\s?\d[\d,]{0,8}\d(?![\d,]|\s?[년월일:.-])|\d(?!\d))?)"
)
"""A number written with units: 122조 4,538억, 2만5천 (no group)."""
AMOUNT = rf"(?:{BIG}|{NUMBER})"
"""Either of them (no group)."""

_DIGITS = "영일이삼사오육칠팔구"
_SMALL = ("", "십", "백", "천")
_LARGE = ("", "만", "억", "조", "경", "해", "자", "양")
_ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_MOST_DIGITS = 32
_MOST_NATIVE = 99
_UNITS = re.compile("[십백천만억조경]")
_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)([십백천만억조경]{0,2})")


# Units of accounts, which are no steps of the spoken number.
_COARSE_UNITS = {
    "천": 10**3,
    "십만": 10**5,
    "백만": 10**6,
    "천만": 10**7,
    "십억": 10**9,
    "백억": 10**10,
}
_COARSE = re.compile(rf"(\d[\d,]*)({'|'.join(_COARSE_UNITS)})")
_FEWEST_COARSE = 10


def sino(number: str) -> str:
    """A number as it is counted: "12345" → 만 이천삼백사십오; too long ones digit by digit."""
    whole, _, fraction = number.replace(",", "").partition(".")
    head = _whole(whole)
    return f"{head} 점 {digits(fraction, '영')}" if fraction else head


def digits(number: str, zero: str = "공") -> str:
    """Digit by digit, as telephone numbers are said."""
    return "".join(zero if int(digit) == 0 else _DIGITS[int(digit)] for digit in number)


def native(number: int) -> str:
    """A number from 1 to 99 as it stands before a counter: 1 → 한, 20 → 스무, 21 → 스물한."""
    if not 0 < number <= _MOST_NATIVE:
        return sino(str(number))
    tens, ones = divmod(number, 10)
    return "스무" if number == 20 else _TENS[tens] + _ONES[ones]  # noqa: PLR2004 - one exception


def any_number(text: str) -> str:
    """A number in figures or one written with units: "2억3천만" → 이억 삼천만.

    The thousands and millions of accounts are said as anybody counts: "350천" → 삼십오만.
    """
    if not _UNITS.search(text):
        return sino(text.strip())
    coarse = _COARSE.fullmatch(text.strip())
    if coarse and value(coarse.group(1)) >= _FEWEST_COARSE:
        return sino(str(value(coarse.group(1)) * _COARSE_UNITS[coarse.group(2)]))
    parts = [_with_unit(*part, first=at == 0) for at, part in enumerate(_PART.findall(text))]
    return "".join(part + (" " if part[-1:] in "만억조경" else "") for part in parts).strip()


def value(number: str) -> int:
    """The whole value of a plain number, or 0 when it is none (decimal, written with units)."""
    plain = number.replace(",", "")
    return int(plain) if plain.isdecimal() and len(plain) <= _MOST_DIGITS else 0


def _with_unit(number: str, unit: str, *, first: bool) -> str:
    """일 is silent before 십, 백 and 천, and before 만 at the beginning."""
    head = sino(number)
    is_silent = head == "일" and unit and (unit[0] in "십백천" or (unit == "만" and first))
    return ("" if is_silent else head) + unit


def _whole(number: str) -> str:
    plain = "".join(str(int(digit)) for digit in number).lstrip("0")
    if not plain:
        return "영"
    if len(plain) > _MOST_DIGITS:
        return digits(number, "영")
    groups = [plain[max(0, end - 4) : end] for end in range(len(plain), 0, -4)]
    said = [_group(group, _LARGE[at]) for at, group in enumerate(groups)]
    return " ".join(part for part in reversed(said) if part)


def _group(group: str, large: str) -> str:
    if int(group) == 0:
        return ""
    if int(group) == 1 and large == "만":
        return large
    said = [
        ("" if digit == "1" and place else _DIGITS[int(digit)]) + _SMALL[place]
        for place, digit in zip(range(len(group) - 1, -1, -1), group, strict=True)
        if digit != "0"
    ]
    return "".join(said) + large
