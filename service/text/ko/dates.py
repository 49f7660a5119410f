"""Dates in every shape that releases use.

| written | spoken |
| --- | --- |
| ’23.7.4.(화)~7.9.(일) | 이천이십삼 년 칠월 사일 화요일부터 칠월 구일 일요일까지 |
| 2023-07-12 · 23.7.12. | 이천이십삼 년 칠월 십이일 |
| 6월 10일 · 10월 6일 · 10月末 | 유월 십일 · 시월 육일 · 시월 말 |
| 2022~2027년 | 이천이십이 년부터 이천이십칠 년까지 |
| ’23.6~’24.5 | 이천이십삼 년 유월부터 이천이십사 년 오월까지 |
| 4·5월 | 사월, 오월 |
| 20240101 · ’50년까지 | 이천이십사 년 일월 일일 · 이천오십 년까지 |
| 15일(목)~17일(토) | 십오일 목요일부터 십칠일 토요일까지 |
"""

import re

from service.text.ko.numbers import sino
from service.text.rules import Match, Rule, after, before, rule

TILDE = r"\s?[~∼～〜]\s?"
DASH = r"\s?[~∼～〜–—-]\s?"
"""What stands between the ends of a range of dates (no group); `TILDE` is never a hyphen."""
QUOTE = "[’'‘`´]"
LONG_YEAR = r"(?:19|20)\d\d"
SHORT_YEAR = rf"(?<!\d){QUOTE}\d\d"
ANY_YEAR = rf"(?:{LONG_YEAR}|{SHORT_YEAR})"
"""A year in four figures, or in two behind an apostrophe (no group)."""
_YEAR = rf"(?P<{{p}}y>{ANY_YEAR}|\d\d(?=[.]\s?\d{{{{1,2}}}}\.\s?\d))(?:[년年]\s?|\.\s?)"
MONTH = "1[0-2]|0?[1-9]"
_ISO = r"((?:19|20)\d\d)[-/](0?[1-9]|1[0-2])[-/](3[01]|[12]\d|0?[1-9])"
DATE = "3[01]|[12]\\d|0?[1-9]"
"""The number of a month, and of a day in it; years in figures (no groups)."""
_WEEKDAY = (
    r"(?:\s?[(\[〔](?P<{p}w>[월화수목금토일])(?:요일)?[)\]〕]"
    r"|\s?\((?P<{p}v>[월화수목금토일])(?=,))?"
)
_DAY = (
    rf"(?P<{{p}}m>{MONTH})(?:[월月]\s?(?=\d{{{{1,2}}}}(?:[일日]|\.|\s?[(~∼～〜]))|\.\s?)(?P<{{p}}d>{DATE})(?P<{{p}}e>[일日](?!정)|\.?(?![\d%％]))"
    rf"{_WEEKDAY}"
)
# What tells that two decimals are a range of quantities and no days.
_QUANTITY = r"\s?(?:[%％배원명개건점세도조억만천㎎㎏㎞㎡㎥℃]|퍼센트|kg|mg|km|cm|시간)"
_NO_QUANTITY = f"(?!{_QUANTITY})"
_A_QUANTITY = re.compile(_QUANTITY)
_ON_A_DAY = re.compile(
    r"부터|까지|자(?![가-힣])|부로|에(?![가-힣])|\s?[(~]"
    r"|\s(?:발표|시행|개최|개막|공포|접수|출범|체결|열|현재|기준|이후|이전|오전|오후|밝)"
)
_LASTS = re.compile(r"(?:평균|총|약|최대|최소|최장|일수|기간|각각|소요|보다|에서)[은는이가]?\s?$")
_TAIL = re.compile(
    r"까지|[은는이가을를의에와과로도간]|\s?(?:중(?![가-힣])|사이|동안)"
    # a time, which ends the range in the place of its day; but not one of every day
    r"|\s?(?:오전|오후)?\s?\d{1,2}(?:[:：]\d\d|시)(?!\d|\s?[~∼～〜–-]|\s?\d\d?분\s?[~∼～〜–-])"
)
# Behind these stand two decimals of a study: 95% CI 1.2-3.4.
_STATISTIC = re.compile(r"(?:CI|OR|RR|HR|IQR|구간|범위|오즈비|위험비)\s?[:,(=]?\s?$")
_CENTURY_TURNS = 50
_RECENT = 80
# What tells a year to come from one of the last century, which has the same two figures.
_UP_TO = re.compile(r"까지|\s?년까지")
_TO_COME = re.compile(
    r"(?:[^.,\n]|,(?=\d)){0,24}?(?:탄소\s?중립|넷제로|목표|전망|추계|예상|예측|고갈|소진)"
)
_PAST = re.compile(
    r"[^.,\n]{0,8}?(?:생(?![가-힣])|출생|태어|이전|당시|제정|설립|창립|[가-힣]던(?:\s|$))"
)
_SHORT = 2


def month(number: str) -> str:
    """A month: 6 is 유월 and 10 시월 (한글 맞춤법 제52항)."""
    value = int(number)
    return {6: "유월", 10: "시월"}.get(value, f"{sino(str(value))}월")


def year(text: str) -> str:
    """A year; two digits are of this century, or of the last from 50 on."""
    plain = re.sub(r"\D", "", text)
    if len(plain) == _SHORT:
        plain = f"{'19' if int(plain) >= _CENTURY_TURNS else '20'}{plain}"
    return f"{sino(plain)} 년"


def _year_at(match: Match) -> str:
    """A year in its text: ’50 is 2050 where it is aimed at, and 1950 where somebody was born."""
    written = re.sub(r"\D", "", match.group("y"))
    rest = after(match)
    if len(written) != _SHORT or _PAST.match(rest):
        return year(written)
    is_near = _CENTURY_TURNS <= int(written) < _RECENT and _UP_TO.match(rest)
    return year(f"20{written}" if is_near or _TO_COME.match(rest) else written)


def until(match: Match) -> str:
    """The 까지 that ends a range, unless the text goes on with its own, or with a particle."""
    return "" if _TAIL.match(after(match).lstrip(")")) else "까지"


def _day(match: Match, prefix: str = "") -> str:
    part = match.groupdict()
    said = f"{year(part[prefix + 'y'])} " if part.get(prefix + "y") else ""
    said += f"{month(part[prefix + 'm'])} {date(part[prefix + 'd'])}"
    return said + _weekday(match, prefix)


def date(number: str) -> str:
    """A day of a month: 10 is 십일."""
    return f"{sino(number)}일"


def _weekday(match: Match, prefix: str = "") -> str:
    part = match.groupdict()
    letter = part.get(prefix + "w") or part.get(prefix + "v")
    return f" {letter}요일" if letter else ""


def _range(match: Match) -> str | None:
    if _STATISTIC.search(before(match)):
        return None
    return f"{_day(match, 'a')}부터 {_day(match, 'b')}{until(match)}"


def _range_in_month(match: Match) -> str:
    return f"{_day(match, 'a')}부터 {date(match.group('bd'))}{_weekday(match, 'b')}{until(match)}"


def _days_of_month(match: Match) -> str:
    head = f"{year(match.group(1))} " if match.group(1) else ""
    first, last = date(match.group(3)), date(match.group(4))
    return f"{head}{month(match.group(2))} {first}부터 {last}{until(match)}"


def _days(match: Match) -> str:
    """Days of a month that was named before: 15일(목)~17일(토)."""
    last = f" {match.group(4)}요일" if match.group(4) else ""
    first = f"{date(match.group(1))} {match.group(2)}요일"
    return f"{first}부터 {date(match.group(3))}{last}{until(match)}"


def _single(match: Match) -> str | None:
    part = match.groupdict()
    is_told = part["w"] or part["v"] or part["e"]
    if not is_told and _A_QUANTITY.match(after(match)):
        return None  # ’20년 2.1배
    return _day(match) + _open_end(match)


def _open_end(match: Match) -> str:
    """Only a beginning (7.1.~) or only an end (~12.31.) of a range."""
    part = match.groupdict()
    if part.get("from"):
        return "부터"
    return "까지" if part.get("until") and until(match) else ""


def _iso(match: Match) -> str:
    first = f"{year(match.group(1))} {month(match.group(2))} {date(match.group(3))}"
    if not match.group(4):
        return first
    last = f"{year(match.group(4))} {month(match.group(5))} {date(match.group(6))}"
    return f"{first}부터 {last}{until(match)}"


def _brief_iso(match: Match) -> str:
    return f"{year(match.group(1))} {month(match.group(3))} {date(match.group(4))}"


def _until_month(match: Match) -> str:
    first, second, last = match.groups()
    return f"{year(first)}부터 {year(second)} {month(last)}{until(match)}"


def _years(match: Match) -> str:
    first, last = year(match.group(1)), match.group(2)
    return f"{first}부터 {_later(match.group(1), last)}{until(match)}"


def _later(first: str, last: str) -> str:
    """The year that a range ends with, which is none before the first: ’30~’50."""
    begins, ends = (re.sub(r"\D", "", each) for each in (first, last))
    is_ahead = len(ends) == _SHORT and int(begins[-2:]) < _CENTURY_TURNS <= int(ends)
    return year(f"20{ends}" if is_ahead and not begins.startswith("19") else ends)


def _months(match: Match) -> str:
    head = f"{year(match.group(1))} " if match.group(1) else ""
    return f"{head}{month(match.group(2))}부터 {month(match.group(3))}{until(match)}"


def _year_months(match: Match) -> str:
    first = f"{year(match.group(1))} {month(match.group(2))}"
    head = f"{year(match.group(3))} " if match.group(3) else ""
    return f"{first}부터 {head}{month(match.group(4))}{until(match)}"


def _year_month(match: Match) -> str:
    return f"{_year_at(match)} {month(match.group('m'))}{_open_end(match)}"


def _year(match: Match) -> str:
    return _year_at(match) + _open_end(match)


def _short_day(match: Match) -> str | None:
    """A decimal like 7.12 is a day only with a dot, a weekday or a tilde about it."""
    part = match.groupdict()
    end, has_weekday = part["e"], part["w"] or part["v"]
    is_issued = bool(re.match(r"자(?![가-힣])", after(match)))  # 12.31자
    if not (end or has_weekday or part["from"] or part["until"] or is_issued):
        return None
    if end == "일" and "." in match.group() and not has_weekday and not _is_calendar_day(match):
        return None
    return _single(match)


def _is_calendar_day(match: Match) -> bool:
    """Whether 7.1일 is the first of July, and not seven days and a tenth."""
    return bool(_ON_A_DAY.match(after(match))) and not _LASTS.search(before(match))


def _month(match: Match) -> str:
    is_hanja = match.group().endswith("月") and after(match)[:1] in tuple("初中末")
    return month(match.group(1)) + (" " if is_hanja else "")


def _several_months(match: Match) -> str:
    numbers = re.findall(r"\d+", match.group())
    return ", ".join(month(number) for number in numbers)


def _next_day(match: Match) -> str:
    """One more day of the same month: 7.8.(토)·9.(일)."""
    return f", {date(match.group(1))} {match.group(2)}요일"


def _weekdays(match: Match) -> str:
    return f"{match.group(1)}요일부터 {match.group(2)}요일{until(match)}"


_FROM = f"(?:{_YEAR.format(p='a')})?{_DAY.format(p='a')}"
_TO = f"(?:{_YEAR.format(p='b')})?{_DAY.format(p='b')}"
_UNTIL = r"(?P<until>(?<![\w.)])[~∼～〜]\s?)?"
_OPEN = r"(?P<from>\s?[~∼～〜](?=[\s,)]|$))?"
_DAY_ONLY = _DAY.format(p="")
_START = r"(?<![\d./])"
_BRIEF_YEAR = r"(?<![\d.])[0-3]\d(?=\.\s?(?:1[0-2]|0?[1-9])월)"

RULES: tuple[Rule, ...] = (
    rule(
        "date",
        rf"(?<![\d.-]){_ISO}(?:{TILDE}{_ISO})?(?![\d-])",
        _iso,
    ),
    rule(
        "date",
        r"(?<![\d./-])([12]\d)([-/])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\d/-])",
        _brief_iso,
    ),
    rule(
        "date",
        rf"(?<!\d)({ANY_YEAR})년?{DASH}({ANY_YEAR})년\s?({MONTH})월",
        _until_month,
    ),
    rule("date", rf"{_START}{_FROM}{DASH}{_TO}{_NO_QUANTITY}", _range),
    rule(
        "date",
        rf"{_START}{_FROM}{TILDE}(?P<bd>{DATE})(?:일|\.|(?=\s?\([월화수목금토일]\))|(?(ay)(?=\))|(?!)))(?!\d){_WEEKDAY.format(p='b')}",
        _range_in_month,
    ),
    rule(
        "date",
        rf"(?<!\d)(?:({ANY_YEAR})년\s?)?({MONTH})월\s?({DATE})일?{TILDE}({DATE})일",
        _days_of_month,
    ),
    rule("date", rf"{_UNTIL}{_START}{_YEAR.format(p='')}{_DAY_ONLY}{_OPEN}", _single),
    rule(
        "date",
        r"(?<![\d./-])(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d%-]|[.,]\d|\s?[가-힣]?[원명건개])",
        lambda m: f"{year(m.group(1))} {month(m.group(2))} {date(m.group(3))}",
    ),
    rule(
        "date",
        rf"(?<![\d.])({DATE})일\s?\(([월화수목금토일])\){TILDE}({DATE})일(?:\s?\(([월화수목금토일])\))?",
        _days,
    ),
    rule(
        "date",
        rf"(?<=\))\s?[·,]\s?({DATE})[.일]?\s?\(([월화수목금토일])\)",
        _next_day,
    ),
    rule(
        "date",
        rf"({SHORT_YEAR})년?\s?[→⇒]\s?({ANY_YEAR})(?![\d.])년?",
        lambda match: f"{year(match.group(1))}에서 {_later(*match.group(1, 2))}",
    ),
    rule("date", rf"(?<!\d)({LONG_YEAR})년?{DASH}({ANY_YEAR}|\d\d)년(?!대|간)", _years),
    rule("date", rf"({SHORT_YEAR})년?{DASH}({ANY_YEAR}|\d\d)년?(?!대|[\d.])", _years),
    rule("date", rf"(?<![\d-])({LONG_YEAR}){DASH}({LONG_YEAR})(?![\d-])", _years),
    rule(
        "date",
        rf"(?<!\d)({ANY_YEAR}|{_BRIEF_YEAR})(?:년\s?|\.\s?)({MONTH})(?:월|\.)?{DASH}(?:({ANY_YEAR}|{_BRIEF_YEAR})(?:년\s?|\.\s?))?({MONTH})(?:월|\.(?!\d)|(?![\d.]))",
        _year_months,
    ),
    rule(
        "date",
        rf"(?<!\d)(?:({ANY_YEAR})년\s?)?({MONTH})[월月]?{TILDE}({MONTH})[월月](?!요)",
        _months,
    ),
    rule(
        "date",
        rf"{_UNTIL}(?<!\d)(?P<y>{LONG_YEAR}|{SHORT_YEAR}|[12]\d(?=년)|{_BRIEF_YEAR})(?:[년年]\s?|\.\s?)"
        rf"(?P<m>{MONTH})(?:[월月]|\.(?!\d)){_OPEN}",
        _year_month,
    ),
    rule(
        "date",
        rf"{_UNTIL}(?P<y>{SHORT_YEAR})\.(?P<m>1[0-2]|[1-9])(?:[월月]|(?![\d.])){_OPEN}",
        _year_month,
    ),
    rule("date", rf"{_UNTIL}{_START}{_DAY_ONLY}{_OPEN}", _short_day),
    rule("date", rf"(?<![\d.])(?:{MONTH})월?(?:[·‧․ㆍ](?:{MONTH})월?)+(?<=월)", _several_months),
    rule("date", rf"(?<![\d.])({MONTH})[월月](?![요])", _month),
    rule(
        "date",
        rf"(?<![\d.,])({MONTH})\s월(?=[\s,.)~\d]|[에의은는중말초까부]|$)",
        lambda match: month(match.group(1)),
    ),
    rule(
        "date",
        r"(?<![가-힣])토[·,]\s?일(?=[·,]\s?(?:법정\s?)?공?휴일)",
        lambda _: "토요일, 일요일, ",
    ),
    rule("date", rf"{_UNTIL}(?P<y>{SHORT_YEAR})년?(?![\d.%])", _year),
    rule("date", rf"{_UNTIL}(?<!\d)(?P<y>{LONG_YEAR})년", _year),
    rule("date", rf"(?<=\()({LONG_YEAR})(?=\))", lambda match: year(match.group(1))),
    rule(
        "date",
        rf"(?<![가-힣])([월화수목금토일])(?:요일)?{TILDE}([월화수목금토일])(?:요일)?(?![가-힣])",
        _weekdays,
    ),
    rule(
        "date",
        r"(?<=\d\.)(?:([월화수목금토일])(?=\s)|\s?([월화수목금토일])(?=[.,)\]]|$))",
        lambda match: f" {match.group(1) or match.group(2)}요일",
    ),
    rule(
        "date",
        r"(?<=[일\d.\s])\(([월화수목금토일])(?:\)|(?=,))",
        lambda match: f" {match.group(1)}요일",
    ),
    rule("date", r"^\(([월화수목금토일])\)$", lambda match: f"{match.group(1)}요일"),
)
