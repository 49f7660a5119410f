"""Fractions, ratios, ranges, ordinals and plain numbers.

| written | spoken |
| --- | --- |
| 1/3 · 2 1/2 · ¾ | one third · two and a half · three quarters |
| 3:1 · 1:1:2 · 2 x 3 · 1.5x | three to one · one to one to two · two by three · … times |
| 2nd · 1,000th | second · one thousandth |
| 300K · #1 · 007 | three hundred thousand · number one · zero zero seven |
"""

import re
import unicodedata

from service.text.en.numbers import NUMBER, cardinal, digits, ordinal, year
from service.text.rules import Match, Rule, before, rule

_PARTS = {"2": "half", "4": "quarter"}
_DASH = r"\s?[-–—~]\s?"
_START = r"(?<![\w,.])"
_TERM = r"\d{1,6}(?:\.\d{1,3})?"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_VULGAR = "¼½¾⅐-⅞"
_LARGE = {"K": "thousand", "M": "million", "B": "billion", "bn": "billion", "tn": "trillion",
          "mn": "million", "m": "million"}  # fmt: skip
_MANY = "people|users|visitors|workers|doses|tons|won|dollars|jobs|units|patients|households"
_IDIOMS = {"24/7": "twenty-four seven", "50/50": "fifty-fifty", "9/11": "nine eleven"}


def _part(top: str, bottom: str) -> str:
    if int(bottom) < 2:  # noqa: PLR2004 - no half, third … has such a number below
        return f"{cardinal(top)} over {cardinal(bottom)}"
    part = _PARTS.get(bottom) or ordinal(int(bottom))
    many = "s" if int(top) > 1 and part != "half" else ""
    return f"{cardinal(top)} {part}{many}"


def _fraction(match: Match) -> str:
    return _part(*match.groups())


def _mixed(match: Match) -> str:
    return whole_and_part(match.group(1), match.group(2), match.group(3))


def whole_and_part(whole: str, top: str, bottom: str) -> str:
    """A whole number and a part of one: two and a half."""
    part = "a half" if (top, bottom) == ("1", "2") else _part(top, bottom)
    return f"{cardinal(whole)} and {part}"


def _vulgar(match: Match) -> str:
    top, _, bottom = unicodedata.normalize("NFKC", match.group(2)).partition("⁄")
    head = " " if match.group()[0].isspace() else ""
    return head + (
        whole_and_part(match.group(1), top, bottom) if match.group(1) else _part(top, bottom)
    )


def _to(match: Match) -> str:
    return f"{cardinal(match.group(1))} to {cardinal(match.group(2))}"


def _ratio(match: Match) -> str:
    return " to ".join(cardinal(number) for number in re.findall(r"\d+(?:\.\d+)?", match.group()))


def _power(match: Match) -> str:
    """Ten to the sixth, ten to the minus third."""
    exponent = (match.group(1) or match.group(2).translate(_RAISED)).replace("−", "-")
    below = "minus " if exponent.startswith("-") else ""
    return f"ten to the {below}{ordinal(int(exponent.lstrip('-') or '0'))}"


def _by(match: Match) -> str:
    return f"{cardinal(match.group(1))} by {cardinal(match.group(2))}"


def _ordinal(match: Match) -> str:
    return ordinal(int(match.group(1).replace(",", "")))


def _large(match: Match) -> str:
    return f"{cardinal(match.group(1))} {_LARGE[match.group(2)]}"


def _glued(match: Match) -> str:
    """COVID-19, Hit1,201: the number has grown to the word before it."""
    return f" {cardinal(match.group(1))}"


def _said_twice(match: Match) -> str | None:
    """10 (ten), ten (10): once is enough."""
    inside = match.group(1)
    last = re.search(r"[\w,-]+$", before(match))
    if last is None:
        return None
    number, word = (last.group(), inside) if inside[0].isalpha() else (inside, last.group())
    return "" if number.isdecimal() and cardinal(number) == word.lower() else None


def _room(match: Match) -> str:
    """A door: three oh one, three twelve."""
    floor, door = match.group(1, 2)
    if door == "00":
        return f"{cardinal(floor)} hundred"
    return f"{cardinal(floor)} {'oh ' if door[0] == '0' else ''}{cardinal(str(int(door)))}"


def _aeroplane(match: Match) -> str:
    """A model of one: seven thirty-seven, seven seventy-seven three hundred E R."""
    variant, letters = match.group(3, 4)
    return " ".join((_room(match), *([cardinal(variant)] if variant else ()), *(letters or "")))


def _version(match: Match) -> str:
    """The parts of 1.2.3, which is no number."""
    return " point ".join(cardinal(part) for part in match.group().split("."))


def _plain(match: Match) -> str:
    number = match.group()
    coded = number.isdecimal() and number.startswith("0") and len(number) > 1
    return digits(number) if coded else cardinal(number)


SCALES: tuple[Rule, ...] = (
    rule("number", rf"{_START}(\d{{3,6}}|\d{{1,3}}\.\d+)(K)(?![A-Za-z\d-])", _large),
    rule("number", rf"{_START}({NUMBER})([MB])(?![A-Za-z\d-])", _large),
    rule("number", rf"{_START}({NUMBER})\s?(bn|tn|mn)\b", _large),
    rule("number", rf"{_START}({NUMBER})(m)(?=\s(?:{_MANY})\b)", _large),
)
"""Tried before units: 5M users, 10m people."""

RULES: tuple[Rule, ...] = (
    rule("silent", r"\s?\((\d{1,4}|[a-z]{3,9}(?:-[a-z]{3,5})?)\)", _said_twice),
    rule("ratio", r"\b(?:24/7|50/50|9/11)(?![\d/])", lambda match: _IDIOMS[match.group()]),
    rule("fraction", r"(?<![\d/.,])(\d{1,3})\s(\d)/(\d{1,2})(?![\d/])", _mixed),
    rule("fraction", rf"(\d{{1,4}})?\s?([{_VULGAR}])", _vulgar),
    rule("fraction", r"(?<![\d/.])(\d{1,2})/(\d{1,3})(?![\d/])", _fraction),
    rule("ratio", rf"(?<![\d:.,]){_TERM}(?::{_TERM}){{1,3}}(?![\d:])", _ratio),
    rule("ratio", rf"(?<![\d:.,]){_TERM}(?:\s:\s{_TERM}){{1,3}}(?![\d:])", _ratio),
    rule("number", r"(?<![\d.,])10(?:\^([-−]?\d{1,2})|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?!\d)", _power),
    rule(
        "number",
        r"(?:(?<=Table )|(?<=Figure )|(?<=Building )|(?<=Exit )|(?<=Gate )|(?<=Section ))"
        r"(\d{1,3})-(\d{1,3})(?![\d-])",
        lambda m: f"{cardinal(m.group(1))} dash {cardinal(m.group(2))}",
    ),
    rule("ratio", rf"{_START}({NUMBER})\s?[x×]\s?({NUMBER})(?!\w)", _by),
    rule(
        "number",
        rf"{_START}({NUMBER})[xX×](?!\w)(/(?=day|week|month|year))?",
        lambda m: f"{cardinal(m.group(1))} times{' a ' if m.group(2) else ''}",
    ),
    rule("ordinal", r"(?<=\d(?:st|nd|rd|th))[-–—~](?=\d{1,4}(?:st|nd|rd|th)\b)", lambda _: " to "),
    rule(
        "ordinal", r"(?<![\w,.])(\d{1,3}(?:,\d{3})+|\d{1,9})(?:st|nd|rd|th|ST|ND|RD|TH)\b", _ordinal
    ),
    rule(
        "number",
        r"(?:(?<![\w.,])|(?<=\b[vV]))\d{1,4}(?:\.\d{1,4}){2,5}(?![\w,]|\.\d)",
        lambda m: f"{' ' if before(m)[-1:].isalpha() else ''}{_version(m)}",
    ),
    rule(
        "number",
        r"(?:(?<=number )|(?<=No\. )|(?<=no\. ))((?:19|20)\d\d)-(\d{1,4})(?![\d-])",
        lambda m: f"{year(m.group(1))} dash {cardinal(m.group(2))}",
    ),
    rule(
        "number",
        r"(?:(?<=Boeing )|(?<=Airbus ))([1-9])(\d\d)(?:-(\d{1,3})([A-Z]{0,2}))?\b",
        _aeroplane,
    ),
    rule("range", rf"(?<![\d,.-])({NUMBER}){_DASH}({NUMBER})(?![\d-]|,\d)", _to),
    rule(
        "range",
        r"(?<![\d,.-])(\d{1,3})[-–—~](\d{1,3})[- ](years?)-(olds?)\b",
        lambda m: f"{_to(m)} {m.group(3)} {m.group(4)}",
    ),
    rule("number", r"(?<=[Rr]oom )#?(\d\d?)(\d\d)(?![\d,.-]\d|\d)", _room),
    rule("ordinal", r"(?<![\w.,-])(\d{1,2})/?F\b(?!\.)", lambda m: f"{_ordinal(m)} floor"),
    rule(
        "number",
        r"(?:(?<=-si )|(?<=-do )|(?<=Seoul )|(?<=Korea )|(?<=Sejong )|(?<=Busan ))(\d{5})"
        r"(?![\d,.-]\d|\d|\s[a-z])",
        lambda m: digits(m.group(1)),
    ),
    rule("number", r"#(?=\d)|(?<!\S)#(?=\sof\b)", lambda _: "number "),
    rule("number", rf"(?<=[A-Za-z)])[-–]?({NUMBER})", _glued),
    rule("number", rf"(?<![\w)%.])[-−]({NUMBER})", lambda m: f"minus {cardinal(m.group(1))}"),
    rule("number", r"(?<![\w.])\.(\d+)", lambda m: cardinal(f"0.{m.group(1)}")),
    rule("number", rf"({NUMBER})(?=[A-Za-z])", lambda m: f"{cardinal(m.group(1))} "),
    rule("number", NUMBER, _plain),
)
