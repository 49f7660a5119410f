"""Particles that fit the sound before them (한글 맞춤법 and 표준 발음: by the final consonant).

| written | spoken |
| --- | --- |
| 84%이 | 팔십사 퍼센트가 |
| MOU을 | 엠오유를 |
| 3km으로 | 삼 킬로미터로 |
"""

import re

_PAIRS = {
    "이": ("이", "가"),
    "가": ("이", "가"),
    "은": ("은", "는"),
    "는": ("은", "는"),
    "을": ("을", "를"),
    "를": ("을", "를"),
    "과": ("과", "와"),
    "와": ("과", "와"),
    "으로": ("으로", "로"),
    "로": ("으로", "로"),
}
PARTICLE = re.compile(r"(으로|이|가|은|는|을|를|과|와|로)(?=[\s.,)\]”’\"']|$)")
_RIEUL = 8


def fitting(particle: str, before: str) -> str:
    """The form of a particle that follows this spoken text; other words stay as they are."""
    last = next((letter for letter in reversed(before) if letter.isalnum()), "")
    if particle not in _PAIRS or not "가" <= last <= "힣":
        return particle
    coda = (ord(last) - 0xAC00) % 28
    closed = coda not in (0, _RIEUL) if particle in ("으로", "로") else coda != 0
    return _PAIRS[particle][0 if closed else 1]
