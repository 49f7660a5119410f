"""Arrows between figures of which one has a sign or words before it, and between words.

| written | spoken |
| --- | --- |
| △1.2% → 0.5% | 마이너스 일 점 이 퍼센트에서 영 점 오 퍼센트로 |
| 5%→△3% | 오 퍼센트에서 마이너스 삼 퍼센트로 |
| 1분기 △1.2% → 2분기 +0.7% | 일분기 마이너스 일 점 이 퍼센트에서 이분기 플러스 영 점 칠 퍼센트로 |
| A등급→B등급 · 서울→부산 | 에이등급에서 비등급으로 · 서울에서 부산으로 |
| 신청→심사→결정 | 신청, 심사, 결정 (steps) |
"""

import re

from service.text.ko.letters import spelled
from service.text.ko.numbers import AMOUNT, NUMBER
from service.text.ko.particles import fitting
from service.text.ko.quantities import ARROWS, WHAT, said
from service.text.rules import Match, Rule, after, before, rule

_ARROW = rf"\s?[{ARROWS}]\s?"
_SIGN = r"(?:(?<![\w)]){}(?P<{}>[-−–+△▲▼▽])(?:(?<=[△▼▽])\s)?)?"
_START = r"(?<![\d.,A-Za-z])"
# What a figure stands for, before it: 2분기 +0.7%, ’23년 0.8%.
_LEAD = (
    r"(?P<lead>(?:(?:[’'‘]|20)\d\d년?(?:\s?[1-4]분기|\s?\d{1,2}월|\s?[상하]반기)?|[1-4]분기|[상하]반기"
    r"|\d{1,2}월)\s)?"
)
_HEADS = re.compile(rf"(?P<arrow>[{ARROWS}])\s?{_LEAD}$")
_MARKS = {"+": "플러스", "▲": "플러스"}
_OWN = re.compile(r"(?:으로|로)(?![가-힣]{2})")
_WORD = r"[A-Z]?[가-힣]{1,8}"
_FIGURE_END = re.compile(
    rf"(?P<sign>[-−–+△▲▼▽](?:(?<=[△▼▽])\s)?)?{_START}\d[\d.,]{{0,15}}\s?[^\s\d{ARROWS}]{{1,10}}(?:\s?원)?$"
)
_STEPS = re.compile(rf"[{ARROWS}]")


def _signed(sign: str | None, match: Match) -> str:
    head = f"{_MARKS.get(sign, '마이너스')} " if sign else ""
    return head + said(match.group("number"), match.group("unit"))


def _from(match: Match) -> str | None:
    """The first figure and its arrow; plain figures on both sides are left to another rule."""
    part = match.groupdict()
    if not (part["sign"] or part["to"] or part["lead"]):
        return None
    return f"{_signed(part['sign'], match)}에서 "


def _to(match: Match) -> str | None:
    """The figure that an arrow and perhaps words lead to, where the first figure was read here."""
    left = before(match)[-32:]
    head = _HEADS.search(left)
    first = _FIGURE_END.search(left[: head.start()].rstrip()) if head else None
    if not head or not first or not (first["sign"] or head["lead"] or match.group("sign")):
        return None
    spoken = _signed(match.group("sign"), match)
    return spoken + ("" if _OWN.match(after(match)) else fitting("으로", spoken))


def _words(match: Match) -> str | None:
    """From one word to another; more arrows than one are the steps of a procedure."""
    around = before(match)[-40:] + after(match)[:40]
    if _STEPS.search(around):
        return None
    word = match.group(1)
    letters = re.match(r"[A-Z]*", word)
    length = letters.end() if letters else 0
    spoken = spelled(word[:length]) + word[length:]
    own = spoken.endswith("로") and len(word) > 1
    return f"에서 {spoken}{'' if own else fitting('으로', spoken)}"


FIGURES: tuple[Rule, ...] = (
    rule(
        "range",
        rf"{_SIGN.format('', 'sign')}{_START}(?P<number>{AMOUNT})\s?(?P<unit>{WHAT}){_ARROW}"
        rf"(?={_LEAD}(?P<to>[-−–+△▲▼▽]\s?)?{NUMBER}\s?[^\s\d,.:/)~-])",
        _from,
        needs=ARROWS,
    ),
    rule(
        "range",
        rf"{_SIGN.format('', 'sign')}{_START}(?P<number>{AMOUNT})\s?(?!분기|년)(?P<unit>{WHAT})",
        _to,
        needs=ARROWS,
    ),
)
"""Tried before dates, which take the words before a figure, and before plain figures."""

WORDS: tuple[Rule, ...] = (
    rule(
        "range",
        rf"(?<=[가-힣A-Z])[→➔➜]({_WORD})(?![가-힣A-Za-z\d])",
        _words,
        needs=ARROWS,
    ),
    rule(
        "range",
        r"(?<=등급)\s[→➔➜]\s([A-Z가-힣]{0,3}등급)(?![가-힣A-Za-z\d])",
        _words,
        needs=ARROWS,
    ),
)
"""Tried before the letters of the second word are read."""
