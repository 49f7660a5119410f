"""Dates in every shape that releases use.

| written | spoken |
| --- | --- |
| ’23.7.4.(화)~7.9.(일) | 이천이십삼 년 칠월 사일 화요일부터 칠월 구일 일요일까지 |
| 2023-07-12 | 이천이십삼 년 칠월 십이일 |
| 6월 10일, 10월 6일 | 유월 십일, 시월 육일 |
| 2022~2027년 | 이천이십이 년부터 이천이십칠 년까지 |
| 3/4분기 | 삼사분기 |
"""

from service.text.ko.numbers import sino
from service.text.rules import Match, Rule, after, rule

_WEEKDAYS = "월화수목금토일"
_TILDE = r"\s?[~∼～〜]\s?"
_YEAR = r"(?:(?P<{p}y>(?:19|20)\d\d|[’'‘`]\d\d)(?:년\s?|\.\s?))"
_DAY = (
    r"(?P<{p}m>1[0-2]|0?[1-9])(?:월\s?|\.\s?)(?P<{p}d>3[01]|[12]\d|0?[1-9])(?P<{p}e>일|\.?(?!\d))"
    r"(?:\s?\((?P<{p}w>[월화수목금토일])\))?"
)
_TAIL_PARTICLE = "은는이가을를의에와과로도"


def month(number: str) -> str:
    """A month: 6 is 유월 and 10 시월 (표준어 규정 13항)."""
    value = int(number)
    return {6: "유월", 10: "시월"}.get(value, f"{sino(str(value))}월")


def year(text: str) -> str:
    """A year; two digits behind an apostrophe are of this century, or of the last from 50 on."""
    plain = text.lstrip("’'‘`")
    if len(plain) == 2:  # noqa: PLR2004 - two digits
        plain = f"{'19' if int(plain) >= 50 else '20'}{plain}"  # noqa: PLR2004 - as the docstring
    return f"{sino(plain)} 년"


def weekday(letter: str | None) -> str:
    """A weekday in full, with a space before it; nothing for nothing."""
    return f" {letter}요일" if letter else ""


def until(match: Match) -> str:
    """The 까지 that ends a range, unless the text goes on with its own, or with a particle."""
    rest = after(match).lstrip(")")
    return "" if rest[:1] and (rest.startswith("까지") or rest[0] in _TAIL_PARTICLE) else "까지"


def _day(match: Match, prefix: str = "") -> str:
    part = match.groupdict()
    said = f"{year(part[prefix + 'y'])} " if part.get(prefix + "y") else ""
    said += f"{month(part[prefix + 'm'])} {sino(part[prefix + 'd'].lstrip('0'))}일"
    return said + weekday(part.get(prefix + "w"))


def _range(match: Match) -> str:
    return f"{_day(match, 'a')}부터 {_day(match, 'b')}{until(match)}"


def _range_in_month(match: Match) -> str:
    last = f"{sino(match.group('bd'))}일{weekday(match.group('bw'))}"
    return f"{_day(match, 'a')}부터 {last}{until(match)}"


def _iso(match: Match) -> str:
    return f"{year(match.group(1))} {month(match.group(2))} {sino(str(int(match.group(3))))}일"


def _years(match: Match) -> str:
    return f"{year(match.group(1))}부터 {year(match.group(2))}{until(match)}"


def _months(match: Match) -> str:
    head = f"{year(match.group(1))} " if match.group(1) else ""
    return f"{head}{month(match.group(2))}부터 {month(match.group(3))}{until(match)}"


def _year_month(match: Match) -> str:
    return f"{year(match.group(1))} {month(match.group(2))}"


def _short_day(match: Match) -> str | None:
    """A day without a year; 7.12 may be a decimal, so it needs a dot or a weekday behind it."""
    return _day(match) if match.group("e") == "." or match.group("w") else None


_ONE = _YEAR.format(p="") + _DAY.format(p="")
_FROM = f"{_YEAR.format(p='a')}?{_DAY.format(p='a')}"
_TO = f"{_YEAR.format(p='b')}?{_DAY.format(p='b')}"

RULES: tuple[Rule, ...] = (
    rule("date", r"(?<![\d.])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)", _iso),
    rule("date", rf"(?<![\d.]){_FROM}{_TILDE}{_TO}", _range),
    rule(
        "date",
        rf"(?<![\d.]){_FROM}{_TILDE}(?P<bd>3[01]|[12]\d|[1-9])(?:일|\.)(?:\s?\((?P<bw>[{_WEEKDAYS}])\))?",
        _range_in_month,
    ),
    rule("date", rf"(?<![\d.]){_ONE}", _day),
    rule(
        "date",
        r"(?<!\d)((?:19|20)\d\d|[’'‘`]\d\d)년?" + _TILDE + r"((?:19|20)\d\d|[’'‘`]\d\d)년",
        _years,
    ),
    rule(
        "date",
        r"(?<!\d)(?:((?:19|20)\d\d)년\s?)?(1[0-2]|[1-9])월?" + _TILDE + r"(1[0-2]|[1-9])월(?!요)",
        _months,
    ),
    rule(
        "date",
        r"(?<!\d)((?:19|20)\d\d|[’'‘`]\d\d|[12]\d(?=년))(?:년\s?|\.\s?)(1[0-2]|0?[1-9])(?:월|\.(?!\d))",
        _year_month,
    ),
    rule(
        "date",
        r"(?<!\d)(1[0-2]|0?[1-9])월\s?(3[01]|[12]\d|0?[1-9])일(?:\s?\(([월화수목금토일])\))?",
        lambda match: (
            f"{month(match.group(1))} {sino(str(int(match.group(2))))}일{weekday(match.group(3))}"
        ),
    ),
    rule("date", rf"(?<![\d.]){_DAY.format(p='')}", _short_day),
    rule("date", r"(?<!\d)(1[0-2]|0?[1-9])월(?!요)", lambda match: month(match.group(1))),
    rule(
        "date", r"([’'‘`]\d\d)년?(?=도|\s|[상하]반기|$|[.,)])", lambda match: year(match.group(1))
    ),
    rule("date", r"(?<!\d)((?:19|20)\d\d)년", lambda match: year(match.group(1))),
    rule("date", r"([1-4])/4\s?분기", lambda match: f"{sino(match.group(1))}사분기"),
    rule(
        "date",
        r"(?<![가-힣])([월화수목금토일])" + _TILDE + r"([월화수목금토일])(?![가-힣])",
        lambda match: f"{match.group(1)}요일부터 {match.group(2)}요일{until(match)}",
    ),
    rule(
        "date",
        r"(?<=\s)\(([월화수목금토일])\)|(?<=일)\(([월화수목금토일])\)",
        lambda match: weekday(match.group(1) or match.group(2)),
    ),
)
