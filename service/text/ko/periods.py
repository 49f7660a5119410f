"""Halves, quarters and weeks of years, and decades.

| written | spoken |
| --- | --- |
| '24.上 · 2023년 下半期 | 이천이십사 년 상반기 · 이천이십삼 년 하반기 |
| 25.하 · 2026 상반기 | 이천이십오 년 하반기 · 이천이십육 년 상반기 |
| ’24.上·下 | 이천이십사 년 상하반기 |
| ’23.하반기~’24.상반기 | 이천이십삼 년 하반기부터 이천이십사 년 상반기까지 |
| 24.1Q · 1Q25 | 이천이십사 년 일분기 · 이천이십오 년 일분기 |
| 3/4분기 · 1Q · ’24.1~3분기 | 삼사분기 · 일분기 · 이천이십사 년 일분기에서 삼분기 |
| 1/4~3/4분기 | 일사분기에서 삼사분기 |
| 1960~70년대 · 3째주 | 천구백육십 년대에서 칠십 년대 · 셋째 주 |
"""

from service.text.ko.dates import ANY_YEAR, DASH, QUOTE, TILDE, until, year
from service.text.ko.numbers import sino
from service.text.rules import Match, Rule, rule

_TERM = r"[上下](?:半期|반기)?|[상하]반기|[1-4]Q(?![A-Za-z\d])|[1-4](?:/4)?\s?분기"
_WEEKS = ("첫", "둘", "셋", "넷", "다섯", "여섯")


def _decades(match: Match) -> str:
    return f"{sino(match.group(1))} 년대에서 {sino(match.group(2))} 년대"


def _quarters(match: Match) -> str:
    first, second = (_term(number) for number in match.groups())
    return f"{first}에서 {second}"


def _term(written: str) -> str:
    """A half or a quarter of a year: 上, 하반기, 2, 2/4분기, 2Q."""
    if not written[0].isdecimal():
        return {"上": "상", "下": "하"}.get(written[0], written[0]) + "반기"
    return f"{sino(written[0])}{'사' if written[2:3] == '4' else ''}분기"


def _year_term(match: Match) -> str:
    return f"{year(match.group(1))} {_term(match.group(2))}"


def _year_terms(match: Match) -> str:
    head = f"{year(match.group(3))} " if match.group(3) else ""
    return f"{_year_term(match)}부터 {head}{_term(match.group(4))}{until(match)}"


RULES: tuple[Rule, ...] = (
    rule(
        "date",
        rf"(?:(?<!\d)({ANY_YEAR})(?:년\s?|\.\s?))?上[·‧․ㆍ/]下(?:半期|반기)?",
        lambda match: f"{year(match.group(1))} 상하반기" if match.group(1) else "상하반기",
    ),
    rule(
        "date",
        rf"(?<!\d)({ANY_YEAR})(?:년\s?|\.\s?)({_TERM}){DASH}(?:({ANY_YEAR})(?:년\s?|\.\s?))?({_TERM})",
        _year_terms,
    ),
    rule(
        "date",
        rf"(?<!\d)({ANY_YEAR})(?:년\s?|\.\s?)([上下](?:半期|반기)?|[1-4]Q(?!\w))",
        _year_term,
    ),
    rule(
        "date",
        r"(?<![\d.])((?:20)?[12]\d)\.\s?([上下]|[상하](?![가-힣]))",
        _year_term,
    ),
    rule("date", r"(?<![\d.])((?:20)?[12]\d)\.([1-4]Q(?!\w))", _year_term),
    rule(
        "date",
        r"(?<![\w.])([1-4]Q)\s?['’]?([12]\d)(?![\d.,%A-Za-z])",
        lambda match: f"{year('20' + match.group(2))} {_term(match.group(1))}",
        needs="Q",
    ),
    rule(
        "date",
        r"(?<![\d.])(20\d\d)\s(?=[상하]반기)",
        lambda m: f"{year(m.group(1))} ",
    ),
    rule(
        "date",
        rf"(?<!\d){QUOTE}?((?:19|20)?\d0)년?대?{TILDE}{QUOTE}?((?:19|20)?\d0)년대",
        _decades,
    ),
    rule("date", r"(?<!\d)((?:19|20)?\d0)년대", lambda m: f"{sino(m.group(1))} 년대"),
    rule(
        "date",
        rf"(?<!\d)({ANY_YEAR})\.\s?(?=[1-4](?:분기)?(?:/4|{TILDE}[1-4])?\s?분기|[상하]반기)",
        lambda m: f"{year(m.group(1))} ",
    ),
    rule(
        "date",
        rf"(?<!\d)([1-4](?:/4)?)(?:\s?분기)?{TILDE}([1-4](?:/4)?)\s?분기",
        _quarters,
    ),
    rule(
        "date",
        rf"({QUOTE}\d\d|20\d\d)[.년]\s?([1-4]/4)(?!\d|\s?분기)",
        _year_term,
    ),
    rule("date", r"(?<!\d)([1-4])[/·]4\s?분기", lambda match: f"{sino(match.group(1))}사분기"),
    rule("date", r"(?<![\w.])([1-4])Q(?![A-Za-z\d])", lambda match: f"{sino(match.group(1))}분기"),
    rule("date", r"(?<!\d)([1-6])째\s?주", lambda match: f"{_WEEKS[int(match.group(1)) - 1]}째 주"),
)
