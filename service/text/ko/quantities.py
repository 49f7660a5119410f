"""Percentages, ratios, fractions, units of measurement and ranges of quantities.

| written | spoken |
| --- | --- |
| 5.3%p↓ | 오 점 삼 퍼센트포인트 감소 |
| 1/3 · 7:3 | 삼분의 일 · 칠 대 삼 |
| 37.5℃ · 35㎍/㎥ | 섭씨 삼십칠 점 오 도 · 삼십오 마이크로그램 퍼 세제곱미터 |
| 만 3~5세 | 만 삼 세에서 오 세까지 |
| △5.3% | 오 점 삼 퍼센트 감소 |
"""

from service.text.ko.dates import until
from service.text.ko.numbers import BIG, NUMBER, any_number, native, sino
from service.text.rules import Match, Rule, rule

_TILDE = r"\s?[~∼～〜]\s?"
_UNITS = {
    "㎍/㎥": "마이크로그램 퍼 세제곱미터",
    "μg/㎥": "마이크로그램 퍼 세제곱미터",
    "㎎/㎗": "밀리그램 퍼 데시리터",
    "mg/dL": "밀리그램 퍼 데시리터",
    "km/h": "킬로미터 퍼 시",
    "㎞/h": "킬로미터 퍼 시",
    "mmHg": "밀리미터 에이치지",
    "kcal": "킬로칼로리",
    "KB": "킬로바이트",
    "MB": "메가바이트",
    "GB": "기가바이트",
    "TB": "테라바이트",
    "km": "킬로미터",
    "㎞": "킬로미터",
    "cm": "센티미터",
    "㎝": "센티미터",
    "mm": "밀리미터",
    "㎜": "밀리미터",
    "kg": "킬로그램",
    "㎏": "킬로그램",
    "mg": "밀리그램",
    "㎎": "밀리그램",
    "㎍": "마이크로그램",
    "μg": "마이크로그램",
    "ml": "밀리리터",
    "mL": "밀리리터",
    "㎖": "밀리리터",
    "㎢": "제곱킬로미터",
    "㎡": "제곱미터",
    "㎥": "세제곱미터",
    "ha": "헥타르",
    "㏊": "헥타르",
    "kW": "킬로와트",
    "MW": "메가와트",
    "GW": "기가와트",
    "Hz": "헤르츠",
    "m": "미터",
    "g": "그램",
    "t": "톤",
    "L": "리터",
    "ℓ": "리터",
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_CHANGES = {"↓": "감소", "↑": "증가", "▼": "감소", "▽": "감소", "△": "감소", "▲": "증가"}
_PERCENT = {"%p": "퍼센트포인트", "%P": "퍼센트포인트", "％": "퍼센트", "%": "퍼센트"}
_SIGN = {"-": "마이너스 ", "−": "마이너스 ", "+": "플러스 "}
_SINO_UNITS = "개월|개국|개년|세|회|일|주|층|차|등급|인|쪽|년|월|분|초|호|단계|도|위|급|학년|점"
_NATIVE_UNITS = "명|개|건|곳|시간|가지|살|가구|팀|대"
_MOST_NATIVE = 20


def _percent(match: Match) -> str:
    sign, number, mark, arrow = match.groups()
    after = f" {_CHANGES[arrow]}" if arrow else ""
    return f"{_SIGN.get(sign or '', '')}{sino(number)} {_PERCENT[mark]}{after}"


def _change(match: Match) -> str:
    mark, number, unit = match.groups()
    tail = f" {_PERCENT.get(unit, unit)}" if unit else ""
    return f"{any_number(number)}{tail} {_CHANGES[mark]}"


def _percents(match: Match) -> str:
    first, second, mark = match.groups()
    unit = _PERCENT[mark]
    return f"{sino(first)} {unit}에서 {sino(second)} {unit}{until(match)}"


def _measure(match: Match) -> str:
    return f"{_SIGN.get(match.group(1) or '', '')}{sino(match.group(2))} {_UNITS[match.group(3)]}"


def _degrees(match: Match) -> str:
    cold = "영하 " if match.group(1) else ""
    return f"섭씨 {cold}{sino(match.group(2))} 도"


def _same_unit(match: Match) -> str:
    first, second, unit = match.groups()
    return f"{sino(first)} {unit}에서 {sino(second)} {unit}{until(match)}"


def _same_native_unit(match: Match) -> str:
    first, second, unit = match.groups()
    said = [native(int(n)) if 0 < int(n) <= _MOST_NATIVE else sino(n) for n in (first, second)]
    return f"{said[0]} {unit}에서 {said[1]} {unit}{until(match)}"


def _open_range(_: Match) -> str:
    """The tilde between two things that each have their own unit: 6개월~5세."""
    return "에서 "


RULES: tuple[Rule, ...] = (
    rule("change", rf"([△▲▼▽])\s?({BIG}|{NUMBER})(?:\s?(%[pP]|%|명|건|원|점|개|배))?", _change),
    rule("percent", rf"({NUMBER})%?{_TILDE}({NUMBER})\s?(%[pP]|%|％)", _percents),
    rule("percent", rf"((?<![\d가-힣])[-−+])?({NUMBER})\s?(%[pP]|%|％)(?:\s?([↓↑▼▽]))?", _percent),
    rule("measure", rf"((?<![\d가-힣])[-−])?({NUMBER})\s?(?:℃|°C)", _degrees),
    rule("measure", rf"((?<![\d가-힣])[-−])?({NUMBER})\s?({_UNIT})(?![A-Za-z])", _measure),
    rule(
        "fraction",
        r"(?<![\d/.])(\d{1,2})/(\d{1,3})(?![\d/])",
        lambda m: f"{sino(m.group(2))}분의 {sino(m.group(1))}",
    ),
    rule(
        "ratio",
        r"(?<![\d:])(\d+(?:\.\d+)?)\s?:\s?(\d+(?:\.\d+)?)(?![\d:])",
        lambda m: f"{sino(m.group(1))} 대 {sino(m.group(2))}",
    ),
    rule("range", rf"(?<![\d.,])({NUMBER}){_TILDE}({NUMBER})\s?({_SINO_UNITS})", _same_unit),
    rule(
        "range",
        rf"(?<![\d.,])(\d{{1,4}}){_TILDE}(\d{{1,4}})\s?({_NATIVE_UNITS})",
        _same_native_unit,
    ),
    rule("range", rf"(?<=[가-힣]){_TILDE}(?=[\d가-힣])", _open_range),
    rule("range", rf"(?<=\d){_TILDE}(?=\d)", _open_range),
)
