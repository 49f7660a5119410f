"""Money.

| written | spoken |
| --- | --- |
| 3조 2,450억 원 | 삼조 이천사백오십억 원 |
| $1,000 · US$3.5억 | 천 달러 · 미화 삼 점 오억 달러 |
| 50~100만 원 | 오십만 원에서 백만 원까지 |
"""

from service.text.ko.dates import until
from service.text.ko.numbers import BIG, NUMBER, any_number, big
from service.text.rules import Match, Rule, rule

_CURRENCIES = {"$": "달러", "€": "유로", "£": "파운드", "¥": "엔", "￦": "원", "₩": "원"}
_AMOUNT = rf"(?:{BIG}|{NUMBER})"
_UNIT = r"원|달러|유로|엔|위안"


def _foreign(match: Match) -> str:
    home = "미화 " if match.group(1) else ""
    return f"{home}{any_number(match.group(3))} {_CURRENCIES[match.group(2)]}"


def _amount(match: Match) -> str:
    return f"{any_number(match.group(1))} {match.group(2)}"


def _range(match: Match) -> str:
    first, second, large, unit = match.groups()
    low, high = (big(n + large) if large else any_number(n) for n in (first, second))
    return f"{low} {unit}에서 {high} {unit}{until(match)}"


RULES: tuple[Rule, ...] = (
    rule("money", rf"(US)?([$€£¥￦₩])\s?({_AMOUNT})", _foreign),
    rule(
        "money",
        rf"(?<![\d.,])({NUMBER})\s?[~∼～]\s?({NUMBER})\s?([백천]?[만억조]?)\s?({_UNIT})",
        _range,
    ),
    rule("money", rf"(?<![\d.,])({_AMOUNT})\s?({_UNIT})(?![가-힣]*(?:칙|인))", _amount),
)
