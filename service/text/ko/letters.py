"""Latin letters in Korean: words that are known, acronyms letter by letter, the rest by sound.

| written | spoken |
| --- | --- |
| WHO · R&D · mRNA · A/S | 더블유에이치오 · 알앤디 · 엠알엔에이 · 에이에스 |
| UNICEF · APEC | 유니세프 · 에이펙 |
| Global · Zoom | 글로벌 · 줌 |
| SmartFarm · eSports · NGOs | 스마트팜 · 이스포츠 · 엔지오스 |
| Jongno-gu · Gil-dong | 종로구 · 길동 |
| COVID-19 · KF94 · G20 · H5N1 | 코로나 십구 · 케이에프 구십사 · 지 이십 · 에이치오엔일 |
| D-2 비자 | 디이 비자 |
| A4 용지 | 에이포 용지 |
| 5G · PM2.5 · BA.5 · CO₂ | 오 지 · 피엠 이 점 오 · 비에이 점 오 · 이산화탄소 |
"""

import re

from service.text.ko.latin.acronyms import by_letters, is_by_letters, is_said_as_word
from service.text.ko.latin.romanised import hyphened
from service.text.ko.numbers import digits, sino
from service.text.ko.transliteration import by_sound
from service.text.lexicon import words
from service.text.rules import Match, Rule, rule

NAMES = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 "
        "더블유 엑스 와이 제트".split(),
        strict=True,
    )
)
_LONGEST_ACRONYM = 6
_LONGEST_MODEL = 5
_VOWELS = frozenset("aeiouyAEIOUY")
_SHORTEST_WORD = 3
_PLURAL = 4
_WORD_IN_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# eSports, iPad.
_LETTER_BEFORE_WORD = re.compile(r"[eimu](?=[A-Z][a-z]{2})")
_PLURAL_LETTERS = re.compile(r"[A-Z]{2,5}s")
_SMALL_DIGITS = {"₂": "2", "₃": "3"}
_RAISED = {"²": "제곱", "³": "세제곱"}


def spelled(letters: str) -> str:
    """Letters by their names."""
    return "".join(NAMES.get(letter.upper(), "") for letter in letters)


def word(text: str) -> str:
    """A Latin word as a Korean speaker says it."""
    if text.endswith("'s"):
        return word(text[:-2]) + "스"
    if len(text) == 1:
        return spelled(text)
    return _listed(text) or _of_parts(text) or _unknown(text)


def _of_parts(text: str) -> str:
    """Words and letters written as one: SmartFarm, eSports, NGOs; nothing when it is not."""
    if _LETTER_BEFORE_WORD.match(text):
        return spelled(text[0]) + word(text[1:])
    if _PLURAL_LETTERS.fullmatch(text):
        return spelled(text[:-1]) + "스"
    parts = _WORD_IN_WORD.findall(text)
    if len(parts) > 1 and all(len(each) >= _SHORTEST_WORD for each in parts):
        return "".join(word(each) for each in parts)
    return ""


def _unknown(text: str) -> str:
    if _is_acronym(text):
        return spelled(text)
    return by_letters(text) if is_by_letters(text) else by_sound(text)


def _listed(text: str) -> str:
    """What the lexicon has for a word, or for the one it is the plural of; else nothing."""
    known = words("ko")
    # Two capitals are letters, whatever small word they would make: CO, PM, US.
    is_pair = text.isupper() and len(text) == len("CO")
    listed = known.get(text) or (None if is_pair else known.get(text.lower()))
    if not listed and text.endswith("s") and text[:-1].lower() in known and len(text) > _PLURAL:
        listed = known[text[:-1].lower()] + "스"
    return listed or ""


def _is_acronym(text: str) -> bool:
    if not _VOWELS.intersection(text):
        return True
    if text.isupper():
        return not is_said_as_word(text)
    capitals = sum(letter.isupper() for letter in text)
    return len(text) <= _LONGEST_ACRONYM and capitals > 1 and not text[1:].istitle()


def _joined(match: Match) -> str:
    return f"{spelled(match.group(1))}앤{spelled(match.group(2))}"


def _numbered(match: Match) -> str:
    number = match.group(2)
    said = digits(number) if len(number) > _LONGEST_MODEL else sino(number)
    return f"{word(match.group(1))} {said}"


def _code(match: Match) -> str:
    """Letters and figures in turn: H5N1, B12, N95a."""
    parts = re.findall(r"[A-Za-z]+|\d+", match.group())
    return "".join(sino(part) if part[0].isdecimal() else spelled(part) for part in parts)


def _variant(match: Match) -> str:
    return f"{spelled(match.group(1))} 점 {sino(match.group(2))}"


def _lineage(match: Match) -> str:
    """The names of virus variants: B.1.1.7."""
    numbers = " 점 ".join(sino(part) for part in match.group(2).split("."))
    return f"{spelled(match.group(1))} 점 {numbers}"


def _between(match: Match) -> str:
    """2 and 4 stand for to and for: B2B, O2O, P4G."""
    middle = {"2": "투", "4": "포"}[match.group(2)]
    return f"{spelled(match.group(1))}{middle}{spelled(match.group(3))}"


def _formula(match: Match) -> str:
    mark = match.group(2)
    return f"{spelled(match.group(1))} {_RAISED.get(mark) or sino(_SMALL_DIGITS[mark])}"


def _word(match: Match) -> str:
    return word(match.group().replace("’", "'"))


def _korean_name(match: Match) -> str | None:
    return hyphened(match.group(1).lower(), match.group(2)) or None


_PAPERS = {"A3": "에이쓰리", "A4": "에이포", "A5": "에이파이브", "B4": "비포", "B5": "비파이브"}

CODES: tuple[Rule, ...] = (
    rule("word", r"(?<![A-Za-z\d-])([A-Z][a-z]{1,12})-([a-z]{2,6})(?![A-Za-z\d-])", _korean_name),
    rule(
        "acronym",
        r"(?<![A-Za-z\d])(?:A[345]|B[45])(?![A-Za-z\d]|등급|형)",
        lambda m: _PAPERS[m.group()],
    ),
    rule("acronym", r"(?<![A-Za-z])([A-Z])\s?&\s?([A-Z])(?![A-Za-z])", _joined),
    rule("acronym", r"(?<![A-Za-z])[A-Z]/[A-Z](?![A-Za-z\d])", lambda m: spelled(m.group())),
    rule("acronym", r"(?<![A-Za-z\d])([A-Z])([24])([A-Z])(?![A-Za-z\d])", _between),
    rule("acronym", r"(?<![A-Za-z])[A-Z]{1,3}\d{1,2}[A-Z]\d{0,2}(?![A-Za-z\d])", _code),
    rule("acronym", r"(?<![A-Za-z])([A-Z]{2})\.(\d{1,2}(?:\.\d)*)(?!\d)", _variant),
    rule("acronym", r"([A-Z]{1,4})([₂₃²³])", _formula),
    rule(
        "acronym",
        r"(?<![A-Za-z])([A-Z]{1,4})[-.](?=[가-힣A-Z][가-힣a-z])",
        lambda m: f"{word(m.group(1))} ",
    ),
    rule(
        "acronym",
        r"(?<![A-Za-z])(?:[eEmMuUiI])-(?=[A-Za-z가-힣])",
        lambda m: f"{spelled(m.group()[0])} ",
    ),
    rule(
        "acronym",
        r"(?<![A-Za-z])([A-Z]{1,3})\.(\d{1,3}(?:\.\d{1,3}){1,3})(?![\d.])",
        _lineage,
    ),
    rule(
        "acronym",
        r"(?<![A-Za-z])([A-H])-(\d{1,2})(?=\s?(?:비자|사증|체류|자격))",
        lambda m: f"{spelled(m.group(1))}{sino(m.group(2))}",
    ),
    rule(
        "acronym",
        r"(?<![A-Za-z])(D-|T-(?=\d{1,3}일))(\d{1,4})(?!\d)",
        lambda m: f"{spelled(m.group(1)[0])} 마이너스 {sino(m.group(2))}",
    ),
    rule(
        "acronym",
        r"(?<![A-Za-z])(?![kc]?m[23](?!\d))([A-Za-z]{1,20})[-.]?(\d{1,5}(?:\.\d+)?|\d{9,24})(?![\d,])",
        _numbered,
    ),
    rule("word", r"(?<![A-Za-z])([A-Za-z]{2,4})\.(?=\s?\d)", lambda m: f"{word(m.group(1))} "),
    rule("acronym", r"(?<=[A-Z])\+(?!\w)", lambda _: " 플러스"),
    rule("acronym", r"(?<=\d)[GDKA](?![A-Za-z])", lambda m: f" {spelled(m.group())}"),
    rule("acronym", r"(?:[A-Za-z]\.){2,12}", lambda m: spelled(m.group())),
)
"""Letters that belong to figures: tried before the figures are."""

RULES: tuple[Rule, ...] = (rule("word", r"[A-Za-z]{1,40}(?:['’][a-z]{1,2}(?![A-Za-z]))?", _word),)
