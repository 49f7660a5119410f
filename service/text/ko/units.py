"""Units of measurement: as they are written, as they are said.

| written | spoken |
| --- | --- |
| 500㎖ · 85㎡ · 3.2MB | 오백 밀리리터 · 팔십오 제곱미터 · 삼 점 이 메가바이트 |
| 60km/h | 시속 육십 킬로미터 |
| 37.5℃ · -5℃ | 섭씨 삼십칠 점 오 도 · 섭씨 영하 오 도 |
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
    for mark, said in (("²", "제곱"), ("³", "세제곱"))
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
    "IU": "국제단위", "px": "픽셀", "rpm": "알피엠", "TEU": "티이유", "hPa": "헥토파스칼",
}  # fmt: skip

UNITS = _LENGTHS | _WEIGHTS | _VOLUMES | _POWERS | _DATA | _SIGNS
"""Written form to spoken name; letters are told apart by case."""

SPEEDS = {"h": "시속", "s": "초속", "hr": "시속", "sec": "초속", "min": "분속"}
"""What stands before a speed, by the letter behind the slash."""

_BY_LENGTH = sorted(UNITS, key=len, reverse=True)
UNIT = "(?:" + "|".join(_BY_LENGTH) + ")"
"""A unit (no group)."""
RATE = rf"{UNIT}/(?:hr|sec|min|h|s|일|명|년|{UNIT})"
"""A unit by another (no group)."""


def measured(number: str, unit: str) -> str:
    """A spoken number with a written unit behind it."""
    first, _, second = unit.partition("/")
    if second in SPEEDS:
        return f"{SPEEDS[second]} {number} {UNITS[first]}"
    below = f" 퍼 {UNITS.get(second, second)}" if second else ""
    return f"{number} {UNITS[first]}{below}"
