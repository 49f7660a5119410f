"""Dates, from the day to the month.

| written | spoken |
| --- | --- |
| July 4 (Tuesday) · July 4-9 | July fourth, Tuesday · July fourth to ninth |
| July 4(Tue)-9(Sun) | July fourth, Tuesday, to ninth, Sunday |
| February 28, 2023 · July-September | February twenty-eighth, twenty … · July to September |
| 5 May · 4-9 July | the fifth of May · the fourth to the ninth of July |
| 2023-07-12 · 07/12/2023 · 25/12/2023 | July twelfth, … (both) · December twenty-fifth, … |
| Mon., Jan. 5 · (Tue) | Monday, January fifth · Tuesday |
"""

from service.text.en.numbers import cardinal, ordinal, year
from service.text.rules import Match, Rule, after, before, rule

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SHORT = {name[:3]: name for name in _MONTHS} | {"Sept": "September"}
_SHORTENED = [form for name in reversed(_SHORT) for form in (name, name.upper())]
_CAPITALS = [name.upper() for name in _MONTHS]
_MONTH = "(?:" + "|".join((*_MONTHS, *_CAPITALS, *(rf"{short}\b\.?" for short in _SHORTENED))) + ")"
_SHORT_MONTH = "|".join(short for short in reversed(_SHORT) if short != "May")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT_DAYS = {name[:3]: name for name in _DAYS} | {
    "Tues": "Tuesday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
}
_SHORT_DAY = "(?:" + "|".join(reversed(_SHORT_DAYS)) + ")"
_WEEKDAY = rf"(?:{'|'.join(_DAYS)}|{_SHORT_DAY})"
_IN_BRACKETS = rf"(?:,?\s?\(({_WEEKDAY})\.?\))?"
_DAY = r"(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d%])"
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_DASH = r"\s?[-–—~]\s?"
_MONTHS_OF_A_YEAR = 12
# What a day of Korean history is followed by; the war is known by its figures, six twenty-five.
_EVENTS = (
    "Revolution|Uprising|Movement|Democra[a-z]{2,12}|Democratic|Liberation|Independence|Incident|"
    "[Aa]greements?|Pro-[Dd]emocracy|Resistance|Declaration|Summit|Joint|Massacre"
)


def _month(name: str) -> str:
    plain = name.rstrip(".").title()
    return plain if plain in _MONTHS else _SHORT[plain]


def _weekday(name: str) -> str:
    plain = name.rstrip(".")
    return _SHORT_DAYS.get(plain, plain)


def _behind(name: str | None) -> str:
    return f", {_weekday(name)}" if name else ""


def _with_year(said: str, number: str | None) -> str:
    return f"{said}, {year(number)}" if number else said


def _date(match: Match) -> str:
    name, day, weekday, number = match.groups()
    return _with_year(f"{_month(name)} {ordinal(int(day))}{_behind(weekday)}", number)


def _days(match: Match) -> str:
    name, first, weekday, second_name, second, last_weekday, number = match.groups()
    head = f"{_month(second_name)} " if second_name else ""
    start = f"{_month(name)} {ordinal(int(first))}{_behind(weekday)}{',' if weekday else ''}"
    return _with_year(f"{start} to {head}{ordinal(int(second))}{_behind(last_weekday)}", number)


def _days_in_words(match: Match) -> str:
    name, first, word, second = match.groups()
    return f"{_month(name)} {ordinal(int(first))} {word} {ordinal(int(second))}"


def _three_days(match: Match) -> str:
    name, first, second, word, third = match.groups()
    first, second, third = (ordinal(int(day)) for day in (first, second, third))
    return f"{_month(name)} {first}, {second}{word} {third}"


def _alone(match: Match) -> str:
    return _month(match.group(1)) + ("" if after(match).strip() else ".")


def _month_of(match: Match) -> str | None:
    """2023-07 and 2023.7; 2005-06 may as well be two years."""
    number, mark, month = match.groups()
    if mark == "-" and (not month.startswith("0") or int(month) == int(number) % 100 + 1):
        return None
    return f"{_MONTHS[int(month) - 1]} {year(number)}"


def _the(match: Match) -> str:
    return "" if before(match).lower().endswith("the ") else "the "


def _day_first(match: Match) -> str:
    day, name, number = match.groups()
    return _with_year(f"{_the(match)}{ordinal(int(day))} of {_month(name)}", number)


def _days_first(match: Match) -> str:
    first, second, name, number = match.groups()
    days = f"{_the(match)}{ordinal(int(first))} to the {ordinal(int(second))}"
    return _with_year(f"{days} of {_month(name)}", number)


def _months(match: Match) -> str:
    first, second, number = match.groups()
    said = f"{_month(first)} to {_month(second)}"
    return f"{said} {year(number)}" if number else said


def _figures(number: str, month: str, day: str) -> str:
    return f"{_MONTHS[int(month) - 1]} {ordinal(int(day))}, {year(number)}"


def _iso(match: Match) -> str:
    glued = " " if before(match)[-1:].isalpha() else ""
    return glued + _figures(match.group(1), match.group(3), match.group(4))


def _month_or_day_first(match: Match) -> str | None:
    """Month first, unless it cannot be one; between full stops the day comes first."""
    first, mark, second, number = match.groups()
    month, day = (second, first) if mark == "." else (first, second)
    if int(month) > _MONTHS_OF_A_YEAR:
        month, day = day, month
    return _figures(number, month, day) if int(month) <= _MONTHS_OF_A_YEAR else None


def _short_year(match: Match) -> str:
    month, day, short = match.groups()
    return _figures(f"20{short}", month, day)


def _month_and_day(match: Match) -> str:
    month, day, weekday = match.groups()
    return f"{_MONTHS[int(month) - 1]} {ordinal(int(day))}{_behind(weekday)}"


def _event(match: Match) -> str:
    if match.group(3) == "War":
        return f"{cardinal(match.group(1))} {cardinal(match.group(2))}"
    return f"{_MONTHS[int(match.group(1)) - 1]} {ordinal(int(match.group(2)))}"


def _weekdays(match: Match) -> str:
    return f"{_weekday(match.group(1))} to {_weekday(match.group(2))}"


def _in_brackets(match: Match) -> str:
    return f", {_weekday(match.group(1))}, "


_RANGES: tuple[Rule, ...] = (
    rule(
        "date",
        rf"\b({_MONTH})\s{_DAY}{_IN_BRACKETS}{_DASH}(?:({_MONTH})\s)?{_DAY}(?![:/])"
        rf"{_IN_BRACKETS}(?:,?\s{_YEAR})?",
        _days,
    ),
    rule(
        "date",
        rf"(?<![\d.,$-]){_DAY}{_DASH}{_DAY}\s({_MONTH})(?![a-z])(?:,?\s{_YEAR})?",
        _days_first,
    ),
    rule(
        "date",
        rf"\b({_MONTH})\s{_DAY}\s(to|and|through)\s{_DAY}(?=[,)]|\.?$|\s(?:in|at|this)\b)",
        _days_in_words,
    ),
    rule(
        "date",
        rf"\b({_MONTH})\s{_DAY},\s{_DAY}(,?\sand|,)\s{_DAY}(?=[,)]|\.?$|\s(?:in|at|this)\b)",
        _three_days,
    ),
    rule("date", rf"\b({_MONTH}){_DASH}({_MONTH})(?![a-z])(?!\s\d\d?\b)(?:,?\s{_YEAR})?", _months),
)

RULES: tuple[Rule, ...] = (
    rule(
        "date",
        r"(?<![\d-])((?:19|20)\d\d)([-/]|\.\s?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d-])(?:\.(?=\s?[a-z(\d~]))?",
        _iso,
    ),
    rule("date", rf"(?<![\d/.-])(\d\d?)([/.-])(\d\d?)\2{_YEAR}(?![/-])", _month_or_day_first),
    rule(
        "date",
        r"(?<!\w)['’‘](\d\d)\.\s?(0?[1-9]|1[0-2])\.\s?(0?[1-9]|[12]\d|3[01])(?![\d-])(?:\.(?=\s?[a-z(~]))?",
        lambda m: _figures(f"20{m.group(1)}", m.group(2), m.group(3)),
    ),
    rule(
        "date",
        rf"(?<![\d.])(0?[1-9]|1[0-2])[./·]([12]?\d|3[01])(?=\s({_EVENTS}|War)\b)",
        _event,
    ),
    rule(
        "date",
        r"(?<![\d/])(0?[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])/([0-4]\d)(?![\d/])",
        _short_year,
    ),
    rule(
        "date",
        rf"(?<![\d/])(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])\s?\(({_WEEKDAY})\.?\)",
        _month_and_day,
    ),
    rule(
        "date",
        r"(?<=day \()(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=\))()",
        _month_and_day,
    ),
    rule(
        "date", r"(?<![\d,.$-])((?:19|20)\d\d)([.-])(0?[1-9]|1[0-2])(?![\d-]|\.\d|\s?%)", _month_of
    ),
    *_RANGES,
    rule("date", rf"\b({_MONTH})\s{_DAY}{_IN_BRACKETS}(?:,?\s{_YEAR})?", _date),
    rule("date", rf"(?<![\d.,$-]){_DAY}\s({_MONTH})(?![a-z])(?:,?\s{_YEAR})?", _day_first),
    rule("date", rf"(?<=[\d)]){_DASH}(?={_MONTH}\s\d)", lambda _: " to "),
    rule("date", r"(?<=\d)\s[-–—]\s(?=(?:19|20)\d\d[-./]\s?\d)", lambda _: " to "),
    rule("date", rf"\b({_MONTH})(?=\s(?:19|20)\d\d\b)", lambda m: _month(m.group(1))),
    rule("date", rf"\b({_SHORT_MONTH})\.(?=[\s,)]|$)", _alone),
    rule(
        "date",
        r"(?<![\d/])(0[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/])",
        lambda m: f"{_MONTHS[int(m.group(1)) - 1]} {year(m.group(2))}",
    ),
    rule("date", rf"\b({_WEEKDAY}\b\.?){_DASH}({_WEEKDAY}\b)\.?", _weekdays),
    rule("date", rf"\(({_SHORT_DAY})\.?\)", _in_brackets),
    rule("date", rf"\b({_SHORT_DAY})\.(?=[,\s)])", lambda m: _weekday(m.group(1))),
    rule("date", rf"\b({_SHORT_DAY})(?=,?\s(?:{_MONTH}|\d))", lambda m: _weekday(m.group(1))),
)
