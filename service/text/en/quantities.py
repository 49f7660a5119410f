"""Money, percent, units, ranges, fractions and plain numbers.

| written | spoken |
| --- | --- |
| KRW 122.4 trillion | one hundred twenty-two point four trillion Korean won |
| 12.2% | twelve point two percent |
| 116.76KB | one hundred sixteen point seven six kilobytes |
| 1/3 · 3:1 | one third · three to one |
| 2nd | second |
"""

from service.text.en.numbers import NUMBER, cardinal, digits, ordinal
from service.text.rules import Match, Rule, rule

_CURRENCIES = {
    "US$": "US dollars",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₩": "Korean won",
    "KRW": "Korean won",
    "USD": "US dollars",
    "EUR": "euros",
}
_WITH_CENTS = ("$", "US$", "USD", "€", "EUR")
_LARGE = "thousand|million|billion|trillion"
_UNITS = {
    "KB": "kilobytes", "MB": "megabytes", "GB": "gigabytes", "TB": "terabytes",
    "km": "kilometers", "㎞": "kilometers", "cm": "centimeters", "mm": "millimeters",
    "kg": "kilograms", "㎏": "kilograms", "mg": "milligrams", "㎎": "milligrams",
    "μg/㎥": "micrograms per cubic meter", "㎍/㎥": "micrograms per cubic meter",
    "㎍": "micrograms", "ml": "milliliters", "mL": "milliliters", "㎖": "milliliters",
    "㎡": "square meters", "㎥": "cubic meters", "㎢": "square kilometers", "ha": "hectares",
    "℃": "degrees Celsius", "°C": "degrees Celsius", "km/h": "kilometers per hour",
    "m": "meters", "g": "grams", "t": "tons", "L": "liters",
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_PARTS = {"2": "half", "4": "quarter"}
_ROMAN = {"II": "two", "III": "three", "IV": "four", "V": "five", "VI": "six", "VII": "seven",
          "VIII": "eight", "IX": "nine", "X": "ten"}  # fmt: skip


def _money(match: Match) -> str:
    currency, number, large = match.groups()
    name = _CURRENCIES[currency]
    whole, _, cents = number.partition(".")
    if currency in _WITH_CENTS and len(cents) == len("00") and not large:
        return f"{cardinal(whole)} {name} and {cardinal(cents)} cents"
    if number == "1" and not large:
        return f"one {name.removesuffix('s')}"
    return f"{cardinal(number)}{f' {large}' if large else ''} {name}"


def _percent(match: Match) -> str:
    points = " points" if match.group(2) else ""
    return f"{_signed(match.group(1))} percent{points and 'age'}{points}"


def _signed(number: str) -> str:
    return f"minus {cardinal(number[1:])}" if number[0] in "-−" else cardinal(number)


def _measure(match: Match) -> str:
    unit = _UNITS[match.group(2)]
    one = match.group(1) == "1" and " " not in unit
    return f"{_signed(match.group(1))} {unit.removesuffix('s') if one else unit}"


def _fraction(match: Match) -> str:
    top, bottom = match.groups()
    part = _PARTS.get(bottom) or ordinal(int(bottom))
    many = "s" if int(top) > 1 and part != "half" else ""
    return f"{cardinal(top)} {part}{many}"


def _telephone(match: Match) -> str:
    head = "plus " if match.group().startswith("+") else ""
    return head + ", ".join(
        digits(part)
        for part in match.group().strip("+()").replace(")", "-").split("-")
        if part.strip()
    )


RULES: tuple[Rule, ...] = (
    rule("telephone", r"\+\d{1,3}-\d{1,3}-\d{3,4}-\d{4}(?!\d)", _telephone),
    rule("telephone", r"(?<![\d-])\(?0\d{1,2}[)-]\d{3,4}-\d{4}(?![\d-])", _telephone),
    rule("telephone", r"(?<=[Cc]all )(\d{3,4})(?![\d,.]\d)", lambda m: digits(m.group(1))),
    rule("money", rf"(US\$|\$|€|£|¥|₩|KRW|USD|EUR)\s?({NUMBER})(?:\s?({_LARGE}))?", _money),
    rule("percent", rf"((?<![\w])[-−]?(?:{NUMBER}))\s?%(p|\s?points?)?(?![A-Za-z])", _percent),
    rule("measure", rf"((?<![\w])[-−]?(?:{NUMBER}))\s?({_UNIT})(?![A-Za-z])", _measure),
    rule("fraction", r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/])", _fraction),
    rule(
        "ratio",
        r"(?<![\d:])(\d+):(\d+)(?![\d:])",
        lambda m: f"{cardinal(m.group(1))} to {cardinal(m.group(2))}",
    ),
    rule("ordinal", r"(?<!\w)(\d{1,6})(?:st|nd|rd|th)\b", lambda m: ordinal(int(m.group(1)))),
    rule(
        "range",
        rf"(?<![\d,.])({NUMBER})\s?[-–~]\s?({NUMBER})(?![\d-])",
        lambda m: f"{cardinal(m.group(1))} to {cardinal(m.group(2))}",
    ),
    rule(
        "roman",
        r"(?<=(?:War|ter|ase|art|ion) )(VIII|VII|VI|IV|IX|III|II|V|X)\b",
        lambda m: _ROMAN[m.group(1)],
    ),
    rule("number", rf"(?<=[A-Za-z])-?({NUMBER})", lambda m: f" {cardinal(m.group(1))}"),
    rule("number", NUMBER, lambda match: cardinal(match.group())),
)
