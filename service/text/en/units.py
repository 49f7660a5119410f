"""Quantities with units.

| written | spoken |
| --- | --- |
| 116.76KB · 60 km/h | … kilobytes · sixty kilometers per hour |
| 85㎡ · 500 sq. ft. | eighty-five square meters · five hundred square feet |
| 120/80 mmHg | one hundred twenty over eighty millimeters of mercury |
| a 100-km road · 1 ft | a one hundred kilometer road · one foot |
| a 14nm chip · 5'10" | a fourteen nanometer chip · five feet ten inches |
"""

from service.text.en.grammar import describes, goes_on, singular
from service.text.en.numbers import NUMBER, cardinal
from service.text.en.quantities import whole_and_part
from service.text.rules import Match, Rule, rule

_UNITS = {
    "KB": "kilobytes", "kB": "kilobytes", "MB": "megabytes", "GB": "gigabytes",
    "TB": "terabytes", "PB": "petabytes", "kbps": "kilobits per second",
    "mbps": "megabits per second", "gbps": "gigabits per second", "Kbps": "kilobits per second",
    "Mbps": "megabits per second", "Gbps": "gigabits per second",
    "km": "kilometers", "㎞": "kilometers", "cm": "centimeters", "㎝": "centimeters",
    "mm": "millimeters", "㎜": "millimeters", "μm": "micrometers", "㎛": "micrometers",
    "nm": "nanometers", "㎚": "nanometers", "m": "meters",
    "kg": "kilograms", "㎏": "kilograms", "mg": "milligrams", "㎎": "milligrams", "g": "grams",
    "μg": "micrograms", "㎍": "micrograms", "mcg": "micrograms", "ng": "nanograms", "t": "tons",
    "ml": "milliliters", "mL": "milliliters", "㎖": "milliliters", "μL": "microliters",
    "dL": "deciliters", "dl": "deciliters", "㎗": "deciliters", "L": "liters", "ℓ": "liters",
    "kL": "kiloliters", "㎘": "kiloliters", "cc": "c c", "㏄": "c c", "mmol": "millimoles",
    "fps": "frames per second", "KG": "kilograms", "KM": "kilometers", "CM": "centimeters",
    "m²": "square meters", "m2": "square meters", "㎡": "square meters", "km²": "square kilometers",
    "km2": "square kilometers", "㎢": "square kilometers", "cm²": "square centimeters",
    "㎠": "square centimeters", "m³": "cubic meters", "m3": "cubic meters", "㎥": "cubic meters",
    "cm³": "cubic centimeters", "㎤": "cubic centimeters",
    "ha": "hectares", "㏊": "hectares", "ft": "feet", "ft²": "square feet", "mi": "miles",
    "mph": "miles per hour", "kph": "kilometers per hour", "lb": "pounds", "lbs": "pounds",
    "oz": "ounces", "sq. ft": "square feet", "sq ft": "square feet", "sq. m": "square meters",
    "sq m": "square meters", "sq. km": "square kilometers", "sq km": "square kilometers",
    "sq. mi": "square miles", "cu. m": "cubic meters", "cu m": "cubic meters",
    "℃": "degrees Celsius", "°C": "degrees Celsius", "°F": "degrees Fahrenheit",
    "℉": "degrees Fahrenheit", "°": "degrees",
    "kcal": "kilocalories", "㎉": "kilocalories", "cal": "calories",
    "mmHg": "millimeters of mercury", "hPa": "hectopascals", "kPa": "kilopascals",
    "W": "watts", "kW": "kilowatts", "㎾": "kilowatts", "MW": "megawatts", "GW": "gigawatts",
    "Wh": "watt hours", "kWh": "kilowatt hours", "MWh": "megawatt hours", "GWh": "gigawatt hours",
    "TWh": "terawatt hours", "V": "volts", "kV": "kilovolts", "mAh": "milliampere hours",
    "kJ": "kilojoules", "MJ": "megajoules", "Hz": "hertz", "㎐": "hertz", "kHz": "kilohertz",
    "MHz": "megahertz", "㎒": "megahertz", "GHz": "gigahertz", "㎓": "gigahertz",
    "dB": "decibels", "㏈": "decibels", "ppm": "parts per million", "ppb": "parts per billion",
    "rpm": "revolutions per minute", "bpm": "beats per minute", "IU": "international units",
    "Bq": "becquerels", "Sv": "sieverts", "mSv": "millisieverts", "μSv": "microsieverts",
    "tCO2": "tons of C O two", "MtCO2": "million tons of C O two",
    "tCO2e": "tons of C O two equivalent", "tCO2eq": "tons of C O two equivalent",
    "MtCO2e": "million tons of C O two equivalent", "kt": "knots", "hp": "horsepower",
    "MtCO2eq": "million tons of C O two equivalent", "nmi": "nautical miles", "cells": "cells",
    "tCO₂-eq": "tons of C O two equivalent", "tCO2-eq": "tons of C O two equivalent",
    "ug": "micrograms", "tCO₂e": "tons of C O two equivalent",
    "MtCO₂e": "million tons of C O two equivalent",
    "GtCO2e": "billion tons of C O two equivalent", "MPa": "megapascals", "psi": "P S I",
    "s": "seconds", "sec": "seconds", "secs": "seconds", "ms": "milliseconds", "h": "hours",
    "min": "minutes", "mins": "minutes", "hr": "hours", "hrs": "hours", "yr": "years",
    "yrs": "years", "mo": "months", "mos": "months", "wk": "weeks", "wks": "weeks",
}  # fmt: skip
# Measures of what a device can do, mostly said of the device behind: a 500 kV line.
_OF_DEVICES = ("watts", "volts", "hertz", "bytes", "bits per second", "nanometers")
_COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_BELOW = {
    "h": "hour", "hr": "hour", "s": "second", "sec": "second", "min": "minute", "d": "day",
    "day": "day", "week": "week", "month": "month", "year": "year", "yr": "year", "hour": "hour",
    "person": "person", "capita": "capita", "household": "household",
}  # fmt: skip
_UNIT = "(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")"
_UNDER = "(?:" + "|".join(sorted((*_UNITS, *_BELOW), key=len, reverse=True)) + ")"
# The stop of sq. ft. and hrs. goes where the sentence goes on.
_RATE = rf"({_UNIT}(?:/{_UNDER})?)(?![A-Za-z\d²³])(?:\.(?=\s[a-z(]))?"
_DASH = r"\s?[-–—~]\s?"
_START = r"(?<![\w,.])"
_SIGNS = {"-": "minus ", "−": "minus ", "+": "plus ", "±": "plus or minus "}
_SIGN = r"(?<![\w)%])([-−+±])?"
_INCHES = r"(?=\s(?:wide|long|tall|thick|high|deep|by|x)\b|,|\s?[x×]|\s*$)"


def _unit(text: str) -> str:
    first, _, second = text.partition("/")
    below = _BELOW.get(second) or singular(_UNITS.get(second, second))
    return f"{_UNITS[first]} per {below}" if second else _UNITS[first]


def _measure(match: Match) -> str:
    sign, number, text = match.groups()
    unit = _unit(text)
    is_glued = match.group()[-len(text) - 1].isdecimal() or unit.endswith(_OF_DEVICES)
    one = number == "1" or describes(match) or (is_glued and goes_on(match))
    return f"{_SIGNS.get(sign or '', '')}{cardinal(number)} {singular(unit) if one else unit}"


def _describing(match: Match) -> str:
    return f"{cardinal(match.group(1))} {singular(_unit(match.group(2)))}"


def _and_part(match: Match) -> str:
    """4 1/2 lbs: a whole number and a part of one."""
    whole, top, bottom, unit = match.groups()
    name = singular(_unit(unit)) if describes(match) else _unit(unit)
    return f"{whole_and_part(whole, top, bottom)} {name}"


def _measures(match: Match) -> str:
    below, first, low, second, text = match.groups()
    unit = _unit(text)
    said = singular(unit) if describes(match) else unit
    lower, upper = (_SIGNS.get(sign or "", "") for sign in (below, low))
    return f"{lower}{cardinal(first)} to {upper}{cardinal(second)} {said}"


def _pressure(match: Match) -> str:
    return f"{cardinal(match.group(1))} over {cardinal(match.group(2))} millimeters of mercury"


def _side_of_earth(match: Match) -> str:
    return f"{cardinal(match.group(1))} degrees {_COMPASS[match.group(2)]}"


def _height(match: Match) -> str:
    """How tall somebody is: 5'10"."""
    foot = "foot" if match.group(1) == "1" else "feet"
    return f"{cardinal(match.group(1))} {foot} {cardinal(match.group(2))} inches"


RULES: tuple[Rule, ...] = (
    rule(
        "measure",
        r"(?<![\w.,])(\d{1,2})\s?(?:h|hrs?)\s?(\d{1,2})\s?m(?:in)?(?![\w])",
        lambda m: (
            f"{cardinal(m.group(1))} hour{'' if m.group(1) == '1' else 's'} "
            f"{cardinal(m.group(2))} minute{'' if m.group(2) == '1' else 's'}"
        ),
    ),
    rule(
        "measure",
        rf"{_START}({NUMBER})\s?[x×]\s?({NUMBER})\s?{_RATE}",
        lambda m: f"{cardinal(m.group(1))} by {cardinal(m.group(2))} {_unit(m.group(3))}",
    ),
    rule("measure", r"(?<![\w.])(\d{1,3}(?:\.\d{1,6})?)\s?°\s?([NSEW])\b", _side_of_earth),
    rule("measure", r"(?<![\d'’′])([1-8])['’′]\s?(\d|1[01])(?:[\"”″]|['’′]{2})", _height),
    rule("measure", rf"(?<![\d/.,])(\d{{1,3}})\s(\d)/(\d{{1,2}})[\s-]?{_RATE}", _and_part),
    rule(
        "measure",
        rf"(?<![\d/.,])({NUMBER})/({_UNIT})(?![A-Za-z\d²³])",
        lambda m: f"{cardinal(m.group(1))} per {singular(_UNITS[m.group(2)])}",
    ),
    rule("measure", rf"{_START}(\d{{2,3}})/(\d{{2,3}})\s?(?:mmHg|㎜Hg)", _pressure),
    rule(
        "measure",
        rf"{_SIGN}(?<![\w,.])({NUMBER})\s?(?:{_UNIT})?{_DASH}([-−](?=\d))?({NUMBER})\s?{_RATE}",
        _measures,
    ),
    rule("measure", rf"{_START}({NUMBER})-{_RATE}", _describing),
    rule("measure", rf"{_SIGN}(?<![\w.,])({NUMBER})\s?{_RATE}", _measure),
    rule(
        "measure",
        rf"{_START}({NUMBER})\s?in\.{_INCHES}",
        lambda m: f"{cardinal(m.group(1))} inches",
    ),
)
