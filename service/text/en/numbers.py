"""Cardinal and ordinal numbers, years and digits.

| written | spoken |
| --- | --- |
| 12,345 | twelve thousand three hundred forty-five |
| 0.78 | zero point seven eight |
| 2023 (year) | twenty twenty-three |
| 21st | twenty-first |
"""

NUMBER = r"(?>\d{1,3}(?:,\d{3}){1,10}|\d{1,40})(?:\.\d{1,20})?"
"""A whole or decimal number, with or without separators (no group)."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_LARGE = ("", "thousand", "million", "billion", "trillion", "quadrillion")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_HUNDRED, _TWENTY = 100, 20


def cardinal(number: str) -> str:
    """A number as it is counted; too long ones digit by digit."""
    whole, _, fraction = number.replace(",", "").partition(".")
    head = _whole(int(whole)) if len(whole) <= 3 * len(_LARGE) else digits(whole)
    return f"{head} point {digits(fraction)}" if fraction else head


def digits(number: str) -> str:
    """Digit by digit."""
    return " ".join(_ONES[int(digit)] for digit in number)


def ordinal(number: int) -> str:
    """Say a place in a row: first, second, twenty-third."""
    head = _whole(number)
    start, _, last = head.replace("-", " ").rpartition(" ")
    if last in _ORDINALS:
        ending = _ORDINALS[last]
    else:
        ending = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{head[: len(start) + 1] if start else ''}{ending}"


def year(number: str) -> str:
    """A year: in pairs, but two thousand five and two thousand."""
    value = int(number)
    first, second = divmod(value, _HUNDRED)
    if second == 0:
        return _whole(value) if first % 10 == 0 else f"{_whole(first)} hundred"
    if second < 10:  # noqa: PLR2004 - two thousand five, nineteen oh five
        return f"{_whole(value)}" if first % 10 == 0 else f"{_whole(first)} oh {_whole(second)}"
    return f"{_whole(first)} {_whole(second)}"


def _whole(number: int) -> str:
    groups: list[int] = []
    while number or not groups:
        number, group = divmod(number, 1000)
        groups.append(group)
    said = [
        f"{_under_thousand(group)} {_LARGE[at]}".strip()
        for at, group in enumerate(groups)
        if group or len(groups) == 1
    ]
    return " ".join(reversed(said))


def _under_thousand(number: int) -> str:
    hundreds, rest = divmod(number, _HUNDRED)
    head = f"{_ONES[hundreds]} hundred" if hundreds else ""
    if not rest and head:
        return head
    return f"{head} {_under_hundred(rest)}".strip()


def _under_hundred(number: int) -> str:
    if number < _TWENTY:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]
