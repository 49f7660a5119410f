"""Figures and dates as values that are equal in Korean and English (pure).

| written | found |
| --- | --- |
| ’23.7.4.(화)~7.9.(일) · July 4 (Tuesday) to July 9 | year:2023, day:7-4, day:7-9 |
| 2023년 2월 28일 · February 28, 2023 | year:2023, day:2-28 |
| 3조 2,450억 원 · KRW 3.245 trillion | number:3245000000000, about:32e11 |
| 12.5% · 12.5 percent | percent:12.5 |
| 오전 10시 · 10 a.m. · 10:00 | time:10:00 |
| 세 곳 · three sites | few:3 |
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

Found = tuple[str, str]
"""The class of an anchor, and its value."""

_DIGITS_KEPT = 2
_LARGE = 10_000
_FEW = 12
_CENTURY = "20"
_HOURS = 12
_SCALES = {
    name: 10**power
    for power, names in (
        (3, "천 thousand"),
        (4, "만"),
        (5, "십만"),
        (6, "백만 million mn"),
        (7, "천만"),
        (8, "억"),
        (9, "십억 billion bn"),
        (10, "백억"),
        (11, "천억"),
        (12, "조 trillion tn"),
    )
    for name in names.split()
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NATIVE = {
    name: at + 1 for at, name in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split())
}
_WORDS = {
    name: at + 1
    for at, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_ORDINALS = {
    name: at + 1 for at, name in enumerate("first second third fourth fifth sixth".split())
}

_N = r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_TO = r"\s*(?:[-~∼–—]|부터|to|through|and)\s*"
_KOREAN_SCALE = r"(?:천억|백억|십억|억|천만|백만|십만|만|조|천)"

Read = Callable[[re.Match[str]], Iterator[Found]]


def _days(month: int, *days: str | None) -> Iterator[Found]:
    yield from (("day", f"{month}-{int(day)}") for day in days if day)


def _year(text: str | None) -> Iterator[Found]:
    if text:
        yield "year", text if len(text) > len(_CENTURY) else _CENTURY + text


def _full(match: re.Match[str]) -> Iterator[Found]:
    yield from _year(match[1])
    yield from _days(int(match[2]), match[3], match[4])


def _month_and_days(match: re.Match[str]) -> Iterator[Found]:
    yield from _days(int(match[1]), match[2], match[3])


def _months(match: re.Match[str]) -> Iterator[Found]:
    yield from _year(match[1])
    yield "month", str(int(match[2]))


def _only_year(match: re.Match[str]) -> Iterator[Found]:
    yield from _year(match[1])


def _english_days(match: re.Match[str]) -> Iterator[Found]:
    yield from _days(_MONTHS.index(match[1].casefold()) + 1, match[2], match[3])
    yield from _year(match[4])


def _english_day_first(match: re.Match[str]) -> Iterator[Found]:
    yield from _days(_MONTHS.index(match[3].casefold()) + 1, match[1], match[2])
    yield from _year(match[4])


def _clock(match: re.Match[str]) -> Iterator[Found]:
    yield "time", f"{int(match[1])}:{match[2]}"


def _korean_time(match: re.Match[str]) -> Iterator[Found]:
    hour = int(match[2]) + (_HOURS if match[1] == "오후" and int(match[2]) < _HOURS else 0)
    yield "time", f"{hour}:{int(match[3] or 0):02}"


def _english_time(match: re.Match[str]) -> Iterator[Found]:
    hour = int(match[1]) % _HOURS + (_HOURS if match[3].casefold() == "p" else 0)
    yield "time", f"{hour}:{match[2] or '00'}"


def _percent(match: re.Match[str]) -> Iterator[Found]:
    yield "percent", _plain(Decimal(match[1].replace(",", "")))


def _scaled(match: re.Match[str]) -> Iterator[Found]:
    parts = re.findall(rf"({_N})\s*({_KOREAN_SCALE}|[a-z]+)?", match[0].casefold())
    values = (Decimal(n.replace(",", "")) * _SCALES.get(scale, 1) for n, scale in parts)
    yield from _number(sum(values, Decimal(0)))


def _bare(match: re.Match[str]) -> Iterator[Found]:
    yield from _number(Decimal(match[0].replace(",", "")))


def _named(names: dict[str, int]) -> Read:
    def read(match: re.Match[str]) -> Iterator[Found]:
        yield "few", str(names[match[1].casefold()])

    return read


def _ordinal(match: re.Match[str]) -> Iterator[Found]:
    yield "few", match[1]


def _telephone(match: re.Match[str]) -> Iterator[Found]:
    digits = re.sub(r"\D", "", match[0])
    yield "address", digits.removeprefix("82").removeprefix("0")


def _number(value: Decimal) -> Iterator[Found]:
    if value <= _FEW:
        yield ("few", _plain(value)) if value == int(value) else ("number", _plain(value))
        return
    yield "number", _plain(value)
    if value >= _LARGE:
        yield "about", f"{value:.{_DIGITS_KEPT - 1}e}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _english_month(match: re.Match[str]) -> Iterator[Found]:
    yield "month", str(_MONTHS.index(match[1].casefold()[:3]) + 1)
    yield from _year(match[2])


def _rule(read: Read, pattern: str) -> tuple[re.Pattern[str], Read]:
    return re.compile(pattern, re.IGNORECASE), read


# In order; what one rule has taken no later one sees.
_RULES = (
    _rule(_telephone, r"\+?(?:82[-\s)]{0,3})?\(?0?\d{1,3}[-)]\s?\d{3,4}-\d{4}\b"),
    _rule(
        _full,
        r"(?:[’'‘`]|(?<!\d))(\d{4}|\d{2})\s?[.년]\s?(\d{1,2})\s?[.월]\s?(\d{1,2})\s?[.일]?"
        rf"(?:\([^)]{{1,3}}\))?(?:{_TO}(\d{{1,2}})일)?",
    ),
    _rule(_full, r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})()"),
    _rule(
        _month_and_days,
        r"(\d{1,2})\s?월\s?(\d{1,2})\s?일(?:\([^)]{1,3}\))?"
        rf"(?:{_TO}(\d{{1,2}})\s?일)?",
    ),
    _rule(_month_and_days, r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.?(?=\([월화수목금토일][,)])()"),
    _rule(_month_and_days, r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)()"),
    _rule(
        _months,
        r"(?:[’'‘`]|(?<!\d))(\d{4}|\d{2})\s?[.년]\s?(\d{1,2})\s?(?:월|\.(?!\d))",
    ),
    _rule(_months, r"()(?<!\d)(\d{1,2})\s?월(?![가-힣]?요일)"),
    _rule(_only_year, r"[’'‘`](\d{2})\s?년?(?!\d)"),
    _rule(_only_year, r"(?<![\d,.])((?:19|20)\d{2})\s?년"),
    _rule(
        _english_days,
        rf"\b{_MONTH}\s(\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s?\([^)]{{2,9}}\))?"
        rf"(?:{_TO}(\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\d))?(?:,?\s(\d{{4}}))?",
    ),
    _rule(
        _english_day_first,
        rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:{_TO}(\d{{1,2}})(?:st|nd|rd|th)?)?"
        rf"\s(?:of\s)?{_MONTH}(?![a-z])(?:,?\s(\d{{4}}))?",
    ),
    _rule(
        _english_month,
        r"\b(january|february|march|april|may(?=\s\d)|june|july|august|september|october"
        r"|november|december)(?:,?\s(\d{4}))?\b",
    ),
    _rule(
        _korean_time,
        r"(오전|오후)?\s?(?<!\d)(\d{1,2})시(?:\s?(\d{1,2})분)?(?![가-힣]?[도군])",
    ),
    _rule(_english_time, r"\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b"),
    _rule(_clock, r"(?<!\d)(\d{1,2}):(\d{2})(?!\d)"),
    _rule(_percent, rf"({_N})\s?(?:%|퍼센트|per\s?cent)"),
    _rule(
        _scaled,
        rf"(?:(?:{_N})\s?{_KOREAN_SCALE}\s?){{1,6}}(?:(?:{_N})(?![\d.]{{0,9}}[년월일]))?",
    ),
    _rule(_scaled, rf"({_N})[\s-](?:thousand|million|billion|trillion|mn|bn|tn)\b"),
    _rule(_only_year, r"\b((?:19|20)\d{2})\b(?![,\d]|\s?(?:명|개|곳|건|원))"),
    _rule(_ordinal, r"\b(\d{1,2})(?:st|nd|rd|th)\b"),
    _rule(_bare, rf"(?<![\d,.])(?:{_N})(?!\d)"),
    _rule(_named(_NATIVE), rf"(?<![가-힣])({'|'.join(_NATIVE)})\s(?=[가-힣])"),
    _rule(_named(_WORDS), rf"\b({'|'.join(_WORDS)})\b"),
    _rule(_named(_ORDINALS), rf"\b({'|'.join(_ORDINALS)})\b"),
)


def figures_in(text: str) -> frozenset[Found]:
    """Every figure and date of a text; a calendar day also counts as its month."""
    found: set[Found] = set()
    left = text
    for pattern, read in _RULES:
        taken = list(pattern.finditer(left))
        for match in taken:
            found.update(read(match))
        if taken:
            left = pattern.sub(lambda match: " " * len(match[0]), left)
    months = {("month", value.partition("-")[0]) for kind, value in found if kind == "day"}
    return frozenset(found | months)
