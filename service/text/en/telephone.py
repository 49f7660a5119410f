"""Telephone numbers and hotlines, digit by digit.

| written | spoken |
| --- | --- |
| +82-44-202-2110 | plus eight two, four four, two zero two, two one one zero |
| 044-202-2110 | zero four four, two zero two, two one one zero |
| call 129 · the 129 hotline | call one two nine · the one two nine hotline |
"""

import re

from service.text.en.numbers import digits
from service.text.rules import Match, Rule, rule

_GAP = r"(?:[-–. ]|\)\s?|\)-)"
_CALL = r"(?<=[Cc]all )|(?<=[Dd]ial )|(?<=hotline )|(?<=[Tt]el\. )"
_HOTLINE = r"(?=\s(?:hotline|[Cc]all [Cc]enter|[Hh]elpline|counsell?ing|emergency line))"


def _number(match: Match) -> str:
    head = "plus " if "+" in match.group() else ""
    return head + ", ".join(digits(group) for group in re.findall(r"\d+", match.group()))


def _spelled(match: Match) -> str:
    return digits(match.group(1))


RULES: tuple[Rule, ...] = (
    rule(
        "telephone", rf"\(?\+\d{{1,3}}{_GAP}\(?\d{{1,3}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)", _number
    ),
    rule("telephone", rf"\(\d{{1,3}}-\d{{1,3}}\)\s?\d{{3,4}}{_GAP}\d{{4}}(?!\d)", _number),
    rule("telephone", rf"(?<![\d-])\(?0\d{{1,2}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?![\d-])", _number),
    rule("telephone", r"(?<![\d-])1-\d{3}-\d{3}-\d{4}(?![\d-])", _number),
    rule("telephone", r"(?<![\d-])1[568]\d\d-\d{4}(?![\d-])", _number),
    rule(
        "telephone",
        rf"(?:{_CALL})(\d{{3,4}})(?![\d,.]\d)(?!\s(?:people|times|patients|beds))",
        _spelled,
    ),
    rule("telephone", rf"(?<![\d,.])(\d{{3,4}})(?!\d){_HOTLINE}", _spelled),
)
