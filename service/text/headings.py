"""Headings and lists that stand in one line with the text around them (pure).

Documents of word processors lose their line ends on the way; what is left is
"1. 추진 배경 고령화에 따라 …" or "The goals are: - hire staff - build homes".
"""

import re

_NUMBER = r"(?:\d{1,2}|[가나다라마바사아자차카타파하]|[Ⅰ-Ⅻ])\.\s"
_AT_START = r"(?:(?m:^)[ \t]{0,8}|(?<=[다요음임함됨]\.\s))"
# Behind a heading stands a clause of its own: 고령화에 따라, 매월 10만 원을, 18세 미만 아동이.
_KOREAN = re.compile(
    rf"{_AT_START}{_NUMBER}(?:[가-힣]{{1,8}}\s){{0,2}}"
    r"(?:배경|목적|개요|현황|필요성|방향|일정|대상|방법|효과|결과)(?P<gap>\s+)"
    r"(?=(?:[가-힣]{1,12}(?:은|는|이|가|에|을|를|에서|으로|로)|매\S|\d\S{1,9})\s[^.\n]{1,200}다\.)"
)
_KOREAN_SUBJECTS = re.compile(
    rf"{_AT_START}{_NUMBER}(?:[가-힣]{{1,8}}\s){{0,2}}(?:배경|목적|필요성|현황|효과)(?P<gap>\s+)"
    r"(?=[가-힣]{1,6}\s[가-힣]{1,12}[이가은는]\s[^.\n]{1,200}다\.)"
)
_KOREAN_TOPICS = re.compile(
    rf"{_AT_START}{_NUMBER}(?:[가-힣]{{1,8}}\s){{0,2}}"
    r"(?:내용|계획|절차|기간|기준|취지|과제|전망)(?P<gap>\s+)"
    r"(?=(?:[가-힣]{1,12}[은는]|매\S|\d\S{1,9})\s[^.\n]{1,200}다\.)"
)
_ENGLISH = re.compile(
    r"(?:(?m:^)[ \t]{0,8}|(?<=[.!?]\s))(?:\d{1,2}|[IVX]{1,4}|[A-Z])\.\s(?:[A-Z][a-z]{1,14}\s){0,2}"
    r"(?:Background|Overview|Purpose|Objectives?|Plans?|Summary|Introduction|Conclusion|Results|"
    r"Schedule|Details|Strategy|Strategies|Measures|Steps|Tasks|Status|Outlook|Goals?)(?P<gap>\s+)"
    r"(?=(?:The|This|These|It|In|As|A|An|By|To|Under|From|We|He|She|They|Korea|Some)\s)"
)
BEHIND_HEADING = {"ko": (_KOREAN, _KOREAN_SUBJECTS, _KOREAN_TOPICS), "en": (_ENGLISH,)}
"""For each language what finds the gap behind a numbered heading."""

_DASHED = re.compile(r"(?<=\S)\s+(?=[-–]\s+[^\W\d])")


def items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list that begins here and ends in no verb: - 인력 확충 - 시설 개선."""
    gaps = _gaps(text, start, end)
    begins = [start, *(gap_end for _, gap_end in gaps)]
    ends = [*(gap_start for gap_start, _ in gaps), end]
    return list(zip(begins, ends, strict=True))


# Behind "1) first" in the same line stands "2) second"; what a comma joins is one sentence. Korean
# lists in a line may be parts of a clause (1. 신청서 2. 동의서를 낸다), which stays whole.
_FIRST_MARK = re.compile(r"(?m:^)[ \t]{0,8}(?:[•⁃]\s?)?(\d{1,2}|[aA])(\.\)|[.)])\s")
_FIRST_ITEM = re.compile(r"(1|가)([.)])\s")
_LETTERS = "가나다라마바사아자차카타파하"
_MOST_ITEMS = 30


def _gaps(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if re.match(r"[-–]\s", text[start : start + 2]) and text[end - 1] not in "-–":
        return [match.span() for match in _DASHED.finditer(text, start + 2, end)]
    first = _FIRST_ITEM.match(text, start, end)
    return _next_marks(text, first, end) if first and text[end - 1] not in ".!?" else []


def marked_gaps(text: str) -> list[tuple[int, int]]:
    """The gaps before the second and later items of a list written in one line of English."""
    found: list[tuple[int, int]] = []
    for first in _FIRST_MARK.finditer(text):
        line_end = text.find("\n", first.end())
        found += _next_marks(text, first, len(text) if line_end < 0 else line_end)
    return found


def _next_marks(text: str, first: re.Match[str], end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    mark, at = first.group(1), first.end()
    while len(found) < _MOST_ITEMS and (mark := _following(mark)):
        sign = rf"(?<=[^\W\d_])\s+(?=(?:[•⁃]\s?)?{mark}{re.escape(first.group(2))}\s+[^\W\d])"
        gap = re.compile(sign).search(text, at, end)
        if gap is None:
            break
        found.append(gap.span())
        at = gap.end()
    return found


def _following(mark: str) -> str:
    """The mark behind this one: 2 behind 1, b behind a, 나 behind 가; "" behind the last."""
    if mark.isdecimal():
        return str(int(mark) + 1)
    letters = _LETTERS if mark in _LETTERS else "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"
    return letters[letters.index(mark) + 1 :][:1] if mark in letters else ""
