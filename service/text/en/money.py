"""Money.

| written | spoken |
| --- | --- |
| $1.5 billion · $3.99 | one point five billion dollars · three dollars and ninety-nine cents |
| KRW 2.4 trillion · ₩10,000 | two point four trillion Korean won · ten thousand Korean won |
| $5-10 million | five to ten million dollars |
"""

from service.text.en.numbers import NUMBER, cardinal
from service.text.rules import Match, Rule, rule

_CURRENCIES = {
    "US$": "US dollars",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₩": "Korean won",
    "￦": "Korean won",
    "KRW": "Korean won",
    "USD": "US dollars",
    "EUR": "euros",
    "JPY": "Japanese yen",
    "GBP": "pounds",
}
_WITH_CENTS = ("$", "US$", "USD", "€", "EUR")
_LARGE = {"K": "thousand", "M": "million", "B": "billion", "bn": "billion", "tn": "trillion"}
_SIZE = r"(?:\s?(thousand|million|billion|trillion|bn|tn|[KMB](?![A-Za-z])))"
_SIGN = r"(?<![A-Za-z])(US\$|[$€£¥₩￦]|KRW|USD|EUR|JPY|GBP)\s?"


def _size(text: str | None) -> str:
    return f" {_LARGE.get(text, text)}" if text else ""


def _money(match: Match) -> str:
    currency, number, large = match.groups()
    name = _CURRENCIES[currency]
    whole, _, cents = number.partition(".")
    if currency in _WITH_CENTS and len(cents) == len("00") and not large:
        return _with_cents(whole, cents, name)
    one = number == "1" and not large
    return f"{cardinal(number)}{_size(large)} {name.removesuffix('s') if one else name}"


def _with_cents(whole: str, cents: str, name: str) -> str:
    small = f"{cardinal(cents)} cent{'' if cents == '01' else 's'}"
    if not whole.strip("0"):
        return small
    dollars = f"{cardinal(whole)} {name.removesuffix('s') if whole == '1' else name}"
    return f"{dollars} and {small}" if int(cents) else dollars


def _range(match: Match) -> str:
    currency, first, large, second, size = match.groups()
    low, high = f"{cardinal(first)}{_size(large)}", f"{cardinal(second)}{_size(size)}"
    return f"{low} to {high} {_CURRENCIES[currency]}"


RULES: tuple[Rule, ...] = (
    rule("money", rf"{_SIGN}({NUMBER}){_SIZE}?\s?[-–~]\s?[$€£₩]?({NUMBER}){_SIZE}?", _range),
    rule("money", rf"{_SIGN}({NUMBER}){_SIZE}?", _money),
    rule("money", r"\bKRW\b", lambda _: "Korean won"),
)
