"""Latin letters in Korean: words that are known, acronyms letter by letter, the rest by sound.

| written | spoken |
| --- | --- |
| WHO · R&D · mRNA | 더블유에이치오 · 알앤디 · 엠알엔에이 |
| UNICEF · APEC | 유니세프 · 에이펙 |
| Global · Zoom | 글로벌 · 줌 |
| COVID-19 · KF94 · G20 | 코로나 십구 · 케이에프 구십사 · 지 이십 |
"""

import re

from service.text.ko.numbers import sino
from service.text.ko.transliteration import by_sound
from service.text.lexicon import korean_words
from service.text.rules import Match, Rule, before, rule

NAMES = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 "
        "더블유 엑스 와이 제트".split(),
        strict=True,
    )
)
_LONGEST_ACRONYM = 6
_VOWELS = frozenset("aeiouyAEIOUY")


def spelled(letters: str) -> str:
    """Letters by their names."""
    return "".join(NAMES.get(letter.upper(), "") for letter in letters)


def word(text: str) -> str:
    """A Latin word as a Korean speaker says it."""
    known = korean_words().get(text.lower())
    if known:
        return known
    capitals = sum(letter.isupper() for letter in text)
    speakable = _VOWELS.intersection(text)
    if capitals == len(text) and len(text) <= _LONGEST_ACRONYM:
        return spelled(text)
    if not speakable or (capitals > 1 and len(text) <= _LONGEST_ACRONYM):
        return spelled(text)
    return by_sound(text)


def _joined(match: Match) -> str:
    return f"{spelled(match.group(1))}앤{spelled(match.group(2))}"


def _numbered(match: Match) -> str:
    decimal = sino(match.group(2))
    return f"{word(match.group(1))} {decimal}"


def _repeated(match: Match) -> str | None:
    """A bracket that says in Latin what the word before it says in Hangul is not read twice."""
    inside = "".join(word(part) for part in re.findall("[A-Za-z]+", match.group(1)))
    said = "".join(before(match).split())
    return "" if said.endswith(inside) else None


GLOSS = rule("silent", r"(?<=[가-힣])\s?\(([A-Za-z][A-Za-z .-]*)\)", _repeated)

RULES: tuple[Rule, ...] = (
    rule("acronym", r"(?<![A-Za-z])([A-Z])\s?&\s?([A-Z])(?![A-Za-z])", _joined),
    rule("acronym", r"(?<![A-Za-z])([A-Z]{1,4})[-.](?=[가-힣])", lambda m: f"{word(m.group(1))} "),
    rule("acronym", r"(?<![A-Za-z])([A-Za-z]+)-?(\d{1,4}(?:\.\d+)?)(?![\d,])", _numbered),
    rule("acronym", r"(?<=\d)G(?![A-Za-z])", lambda _: " 지"),
    rule("acronym", r"(?:[A-Z]\.){2,}", lambda match: spelled(match.group())),
    rule(
        "word", r"[A-Za-z]+(?:['’][a-z]{1,2})?", lambda match: word(match.group().replace("’", "'"))
    ),
)
