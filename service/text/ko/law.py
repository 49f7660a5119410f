"""Legal citations, numbered things, Roman and circled numerals.

| written | spoken |
| --- | --- |
| 「국민건강보험법」 제44조제2항 | 국민건강보험법 제사십사조 제이항 |
| 고시 제2023-145호 | 고시 제이천이십삼 다시 백사십오 호 |
| Ⅱ. 추진 과제 | 이, 추진 과제 |
"""

import unicodedata

from service.text.ko.numbers import sino
from service.text.rules import Match, Rule, rule

_PARTS = "조|항|호|목|편|장|절|관"


def _article(match: Match) -> str:
    number, part, branch = match.groups()
    more = f"의 {sino(branch)}" if branch else ""
    return f"제{sino(number)}{part}{more} "


def _notice(match: Match) -> str:
    return f"제{sino(match.group(1))} 다시 {sino(match.group(2))} 호"


def _symbol_number(match: Match) -> str:
    """Roman and circled numerals carry their value in the Unicode table."""
    value = unicodedata.numeric(match.group(1), 0)
    return f"{sino(str(int(value)))}{',' if match.group(2) else ''}"


def _list_number(match: Match) -> str:
    return f"{sino(match.group(1))},"


RULES: tuple[Rule, ...] = (
    rule("law", r"제\s?(\d{4})\s?-\s?(\d+)\s?호", _notice),
    rule("law", rf"제\s?(\d+)\s?({_PARTS})(?:의\s?(\d+))?", _article),
    rule("ordinal", r"제\s?(\d{1,3}(?:,\d{3})+|\d+)", lambda match: f"제{sino(match.group(1))}"),
    rule("ordinal", r"([Ⅰ-Ⅻⅰ-ⅻ①-⑳⑴-⒇❶-❿])(\.)?", _symbol_number),
    rule("ordinal", r"^\s*\((\d{1,2})\)(?=\s)", _list_number),
    rule("ordinal", r"^\s*(\d{1,2})\.(?=\s)", _list_number),
    rule("ordinal", r"^\s*(\d{1,2})\)(?=\s)", _list_number),
    rule("ordinal", r"^\s*([가나다라마바사아자차카타파하])[.)](?=\s)", lambda m: f"{m.group(1)},"),
)
