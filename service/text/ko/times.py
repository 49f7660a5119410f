"""Clock times: native hours up to twelve, Sino-Korean behind and for zero.

| written | spoken |
| --- | --- |
| 13:02 · 10:30 | 십삼 시 이 분 · 열 시 삼십 분 |
| 09:00~18:00 | 오전 아홉 시부터 십팔 시까지 |
| ~18:00 · 10'30" · 10:00:30 | 십팔 시까지 · 십 분 삼십 초 · 열 시 삼십 초 |
| 오전 11시 59분 · 9시~18시 | 오전 열한 시 오십구 분 · 아홉 시부터 십팔 시까지 |
"""

import re

from service.text.ko.dates import until
from service.text.ko.numbers import native, sino
from service.text.rules import Match, Rule, before, rule

_TILDE = r"\s?[~∼～〜–—-]\s?"
_CLOCK = r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：][0-5]\d)?"
_HOUR = r"([01]?\d|2[0-4])시(?:\s?([0-5]?\d)분)?"
_HALF = r"((?:오전|오후|새벽|아침|낮|저녁|밤|(?<![A-Za-z])[AaPp]\.?[Mm]\.?)\s?)?"
_TOLD = re.compile(r"(?:오전|오후|새벽|아침|낮|저녁|밤)\s?$")
_MERIDIEM = r"(?:((?<![A-Za-z])[AaPp]\.?[Mm]\.?)\s?)?"
_MERIDIEM_END = r"([AaPp]\.?[Mm])(?![A-Za-z])"
_NO_HOUR = r"(?![간도군민장내립험행작기책])"
_NOON = 12


def hour(number: str) -> str:
    """An hour: 아홉 시, 십팔 시, 영 시."""
    value = int(number)
    return f"{native(value) if 0 < value <= _NOON else sino(str(value))} 시"


def _half(written: str) -> str:
    """Which half of the day: AM is 오전, PM 오후."""
    latin = {"A": "오전 ", "P": "오후 "}
    return latin.get(written[:1].upper(), written)


def _clock(half: str | None, hours: str, minutes: str | None) -> str:
    morning = "오전 " if not half and hours.startswith("0") and int(hours) else ""
    late = f" {sino(minutes)} 분" if minutes and int(minutes) else ""
    return f"{_half(half or morning)}{hour(hours)}{late}"


def _range(match: Match) -> str:
    first, second = (_clock(*match.group(at, at + 1, at + 2)) for at in (1, 4))
    return f"{first}부터 {second}{until(match)}"


def _range_of_hours(match: Match) -> str:
    first = _clock(match.group(1), match.group(2), None)
    return f"{first}부터 {_clock(*match.group(3, 4, 5))}{until(match)}"


def _single(match: Match) -> str:
    return _clock(None, *match.group(1, 2))


def _clock_time(match: Match) -> str:
    """A clock time with its seconds, and the end of a range when a tilde stands before it."""
    opening, half, hours, minutes, seconds, end_half = match.groups()
    told = half or end_half or ("" if not _TOLD.search(before(match)) else " ")
    late = f" {sino(seconds)} 초" if seconds and int(seconds) else ""
    said = _clock(told, hours, minutes).lstrip() + late
    return said + (until(match) if opening else "")


def _lasting(match: Match) -> str:
    return f"{sino(match.group(1))} 분 {sino(match.group(2))} 초"


RULES: tuple[Rule, ...] = (
    rule("time", rf"{_HALF}(?<![\d:]){_CLOCK}{_TILDE}{_HALF}{_CLOCK}(?![\d:])", _range),
    rule("time", rf"{_HALF}(?<![\d:.]){_HOUR}{_TILDE}{_HALF}{_HOUR}{_NO_HOUR}", _range),
    rule("time", rf"{_HALF}(?<![\d:.])(\d\d?){_TILDE}{_HALF}{_HOUR}{_NO_HOUR}", _range_of_hours),
    rule(
        "time",
        rf"((?<![\w.)])~\s?)?{_MERIDIEM}(?<![\d:.])([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?"
        rf"(?![\d:]|\.\d)(?:시(?![가-힣]))?(?:\s?{_MERIDIEM_END})?",
        _clock_time,
    ),
    rule("time", r"(?<![\d'’′])(\d{1,3})['‘’′]\s?(\d{1,2})(?:[\"”″]|['’′]{2})", _lasting),
    rule("time", r"(?<=\()(\d{1,3})[‘’'′](?=\))", lambda match: f"{sino(match.group(1))} 분"),
    rule("time", rf"(?<![\d.,]){_HOUR}{_NO_HOUR}", _single),
)
