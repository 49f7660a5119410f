"""Days in brackets behind what happened on them, and the seasons between two years.

| written | spoken |
| --- | --- |
| 국무회의 의결(9.24) · (9.24, 화) · 추석(10.6) | 구월 이십사일 · 구월 이십사일 화요일 · 시월 육일 |
| 교육(11.24~25) | 교육, 십일월 이십사일부터 이십오일까지 |
| 2024-2025 절기 · 2024/25 시즌 | 이천이십사, 이천이십오 절기 · 이천이십사, 이십오 시즌 |
"""

import re

from service.text.ko.dates import DATE, LONG_YEAR, MONTH, QUOTE, SHORT_YEAR, date, month
from service.text.ko.numbers import sino
from service.text.rules import Match, Rule, before, rule

# What a figure in brackets behind it tells is none: 경쟁률(3.2, 전국).
_IS_FIGURE = re.compile(r"(?:[률율도수값점비]|농도|평균|지수)$")
# What a day in brackets behind it tells: 국무회의 의결(9.24), 추석(10.6).
_HAPPENS = re.compile(
    r"(?:절|날|추석|설|시행|공포|제정|개정|발표|개최|개막|폐막|개통|개관|예정|예고|의결|통과|확정|심의|회의|행사"
    r"|간담회|토론회|공청회|설명회|협약|체결|서명|방문|점검|출범|착공|준공|접수|공고|고시|선정|보도|브리핑|기념일)$"
)


def _bracketed_day(match: Match) -> str | None:
    """A day in brackets, told by its place or weekday, or by what happened on it."""
    month_, day, place, weekday = match.groups()
    if not weekday and not place and not _HAPPENS.search(before(match)):
        return None
    if place and _IS_FIGURE.search(before(match)):
        return None
    told = f" {weekday}요일" if weekday else ", " if place else ""
    return f", {month(month_)} {date(day)}{told}"


def _bracketed_days(match: Match) -> str | None:
    first, last, end = match.groups()
    if int(end) <= int(last) or _IS_FIGURE.search(before(match)):
        return None
    return f", {month(first)} {date(last)}부터 {date(end)}까지"


def _seasons(match: Match) -> str:
    """The winter between two years, which is no range: 2024-2025 절기."""
    first, last = (re.sub(r"\D", "", each) for each in match.groups())
    return f"{sino(first)}, {sino(last)} "


RULES: tuple[Rule, ...] = (
    rule(
        "date",
        rf"(?<![\d.,-])({LONG_YEAR}|{SHORT_YEAR})\s?[-–~/]\s?({LONG_YEAR}|{QUOTE}?\d\d)\s?(?=절기|시즌)",
        _seasons,
    ),
    rule(
        "date",
        rf"\(({MONTH})\.\s?({DATE})\.?(?:(?=\))|(,\s?)(?=[가-힣]{{2,12}}\))|,\s?([월화수목금토일])(?=\)))",
        _bracketed_day,
    ),
    rule("date", rf"\(({MONTH})\.\s?({DATE})[~∼～]({DATE})\.?(?=[),])", _bracketed_days),
)
