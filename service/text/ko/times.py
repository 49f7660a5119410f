"""Clock times: native hours up to twelve, Sino-Korean behind and for zero.

| written | spoken |
| --- | --- |
| 13:02 · 10:30 | 십삼 시 이 분 · 열 시 삼십 분 |
| 09:00~18:00 | 오전 아홉 시부터 십팔 시까지 |
| ~18:00 · 10'30" · 10:00:30 | 십팔 시까지 · 십 분 삼십 초 · 열 시 삼십 초 |
| 오전 11시 59분 · 9시~18시 | 오전 열한 시 오십구 분 · 아홉 시부터 십팔 시까지 |
| 7.4(화) 14:00~7.5(수) 18:00 | 칠월 사일 화요일 십사 시부터 칠월 오일 수요일 십팔 시까지 |
| 14:00~(2시간) | 십사 시부터, 두 시간 |
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
# What stands behind a clock time whose hour or minute is named once more: 07:40분경.
_TIME_GOES_ON = (
    r"(?:경|쯤|께|부터|까지|에|이후|이전|현재|기준|정각|이[며고다]|[을은이])(?![가-힣]{2})"
)
_NOON = 12
_MARK = r"\s?[~∼～〜]\s?"
# The next day, by its date or its name, to which a time goes on: 14:00~7.5(수) 18:00.
_OTHER_DAY = (
    r"(?:(?:(?:(?:19|20)?\d\d|[’'‘]\d\d)[.년]\s?)?\d{1,2}[.월]\s?\d{1,2}[.일]?\s?(?:\([월화수목금토일]\))?"
    r"|익일|이튿날|다음\s?날|다음\s?달\s\d{1,2}일)\s?"
)
_ON_ANOTHER_DAY = re.compile(
    rf"(?:[\d:：]{{4,5}}|[시분일.)]){_MARK}{_OTHER_DAY}(?:오전|오후|새벽|아침|낮|저녁|밤)?\s?$"
)


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
    return _clock(None, *match.group(1, 2)) + _end_on_another_day(match)


def _end_on_another_day(match: Match) -> str:
    return until(match) if _ON_ANOTHER_DAY.search(before(match)) else ""


def _beginning(match: Match) -> str:
    """The first of two times on two days; each day is read by itself."""
    half, hours, minutes = match.group(1), match.group(2) or match.group(4), match.group(3)
    told = half or (" " if _TOLD.search(before(match)) else "")
    return f"{_clock(told, hours, minutes or match.group(5)).lstrip()}부터 "


def _clock_time(match: Match) -> str:
    """A clock time with its seconds, and the end of a range when a tilde stands before it."""
    opening, half, hours, minutes, seconds, end_half = match.groups()
    told = half or end_half or ("" if not _TOLD.search(before(match)) else " ")
    late = f" {sino(seconds)} 초" if seconds and int(seconds) else ""
    said = _clock(told, hours, minutes).lstrip() + late
    return said + (until(match) if opening else _end_on_another_day(match))


def _hours(match: Match) -> str:
    late = f" {sino(match.group(2))} 분" if match.group(2) else ""
    return f"{native(int(match.group(1)))} 시간{late}"


def _bracketed_hours(match: Match) -> str | None:
    """How long what begins at a time takes: 14:00~(2H). A half of a year looks alike."""
    is_behind_time = re.search(r"[~∼～〜\d시분]\s?$", before(match))
    return f", {native(int(match.group(1)))} 시간, " if is_behind_time else None


def _lasting(match: Match) -> str:
    return f"{sino(match.group(1))} 분 {sino(match.group(2))} 초"


BEGINNINGS: tuple[Rule, ...] = (
    rule(
        "time",
        rf"{_HALF}(?<![\d:.])(?:{_CLOCK}|{_HOUR}){_MARK}(?={_OTHER_DAY}(?:오전|오후|새벽|아침|낮|저녁|밤)?\s?(?:\d\d?[:：]\d\d|\d\d?시))",
        _beginning,
    ),
    rule("time", rf"{_HALF}(?<![\d:.])(?:{_CLOCK}|{_HOUR}){_MARK}(?=\()", _beginning),
)
"""Times that a range begins with, before what follows is taken for the end of another."""

RULES: tuple[Rule, ...] = (
    rule("time", rf"{_HALF}(?<![\d:]){_CLOCK}{_TILDE}{_HALF}{_CLOCK}(?![\d:])", _range),
    rule("time", rf"{_HALF}(?<![\d:.]){_HOUR}{_TILDE}{_HALF}{_HOUR}{_NO_HOUR}", _range),
    rule("time", rf"{_HALF}(?<![\d:.])(\d\d?){_TILDE}{_HALF}{_HOUR}{_NO_HOUR}", _range_of_hours),
    rule(
        "time",
        rf"((?<![\w.)])~\s?)?{_MERIDIEM}(?<![\d:.])([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?"
        rf"(?![\d:]|\.\d)(?:[시분](?![가-힣])|[시분](?={_TIME_GOES_ON}))?(?:\s?{_MERIDIEM_END})?",
        _clock_time,
    ),
    rule("time", r"(?<![\w.])(\d{1,2})\s?[hH]\s(\d{1,2})\s?[mM](?![A-Za-z])", _hours),
    rule("time", r"\((\d)\s?[hH]\)", _bracketed_hours),
    rule("time", r"(?<![\d'’′])(\d{1,3})['‘’′]\s?(\d{1,2})(?:[\"”″]|['’′]{2})", _lasting),
    rule("time", r"(?<=\()(\d{1,3})[‘’'′](?=\))", lambda match: f"{sino(match.group(1))} 분"),
    rule("time", rf"(?<![\d.,]){_HOUR}{_NO_HOUR}", _single),
)
