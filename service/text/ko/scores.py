"""Scores, grades and what indices have gained: figures with marks that mean something only there.

| written | spoken |
| --- | --- |
| 1++ 등급 · 1+등급 | 일 투플러스 등급 · 일 플러스 등급 |
| AA- 등급 · BBB+로 | 에이에이 마이너스 등급 · 비비비 플러스로 |
| 2,593.27(+12.3p) · 35.2p | … 플러스 십이 점 삼 포인트 · 삼십오 점 이 포인트 |
| 세트스코어 3-1 · 3:2(25-20) | 세트스코어 삼 대 일 · 삼 대 이, 이십오 대 이십 |
| 9초83 · 1분 45초 27 | 구 초 팔삼 · 일 분 사십오 초 이칠 |
| 버전 3.1.2 · 12p | 버전 삼 점 일 점 이 · 십이 쪽 |
"""

import re

from service.text.ko.letters import spelled
from service.text.ko.numbers import NUMBER, digits, sino
from service.text.rules import Match, Rule, after, before, rule

_SIGNS = {"+": "플러스", "-": "마이너스", "−": "마이너스", "△": "마이너스", "▲": "플러스"}
_SCORED = re.compile(
    r"(?:스코어|점수|점수는|경기에서|결승에서|\d\s?[:대]\s?\d)\s?\(?(?:\d{1,2}-\d{1,2},\s?){0,6}$"
)


def _grade_of_meat(match: Match) -> str:
    return f"일 {'투플러스' if match.group(1) == '++' else '플러스'}{_room(match)}"


def _rating(match: Match) -> str:
    return f"{spelled(match.group(1))} {_SIGNS[match.group(2)]}{_room(match)}"


def _room(match: Match) -> str:
    return " " if after(match).startswith(("등급", "학점", "한우")) else ""


def _points(match: Match) -> str:
    sign = f"{_SIGNS[match.group(1)]} " if match.group(1) else ""
    return f"{sign}{sino(match.group(2))} 포인트"


def _score(match: Match) -> str | None:
    """Two results with a dash, where the words before show that somebody has played."""
    if not _SCORED.search(before(match)[-60:]):
        return None
    return f"{sino(match.group(1))} 대 {sino(match.group(2))}"


def _record(match: Match) -> str:
    """Hundredths of a second are said figure by figure."""
    return f"{sino(match.group(1))} 초 {digits(match.group(2), '영')}"


def _version(match: Match) -> str:
    return " 점 ".join(sino(part) for part in match.group().split("."))


RULES: tuple[Rule, ...] = (
    rule(
        "grade", r"(?<![\d.,+])1(\+{1,2})(?=\s?(?:등급|한우|[(),/·]|$))", _grade_of_meat, needs="+"
    ),
    rule(
        "grade",
        r"(?<![A-Za-z])([A-C]{1,3})([-+−])(?=\s?(?:등급|학점)|[→)]|에서|으?로[\s,.]|로의)",
        _rating,
        needs="-+−",
    ),
    rule(
        "quantity",
        rf"(?:(?<![\w)])([-+−△▲]))?(?<![\d.,])(\d{{1,3}}(?:,\d{{3}}){{0,3}}\.\d{{1,3}}|(?<=[-+−△▲]){NUMBER})\s?p(?![A-Za-z])",
        _points,
        needs="p",
    ),
    rule("quantity", r"(?<![\w.,])(\d{1,3})p(?!\w)", lambda m: f"{sino(m.group(1))} 쪽", needs="p"),
    rule("ratio", r"(?<![\d.-])(\d{1,2})-(\d{1,2})(?![\d.-])", _score, needs="-"),
    rule("time", r"(?<![\d.])(\d{1,2})초(\d{2})(?![\d.]|[가-힣])", _record, needs="초"),
    rule("time", r"(?<=분 )(\d{1,2})초\s(\d{2})(?![\d.]|[가-힣])", _record, needs="초"),
    rule(
        "number",
        r"(?:(?<=버전 )|(?<=[Vv]er\.)|(?<=[Vv]er\. )|(?<=[Vv]er )|(?<=\bv)|(?<=\bV))"
        r"\d{1,3}(?:\.\d{1,3}){2,3}(?![\d.]\d)",
        _version,
        needs=".",
    ),
)
