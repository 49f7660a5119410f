"""Percent, units, ranges, fractions, ordinals and plain numbers.

| written | spoken |
| --- | --- |
| 12.2% · 5.3%p | twelve point two percent · five point three percentage points |
| 20-30% | twenty to thirty percent |
| 116.76KB · 60 km/h · 85㎡ | … kilobytes · sixty kilometers per hour · eighty-five square meters |
| 1/3 · 3:1 · 2 x 3 · 1.5x | one third · three to one · two by three · one point five times |
| 2nd · 1,000th | second · one thousandth |
"""

from service.text.en.numbers import NUMBER, cardinal, ordinal
from service.text.rules import Match, Rule, rule

_UNITS = {
    "KB": "kilobytes", "kB": "kilobytes", "MB": "megabytes", "GB": "gigabytes", "TB": "terabytes",
    "Mbps": "megabits per second", "Gbps": "gigabits per second",
    "km": "kilometers", "㎞": "kilometers", "cm": "centimeters", "㎝": "centimeters",
    "mm": "millimeters", "㎜": "millimeters", "nm": "nanometers", "m": "meters",
    "kg": "kilograms", "㎏": "kilograms", "mg": "milligrams", "㎎": "milligrams", "g": "grams",
    "μg": "micrograms", "㎍": "micrograms", "t": "tons", "ml": "milliliters", "mL": "milliliters",
    "㎖": "milliliters", "dL": "deciliters", "L": "liters", "ℓ": "liters", "cc": "c c",
    "m²": "square meters", "m2": "square meters", "㎡": "square meters", "km²": "square kilometers",
    "km2": "square kilometers", "㎢": "square kilometers", "m³": "cubic meters",
    "m3": "cubic meters", "㎥": "cubic meters", "ha": "hectares", "ft": "feet", "lb": "pounds",
    "℃": "degrees Celsius", "°C": "degrees Celsius", "°F": "degrees Fahrenheit", "°": "degrees",
    "kcal": "kilocalories", "cal": "calories", "mmHg": "millimeters of mercury",
    "kW": "kilowatts", "MW": "megawatts", "GW": "gigawatts", "kWh": "kilowatt hours",
    "MWh": "megawatt hours", "V": "volts", "Hz": "hertz", "MHz": "megahertz", "GHz": "gigahertz",
    "dB": "decibels", "ppm": "parts per million", "ppb": "parts per billion",
}  # fmt: skip
_BELOW = {"h": "hour", "s": "second", "min": "minute", "day": "day", "year": "year"}
_UNIT = "(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")"
_RATE = rf"{_UNIT}(?:/(?:{_UNIT}|h|s|min|day|year))?(?![A-Za-z\d])"
_PARTS = {"2": "half", "4": "quarter"}
_DASH = r"\s?[-–—~]\s?"
_START = r"(?<![\w,.])"
_ROMAN = {"I": "one", "II": "two", "III": "three", "IV": "four", "V": "five", "VI": "six",
          "VII": "seven", "VIII": "eight", "IX": "nine", "X": "ten", "XI": "eleven",
          "XII": "twelve"}  # fmt: skip
_NUMBERED = (
    "War Chapter Phase Part Section Article Title Type Stage Volume Level Class Annex Appendix "
    "Grade Step Tier Schedule"
).split()
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_SIGNS = {"-": "minus ", "−": "minus ", "+": "plus ", "±": "plus or minus "}
_SIGN = r"(?<![\w)%])([-−+±])?"


def _percent(match: Match) -> str:
    sign, number, mark = match.groups()
    return f"{_SIGNS.get(sign or '', '')}{cardinal(number)} {_points(mark)}"


def _points(mark: str) -> str:
    return "percentage points" if len(mark) > 1 else "percent"


def _percents(match: Match) -> str:
    return f"{cardinal(match.group(1))} to {cardinal(match.group(2))} {_points(match.group(3))}"


def _unit(text: str) -> str:
    first, _, second = text.partition("/")
    below = _BELOW.get(second) or _UNITS.get(second, second).removesuffix("s")
    return f"{_UNITS[first]} per {below}" if second else _UNITS[first]


def _measure(match: Match) -> str:
    sign, number, text = match.groups()
    unit = _unit(text)
    if number == "1":
        first, _, rest = unit.partition(" per ")
        unit = first.removesuffix("s") + (f" per {rest}" if rest else "")
    return f"{_SIGNS.get(sign or '', '')}{cardinal(number)} {unit}"


def _measures(match: Match) -> str:
    return f"{cardinal(match.group(1))} to {cardinal(match.group(2))} {_unit(match.group(3))}"


def _pressure(match: Match) -> str:
    return f"{cardinal(match.group(1))} over {cardinal(match.group(2))} millimeters of mercury"


def _fraction(match: Match) -> str:
    top, bottom = match.groups()
    if int(bottom) == 0:
        return f"{cardinal(top)} over zero"
    part = _PARTS.get(bottom) or ordinal(int(bottom))
    many = "s" if int(top) > 1 and part != "half" else ""
    return f"{cardinal(top)} {part}{many}"


def _to(match: Match) -> str:
    return f"{cardinal(match.group(1))} to {cardinal(match.group(2))}"


def _by(match: Match) -> str:
    return f"{cardinal(match.group(1))} by {cardinal(match.group(2))}"


def _ordinal(match: Match) -> str:
    return ordinal(int(match.group(1).replace(",", "")))


def _roman(match: Match) -> str:
    return f"{match.group(1)} {_ROMAN[match.group(2)]}"


def _glued(match: Match) -> str:
    """COVID-19, Hit1,201: the number has grown to the word before it."""
    return f" {cardinal(match.group(1))}"


RULES: tuple[Rule, ...] = (
    rule(
        "percent",
        rf"{_START}({NUMBER})%?{_DASH}({NUMBER})\s?(%p\b|%\s?points?|%)(?![A-Za-z])",
        _percents,
    ),
    rule("percent", rf"{_SIGN}(?<![\d.,])({NUMBER})\s?(%p\b|%\s?points?|%)(?![A-Za-z])", _percent),
    rule("measure", rf"{_START}(\d{{2,3}})/(\d{{2,3}})\s?mmHg", _pressure),
    rule("measure", rf"{_START}({NUMBER}){_DASH}({NUMBER})\s?({_RATE})", _measures),
    rule("measure", rf"{_SIGN}(?<![\w.,])({NUMBER})\s?({_RATE})", _measure),
    rule("ratio", r"\b24/7\b", lambda _: "twenty-four seven"),
    rule("fraction", r"(?<![\d/.])(\d{1,2})/(\d{1,3})(?![\d/])", _fraction),
    rule("ratio", r"(?<![\d:])(\d+):(\d+)(?![\d:])", _to),
    rule("ratio", rf"{_START}({NUMBER})\s?[x×]\s?({NUMBER})(?!\w)", _by),
    rule("number", rf"{_START}({NUMBER})x(?!\w)", lambda m: f"{cardinal(m.group(1))} times"),
    rule("ordinal", r"(?<![\w,.])(\d{1,3}(?:,\d{3})+|\d{1,9})(?:st|nd|rd|th)\b", _ordinal),
    rule("range", rf"(?<![\d,.-])({NUMBER}){_DASH}({NUMBER})(?![\d-]|,\d)", _to),
    rule("roman", rf"\b({'|'.join(_NUMBERED)})\s({_ROMANS})\b", _roman),
    rule("number", rf"(?<=[A-Za-z)])[-–]?({NUMBER})", _glued),
    rule("number", rf"(?<![\w)%.])-({NUMBER})", lambda m: f"minus {cardinal(m.group(1))}"),
    rule("number", r"(?<![\w.])\.(\d+)", lambda m: cardinal(f"0.{m.group(1)}")),
    rule("number", rf"({NUMBER})(?=[A-Za-z])", lambda m: f"{cardinal(m.group(1))} "),
    rule("number", NUMBER, lambda match: cardinal(match.group())),
)
