"""Days with slashes, where they can be no fractions.

| written | spoken |
| --- | --- |
| 8/1~8/5 · 8/1(목) | 팔월 일일부터 팔월 오일까지 · 팔월 일일 목요일 |
| 3/1 개학 · 4/15까지 | 삼월 일일 개학 · 사월 십오일까지 |
| 1/3~2/3 · 1/2까지 | 삼분의 일에서 삼분의 이 · 이분의 일까지 (fractions) |
"""

import re

from service.text.ko.dates import DATE, MONTH, TILDE, date, month, until
from service.text.rules import Match, Rule, after, rule

_LAST_MONTH = 12
# Parts of a whole that are usual: 1/2까지 감면.
_SHARES = frozenset("1/2 1/3 2/3 1/4 3/4 1/5 2/5 1/10 1/20".split())
# What days have: those on which something begins or ends, and those on which figures are taken.
_HAPPENS = "개학|입학|개강|시행|개최|개막|개통|개소|개관|접수|마감|발표|공고|출범|착공"
_ON_A_DAY = re.compile(rf"\s?(?:{_HAPPENS})|자(?![가-힣])")


def _slashed(match: Match) -> str | None:
    """Days with slashes, as 8/1~8/5 or 8/1(목): only where they can be no fractions."""
    first, last = match.group(1, 2), match.group(4, 5)
    weekdays = match.group(3, 6)
    days = [pair for pair in (first, last) if pair[0]]
    is_fraction = first[0] != last[0] and all(
        int(month_) < int(day) <= _LAST_MONTH for month_, day in days
    )
    runs_back = first[0] == last[0] and int(last[1] or 0) <= int(first[1])
    if (is_fraction or runs_back) and not any(weekdays):
        return None
    told = [
        f"{month(m)} {date(d)}" + (f" {weekday}요일" if weekday else "")
        for (m, d), weekday in zip((first, last), weekdays, strict=True)
        if m
    ]
    return "부터 ".join(told) + (until(match) if last[0] else "")


def _slashed_day(match: Match) -> str | None:
    """A day with a slash before what only days have: 3/1 개학, 4/15까지; not 1/2까지."""
    if match.group() in _SHARES and not _ON_A_DAY.match(after(match)):
        return None
    first, second = match.groups()
    return f"{month(first)} {date(second)}"


RULES: tuple[Rule, ...] = (
    rule(
        "date",
        rf"(?<![\d./])({MONTH})/({DATE})(?![\d/])(?:\s?\(([월화수목금토일])\))?{TILDE}({MONTH})/({DATE})(?![\d/])(?:\s?\(([월화수목금토일])\))?",
        _slashed,
        needs="/",
    ),
    rule(
        "date",
        rf"(?<![\d./])({MONTH})/({DATE})\s?\(([월화수목금토일])\)()()()",
        _slashed,
        needs="/",
    ),
    rule(
        "date",
        rf"(?<![\d./])({MONTH})/({DATE})(?![\d/])"
        rf"(?=부터|까지|\s?(?:기준|현재|{_HAPPENS})|자(?![가-힣]))",
        _slashed_day,
        needs="/",
    ),
)
