"""Clock times.

| written | spoken |
| --- | --- |
| 13:02 | 십삼 시 이 분 |
| 09:00~18:00 | 오전 아홉 시부터 십팔 시까지 |
| 오전 11시 59분 | 오전 열한 시 오십구 분 |
"""

from service.text.ko.dates import until
from service.text.ko.numbers import native, sino
from service.text.rules import Match, Rule, rule

_TILDE = r"\s?[~∼～〜]\s?"
_CLOCK = r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?"
_NOON = 12


def hour(number: str) -> str:
    """An hour: native up to twelve, Sino-Korean after it and for zero."""
    value = int(number)
    return f"{native(value) if 0 < value <= _NOON else sino(str(value))} 시"


def _clock(hours: str, minutes: str) -> str:
    morning = "오전 " if hours.startswith("0") and int(hours) else ""
    late = f" {sino(minutes)} 분" if int(minutes) else ""
    return f"{morning}{hour(hours)}{late}"


def _range(match: Match) -> str:
    first, second = _clock(*match.group(1, 2)), _clock(*match.group(3, 4))
    return f"{first}부터 {second}{until(match)}"


def _hours(match: Match) -> str:
    minutes = f" {sino(match.group(2))} 분" if match.group(2) else ""
    return f"{hour(match.group(1))}{minutes}"


def _spoken_range(match: Match) -> str:
    return f"{hour(match.group(1))}부터 "


RULES: tuple[Rule, ...] = (
    rule("time", rf"(?<![\d:]){_CLOCK}{_TILDE}{_CLOCK}(?![\d:])", _range),
    rule("time", rf"(?<![\d:.]){_CLOCK}(?![\d:.])(?=\D|$)", lambda m: _clock(*m.group(1, 2))),
    rule("time", r"(?<!\d)([01]?\d|2[0-4])시" + _TILDE + r"(?=오[전후]|\d)", _spoken_range),
    rule(
        "time",
        r"(?<![\d.,])([01]?\d|2[0-4])시(?![간도군민장내립험행])(?:\s?([0-5]?\d)분)?",
        _hours,
    ),
)
