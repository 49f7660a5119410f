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
    "이나": ("이나", "나"),
    "나": ("이나", "나"),
}
# What may be added to some of them: 으로부터, 과의.
_ENDINGS = {"으로": ("서", "써", "부터", "는", "의", "도", "만"), "과": ("의", "는", "도")}
_PAIRS |= {
    form + ending: (first + ending, second + ending)
    for closed, endings in _ENDINGS.items()
    for first, second in (_PAIRS[closed],)
    for form in (first, second)
    for ending in endings
}
_FORMS = "|".join(sorted(_PAIRS, key=len, reverse=True))
PARTICLE = re.compile(rf"({_FORMS})(?=[\s.,)\]”’\"']|$)")
_RIEUL = 8


def fitting(particle: str, before: str) -> str:
    """The form of a particle that follows this spoken text; other words stay as they are."""
    last = next((letter for letter in reversed(before) if letter.isalnum()), "")
    if particle not in _PAIRS or not "가" <= last <= "힣":
        return particle
    coda = (ord(last) - 0xAC00) % 28
    closed = coda not in (0, _RIEUL) if particle.startswith(("으로", "로")) else coda != 0
    return _PAIRS[particle][0 if closed else 1]
