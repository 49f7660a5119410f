"""Addresses of pages and mail, names of files, tags.

| written | spoken |
| --- | --- |
| www.mohw.go.kr | 더블유더블유더블유 점 엠오에이치더블유 점 지오 점 케이알 |
| hong@korea.kr | 홍 골뱅이 코리아 점 케이알 |
| 보도자료.pdf | 보도자료 점 피디에프 |
"""

import re

from service.text.ko.letters import spelled, word
from service.text.ko.numbers import digits
from service.text.lexicon import korean_words
from service.text.rules import Match, Rule, rule

_MARKS = {".": "점", "@": "골뱅이", "/": "슬래시", "-": "하이픈", "_": "밑줄", ":": "콜론"}
_FILES = "pdf|hwpx|hwp|docx|doc|xlsx|xls|pptx|ppt|zip|jpg|png|txt|html|mp3|epub"
_SHORT = 4


def _address(match: Match) -> str:
    plain = re.sub(r"^https?://", "", match.group()).rstrip("/")
    parts = re.findall(r"[A-Za-z]+|\d+|[.@/_:-]|[가-힣]+", plain)
    return " ".join(_part(part) for part in parts)


def _part(part: str) -> str:
    if part.isdigit():
        return digits(part)
    if not part.isascii():
        return part
    if part in _MARKS:
        return _MARKS[part]
    known = korean_words().get(part.lower())
    return known or (spelled(part) if len(part) <= _SHORT else word(part))


def _file(match: Match) -> str:
    return f" 점 {spelled(match.group(1))}"


RULES: tuple[Rule, ...] = (
    rule("electronic", r"https?://[A-Za-z0-9._~/?=&%#:@+-]+[A-Za-z0-9/]", _address),
    rule(
        "electronic",
        r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z]+)+",
        _address,
    ),
    rule(
        "electronic", r"(?:www\.)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9._/-]*)?", _address
    ),
    rule(
        "electronic",
        r"(?<![A-Za-z0-9.-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:go|or|co|ac|re|ne)\.kr(?:/[A-Za-z0-9._/-]*)?",
        _address,
    ),
    rule(
        "electronic",
        r"(?<![A-Za-z0-9-])[A-Za-z0-9-]+\.(?:kr|com|org|net|gov|int)(?![A-Za-z])",
        _address,
    ),
    rule("electronic", rf"(?<=[가-힣\d)])\.({_FILES})(?![A-Za-z])", _file),
    rule("electronic", r"#(?=[가-힣A-Za-z])", lambda _: "해시태그 "),
)
