"""Money.

| written | spoken |
| --- | --- |
| $1.5 billion · $3.99 | one point five billion dollars · three dollars and ninety-nine cents |
| KRW 2.4 trillion · ₩10,000 | two point four trillion Korean won · ten thousand Korean won |
| $5-10 million · 20 USD | five to ten million dollars · twenty U S dollars |
| £2.50 · 5¢ · -$5 | two pounds and fifty pence · five cents · minus five dollars |
| a $10 fee · won/year · $75/bbl | a ten dollar fee · won per year · … per barrel |
"""

import re

from service.text.en.grammar import describes
from service.text.en.numbers import NUMBER, cardinal
from service.text.rules import Match, Rule, before, rule

_SYMBOLS = {
    "US$": "U S dollars", "C$": "Canadian dollars", "CA$": "Canadian dollars",
    "A$": "Australian dollars", "AU$": "Australian dollars", "NZ$": "New Zealand dollars",
    "S$": "Singapore dollars", "HK$": "Hong Kong dollars", "NT$": "New Taiwan dollars",
    "$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "￥": "yen", "₩": "Korean won",
    "￦": "Korean won", "₹": "rupees", "₫": "dong", "₱": "pesos",
}  # fmt: skip
_CODES = {
    "KRW": "Korean won", "USD": "U S dollars", "EUR": "euros", "JPY": "Japanese yen",
    "GBP": "British pounds", "CNY": "Chinese yuan", "RMB": "Chinese yuan",
    "CAD": "Canadian dollars", "AUD": "Australian dollars", "CHF": "Swiss francs",
    "SGD": "Singapore dollars", "HKD": "Hong Kong dollars", "VND": "Vietnamese dong",
}  # fmt: skip
_CURRENCIES = _SYMBOLS | _CODES
_UNCHANGED = ("won", "yen", "yuan", "dong")
_LARGE = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million",
    "B": "billion", "b": "billion", "bn": "billion", "T": "trillion", "tn": "trillion",
    "trn": "trillion", "mil": "million", "bil": "billion", "tril": "trillion",
}  # fmt: skip
_SIZE = (
    r"(?:[\s-]?(thousand|million|billion|trillion)"
    r"|\s?(bn|tn|trn|mn|(?:mil|bil|tril)\b\.?)(?![A-Za-z])|([KkMmBbT])(?![A-Za-z\d]))?"
)
_CODE = "|".join(_CODES)
_SYMBOL = "|".join(re.escape(each) for each in sorted(_SYMBOLS, key=len, reverse=True))
_SIGN = rf"(?<![A-Za-z])((?:(?<![\w)])[-−+])?)({_SYMBOL}|{_CODE})\s?"
_SIGNS = {"-": "minus ", "−": "minus ", "+": "plus "}
_PER = (
    "ton|tonne|liter|litre|barrel|gallon|share|vehicle|unit|square meter|year|month|week|day|hour|"
    "minute|person|household|capita|child|patient|family|visit"
)
_BY_UNITS = {
    "kg": "kilogram", "g": "gram", "t": "ton", "L": "liter", "l": "liter", "ℓ": "liter",
    "bbl": "barrel", "kWh": "kilowatt hour", "MWh": "megawatt hour", "ha": "hectare",
    "km": "kilometer", "m²": "square meter", "m2": "square meter", "㎡": "square meter",
    "m³": "cubic meter", "㎥": "cubic meter", "MMBtu": "million B T U", "lb": "pound",
    "oz": "ounce", "hr": "hour", "mo": "month", "yr": "year",
}  # fmt: skip
_BEFORE_PER = re.compile(r"(?:\d|won|dollars?|euros?|million|billion|trillion|thousand|%|[KMBG])$")


def _size(words: tuple[str | None, ...]) -> str:
    text = next(filter(None, words), "")
    return f" {_LARGE.get(text.rstrip('.'), text)}" if text else ""


def _one(name: str) -> str:
    return name if name.endswith(_UNCHANGED) else name.removesuffix("s")


def _amount(number: str, size: str, name: str, *, one: bool) -> str:
    whole, _, cents = number.partition(".")
    if len(cents) == len("00") and not size and not name.endswith(_UNCHANGED):
        return _with_cents(whole, cents, name)
    return f"{cardinal(number)}{size} {_one(name) if one else name}"


def _money(match: Match) -> str:
    sign, currency, number, *large = match.groups()
    size = _size(tuple(large))
    one = describes(match) or (number == "1" and not size)
    return _SIGNS.get(sign, "") + _amount(number, size, _CURRENCIES[currency], one=one)


def _with_cents(whole: str, cents: str, name: str) -> str:
    hundredth, several = ("penny", "pence") if "pounds" in name else ("cent", "cents")
    small = f"{cardinal(str(int(cents)))} {hundredth if cents == '01' else several}"
    if not whole.strip("0") and int(cents):
        return small
    large = f"{cardinal(whole)} {_one(name) if whole == '1' else name}"
    return f"{large} and {small}" if int(cents) else large


def _is_price(number: str) -> bool:
    """Whether a number has hundredths: 150.25."""
    return number[-3:-2] == "."


def _price(number: str, name: str) -> str:
    whole, _, cents = number.partition(".")
    return _with_cents(whole, cents, name)


def _range(match: Match) -> str:
    sign, currency, first, *rest = match.groups()
    large, second, size = rest[:3], rest[3], rest[4:]
    name = _CURRENCIES[currency]
    if _is_price(first) and _is_price(second) and not any(rest[:3] + list(size)):
        return f"{_price(first, name)} to {_price(second, name)}"
    low = f"{_SIGNS.get(sign, '')}{cardinal(first)}{_size(tuple(large))}"
    high = f"{cardinal(second)}{_size(tuple(size))}"
    return f"{low} to {high} {_one(name) if describes(match) else name}"


def _behind(match: Match) -> str:
    number, *large, currency = match.groups()
    size = _size(tuple(large))
    return _amount(number, size, _CURRENCIES[currency], one=number == "1" and not size)


def _cents(match: Match) -> str:
    return f"{cardinal(match.group(1))} cent{'' if match.group(1) == '1' else 's'}"


def _per(match: Match) -> str | None:
    name = _BY_UNITS.get(match.group(1), match.group(1))
    return f" per {name}" if _BEFORE_PER.search(before(match)) else None


RULES: tuple[Rule, ...] = (
    rule(
        "money",
        rf"{_SIGN}({NUMBER}){_SIZE}\s?[-–~]\s?(?:{_SYMBOL}|(?:{_CODE})\s?)?({NUMBER}){_SIZE}",
        _range,
    ),
    rule("money", rf"{_SIGN}({NUMBER}){_SIZE}", _money),
    rule("money", rf"(?<![\w.,])({NUMBER}){_SIZE}\s?(€|₩|￦|¥|£|(?:{_CODE})\b)", _behind),
    rule(
        "money",
        r"(?<![\w.,])\$\.(?!00)(\d\d)(?!\d)",
        lambda m: _with_cents("0", m.group(1), "dollars"),
    ),
    rule(
        "money",
        r"(?<![\w.])W(\d{1,3}(?:,\d{3}){1,5})(?![\d.,]\d)",
        lambda m: f"{cardinal(m.group(1))} won",
    ),
    rule(
        "money",
        rf"(?<![\w.])W({NUMBER})\s?(bn|tn|trn|mn|million|billion|trillion)\b",
        lambda m: f"{cardinal(m.group(1))} {_LARGE.get(m.group(2), m.group(2))} won",
    ),
    rule("money", rf"(?<![\w.,])({NUMBER})\s?¢", _cents),
    rule("money", r"\b(KRW|USD|EUR|JPY)\b", lambda match: _CODES[match.group(1)]),
    rule(
        "money",
        r"(?<=\d)\s(mil|bil|tril)\.(?=\s?(?:won|dollars|people|tons))",
        lambda m: f" {_LARGE[m.group(1)]}",
    ),
    rule(
        "money",
        r"(?<=[\dn])/(\d{1,4})\s?(kg|g|L|km|m²|㎡)(?![\w²³])",
        lambda m: f" per {cardinal(m.group(1))} {_BY_UNITS[m.group(2)]}s",
    ),
    rule("money", rf"\s?/\s?({_PER}|{'|'.join(_BY_UNITS)})(?![\w²³])", _per),
)
