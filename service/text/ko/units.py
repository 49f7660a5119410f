"""Units of measurement: as they are written, as they are said.

| written | spoken |
| --- | --- |
| 500㎖ · 85㎡ · 3.2MB | 오백 밀리리터 · 팔십오 제곱미터 · 삼 점 이 메가바이트 |
| 60km/h · 30mm/h · 10L/min | 시속 육십 킬로미터 · 시간당 삼십 밀리미터 · 분당 십 리터 |
| 37.5℃ · -5℃ | 섭씨 삼십칠 점 오 도 · 섭씨 영하 오 도 |
| 1.0mIU/mL · 1,300원/달러 | 일 점 영 밀리국제단위 퍼 밀리리터 · 달러당 천삼백 원 |
| 35㎍/㎥ | 삼십오 마이크로그램 퍼 세제곱미터 |
"""

_PREFIXES = {"": "", "k": "킬로", "c": "센티", "m": "밀리", "μ": "마이크로", "µ": "마이크로"}
_LENGTHS = {f"{short}m": f"{said}미터" for short, said in _PREFIXES.items()}
_WEIGHTS = {f"{short}g": f"{said}그램" for short, said in _PREFIXES.items() if short != "c"}
_VOLUMES = {
    f"{short}{letter}": f"{said}리터"
    for short, said in (*_PREFIXES.items(), ("d", "데시"))
    for letter in ("L", "l")
    if short + letter not in ("l", "kl")
}
_POWERS = {
    f"{short}m{mark}": f"{said}{_PREFIXES[short]}미터"
    for short in ("", "k", "c", "m")
    for mark, said in (("²", "제곱"), ("³", "세제곱"), ("2", "제곱"), ("3", "세제곱"))
}
_DATA = {
    f"{short}{unit}": f"{said}{name}"
    for short, said in (("K", "킬로"), ("k", "킬로"), ("M", "메가"), ("G", "기가"), ("T", "테라"))
    for unit, name in (
        ("B", "바이트"),
        ("bps", "비피에스"),
        ("W", "와트"),
        ("Wh", "와트시"),
        ("Hz", "헤르츠"),
        ("V", "볼트"),
        ("Pa", "파스칼"),
        ("VA", "볼트암페어"),
    )
}
_SIGNS = {
    "㎞": "킬로미터", "㎝": "센티미터", "㎜": "밀리미터", "㎚": "나노미터", "nm": "나노미터",
    "㎏": "킬로그램", "㎎": "밀리그램", "㎍": "마이크로그램", "ng": "나노그램", "t": "톤",
    "㎖": "밀리리터", "㎗": "데시리터", "ℓ": "리터", "㎘": "킬로리터", "㎢": "제곱킬로미터",
    "㎡": "제곱미터", "㎠": "제곱센티미터", "㎥": "세제곱미터", "㎤": "세제곱센티미터",
    "㏄": "시시", "cc": "시시", "ha": "헥타르", "㏊": "헥타르", "kcal": "킬로칼로리",
    "㎉": "킬로칼로리", "cal": "칼로리", "mmHg": "수은주 밀리미터", "㎾": "킬로와트", "W": "와트",
    "V": "볼트", "Hz": "헤르츠", "㎐": "헤르츠", "dB": "데시벨", "㏈": "데시벨", "ppm": "피피엠",
    "㏙": "피피엠", "ppb": "피피비", "Bq": "베크렐", "mSv": "밀리시버트", "μSv": "마이크로시버트",
    "IU": "국제단위", "mIU": "밀리국제단위",
    "μIU": "마이크로국제단위", "Pa": "파스칼",
    "px": "픽셀", "pt": "포인트", "rpm": "알피엠", "TEU": "티이유", "hPa": "헥토파스칼",
    "㎛": "마이크로미터", "Å": "옹스트롬", "mmol": "밀리몰", "mol": "몰", "pg": "피코그램",
    "mA": "밀리암페어", "㎃": "밀리암페어", "mAh": "밀리암페어시", "lx": "럭스", "lux": "럭스",
    "㏓": "럭스", "kN": "킬로뉴턴", "mGy": "밀리그레이", "Gy": "그레이", "Sv": "시버트",
    "kBq": "킬로베크렐", "㏃": "베크렐", "㎾h": "킬로와트시", "㎿": "메가와트", "㎿h": "메가와트시",
    "㎒": "메가헤르츠", "㎓": "기가헤르츠", "㎑": "킬로헤르츠", "㎅": "킬로바이트",
    "㎆": "메가바이트", "㎇": "기가바이트", "㎩": "파스칼", "㎪": "킬로파스칼", "㎫": "메가파스칼",
    "㎈": "칼로리", "㎕": "마이크로리터", "㎸": "킬로볼트", "㎟": "제곱밀리미터",
    "㎣": "세제곱밀리미터", "㎦": "세제곱킬로미터", "㏖": "몰", "°": "도", "˚": "도", "º": "도",
    "bpm": "비피엠", "fps": "에프피에스", "dpi": "디피아이", "CFU": "시에프유", "TOE": "티오이",
    "tCO₂": "이산화탄소톤", "tCO2": "이산화탄소톤", "GT": "총톤", "inch": "인치",
    "cells": "세포", "kt": "노트",
}  # fmt: skip

UNITS = _LENGTHS | _WEIGHTS | _VOLUMES | _POWERS | _DATA | _SIGNS
"""Written form to spoken name; letters are told apart by case."""

SPEEDS = {"h": "시속", "s": "초속", "hr": "시속", "sec": "초속", "min": "분속"}
"""What stands before a speed, by the letter behind the slash."""

PERIODS = {
    "h": "시간당", "hr": "시간당", "시간": "시간당", "s": "초당", "sec": "초당", "초": "초당",
    "min": "분당", "분": "분당", "일": "하루", "월": "월", "년": "연간", "주": "주당", "회": "회당",
    "달러": "달러당", "유로": "유로당", "배럴": "배럴당", "천명": "천 명당", "천 명": "천 명당",
    "만명": "만 명당", "만 명": "만 명당", "10만명": "십만 명당", "10만 명": "십만 명당",
    "명": "한 명당", "인": "일인당", "개": "개당", "건": "건당", "가구": "가구당", "호": "호당",
}  # fmt: skip
"""What stands before an amount that is told by the time or the head."""

_BY_LENGTH = sorted(UNITS, key=len, reverse=True)
UNIT = "(?:" + "|".join(_BY_LENGTH) + ")"
"""A unit (no group)."""
_LENGTH = frozenset({*_LENGTHS, "㎞", "㎝"} - {"mm"})
_PER = ("hr", "sec", "min", "h", "s", "시간", "초", "분", "일", "명", "년", "인", "월")
UNIT_OR_RATE = rf"{UNIT}(?:/(?:{'|'.join(_PER)}|{UNIT}))?"
"""A unit, or one by another (no group)."""


def is_unit(written: str) -> bool:
    """Whether this is a unit, or one by another."""
    first, slash, second = written.partition("/")
    return first in UNITS and (not slash or second in UNITS or second in _PER)


def measured(number: str, unit: str) -> str:
    """A spoken number with a written unit behind it."""
    first, _, second = unit.partition("/")
    if second in SPEEDS and first in _LENGTH:
        return f"{SPEEDS[second]} {number} {UNITS[first]}"
    if second in PERIODS:
        return f"{PERIODS[second]} {number} {UNITS[first]}"
    below = f" 퍼 {UNITS[second]}" if second else ""
    return f"{number} {UNITS[first]}{below}"


def per(unit: str) -> str:
    """What is said before an amount for each of this unit, or in each such period."""
    return PERIODS.get(unit) or f"{UNITS.get(unit, unit)}당"
