"""Currencies that stand in letters before a sum, or as a sign behind it.

| written | spoken |
| --- | --- |
| HK$ 300 · A$5억 | 삼백 홍콩 달러 · 오억 호주 달러 |
| CAD 2,500 · CHF 300만 | 이천오백 캐나다 달러 · 삼백만 스위스 프랑 |
| $1.2bn · US$10억 | 십이억 달러 · 미화 십억 달러 |
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

_CURRENCIES = {
    "$": "달러",
    "€": "유로",
    "£": "파운드",
    "￡": "파운드",
    "¥": "엔",
    "￥": "엔",
    "￦": "원",
    "₩": "원",
}
_PLAIN_CODES = {
    "USD": "달러",
    "EUR": "유로",
    "KRW": "원",
    "JPY": "엔",
    "CNY": "위안",
    "GBP": "파운드",
}
_ENGLISH_LARGE = {"million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12}
_ENGLISH_LARGE |= {"m": 6, "b": 9, "t": 12}
_SHORT_LARGE = r"(?:\s?((?i:million|billion|trillion|mn|bn|tn|[mb])(?![A-Za-z])))?"


def _named(names: dict[str, str], match: Match) -> str:
    return f"{any_number(match.group(2))} {names[match.group(1)]}"


def _sign_behind(match: Match) -> str:
    return f"{any_number(match.group(1))} {_SIGNS[match.group(2)]}"


def _foreign(match: Match) -> str:
    home = "미화 " if match.group(1) else ""
    number = _in_full(match.group(3), match.group(4))
    return f"{home}{any_number(number)} {_CURRENCIES[match.group(2)]}"


def _in_full(number: str, large: str | None) -> str:
    zeros = _ENGLISH_LARGE.get((large or "").lower(), 0)
    return _shifted(number, zeros) if zeros else number


def _shifted(number: str, zeros: int) -> str:
    """1.5 and nine zeros is 1500000000."""
    whole, _, fraction = number.replace(",", "").partition(".")
    return whole + fraction[:zeros].ljust(zeros, "0")


def _by_code(match: Match) -> str:
    return f"{any_number(_in_full(match.group(2), match.group(3)))} {_PLAIN_CODES[match.group(1)]}"


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
    rule(
        "money",
        rf"(?<![A-Za-z])(US)?([$€£￡¥￥￦₩])\s?({AMOUNT}){_SHORT_LARGE}",
        _foreign,
        needs="".join(_CURRENCIES),
    ),
    rule(
        "money",
        rf"(?<![A-Za-z])({'|'.join(_PLAIN_CODES)})\s?({AMOUNT}){_SHORT_LARGE}",
        _by_code,
        needs="".join(_PLAIN_CODES),
    ),
)
