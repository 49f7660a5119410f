"""Years and their parts: decades, fiscal years, quarters and halves.

| written | spoken |
| --- | --- |
| 2023-2027 · ’23–’27 | twenty twenty-three to twenty twenty-seven |
| the 1990s · the ’90s · in their 60s | the nineteen nineties · the nineties · in their sixties |
| in 1885 · London, 1798 | in eighteen eighty-five · London, seventeen ninety-eight |
| FY2024 · FY24 | fiscal year twenty twenty-four |
| in Q3 2023 · the 1H of 2024 | in the third quarter of twenty twenty-three · the first half of … |
"""

import re

from service.text.en.grammar import plural
from service.text.en.numbers import cardinal, ordinal, year
from service.text.rules import Match, Rule, after, before, rule

_YEAR = r"((?:19|20)\d\d)(?!\d)"
_DASH = r"\s?[-–—~]\s?"
# An apostrophe of a year, not the beginning of a quotation that closes further on.
_SHORT_YEAR = r"(?<!\w)['’‘](\d\d)(?![\d%])"
_NO_QUOTATION = r"(?![^'’‘\n]{1,60}['’](?!\w))"
_LAST_OF_THIS_CENTURY = 60
# Behind these a number of four digits counts.
_COUNTED = (
    "people|persons?|won|percent|cases|patients|hospitals|beds|participants|companies|households|"
    "children|students|workers|visitors|respondents|facilities|institutions|doctors|nurses|sites|"
    "centers|jobs|items|calls|points|units|dollars|years|days|hours|million|billion|trillion|"
    "meters|kilometers|tons|doses|copies|seats|km|kg|m"
)
_PARTS = {"Q": "quarter", "H": "half"}
_PERIODS = {"y": "year", "q": "quarter", "m": "month"}
_PREPOSITION = re.compile(
    r"(?:^|\W)(?:in|of|from|to|for|by|since|until|during|through|as of|over|after|before)\s$",
    re.IGNORECASE,
)
_YEAR_FOLLOWS = re.compile(r"(?:\sof)?,?\s(?=(?:19|20)\d\d\b|FY)")


def _full(short: str) -> str:
    return year(f"{'20' if int(short) < _LAST_OF_THIS_CENTURY else '19'}{short}")


def _years(match: Match) -> str:
    second = match.group(2)
    last = year(second) if len(second) > len("27") else cardinal(second)
    return f"{year(match.group(1))} to {last}"


def _short_years(match: Match) -> str:
    return f"{_full(match.group(1))} to {_full(match.group(2))}"


def _fiscal(match: Match) -> str:
    first, second = match.groups()
    said = f"fiscal year {year(first) if len(first) > len('24') else _full(first)}"
    if not second:
        return said
    return f"{said} to {year(second) if len(second) > len('24') else cardinal(second)}"


def _decade(match: Match) -> str:
    return plural(cardinal(match.group(1)))


def _part(match: Match) -> str | None:
    """A quarter or a half, also 1Q exports; Q1 in a list of questions is none."""
    letter, number = match.group("letter"), int(match.group("number"))
    led = _PREPOSITION.search(before(match))
    follows = _YEAR_FOLLOWS.match(after(match))
    article = before(match).lower().endswith("the ")
    is_noun = re.match(r"\s[a-z]{3,}|$", after(match)) and match.group()[0].isdecimal()
    if not (led or follows or article or is_noun) or number > (4 if letter == "Q" else 2):
        return None
    of = " of" if follows and " of" not in follows.group() else ""
    return f"{'the ' if led else ''}{ordinal(number)} {_PARTS[letter]}{of}"


def _parts(match: Match) -> str:
    """From one quarter to another: Q1-Q3."""
    letter, first, last = match.groups()
    of = " of" if _YEAR_FOLLOWS.match(after(match)) else ""
    return f"{ordinal(int(first))} to {ordinal(int(last))} {_PARTS[letter]}{of}"


def _parts_of_a_year(match: Match) -> str:
    """Two quarters, the number first: 1Q-3Q, 1Q/2Q."""
    first, letter, last = match.groups()
    word = "and" if "/" in match.group() else "to"
    return f"{ordinal(int(first))} {word} {ordinal(int(last))} {_PARTS[letter]}"


def _reign(match: Match) -> str:
    """Years in brackets behind a name: (r. 1418–1450), (1392–1910)."""
    head = {"r": "reigned ", "b": "born ", "c": "about "}.get((match.group(1) or "")[:1], "")
    last = match.group(3)
    end = f" to {year(last) if len(last) > len('27') else cardinal(last)}" if last else ""
    return f"{head}{year(match.group(2))}{end}"


def _part_and_year(match: Match) -> str:
    number, letter, short = match.groups()
    return f"{ordinal(int(number))} {_PARTS[letter]} of {_full(short)}"


def _over(match: Match) -> str | None:
    """YoY, m/m: against the same part of the last year, or against the last month."""
    first, second = (letter.lower() for letter in match.groups() if letter)
    return f"{_PERIODS[first]} on {_PERIODS[first]}" if first == second else None


RULES: tuple[Rule, ...] = (
    rule("date", r"(?<![\w.,-])([1-4])([QH])\s?['’]?(\d\d)(?![\w,.%])", _part_and_year),
    rule(
        "word",
        r"(?<![A-Za-z])(?:([ymq])/([ymq])|([YMQ])o([YMQ])|([yq])o([yq])|([YMQymq])-o-([YMQymq]))(?![A-Za-z])",
        _over,
        needs="/o",
    ),
    rule("date", r"\bFY\s?['’]?(\d{4}|\d\d)(?!\d)(?:\s?[-–—~/]\s?(\d{4}|\d\d)(?!\d))?", _fiscal),
    rule("date", r"\b([QH])([1-4])\s?[-–~]\s?\1([1-4])(?![\w-])", _parts),
    rule(
        "date",
        r"(?<![\w.,-])([1-4])([QH])\s?[-–~/]\s?([1-4])\2(?![\w-])",
        _parts_of_a_year,
    ),
    rule("date", r"\b(?P<letter>[QH])(?P<number>[1-4])(?![\w-])", _part),
    rule("date", r"(?<![\w.,-])(?P<number>[1-4])(?P<letter>[QH])(?![\w-])", _part),
    rule("date", r"\b([QH])([1-4])(?=[\s,.)]|$)", lambda m: f"{m.group(1)} {cardinal(m.group(2))}"),
    rule(
        "date",
        r"(?<=\()((?:r|c|ca|b)\.\s)?(1[0-9]\d\d|20\d\d)[-–—](\d{4}|\d\d)(?=[),;])",
        _reign,
    ),
    rule("date", r"(?<![A-Za-z.])(b\.|c\.|r\.|ca\.)\s(1\d{3})()(?![\d,-])", _reign),
    rule("date", rf"(?<![\d,.$€£#-]){_YEAR}(?:{_DASH}|/)((?:19|20)\d\d|\d\d)(?![\d-])", _years),
    rule("date", rf"{_SHORT_YEAR}{_DASH}['’‘]?(\d\d)(?![\d%])", _short_years),
    rule("date", r"(?<=\d0s)[-–—~](?=['’]?(?:(?:1[5-9]|20)\d0|\d0)s\b)", lambda _: " to "),
    rule("date", r"\b((?:1[5-9]|20)\d0)['’]?s\b", lambda m: plural(year(m.group(1)))),
    rule("date", r"(?<![\d.,\w])['’‘]?([1-9]0|[1-9]00|[1-9]000)['’]?s\b", _decade),
    rule("date", rf"{_SHORT_YEAR}{_NO_QUOTATION}", lambda m: _full(m.group(1))),
    rule(
        "date",
        r"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[a-z], )|(?<=circa ))"
        rf"(1[5-8]\d\d)(?![\d,.]\d|\d|%|\s?(?:{_COUNTED})\b)",
        lambda match: year(match.group(1)),
    ),
    rule("date", rf"(?<=[A-Za-z]-){_YEAR}(?![,.]\d)", lambda match: f" {year(match.group(1))}"),
    rule(
        "date",
        rf"(?<![\d,.$€£#×*-]){_YEAR}(?![,.]\d|%|-\d|\s?[×*x]\s?\d|\s?(?:{_COUNTED})\b)",
        lambda match: f"{' ' if before(match)[-1:].isalpha() else ''}{year(match.group(1))}",
    ),
)
