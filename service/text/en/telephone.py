"""Telephone numbers, extensions and hotlines, digit by digit.

| written | spoken |
| --- | --- |
| +82-44-202-2110 | plus eight two, four four, two zero two, two one one zero |
| 044-202-2110~2112 | zero four four, two zero two, two one one zero to two one one two |
| call 129 or 110 · Call Center (129) | call one two nine or one one zero · …, one two nine |
| ext. 12 | extension one two |
"""

import re

from service.text.en.numbers import digits
from service.text.rules import Match, Rule, before, rule

_GAP = r"(?:[-–. ]|\)\s?|\)-)"
_MORE = r"(?:\s?[~/,]\s?\d{4})?(?![\d-])"
_END = r"(?!\d)"
_CALLED = re.compile(
    r"(?:\b(?:call|calling|dial|dialing|hotline|helpline|tel|telephone|phone|fax|"
    r"call cent(?:er|re)|counsell?ing (?:center|line))\b|☎)[.:]?\s?"
    r"(?:(?:the|us|at|on|number|no\.|toll-free|toll free|hotline|center|phone) ){0,5}"
    r"(?:\(?\d{3,4}\)?,? (?:or |and )?)?\(?$",
    re.IGNORECASE,
)
# Whoever is called may stand between: contact the Ministry at 1350.
_REACHED = re.compile(
    r"\b(?:call|dial|contact|phone|reach|ring|text)(?:s|ing|ed)?\s(?:[\w.,'’&-]{1,20}\s){0,8}"
    r"(?:at|on|via|number)\s\(?$|\b(?:contact|text)\s\(?$",
    re.IGNORECASE,
)
_CALL = r"(?<=[Cc]all )|(?<=[Dd]ial )|(?<=hotline )|(?<=[Tt]el\. )"
_NOT_COUNTED = (
    r"(?![\d,.]\d|\d|%|\s(?:homes|households|hours|companies|firms|residents|people|times|patients|"
    r"beds|more|new|million|billion))"
)
_HOTLINE = r"(?=\s(?:hotline|[Cc]all [Cc]enter|[Hh]elpline|counsell?ing|emergency line))"
_SHORT = r"1\d{2,3}|911|988|999"


def _number(match: Match) -> str:
    head = "plus " if "+" in match.group() else ""
    first, tilde, last = match.group().partition("~")
    said = ", ".join(digits(group) for group in re.findall(r"\d+", first))
    return head + said + (f" to {digits(last.strip())}" if tilde else "")


def _spelled(match: Match) -> str:
    return digits(match.group(1))


def _called(match: Match) -> str | None:
    left = before(match)
    return digits(match.group(1)) if _CALLED.search(left) or _REACHED.search(left) else None


def _extension(match: Match) -> str:
    return f"extension {digits(match.group(1))}"


RULES: tuple[Rule, ...] = (
    rule(
        "telephone",
        rf"\(?\+\d{{1,3}}{_GAP}{{1,2}}(?:\(0\))?\(?\d{{1,3}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}{_END}{_MORE}",
        _number,
    ),
    rule("telephone", rf"\(\d{{1,3}}-\d{{1,3}}\)\s?\d{{3,4}}{_GAP}\d{{4}}{_END}", _number),
    rule("telephone", r"\+82[- ]1[568]\d\d-\d{4}(?![\d-])", _number),
    rule("telephone", rf"(?<![\d-])82-\d{{1,2}}-\d{{3,4}}-\d{{4}}{_MORE}", _number),
    rule(
        "telephone",
        rf"(?<![\d-])\(?0\d{{1,2}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?![\d-]){_MORE}",
        _number,
    ),
    rule("telephone", r"(?<![\d-])0\d{3}-\d{3}-\d{3,4}(?![\d-])", _number),
    rule("telephone", r"(?<![\d-])(?:1-)?\d{3}-\d{3}-\d{4}(?![\d-])", _number),
    rule("telephone", r"(?<![\d-])(?:\+?1[ -])?\(\d{3}\)\s?\d{3}-\d{4}(?![\d-])", _number),
    rule("telephone", r"(?<![\d-])1[568]\d\d-\d{4}(?![\d-])", _number),
    rule("telephone", rf"(?:{_CALL})(\d{{3,4}}){_NOT_COUNTED}", _spelled),
    rule("telephone", rf"(?<![\d,.$-])({_SHORT}){_NOT_COUNTED}(?!-)", _called),
    rule("telephone", rf"(?<![\d,.])(\d{{3,4}})(?!\d){_HOTLINE}", _spelled),
    rule("telephone", r"\b[Ee]xt\.?\s?(\d{1,5})(?!\d)", _extension),
)
