"""Hanja in Hangul, with the initial-sound rule (한글 맞춤법 10-12항) and 율/률 (11항 붙임 1).

| written | spoken |
| --- | --- |
| 前 장관 · 韓·美 · 全 국민 | 전 장관 · 한미 · 전 국민 |
| 年 3.5% · 老老케어 · 男女 | 연 삼 점 오 퍼센트 · 노노케어 · 남녀 |
| 失敗率 · 合格率 | 실패율 · 합격률 |
| 李 장관 · 첨부(添附) | 이 장관 · 첨부 |
| 㪍 장관 | 한자 장관 |

The table has the hanja of KS X 1001, among them the 1,800 of basic education, and newer forms of
some. What is not in it is said as 한자, once for several side by side, so that a listener knows
that something stands there; the candidates for the lexicon list it.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from service.text.ko.sounds import coda, initial_form
from service.text.rules import Match, Rule, before, rule

_FILE = "hanja.tsv"
_HANJA = "\u3400-\u4dbf\u4e00-\u9fff"
_CODES = range(0x3400, 0xA000)
# Letters that have another reading in these words, and the month names.
_WORDS = {
    "更新": "갱신", "更生": "갱생", "更年": "갱년", "更迭": "경질",
    "復興": "부흥", "復活": "부활", "音樂": "음악", "樂器": "악기", "惡化": "악화",
    "容易": "용이", "安易": "안이", "簡易": "간이", "難易": "난이", "敗北": "패배", "省略": "생략",
    "相殺": "상쇄", "遊說": "유세", "一切": "일체", "便所": "변소", "洞察": "통찰", "降伏": "항복",
    "投降": "투항", "率先": "솔선", "統率": "통솔", "輕率": "경솔", "自轉車": "자전거",
    "人力車": "인력거", "六月": "유월", "十月": "시월", "契丹": "거란", "憎惡": "증오",
    "嫌惡": "혐오", "布施": "보시", "龜裂": "균열", "刺戟": "자극", "標識": "표지", "吏讀": "이두",
    "暴惡": "포악", "暴棄": "포기", "索漠": "삭막", "塞翁": "새옹", "要塞": "요새", "拓本": "탁본",
    "推敲": "퇴고", "金氏": "김씨", "生辰": "생신", "牡丹": "모란", "賞狀": "상장", "令狀": "영장",
    "答狀": "답장", "招請狀": "초청장", "招待狀": "초대장", "告訴狀": "고소장", "砂糖": "사탕",
    "雪糖": "설탕", "減殺": "감쇄", "殺到": "쇄도", "刺殺": "척살",
}  # fmt: skip
_LONGEST_WORD = 3
UNKNOWN = "한자"
"""What is said for hanja without a reading."""
_SURNAME = {"金": "김"}
# Counters keep their sound behind a figure (한글 맞춤법 10항 다만).
_COUNTERS = {"年": "년", "里": "리", "兩": "냥"}
_NIEUN = 4
# 不 is 부 before ㄷ and ㅈ.
_BEFORE_BU = range(ord("다"), ord("따")), range(ord("자"), ord("짜"))


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
    if left[-1:].isdecimal() and word in _COUNTERS:
        return _COUNTERS[word]
    said = ""
    at = 0
    while at < len(word):
        part = _longest_known(word, at)
        said = _with(said, _WORDS.get(part) or _letter(word, at, said, left))
        at += len(part)
    return said


def _with(said: str, reading: str) -> str:
    """What was said so far and one reading more; what is unknown is said once."""
    if reading:
        return said + reading
    return said if said.endswith(UNKNOWN) else said + UNKNOWN


def is_known(letter: str) -> bool:
    """Whether a hanja has a reading."""
    return letter in _readings()


def _longest_known(word: str, at: int) -> str:
    found = (word[at : at + length] for length in range(_LONGEST_WORD, 1, -1))
    return next((part for part in found if part in _WORDS), word[at])


def _letter(word: str, at: int, said: str, left: str) -> str:
    letter = word[at]
    reading = _readings().get(letter, "")
    if letter == "不" and _softens(word[at + 1 : at + 2]):
        reading = "부"
    starts = not (said or _is_hangul(left[-1:])) or (at == 1 and word[0] == letter)
    return initial_form(reading) if starts and reading else _inside(reading, said or left)


def _softens(letter: str) -> bool:
    reading = _readings().get(letter, "")
    return bool(reading) and any(ord(reading) in sounds for sounds in _BEFORE_BU)


def _inside(reading: str, left: str) -> str:
    """렬 and 률 are 열 and 율 behind a vowel or ㄴ."""
    if reading not in ("렬", "률") or not left or coda(left[-1]) not in (0, _NIEUN):
        return reading
    return initial_form(reading)


def _is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _read(match: Match) -> str:
    word = match.group()
    return _SURNAME.get(word) or hangul(word, before(match))


RULES: tuple[Rule, ...] = (
    rule("silent", rf"(?<=[가-힣])\([{_HANJA}][{_HANJA} ·]*\)", lambda _: "", needs="("),
    rule("hanja", rf"(?<=[{_HANJA}])[·‧․・ㆍ•∙](?=[{_HANJA}])", lambda _: "", needs="·․•"),
    rule("hanja", rf"[{_HANJA}]+", _read, needs=_CODES),
)
