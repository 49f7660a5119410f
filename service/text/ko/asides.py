"""Brackets that only give a short name for later: nobody who listens needs them.

| written | spoken |
| --- | --- |
| 「건강보험법」(이하 “법”이라 한다)을 개정 | 건강보험법을 개정 |
| 국민건강보험공단(이하 ‘공단’)은 · 보건복지부(이하 복지부)는 | 국민건강보험공단은 · 보건복지부는 |
| 65세(이하 같다) · 3만 원(이하 생략) | 육십오 세, 이하 같다 · 삼만 원, 이하 생략 |
"""

from service.text.rules import Rule, rule

_QUOTED = r"[“\"‘'「][^()\n“”‘’\"']{1,40}[”\"’'」][^()\n]{0,12}"
_NAMED = r"[가-힣A-Za-z ]{1,40}이?라\s?(?:한다|함|칭한다|칭함|부른다)\.?"
_BARE = r"[가-힣A-Za-z]{2,15}(?=\)[가-힣])"

RULES: tuple[Rule, ...] = (
    rule(
        "silent",
        rf"\s?\(\s?이하\s?(?:{_QUOTED}|{_NAMED}|{_BARE})\)",
        lambda _: "",
        needs="(",
    ),
)
