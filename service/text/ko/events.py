"""Days that gave events their name.

| written | spoken |
| --- | --- |
| 3·1절 · 6·25전쟁 · 5.18 민주화운동 | 삼일절 · 육이오전쟁 · 오일팔 민주화운동 |
| 6·27 대출규제 · 5.18 유공자 | 육이칠 대출규제 · 오일팔 유공자 |
| 6·10 민주항쟁 · 12·12 사태 | 육십 민주항쟁 · 십이십이 사태 |
"""

import re

from service.text.ko.numbers import digits, sino
from service.text.rules import Match, Rule, after, before, rule

_DOTS = "·‧․・ㆍ•∙."
# What such a day is followed by.
_KINDS = (
    "절|운동|묘지|특사|유족|추념|법난|평양|"
    "만세|혁명|전쟁|참전|부정선거|학도|후퇴|부동산|경축|민주|항쟁|사태|사건|참사|테러|선언|합의|성명|공동|남북|의거|대책|비상계엄|"
    "계엄|총선|대선|지방선거|보궐|재보|정신|기념|광복|독립|이태원|세월호|군사|학살|유공자|해방|생명안전|규제|교육개혁|희생|부마|판문점|학생독립|수복|조치|전투"
)
_KNOWN = "3·1 4·3 4·16 4·19 5·16 5·18 6·10 6·25 8·15 9·11 10·26 10·29 12·3 12·12".split()
# Two numbers side by side that count something are no day: 3·4학년, 2·15동.
_COUNTER = re.compile(
    r"\s?(?:(?:학년|단계|단지|구역|블록|공구|호선|교시|지구|라인|가지|퍼센트|시간|주간|개월|년도)"
    r"|(?:세|주|번|층|대|년|동|회|인|조|항|기|부|과|반|팀|만|천|백|위|점|군|권|곳|쪽|면|관|장|절|살|달|시|분)"
    r"(?![가-힣]{2}))"
)
_POLICY = re.compile(r"\s?[가-힣][가-힣 ]{0,20}(?:대책|방안|선언|합의|조치)")
_PLACE = re.compile(r"제주\s?$")
_TEN, _TWELVE, _LAST = 10, 12, 31


def _event(match: Match) -> str | None:
    month, day = int(match.group(1)), int(match.group(2))
    is_dotted = "." not in match.group()  # 4.3 alone may be a figure
    is_named = (
        bool(match.group(3))
        or _PLACE.search(before(match))
        or (is_dotted and (f"{month}·{day}" in _KNOWN or _is_day(match, month, day)))
    )
    if not is_named or not 0 < month <= _TWELVE:
        return None
    both_ten = day == _TEN or (month, day) == (_TWELVE, _TWELVE)
    return sino(str(month)) + (sino(str(day)) if both_ten else digits(str(day)))


def _is_day(match: Match, month: int, day: int) -> bool:
    """Whether two numbers that count nothing name what comes behind, as a day does."""
    rest = after(match)
    if _COUNTER.match(rest) or not re.match(r"\s?[가-힣]{2}", rest) or day > _LAST:
        return False
    is_day_only = day > _TWELVE and month + 1 < day
    return is_day_only or bool(_POLICY.match(rest))


RULES: tuple[Rule, ...] = (
    rule(
        "event",
        rf"(?<![\d.])(\d\d?)[{_DOTS}](\d\d?)(?![\d.%]|\s?(?:[월일명개건호급종]|차(?!례)))(?=\s?({_KINDS})|)",
        _event,
    ),
)
