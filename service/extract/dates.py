"""The date of a release in a line of text, in the forms in which boards and mastheads write it."""

import datetime as dt
import re

_NUMERIC = re.compile(
    r"(?<!\d)(?:((?:19|20)\d\d)|[’'‘](\d\d))\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})(?!\d)"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}}),?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})\s+{_MONTH},?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_CENTURY = 2_000


def date_in(text: str) -> str:
    """The first full date of a text in ISO 8601, or nothing.

    Korean forms (2023-07-12, 2023. 7. 12., 2023년 7월 12일, ’23.7.12.) go before English ones
    (July 12, 2023; 12 July 2023).
    """
    return next((date for date in (_numeric(text), _english(text)) if date), "")


def _numeric(text: str) -> str:
    match = _NUMERIC.search(text)
    if match is None:
        return ""
    long_year, short_year, month, day = match.groups()
    year = int(long_year) if long_year else _CENTURY + int(short_year)
    return _iso(year, int(month), int(day))


def _english(text: str) -> str:
    if match := _MONTH_FIRST.search(text):
        month, day, year = match.groups()
    elif match := _DAY_FIRST.search(text):
        day, month, year = match.groups()
    else:
        return ""
    return _iso(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))


def _iso(year: int, month: int, day: int) -> str:
    """Nothing for a date that is in no calendar."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
