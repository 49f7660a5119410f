"""Legal citations, notices, enclosures, and numbers of lists in all their shapes.

| written | spoken |
| --- | --- |
| 「국민건강보험법」 제44조제2항제1호 | 국민건강보험법 제사십사조 제이항 제일호 |
| 제1조의2 · 제2조제1호가목 | 제일조의 이 · 제이조 제일호 가목 |
| 고시 제2023-145호 | 고시 제이천이십삼 다시 백사십오 호 |
| Ⅱ. 추진 과제 · ① 예산 · 1) 배경 | 이, 추진 과제 · 일, 예산 · 일, 배경 |
"""

import re
import unicodedata

from service.text.ko.numbers import sino
from service.text.rules import Match, Rule, after, rule

_PARTS = "조|항|호|목|편|장|절|관"
_BULLETS = "가나다라마바사아자차카타파하"


def _article(match: Match) -> str:
    number, part, branch = match.groups()
    more = f"의 {sino(branch)}" if branch else ""
    rest = after(match)
    goes_on = rest.startswith("제") or rest[1:2] == "목"
    return f"제{sino(number)}{part}{more}{' ' if goes_on else ''}"


def _notice(match: Match) -> str:
    return f"제{sino(match.group(1))} 다시 {sino(match.group(2))} 호"


_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|과|와|의|에|로|도|에서|부터|까지|번|호|항)(?![가-힣])"
)


def _ordinal_range(match: Match) -> str:
    first, second, unit = match.groups()
    return f"제{sino(first)}{unit}에서 제{sino(second)}{unit}"


def _symbol_number(match: Match) -> str:
    """Roman and circled numerals carry their value in the Unicode table."""
    value = unicodedata.numeric(match.group(1), 0)
    is_mark = match.group(2) == "." or after(match)[:1] in (" ", "") or _heads(match)
    return f"{sino(str(int(value)))}{', ' if is_mark else ''}"


def _heads(match: Match) -> bool:
    """Whether a circled numeral stands right before what it counts (①무주택자), not a particle."""
    behind = after(match)
    is_circled = match.group(1) >= "①"
    return is_circled and "가" <= behind[:1] <= "힣" and not _PARTICLE.match(behind)


def _list_number(match: Match) -> str:
    return f"{sino(match.group(1))},"


def _letter(match: Match) -> str:
    return f"{match.group(1)},"


RULES: tuple[Rule, ...] = (
    rule("law", r"제\s?(\d{2,4})\s?[-–]\s?(\d{1,9})\s?호", _notice),
    rule("law", rf"제\s?(\d{{1,9}})\s?({_PARTS})(?:의\s?(\d{{1,4}}))?", _article),
    rule("ordinal", r"제\s?(\d+)\s?[~∼～]\s?제?(\d+)\s?([차기호조회항])", _ordinal_range),
    rule("ordinal", r"제\s?(\d{1,3}(?:,\d{3})+|\d+)", lambda match: f"제{sino(match.group(1))}"),
    rule("ordinal", r"([Ⅰ-Ⅻⅰ-ⅻ])(\.)?", _symbol_number),
    rule("ordinal", r"([①-⑳⑴-⒇⒈-⒛❶-❿➀-➓㉑-㉟㊱-㊿])(\.)?", _symbol_number),
    rule("ordinal", r"^\s*\((\d{1,2})\)(?=\s)", _list_number),
    rule("ordinal", r"^\s*(\d{1,2})\.(?=\s)", _list_number),
    rule("ordinal", r"^\s*(\d{1,2})\)(?=\s)", _list_number),
    rule("ordinal", rf"^\s*\(?([{_BULLETS}])[.)](?=\s)", _letter),
)
