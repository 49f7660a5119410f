"""Dates and clock times.

| written | spoken |
| --- | --- |
| July 4 (Tuesday) | July fourth, Tuesday |
| February 28, 2023 | February twenty-eighth, twenty twenty-three |
| 2023-07-12 13:02 | July twelfth, twenty twenty-three thirteen oh two |
| 9:00 a.m. | nine o'clock a m |
"""

from service.text.en.numbers import cardinal, ordinal, year
from service.text.rules import Match, Rule, rule

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SHORT = {name[:3]: name for name in _MONTHS} | {"Sept": "September"}
_MONTH = "|".join(
    (*_MONTHS, *(f"{short}\\." for short in _SHORT), "Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec")
)
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_NOON = 12
_HOURS = ("o'clock", "hundred")


def _month(name: str) -> str:
    plain = name.rstrip(".")
    return plain if plain in _MONTHS else _SHORT[plain]


def _date(match: Match) -> str:
    name, day, weekday, number = match.groups()
    said = f"{_month(name)} {ordinal(int(day))}"
    said += f", {_SHORT_DAYS.get(weekday, weekday)}" if weekday else ""
    return said + (f", {year(number)}" if number else "")


def _days(match: Match) -> str:
    name, first, second, number = match.groups()
    said = f"{_month(name)} {ordinal(int(first))} to {ordinal(int(second))}"
    return said + (f", {year(number)}" if number else "")


def _iso(match: Match) -> str:
    number, month, day = match.groups()
    return f"{_MONTHS[int(month) - 1]} {ordinal(int(day))}, {year(number)}"


def _glued_iso(match: Match) -> str:
    return f" {_iso(match)}"


def _clock(match: Match) -> str:
    hours, minutes, half = match.groups()
    said = cardinal(str(int(hours)))
    if int(minutes):
        said += f" oh {cardinal(minutes[1])}" if minutes[0] == "0" else f" {cardinal(minutes)}"
    elif half or int(hours) <= _NOON:
        said += " o'clock"
    else:
        said += " hundred hours"
    return said + (f" {half[0].lower()} m" if half else "")


def _half(match: Match) -> str:
    return f"{cardinal(match.group(1))} {match.group(2)[0].lower()} m"


def _day_first(match: Match) -> str:
    day, name, number = match.groups()
    said = f"the {ordinal(int(day))} of {_month(name)}"
    return said + (f", {year(number)}" if number else "")


def _clocks(match: Match) -> str:
    first, second = (_on_the_clock(*match.group(at, at + 1)) for at in (1, 3))
    return f"{first} to {second}"


def _on_the_clock(hours: str, minutes: str) -> str:
    if int(minutes):
        return f"{cardinal(hours)} {cardinal(minutes)}"
    return f"{cardinal(hours)} {_HOURS[int(hours) > _NOON]}"


RULES: tuple[Rule, ...] = (
    rule("date", rf"\b(3[01]|[12]?\d)\s({_MONTH})\b(?:,?\s((?:19|20)\d\d))?", _day_first),
    rule("date", r"\bFY\s?((?:19|20)\d\d)\b", lambda m: f"fiscal year {year(m.group(1))}"),
    rule("time", r"\b([01]?\d|2[0-4]):([0-5]\d)\s?[-–~]\s?([01]?\d|2[0-4]):([0-5]\d)\b", _clocks),
    rule("date", r"(?<=[A-Za-z])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)", _glued_iso),
    rule("date", r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)", _iso),
    rule(
        "date",
        rf"\b({_MONTH})\s(\d{{1,2}})\s?[-–~]\s?(\d{{1,2}})(?!\d)(?:,?\s((?:19|20)\d\d))?",
        _days,
    ),
    rule(
        "date",
        rf"\b({_MONTH})\s(3[01]|[12]?\d)(?:st|nd|rd|th)?(?!\d)(?:,?\s?\(({_WEEKDAYS}|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?\))?"
        r"(?:,?\s((?:19|20)\d\d))?",
        _date,
    ),
    rule("date", r"\b((?:19|20)\d0)s\b", lambda m: f"{year(m.group(1))}s".replace("ys", "ies")),
    rule("time", r"\b([01]?\d|2[0-4]):([0-5]\d)(?:\s?([ap]\.?m\.?|[AP]\.?M\.?))?(?![\d:])", _clock),
    rule("time", r"\b(1[0-2]|[1-9])\s?([ap]\.m\.|[ap]m|[AP]M|[AP]\.M\.)(?![A-Za-z])", _half),
    rule(
        "date",
        r"(?<![\d,.$€£#-])((?:19|20)\d\d)\b(?![,.]\d|%|-|\s?(?:people|persons|won|percent|cases))",
        lambda match: year(match.group(1)),
    ),
)
