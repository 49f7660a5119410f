"""Telephone numbers, digit by digit.

| written | spoken |
| --- | --- |
| 044-202-2110 | 공사사 이공이 이일일공 |
| 129, 1339 (called) | 일이구, 일삼삼구 |
| ☎129 | 전화 일이구 |
"""

import re

from service.text.ko.numbers import digits
from service.text.rules import Match, Rule, rule

_DASH = r"[-‐‑–.)]\s?"
# Hotlines that everybody calls by their digits.
_HOTLINES = "129|119|112|1339|1393|1366|1388|1577|1345|110|120|118|117|182|131|132|1331|1355|1350"
_CALLED = r"(?=\s?(?:콜센터|상담|번으로|로 |번 |구급|신고|전화|\)|에 전화|보건복지))"


def _number(match: Match) -> str:
    head = "국가번호 " if match.group().startswith("+") else ""
    groups = re.findall(r"\d+", match.group())
    return head + " ".join(digits(group) for group in groups)


def _hotline(match: Match) -> str:
    return f"{'전화 ' if match.group(1) else ''}{digits(match.group(2))}"


RULES: tuple[Rule, ...] = (
    rule("telephone", r"\+\d{1,3}[- ]\d{1,3}[- ]\d{3,4}[- ]\d{4}(?!\d)", _number),
    rule("telephone", rf"(?<![\d-])\(?0\d{{1,2}}{_DASH}\d{{3,4}}{_DASH}\d{{4}}(?![\d-])", _number),
    rule("telephone", r"(?<![\d-])1[568]\d\d-\d{4}(?![\d-])", _number),
    rule("telephone", r"([☎☏]\s?)(\d{3,4})(?!\d)", _hotline),
    rule("telephone", rf"(?<![\d.,:])()({_HOTLINES})(?![\d.,:]){_CALLED}", _hotline),
    rule("telephone", r"[☎☏]", lambda _: "전화 "),
    rule("telephone", r"\(우\)\s?(\d{5})", lambda m: f"우편번호 {digits(m.group(1))}"),
)
