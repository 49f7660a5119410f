"""Telephone numbers and other numbers that are said digit by digit.

| written | spoken |
| --- | --- |
| 044-202-2110 · 010.1234.5678 | 공사사 이공이 이일일공 · 공일공 일이삼사 오육칠팔 |
| 044-202-2110~3 | 공사사 이공이 이일일공에서 삼 |
| 044-202-2110, 2112 | 공사사 이공이 이일일공, 이일일이 |
| 상담전화 ☎109 · 응급실 119 | 상담전화 일공구 · 응급실 일일구 |
| 129 콜센터 · 국번 없이 1339 · ☎129 | 일이구 콜센터 · 국번 없이 일삼삼구 · 전화 일이구 |
| (우)30113 · 내선 2110 | 우편번호 삼공일일삼 · 내선 이일일공 |
| 010-****-5678 · 카드 끝자리 3456 | 공일공 별표 네 개 오육칠팔 · 카드 끝자리 삼사오육 |
| 044-202-2110(2111) · 1588-1234(1번) | 공사사 이공이 이일일공, 이일일일 · …, 일 번 |
| 900101-1****** · 세종시(30113) | 구공공일공일 다시 일 별표 여섯 개 · 세종시, 삼공일일삼 |
| 123-45-67890 | 일이삼 다시 사오 다시 육칠팔구공 |
"""

import re

from service.text.ko.numbers import digits, native, sino
from service.text.rules import Match, Rule, after, before, rule

# Further lines of the same office: ~2112, ~3 or the last four digits of each.
_MORE = (
    r"(?:\s?~\s?\d{1,4}(?![\d-]|[.,]\d)"
    r"|\s?\(~?\d{1,4}\)|\s?[,/·]\s?\d{4}(?![\d-]|,\d|\s?[년명건개원만억천회월])){0,8}"
)
_FOUR = 4
_MASK = re.compile(r"\*{1,4}|[xX]{1,4}|[○◯●〇]{1,4}")
_ADDRESS = re.compile(
    r"(?<=[가-힣])(?:특별자치[시도]|[시군구도동읍면로길])$|[로길]\s?\d{1,4}(?:-\d{1,3})?$"
)
_MARKS = {"*": "별표", "x": "엑스", "X": "엑스"}
_HIDDEN = r"[\d*xX○◯●〇]{3,4}"
_DASH = r"(?:\s?[-‐‑–.)∙·]\s?|\)\s?|\s)"
# Hotlines of the state that everybody calls by their digits.
_HOTLINES = frozenset(
    "129 119 112 1339 1393 109 1366 1388 1577 1345 110 120 118 117 182 131 132 1331 1355 1350 1399 "
    "1372 1332 1397 1357 1544 1382 111 113 114 122 123 125 127 128 134 1301 1333 1330 1522".split()
)
_BEFORE = re.compile(
    r"(?:전화|상담|상담센터|콜센터|센터|핫라인|문의|문의처|연락처|번호|국번\s?없이|신고|긴급|응급|응급실|포털|공단|콜|자살예방|Tel\.?|TEL\.?)"
    r"\s?[(:：]?\s?$"
)
_AFTER = re.compile(
    r"\s?(?:\)|콜센터|상담|번으로|로\s|번\s|번에|번을|번이|구급|신고|전화|에 전화|에 신고"
    r"|에 문의|보건복지|안전신고|센터|대원|긴급|구조|을 눌|를 눌|다산콜"
    r"|번(?=[과와은]|$|[,.)’'”\"])|\([^)]{0,12}(?:전화|센터|상담|콜|신고))"
)
_NAMED = re.compile(
    r"(?:은|는|이|가|을|를|과|와|으?로|에서?|도)(?=[\s,.)]|$)|\s또는|\s[가-힣]{2,10}(?:센터|전화|상담|콜)"
)
_QUOTED = ("‘’", "''", "“”", '""')
_COUNTED = re.compile(
    r"\s?(?:건|명(?!령)|개(?!편|통|선)|원(?!스톱)|회|%|곳|억|만|년|월|일(?!원|괄)|시(?!스템|민|도)"
    r"|대(?!원|응|표)|통(?!합|화|신))"
)


def _number(match: Match) -> str:
    head = "국가번호 " if match.group().startswith(("+", "82")) else ""
    groups = re.findall(r"\d+", match.group(1))
    spoken = head + " ".join(digits(group) for group in groups)
    lines = re.findall(r"([~,/·(]{1,2})\s?(\d+)", match.group()[len(match.group(1)) :])
    spoken += "".join(("에서 " if "~" in mark else ", ") + digits(line) for mark, line in lines)
    is_glued = match.start() and match.group().startswith("(")
    return f", {spoken}" if is_glued else spoken


def _masked(match: Match) -> str | None:
    """A number of which some figures are hidden behind marks."""
    if not _MASK.search(match.group()):
        return None
    parts = re.findall(rf"\d+|{_MASK.pattern}", match.group())
    return " ".join(digits(part) if part.isdecimal() else _hidden(part) for part in parts)


def _hidden(marks: str) -> str:
    return f"{_MARKS.get(marks[0], '동그라미')} {native(len(marks))} 개"


def _hotline(match: Match) -> str | None:
    number = match.group(1)
    rest = after(match)
    called = bool(_BEFORE.search(before(match)))
    known = number in _HOTLINES and (_AFTER.match(rest) or _stands_alone(match))
    if not known and (not called or _COUNTED.match(rest)):
        return None
    return None if called and _COUNTED.match(rest) else digits(number)


def _stands_alone(match: Match) -> bool:
    """In quotes; or four figures with neither separator nor counter, as no quantity is written."""
    quotes = before(match)[-1:] + after(match)[:1]
    is_bare = len(match.group(1)) == _FOUR and not re.match(r"\s?[가-힣]{1,2}", after(match))
    named = _NAMED.match(after(match))
    return quotes in _QUOTED or is_bare or (len(match.group(1)) == _FOUR and bool(named))


def _hotlines(match: Match) -> str | None:
    """Two hotlines side by side: 119와 112."""
    first, joint, second = match.groups()
    if first not in _HOTLINES or second not in _HOTLINES or _COUNTED.match(after(match)):
        return None
    return f"{digits(first)}{', ' if joint.strip() in '·/,' else joint}{digits(second)}"


def _signed(match: Match) -> str:
    return f"{_sign(match)}{digits(match.group(1))}"


def _sign(match: Match) -> str:
    """The sign of a telephone, unless the word stands there already: 상담전화 ☎109."""
    return "" if re.search(r"전화\s?[:：]?\s?$", before(match)) else "전화 "


def _resident(match: Match) -> str:
    """A resident registration number, figure by figure; what is hidden is named."""
    first, second, rest = match.groups()
    return f"{digits(first)} 다시 {digits(second)} {_hidden(rest) if '*' in rest else digits(rest)}"


def _postcode(match: Match) -> str:
    return f"우편번호 {digits(match.group(1))}, "


def _bare_postcode(match: Match) -> str | None:
    """Five figures in brackets behind an address."""
    is_address = _ADDRESS.search(before(match))
    return f", {digits(match.group(1))}" if is_address else None


def _account(match: Match) -> str:
    return " 다시 ".join(digits(group) for group in match.group().split("-"))


RULES: tuple[Rule, ...] = (
    rule(
        "telephone",
        r"((?:\+\d{1,3}|(?<![\d.,-])82)[-. ](?:\(0\))?\d{1,3}[-. ]\d{3,4}[-. ]\d{4})(?!\d)" + _MORE,
        _number,
    ),
    rule(
        "telephone",
        rf"(?<![\d-])(\(?0\d{{1,3}}{_DASH}\s?\d{{3,4}}{_DASH}\s?\d{{4}})(?![\d-]){_MORE}",
        _number,
    ),
    rule("telephone", r"(?<![\d-])(1[568]\d\d[-–]\d{4})(?![\d-])", _number),
    rule(
        "telephone",
        rf"(?<![\d-])(?:01\d|02|0[3-7]\d)[-.)]\s?{_HIDDEN}[-.]{_HIDDEN}(?![\d*○-])",
        _masked,
    ),
    rule(
        "telephone",
        r"(?<![\d.-])((?:\+\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3}[-.]\d{4})(?![\d-]|\.\d)",
        _number,
    ),
    rule(
        "telephone",
        r"(?<=-\d{4})\s?\((\d{1,2})번(?=[),])",
        lambda match: f", {sino(match.group(1))} 번",
    ),
    rule(
        "number",
        r"((?:끝|뒷|뒤|마지막|앞)\s?(?:네\s?|4\s?)?자리(?:가|는|\s?번호)?\s?)(\d{3,6})(?![\d,.]\d|\d|\s?[년월원명개])",
        lambda match: f"{match.group(1).replace('4', '네 ')}{digits(match.group(2))}",
    ),
    rule(
        "telephone",
        r"(?<![\d-])0(\d{1,2})-(1\d{2,3})(?![\d-])",
        lambda m: f"공{digits(m.group(1))} {digits(m.group(2))}",
    ),
    rule(
        "telephone",
        r"지역번호\s?\+\s?(\d{3,4})(?!\d)",
        lambda match: f"지역번호 플러스 {digits(match.group(1))}",
    ),
    rule(
        "telephone",
        r"(?<![\d.,:-])(1\d\d\d?)(\s?[·/,]\s?|[와과] |이?나 | 또는 )(1\d\d\d?)(?![\d:-]|[.,]\d)",
        _hotlines,
    ),
    rule("telephone", r"[☎☏📞]\s?(\d{3,4})(?![\d-])", _signed),
    rule("telephone", r"(?<![A-Za-z\d.,:-])(1\d\d\d?)(?![\d:-]|[.,]\d)", _hotline),
    rule("telephone", r"[☎☏📞]", _sign),
    rule("number", r"(?<![\d-])(\d{6})-([1-8])(\*{6}|\d{6})(?![\d*-])", _resident, needs="-"),
    rule("telephone", r"\s?\(([0-6]\d{4})\)", _bare_postcode, needs="("),
    rule(
        "telephone",
        r"\(?(?<![가-힣])우\)\s?(\d{5})(?!\d)|\(우[:.]?\s?(\d{5})\)",
        lambda m: f", 우편번호 {digits(m.group(1) or m.group(2))}, ",
    ),
    rule("telephone", r"(?<=우편번호 )(\d{5})(?!\d)", lambda m: digits(m.group(1))),
    rule("telephone", r"^\s*\((\d{5})\)(?=\s?[가-힣])", _postcode),
    rule(
        "telephone",
        r"(?<![가-힣])내선\s?(번호)?\s?[:：]?\s?(\d{1,5})(?!\d)",
        lambda m: f"내선{m.group(1) or ''} {digits(m.group(2))}",
    ),
)
ACCOUNTS: tuple[Rule, ...] = (
    rule("number", r"(?<![\d-])\d+(?:-\d+){2,}(?![\d-])", _account),
    rule("number", r"(?<![\w.,:/-])0\d{2,9}(?![\d.,:/]\d|\d)", lambda m: digits(m.group())),
)
"""Numbers with hyphens that are neither telephone numbers nor dates; numbers that begin with 0."""
