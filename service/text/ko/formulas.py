"""Formulas: blood types, gases, powers of ten.

| written | spoken |
| --- | --- |
| Rh- B형 · A형(Rh+) | 알에이치 마이너스 비형 · 에이형, 알에이치 플러스 |
| NO₂ 농도 · SO2 · O₃ | 이산화질소 농도 · 이산화황 · 오존 |
| CO 0.5ppm · CO 농도 | 일산화탄소 영 점 오 피피엠 · 일산화탄소 농도 |
| 10⁶CFU/g · 10⁻⁵ | 십의 육제곱 시에프유 퍼 그램 · 십의 마이너스 오제곱 |
| 50만tCO2eq · 3억톤CO₂ | 오십만 이산화탄소 환산톤 · 삼억 이산화탄소톤 |
| 37°30′N | 북위 삼십칠 도 삼십 분 |
"""

from service.text.ko.numbers import AMOUNT, any_number, sino
from service.text.ko.units import UNIT_OR_RATE, measured
from service.text.rules import Match, Rule, before, rule

_GASES = {
    "NO2": "이산화질소", "SO2": "이산화황", "O3": "오존", "N2O": "아산화질소", "CH4": "메탄",
    "NH3": "암모니아", "NOx": "질소산화물", "SOx": "황산화물",
}  # fmt: skip
_GLOSSED = _GASES | {"CO": "일산화탄소", "CO2": "이산화탄소", "CO₂": "이산화탄소"}
_SIGNS = {"+": "플러스", "-": "마이너스", "−": "마이너스", "–": "마이너스"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWERS = {"2": "제곱", "3": "세제곱"}
_COMPASS = {"N": "북위", "S": "남위", "E": "동경", "W": "서경"}
_BY_GASES = r"(?:NO2|SO2|O3|CO2)"


def _rhesus(match: Match) -> str:
    return f"알에이치{'디' if match.group(1) else ''} {_SIGNS[match.group(2)]} "


def _gloss(match: Match) -> str | None:
    """A formula in brackets behind its own name is not said: 이산화질소(NO2)."""
    return "" if before(match).endswith(_GLOSSED[match.group(1)]) else None


def _power(match: Match) -> str:
    """A power of ten, with the unit behind it if there is one."""
    raised, plain, unit = match.groups()
    exponent = raised.translate(_RAISED) if raised else plain.replace("−", "-")
    below = "마이너스 " if exponent.startswith("-") else ""
    number = exponent.lstrip("-")
    spoken = f"십의 {below}" + (
        _POWERS[number] if number in _POWERS and not below else f"{sino(number)}제곱"
    )
    return measured(spoken, unit) if unit else spoken


def _carbon(match: Match) -> str:
    """Greenhouse gases by the weight of carbon dioxide that warms as much."""
    number, ton, equivalent = match.group("number", "ton", "equivalent")
    name = f"이산화탄소{' 환산' if equivalent else ''}{'톤' if ton else '량' if equivalent else ''}"
    return f"{any_number(number)} {name}" if number else f" {name}"


def _place_on_earth(match: Match) -> str:
    degrees, minutes, seconds, side = match.groups()
    said = f"{_COMPASS[side]} {sino(degrees)} 도"
    return "".join(
        (said, f" {sino(minutes)} 분" if minutes else "", f" {sino(seconds)} 초" if seconds else "")
    )


def _coordinates(match: Match) -> str:
    first, north, second, east = match.groups()
    return f"{_COMPASS[north]} {sino(first)} 도, {_COMPASS[east]} {sino(second)} 도"


RULES: tuple[Rule, ...] = (
    rule(
        "measure",
        r"(?<![\w.])(\d{1,2}(?:\.\d{1,6})?)[°˚º]?\s?([NS]),?\s?(\d{1,3}(?:\.\d{1,6})?)[°˚º]?\s?([EW])(?![A-Za-z])",
        _coordinates,
        needs="NS",
    ),
    rule(
        "measure",
        rf"(?:(?<![\d.,A-Za-z])(?P<number>{AMOUNT})\s?)?(?P<ton>톤\s?\(?|(?<![A-Za-z])t|(?<![A-Za-z])(?=CO[2₂][-.]?eq))"
        r"CO[2₂](?:[-.]?(?P<equivalent>eq|e)\.?)?(?![A-Za-z\d])",
        _carbon,
        needs="C",
    ),
    rule(
        "measure",
        r"(?<![\d.])(\d{1,3}(?:\.\d{1,6})?)[°˚º]\s?(?:(\d{1,2}(?:\.\d{1,3})?)[′'’]\s?)?"
        r"(?:(\d{1,2}(?:\.\d{1,3})?)[″\"”]\s?)?([NSEW])(?![A-Za-z])",
        _place_on_earth,
        needs="°˚º",
    ),
    rule("silent", rf"\s?\(({'|'.join(_GLOSSED)})\)", _gloss, needs="("),
    rule(
        "letters",
        r"(?<![A-Za-z])R[hH]\s?(\(D\))?\s?\(?([-−–+])\)?(?!\d|[양음]성)",
        _rhesus,
        needs="R",
    ),
    rule(
        "letters",
        rf"(?<![A-Za-z\d-])(?:{'|'.join(_GASES)})(?![A-Za-z\d]|-\d)",
        lambda match: _GASES[match.group()],
        needs="OH",
    ),
    rule(
        "letters",
        r"(?<![A-Za-z])CO(?=\s?(?:농도|중독|배출량|\d[\d.]{0,8}\s?(?:pp[mb]|㏙|㎎|mg|%))"
        rf"|\(\s?pp[mb]|[,·/]\s?{_BY_GASES}(?!\d))|(?<=[A-Z][23][,·/])CO(?![A-Za-z\d])"
        r"|(?<=[A-Z][23][,·/] )CO(?![A-Za-z\d])",
        lambda _: "일산화탄소",
        needs="C",
    ),
    rule(
        "number",
        rf"(?<![\d.,])10(?:(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})|\^([-−]?\d{{1,2}})(?!\d))(?:\s?({UNIT_OR_RATE})(?![A-Za-z]))?",
        _power,
        needs="⁰¹²³⁴⁵⁶⁷⁸⁹^",
    ),
    rule(
        "number",
        r"(?<=\d)([²³])(?![)⁾\d])",
        lambda match: f"의 {_POWERS['2' if match.group(1) == '²' else '3']}",
        needs="²³",
    ),
)
