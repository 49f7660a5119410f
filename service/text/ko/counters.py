"""Numbers before counters: native for things that are counted one by one, else Sino-Korean.

| written | spoken |
| --- | --- |
| 3개, 2명, 7살, 5곳 | 세 개, 두 명, 일곱 살, 다섯 곳 |
| 3회, 65세, 3개월, 5위 | 삼 회, 육십오 세, 삼 개월, 오 위 |
| 구급차 5대 · 70대 · 5대 전략 · 3대 2 | 구급차 다섯 대 · 칠십 대 · 오대 전략 · 삼 대 이 |
| 3번 신청 · 3번 출구 | 세 번 신청 · 삼 번 출구 |
| 1~2명 | 한두 명 |

There is no regulation on which counters take native numbers; from forty on both are heard, and
Sino-Korean is said here, as in the news.
"""

import re

from service.text.ko.numbers import any_number, native, value

NATIVE = (
    "번째|가지|차례|시간|가구|군데|사람|마리|켤레|송이|그루|자루|바퀴|갈래|그릇|접시|개소|조각|종류|"
    "걸음|방울|포기|상자|박스|봉지|묶음|다발|마을|식구|단어|나라|꼭지|큰술|작은술|자리(?!수)|"
    "개(?!월|국|년|혁|정|편|선)|명(?!령|절|제|예)|살(?!균)|곳|건(?!강|물|의|설|축)|대(?!학|한|상|면|표|응|출|륙)|번|잔|"
    "권(?!역|고|한)|팀|척|벌(?!금)|채(?!용|널)|통(?!합|신|계|상)|쌍|줄|달(?!러|성)|배(?!상|정|포|우|당|려)|"
    "장(?!관|소|기|애|학|비|려|차|년|치)|석(?!유|사)|컵|끼|병(?!상|원|동|실|역)"
)
"""Counters that take native numbers, longer ones first (no group)."""

SINO = (
    "개월|개국|개년|학년|년도|주년|주기|분기|등급|순위|단계|호선|교시|퍼센트|킬로미터|센티미터|밀리미터|미터|"
    "킬로그램|그램|밀리리터|리터|톤|평|헥타르|세|회|일|주|층|차|인|쪽|년|분|초|호|도|위|급|점|면|매|박|기|부|"
    "인분|병상|종|조|항|편|과목|학점|센트|파운드|포인트|군"
)
"""Counters that take Sino-Korean numbers and are repeated in ranges (no group)."""

_PLAIN = frozenset(re.sub(r"\([^)]*\)", "", NATIVE).split("|"))
_MOST_NATIVE = 39
_ALWAYS_NATIVE = 99
_TEN = 10
_TWENTY = 20
_ONLY_SHORT = frozenset({"배", "장", "통", "석", "자리", "팀", "종류", "병"})
_NOT_TIMES = re.compile(
    r"\s?(?:출구|버스|국도|문항|문제|환자|확진자|게이트|창구|홈|트랙|타자|마을버스|유형)"
)
_NUMBERED = re.compile(r"(?:국도|버스|문항|기호|노선|번호|출구|전화|사례|환자)\s?$")
_GREAT = re.compile(
    r"\s?(?:전략|과제|분야|핵심|원칙|암|중점|목표|국정|추진|사업|질환|권역|범죄|폭력|국회|대통령|정책|개혁|"
    r"총선|대선|의무|방향|요인|거점|축|기관|위험|산업|강국|비급여|영역|실천|약속|혁신|만성|보험|주요|사회|제안|미래|"
    r"도시|종교|명절|회장|이사장|원장|총장|장관|왕)"
)
_MACHINES = re.compile(
    r"(?:차|버스|택시|트럭|기|컴퓨터|노트북|로봇|드론|카메라|전화|폰|단말|장비|오토바이|자전거|"
    r"시스템|텔레비전|피아노|총|각|약|최대)\s?$"
)
COUPLES = {
    (1, 2): "한두", (2, 3): "두세", (3, 4): "서너", (4, 5): "네다섯", (5, 6): "대여섯",
    (6, 7): "예닐곱", (7, 8): "일고여덟", (8, 9): "여덟아홉",
}  # fmt: skip
"""Neighbouring numbers that are one word before a native counter."""


def counted(number: str, counter: str, before: str, after: str) -> str:
    """A number and its counter; `before` and `after` are the text around them."""
    if not is_native(number, counter, before, after):
        return f"{any_number(number)} {counter}"
    count = value(number)
    if counter == "번째" and count == 1:
        return "첫 번째"
    return f"{native(count)} {counter}"


def is_native(number: str, counter: str, before: str, after: str) -> bool:
    """Whether the number is said in native Korean."""
    count = value(number)
    if before.rstrip().endswith("제") or not 0 < count <= _ALWAYS_NATIVE:
        return False
    if counter not in _PLAIN:
        return False
    if counter == "대":
        return _is_machine(count, before, after)
    if counter == "번":
        return count <= _MOST_NATIVE and not (_NOT_TIMES.match(after) or _NUMBERED.search(before))
    if counter in _ONLY_SHORT:
        return count < _TEN or (count <= _TWENTY and counter != "배")
    return count <= _MOST_NATIVE or counter == "살"


def _is_machine(count: int, before: str, after: str) -> bool:
    """대 counts machines; behind round numbers it is a decade, before a noun "the great"."""
    if _GREAT.match(after) or re.match(r"\s?\d", after):
        return False
    return count % _TEN != 0 or _MACHINES.search(before) is not None
