"""Dates and years.

| written | spoken |
| --- | --- |
| July 4 (Tuesday) · July 4-9 | July fourth, Tuesday · July fourth to ninth |
| February 28, 2023 | February twenty-eighth, twenty twenty-three |
| 5 May | the fifth of May |
| 2023-07-12 · 07/12/2023 | July twelfth, twenty twenty-three |
| 2023-2027 | twenty twenty-three to twenty twenty-seven |
| the 1990s · FY2024 | the nineteen nineties · fiscal year twenty twenty-four |
"""

from service.text.en.numbers import cardinal, ordinal, year
from service.text.rules import Match, Rule, before, rule

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SHORT = {name[:3]: name for name in _MONTHS} | {"Sept": "September"}
_MONTH = "(?:" + "|".join((*_MONTHS, *(rf"{short}\b\.?" for short in reversed(_SHORT)))) + ")"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT_DAYS = {name[:3]: name for name in _DAYS} | {
    "Tues": "Tuesday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
}
_WEEKDAY = "(?:" + "|".join((*_DAYS, *reversed(_SHORT_DAYS))) + ")"
_DAY = r"(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_DASH = r"\s?[-–—~]\s?"
# Behind these a number of four digits counts.
_COUNTED = (
    "people|persons?|won|percent|cases|patients|hospitals|beds|participants|companies|households|"
    "children|students|workers|visitors|respondents|facilities|institutions|doctors|nurses|sites|"
    "centers|jobs|items|calls|points|units|dollars|years|days|hours|million|billion|km|kg|m"
)


def _month(name: str) -> str:
    plain = name.rstrip(".")
    return plain if plain in _MONTHS else _SHORT[plain]


def _with_year(said: str, number: str | None) -> str:
    return f"{said}, {year(number)}" if number else said


def _date(match: Match) -> str:
    name, day, weekday, number = match.groups()
    said = f"{_month(name)} {ordinal(int(day))}"
    said += f", {_SHORT_DAYS.get(weekday, weekday)}" if weekday else ""
    return _with_year(said, number)


def _days(match: Match) -> str:
    name, first, second_name, second, number = match.groups()
    head = f"{_month(second_name)} " if second_name else ""
    said = f"{_month(name)} {ordinal(int(first))} to {head}{ordinal(int(second))}"
    return _with_year(said, number)


def _day_first(match: Match) -> str:
    day, name, number = match.groups()
    return _with_year(f"the {ordinal(int(day))} of {_month(name)}", number)


def _figures(number: str, month: str, day: str) -> str:
    return f"{_MONTHS[int(month) - 1]} {ordinal(int(day))}, {year(number)}"


def _iso(match: Match) -> str:
    glued = " " if before(match)[-1:].isalpha() else ""
    return glued + _figures(match.group(1), match.group(3), match.group(4))


def _american(match: Match) -> str:
    return _figures(match.group(3), match.group(1), match.group(2))


def _years(match: Match) -> str:
    second = match.group(2)
    last = year(second) if len(second) > len("27") else cardinal(second)
    return f"{year(match.group(1))} to {last}"


RULES: tuple[Rule, ...] = (
    rule(
        "date",
        r"(?<![\d-])((?:19|20)\d\d)([-./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d-])(?:\.(?=\s?[a-z(\d~]))?",
        _iso,
    ),
    rule(
        "date",
        r"(?<![\d/])(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/((?:19|20)\d\d)(?!\d)",
        _american,
    ),
    rule("date", rf"\b({_MONTH})\s{_DAY}{_DASH}(?:({_MONTH})\s)?{_DAY}(?:,?\s{_YEAR})?", _days),
    rule("date", rf"\b({_MONTH})\s{_DAY}(?:,?\s?\(({_WEEKDAY})\.?\))?(?:,?\s{_YEAR})?", _date),
    rule("date", rf"(?<![\d.,$-]){_DAY}\s({_MONTH})(?![a-z])(?:,?\s{_YEAR})?", _day_first),
    rule("date", rf"\b({_MONTH})(?=\s(?:19|20)\d\d\b)", lambda m: _month(m.group(1))),
    rule("date", rf"\b({'|'.join(_SHORT_DAYS)})\.(?=[,\s)])", lambda m: _SHORT_DAYS[m.group(1)]),
    rule("date", rf"\bFY\s?{_YEAR}(?:{_DASH}{_YEAR})?", lambda m: f"fiscal year {_span(m)}"),
    rule("date", r"\b([QH])([1-4])(?=[\s,.)]|$)", lambda m: f"{m.group(1)} {cardinal(m.group(2))}"),
    rule("date", rf"(?<![\d,.$€£#-]){_YEAR}{_DASH}((?:19|20)\d\d|\d\d)(?![\d-])", _years),
    rule(
        "date", r"\b((?:19|20)\d0)['’]?s\b", lambda m: f"{year(m.group(1))}s".replace("ys", "ies")
    ),
    rule("date", rf"(?<=[A-Za-z]-){_YEAR}(?![,.]\d)", lambda match: f" {year(match.group(1))}"),
    rule(
        "date",
        rf"(?<![\d,.$€£#-]){_YEAR}(?![,.]\d|%|-\d|\s?(?:{_COUNTED})\b)",
        lambda match: year(match.group(1)),
    ),
)


def _span(match: Match) -> str:
    first, second = match.groups()
    return f"{year(first)} to {year(second)}" if second else year(first)
