"""Currencies that stand in letters before a sum, or as a sign behind it.

| written | spoken |
| --- | --- |
| HK$ 300 · A$5억 | 삼백 홍콩 달러 · 오억 호주 달러 |
| CAD 2,500 · CHF 300만 | 이천오백 캐나다 달러 · 삼백만 스위스 프랑 |
| 5,000₩ · 200$ | 오천 원 · 이백 달러 |
"""

from service.text.ko.numbers import AMOUNT, any_number
from service.text.rules import Match, Rule, rule

_DOLLARS = {
    "HK": "홍콩 달러", "NT": "대만 달러", "AU": "호주 달러", "A": "호주 달러",
    "NZ": "뉴질랜드 달러", "CA": "캐나다 달러", "C": "캐나다 달러",
    "S": "싱가포르 달러", "SG": "싱가포르 달러",
}  # fmt: skip
_CODES = {
    "HKD": "홍콩 달러", "TWD": "대만 달러", "AUD": "호주 달러", "NZD": "뉴질랜드 달러",
    "CAD": "캐나다 달러", "SGD": "싱가포르 달러", "CHF": "스위스 프랑", "SEK": "스웨덴 크로나",
    "NOK": "노르웨이 크로네", "DKK": "덴마크 크로네", "RUB": "러시아 루블", "INR": "인도 루피",
    "IDR": "인도네시아 루피아", "THB": "태국 밧", "VND": "베트남 동", "PHP": "필리핀 페소",
    "MYR": "말레이시아 링깃", "BRL": "브라질 헤알", "MXN": "멕시코 페소", "TRY": "튀르키예 리라",
    "SAR": "사우디 리얄", "AED": "아랍에미리트 디르함", "RMB": "위안", "krw": "원", "usd": "달러",
}  # fmt: skip
_SIGNS = {"₩": "원", "￦": "원", "$": "달러", "€": "유로", "£": "파운드", "¥": "엔"}


def _named(names: dict[str, str], match: Match) -> str:
    return f"{any_number(match.group(2))} {names[match.group(1)]}"


def _sign_behind(match: Match) -> str:
    return f"{any_number(match.group(1))} {_SIGNS[match.group(2)]}"


RULES: tuple[Rule, ...] = (
    rule(
        "money",
        rf"(?<![A-Za-z])({'|'.join(_DOLLARS)})\$\s?({AMOUNT})(?![\d.,]\d)",
        lambda match: _named(_DOLLARS, match),
        needs="$",
    ),
    rule(
        "money",
        rf"(?<![A-Za-z])({'|'.join(_CODES)})\s?({AMOUNT})(?![A-Za-z\d]|[.,]\d|\s?[mb]n?\b)",
        lambda match: _named(_CODES, match),
        needs="".join({code[0] for code in _CODES}),
    ),
    rule(
        "money",
        rf"(?<![\d.,A-Za-z$])({AMOUNT})\s?([₩￦$€£¥])(?!\s?\d)",
        _sign_behind,
        needs="".join(_SIGNS),
    ),
)
