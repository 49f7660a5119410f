"""Hanja in Hangul, with the initial-sound rule (한글 맞춤법 10-12항) and 율/률 (11항 붙임 1).

| written | spoken |
| --- | --- |
| 前 장관 · 韓·美 · 全 국민 | 전 장관 · 한미 · 전 국민 |
| 年 3.5% · 老老케어 · 男女 | 연 삼 점 오 퍼센트 · 노노케어 · 남녀 |
| 失敗率 · 合格率 | 실패율 · 합격률 |
| 李 장관 · 첨부(添附) | 이 장관 · 첨부 |
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from service.text.ko.sounds import coda, initial_form
from service.text.rules import Match, Rule, before, rule

_FILE = "hanja.tsv"
_HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # with the compatibility forms
# Words whose first sound is no longer the one of the table; surnames and idioms.
_WORDS = {"金": "김", "不同": "부동", "不當": "부당", "不正": "부정", "不足": "부족"}
_NIEUN = 4


@cache
def _readings() -> Mapping[str, str]:
    data = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in data.splitlines() if not line.startswith("#"))
    found: dict[str, str] = {}
    for reading, letters in rows:
        for letter in letters:
            found.setdefault(letter, reading)
    return found


def hangul(word: str, left: str = "") -> str:
    """A run of hanja in Hangul; `left` is what stands directly in front of it."""
    said = ""
    for at, letter in enumerate(word):
        reading = _readings().get(letter, "")
        starts = not (said or _is_hangul(left[-1:])) or (at == 1 and word[0] == letter)
        said += initial_form(reading) if starts and reading else _inside(reading, said or left)
    return said


def _inside(reading: str, left: str) -> str:
    """렬 and 률 are 열 and 율 behind a vowel or ㄴ."""
    if reading not in ("렬", "률") or not left or coda(left[-1]) not in (0, _NIEUN):
        return reading
    return initial_form(reading)


def _is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _read(match: Match) -> str:
    word = match.group()
    return _WORDS.get(word) or hangul(word, before(match))


RULES: tuple[Rule, ...] = (
    rule("silent", rf"(?<=[가-힣])\([{_HANJA}][{_HANJA} ·]*\)", lambda _: ""),
    rule("hanja", rf"(?<=[{_HANJA}])[·‧․・ㆍ•∙](?=[{_HANJA}])", lambda _: ""),
    rule("hanja", rf"[{_HANJA}]+", _read),
)
