"""Marks: what they stand for, a short break, or nothing.

| written | spoken |
| --- | --- |
| ※ 문의 | 참고, 문의 |
| 읍·면·동 · 기업·대학·병원 | 읍면동 · 기업, 대학, 병원 |
| ㈜유한양행 · (재)한국장학재단 | 주식회사 유한양행 · 재단법인 한국장학재단 |
| 18세~ · 서울~부산 | 십팔 세부터 · 서울에서 부산 |
| <주요 내용> · 【붙임】 · /// | 주요 내용 · 붙임 · (silent) |
| 바이오 클러스터(Bio Cluster) · 밀리미터(㎜) | 바이오 클러스터 · 밀리미터 |
| 보건복지부(보건복지부) | 보건복지부 |
| 세계보건기구(World Health Organization, WHO) | 세계보건기구, 더블유에이치오 |
| 시속 60km/h | 시속 육십 킬로미터 |
| MOU을(를) · 병원을(를) | 엠오유를 · 병원을 |
| OOO 장관 · 김XX 씨 · ○○시 | 장관 · 김 모 씨 · 모 시 |
| 3×4 · 해당 × | 삼 곱하기 사 · 해당 엑스 |
"""

import re

from service.text.ko.letters import word
from service.text.ko.likeness import sounds_like
from service.text.ko.particles import fitting
from service.text.ko.transliteration import by_sound
from service.text.ko.units import UNIT, UNITS
from service.text.rules import Match, Rule, after, before, fixed, rule

_DOTS = "·․•"
_WORD_END = re.compile(r"[가-힣A-Za-z\d&-]*$")
_WORD_BEGIN = re.compile(r"[가-힣A-Za-z\d&-]*")
_WORDS = {
    "※": "참고, ",
    "㈜": "주식회사 ",
    "(주)": "주식회사 ",
    "㈔": "사단법인 ",
    "(사)": "사단법인 ",
    "(재)": "재단법인 ",
    "(의)": "의료법인 ",
    "(유)": "유한회사 ",
    "(복)": "사회복지법인 ",
    "↑": " 증가",
    "↓": " 감소",
    "→": ", ",
    "↔": ", ",
    "≒": " 약 ",
    "⇒": ", ",
    "➡": ", ",
    "&": " 앤 ",
    "×": " 엑스",
    "÷": " 나누기 ",
    "√": " 루트 ",
    "±": " 플러스마이너스 ",
    "%": " 퍼센트",
    "％": " 퍼센트",
    "℃": " 도",
    "@": " 골뱅이 ",
    "㎡": " 제곱미터",
    "㎥": " 세제곱미터",
    "㎏": " 킬로그램",
    "㎞": " 킬로미터",
    "$": " 달러",
    "€": " 유로",
    "α": "알파",
    "β": "베타",
    "γ": "감마",
    "°": " 도",
    "δ": "델타",
    "ο": "오미크론",
    "Ω": "오메가",
} | {sign: f" {said}" for sign, said in UNITS.items() if len(sign) == 1 and "㎀" <= sign <= "㏟"}
# Alone these mean nothing to the ear; with something to compare or to add they are words.
_PLUS = r"(?<=[\w%])\s?[+＋]\s?(?=[\w])"
_LONGEST_GLOSS = 60
_EITHER = {
    f"{pair[at]}({pair[1 - at]})": pair[at]
    for pair in ("을를", "은는", "이가", "과와")
    for at in (0, 1)
}


def _gloss(match: Match) -> str | None:
    """A bracket that repeats the Korean before it in Latin letters is not read twice."""
    inside = re.findall(r"[A-Za-z]+", match.group(1))
    spoken = "".join(word(each) for each in inside)
    said = before(match).replace(" ", "")
    if said.endswith(spoken):
        return ""
    if not all(each[1:].islower() for each in inside):
        return None
    name = "".join(re.findall(r"[가-힣]+", before(match))[-len(inside) :])
    guess = "".join(by_sound(each) for each in inside)
    return "" if sounds_like(name, spoken) or sounds_like(name, guess) else None


def _same(match: Match) -> str | None:
    """A bracket that repeats the word before it is not read; what else it holds is."""
    said = before(match).replace(" ", "").endswith(match.group(1).replace(" ", ""))
    return ("" if match.group(2) else ", ") if said else None


def _unit_gloss(match: Match) -> str | None:
    said = before(match).replace(" ", "")
    return "" if said.endswith(UNITS[match.group(1)].replace(" ", "")) else None


def _either(match: Match) -> str:
    """A particle in both its forms, 을(를): the one that fits; behind figures that comes later."""
    first = _EITHER.get(match.group(), "로")
    return fitting(first, before(match))


def _somebody(match: Match) -> str | None:
    """A name of which only the first syllable is told: 김○○ 씨."""
    return " 모" if re.search(r"(?<![가-힣])[가-힣]$", before(match)) else None


def _open(match: Match) -> str:
    """Round brackets are a break; the others are labels and titles, which go on."""
    return ", " if match.group() in "({" else " "


def _dot(match: Match) -> str:
    """Between single syllables (읍·면·동) nothing is heard, between words a short break.

    Between somebody's age and sex (20대·여) is a break too.
    """
    is_person = re.search(r"\d[대세]$", before(match)) and re.match("[남여]", after(match))
    return "" if _shortest_beside(match) == 1 and not is_person else ", "


def _mixed_dot(match: Match) -> str:
    """The same where one of them is written in Latin letters: 반도체·AI; but A·B형, 한·EU."""
    return " " if _shortest_beside(match) == 1 else ", "


def _shortest_beside(match: Match) -> int:
    """Characters of the shorter of both words."""
    words = _WORD_END.search(before(match)), _WORD_BEGIN.match(after(match))
    return min(len(word.group()) if word else 0 for word in words)


def _close(match: Match) -> str:
    """A particle follows a closing bracket without a break; so does what a label stands in."""
    if "가" <= after(match).lstrip("」』〉》>”’")[:1] <= "힣":
        return ""
    is_first = match.string[:40].lstrip()[:1] in tuple("[〔【〈<《")
    return ", " if match.group() in ")}" or is_first else " "


GLOSSES: tuple[Rule, ...] = (
    rule(
        "silent",
        rf"(?<=[가-힣])\s?\(([A-Za-z][A-Za-z .-]{{0,{_LONGEST_GLOSS}}})\)",
        _gloss,
        needs="(",
    ),
    rule(
        "silent",
        r"(?<=[가-힣])\s?\(([가-힣]{2,20}(?: [가-힣]{1,20}){0,4})(?:(\))|,\s)",
        _same,
        needs="(",
    ),
    rule(
        "silent",
        r"(?<=[가-힣])\s?\([A-Z][a-z]+ [A-Za-z '’&-]{2,80},\s?(?=[A-Z][A-Za-z&\d-]{1,9}\))",
        lambda _: ", ",
        needs="(",
    ),
    rule("silent", rf"(?<=[가-힣])\s?\(({UNIT})\)", _unit_gloss, needs="("),
    rule(
        "silent",
        r"(?:[시초분]속)\s?(?=\d[\d,.]{0,8}\s?(?:km|㎞|m)/(?:hr|h|sec|s|min)(?![A-Za-z]))",
        lambda _: "",
    ),
    rule(
        "word",
        r"(?<=[가-힣])(?:[○◯△□]{1,3}|O{2,3}|X{2,3}|×{2,3}|\*{2,3})(?=\s?(?:씨|군|양)(?![가-힣]{2})|\s?\(\d\d세?[,)]|\s(?:할머니|할아버지|어르신))",
        _somebody,
        needs="○◯△□OX×*",
    ),
    rule(
        "word",
        r"(?<![가-힣A-Za-z○◯])(?:[○◯]{2,3}|O{2,3}|X{2,3})"
        r"(?=(?:시|군|구|도|동|읍|면|은행|기업|회사|병원|학교|대학교?|업체|사단|부대|구청|시청|군청)"
        r"(?:[은는이가을를의에와과로]|에서는?)?(?![가-힣]))",
        lambda _: "모 ",
        needs="○◯OX",
    ),
    rule("silent", r"(?<![A-Za-z])(?:O{2,6}|X{2,6})(?![A-Za-z])", lambda _: ""),
    rule(
        "text",
        r"(?<=[가-힣A-Za-z\d%)])(?:"
        + "|".join(re.escape(each) for each in _EITHER)
        + r"|으?로\(으로\)|으로\(로\)|\(으\)로)(?![가-힣])",
        _either,
        needs="(",
    ),
)
"""Brackets to be left out: tried before the words in them are read."""

RULES: tuple[Rule, ...] = (
    rule(
        "silent",
        r"(?<![가-힣ㄱ-ㅎ])ㅇ(?![가-힣ㄱ-ㅎ])|^\s*[-–—]\s*\d{1,3}\s*[-–—]\s*$",
        lambda _: "",
    ),
    rule("silent", r"/{2,}|^\s*[*＊]{1,4}|[○◯△□XＸ×]{2,}", lambda _: ""),
    rule("silent", r"(?<=[가-힣])\s?=\s?(?=[가-힣])", lambda _: ", ", needs="="),
    rule("silent", r"(?<=[가-힣A-Za-z\d])_+(?=[가-힣A-Za-z\d])", lambda _: " ", needs="_"),
    rule("text", r"\s?=\s?", lambda match: f"{fitting('는', before(match))} ", needs="="),
    rule("symbol", r"[○◯]\s?[/·]\s?[×X]", lambda _: "오엑스", needs="×X"),
    rule("symbol", r"(?<=[^\s(,/|·])\s?×\s?(?=[\w($€£₩￦])", lambda _: " 곱하기 ", needs="×"),
    fixed("symbol", _WORDS),
    rule("symbol", _PLUS, lambda _: " 플러스 ", needs="+＋"),
    rule("symbol", r"(?<=[가-힣])[+＋](?![\w+＋])", lambda _: " 플러스", needs="+＋"),
    rule(
        "range",
        r"(?<=[가-힣A-Z\dⅠ-Ⅻ①-⑳㉠-㉻ⓐ-ⓩ])\s?~\s?(?=[\d가-힣A-ZⅠ-Ⅻ①-⑳㉠-㉻ⓐ-ⓩ])",
        lambda _: "에서 ",
        needs="~",
    ),
    rule("range", r"(?<=[가-힣\d])~(?=[\s,)]|$)", lambda _: "부터 ", needs="~"),
    rule("silent", rf"(?<=[가-힣])[{_DOTS}](?=[가-힣])", _dot, needs=_DOTS),
    rule(
        "silent",
        rf"(?<=[가-힣A-Za-z\d])[{_DOTS}](?=[가-힣A-Za-z])",
        _mixed_dot,
        needs=_DOTS,
    ),
    rule("silent", r"(?<=\w)\.(?=\w)", lambda _: ", "),
    rule("silent", rf"(?<=\d)[{_DOTS}](?=\d)", lambda _: ", ", needs=_DOTS),
    rule("silent", rf"(?<=\S)[{_DOTS}](?=\S)", lambda _: " ", needs=_DOTS),
    rule("symbol", r"(?<=\d)[-–](?=\d)", lambda _: " 다시 "),
    rule(
        "silent",
        r"[.](?=[”’\"'」』]+\s?(?:이?라고|이?라며|이?라는|고\s|며\s|면서))",
        lambda _: "",
        needs="”’\"'」』",
    ),
    rule("silent", r"[(\[〔【〈<《{]", _open, needs="([〔【〈<《{"),
    rule("silent", r"[)\]〕】〉>》}]", _close, needs=")]〕】〉>》}"),
    rule("silent", r"\s[-–—―]\s|[:;：]|/|\s?[|│]\s?|—|―", lambda _: ", "),
    rule("silent", r"…|‥|\.{2,}", lambda _: ", ", needs="…‥."),
    rule("silent", r"(?<=\w)[-–](?=\w)", lambda _: " "),
)

# What is left when everything else has been read is not heard at all.
LEFT_OVER = rule("silent", r"[^가-힣ㄱ-ㅎㅏ-ㅣ\s.,!?]", lambda _: "")
