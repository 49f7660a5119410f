"""Numbers before counters: native for things that are counted one by one, else Sino-Korean.

| written | spoken |
| --- | --- |
| 3개, 2명, 7살 | 세 개, 두 명, 일곱 살 |
| 3회, 65세, 3개월, 5위 | 삼 회, 육십오 세, 삼 개월, 오 위 |
| 구급차 5대 · 70대 · 5대 전략 | 구급차 다섯 대 · 칠십 대 · 오대 전략 |
| 3번 신청 · 3번 출구 | 세 번 신청 · 삼 번 출구 |
| 1~2명 | 한두 명 |
"""

import re

from service.text.ko.numbers import BIG, NUMBER, any_number, big, digits, native, sino
from service.text.rules import Match, Rule, after, before, rule

# Counters that take native numbers. 개월, 개국, 개년, 명(命) and the like are told by what follows.
_NATIVE = (
    "번째|가지|차례|시간|가구|군데|사람|마리|켤레|송이|그루|자루|바퀴|갈래|그릇|접시|개소|"
    "개(?!월|국|년)|명|살|곳|건|대|번|잔|권|팀|척|벌|채|통|쌍|줄|달(?!러)|배|장|석(?!유)|꼭지"
)
_SINO = "개월|개국|개년|세(?![가-힣]{2})|회(?!의)|층|등급|단계|쪽|병상|세대|주간"
_MOST_NATIVE = 39
_ALWAYS_NATIVE = 99
_TEN = 10

_NOT_TIMES = r"(?:\s?(?:출구|버스|국도|문항|문제|환자|확진자|게이트|창구|홈))"
_GREAT = (
    r"(?:\s?(?:전략|과제|분야|핵심|원칙|암|중점|목표|국정|추진|사업|질환|권역|범죄|폭력|국회|대통령"
    r"|정책|개혁|의무|방향|요인|거점|축|기관|위험|산업|강국))"
)
_COUPLES = {(1, 2): "한두", (2, 3): "두세", (3, 4): "서너", (4, 5): "네다섯", (5, 6): "대여섯"}


def _counted(match: Match) -> str:
    number, more, counter = match.group(1), match.group(2) or "", match.group(3)
    if more or not number.isdigit() or not _is_native(match, int(number), counter):
        return f"{any_number(number)}{more} {counter}"
    value = int(number)
    if counter == "번째" and value == 1:
        return "첫 번째"
    return f"{native(value)} {counter}"


def _is_native(match: Match, value: int, counter: str) -> bool:
    if before(match).rstrip().endswith("제") or not 0 < value <= _ALWAYS_NATIVE:
        return False
    if counter == "대":
        return value % _TEN != 0 and not _starts(after(match), _GREAT)
    if counter == "번":
        return value <= _MOST_NATIVE and not _starts(after(match), _NOT_TIMES)
    if counter == "배":
        return value < _TEN
    return value <= _MOST_NATIVE or counter == "살"


def _starts(text: str, pattern: str) -> bool:
    return re.match(pattern, text) is not None


def _couple(match: Match) -> str | None:
    couple = _COUPLES.get((int(match.group(1)), int(match.group(2))))
    return f"{couple} {match.group(3)}" if couple else None


def _with_units(match: Match) -> str:
    space = " " if match.group().endswith(" ") else ""
    return big(match.group()) + space


def _spaced(match: Match) -> str:
    return f"{any_number(match.group())} "


COUPLES = rule("counter", r"(?<![\d.,])([1-5])\s?[~∼～]\s?([2-6])\s?(" + _NATIVE + ")", _couple)

RULES: tuple[Rule, ...] = (
    rule("counter", rf"(?<![\d.,])({BIG}|{NUMBER})(여)?\s?({_NATIVE})(?!년)", _counted),
    rule("number", r"(?<!\d)20[2-9]0(?=\s?세대)", lambda match: digits(match.group())),
    rule("counter", rf"(?:{BIG}|{NUMBER})(?=(?:{_SINO}))", _spaced),
    rule("number", BIG, _with_units),
    rule("number", NUMBER, lambda match: sino(match.group())),
)
