"""Addresses of pages and mail, names of files, tags.

| written | spoken |
| --- | --- |
| www.mohw.go.kr | 더블유더블유더블유 점 엠오에이치더블유 점 지오 점 케이알 |
| hong@korea.kr | 홍 골뱅이 코리아 점 케이알 |
| 보도자료.pdf · photo.JPG | 보도자료 점 피디에프 · 포토 점 제이피지 |
| 20251125_보도자료.hwp | 이천이십오 년 십일월 이십오일 보도자료 점 에이치더블유피 |
| #보건복지부 | 해시태그 보건복지부 |
| https://www.mohw.go.kr/board.es?mid=a105 | 더블유더블유더블유 점 … 케이알 (the path is not read) |
"""

import re

from service.text.ko.dates import month, year
from service.text.ko.letters import spelled
from service.text.ko.numbers import digits, sino
from service.text.lexicon import words
from service.text.rules import Match, Rule, rule

_MARKS = {".": "점", "@": "골뱅이", "/": "슬래시", "-": "하이픈", "_": "밑줄", ":": "콜론"}
_FILES = "pdf|hwpx|hwp|docx|doc|xlsx|xls|pptx|ppt|zip|jpg|jpeg|png|gif|txt|html|mp3|mp4|epub|csv"
_LETTERS = r"A-Za-z0-9"
_HOST = rf"[{_LETTERS}][{_LETTERS}-]{{0,62}}(?:\.[{_LETTERS}][{_LETTERS}-]{{0,62}}){{1,8}}"
_PATH = rf"(?:/[{_LETTERS}._~/?=&%#:@+-]{{0,200}}[{_LETTERS}/])?"
_TOP = r"(?:kr|com|org|net|gov|int|edu|io|eu|jp|cn)"
_DOMAINS = {"go": "지오", "or": "오알", "co": "시오", "re": "알이", "ac": "에이시", "ne": "엔이"}
_SITES = {
    "com": "컴", "youtube": "유튜브", "blog": "블로그", "naver": "네이버", "daum": "다음",
    "facebook": "페이스북", "instagram": "인스타그램", "twitter": "트위터", "kakao": "카카오",
    "cafe": "카페", "google": "구글", "gmail": "지메일", "hanmail": "한메일",
    "news": "뉴스", "mail": "메일", "webmaster": "웹마스터", "help": "헬프", "info": "인포",
    "press": "프레스", "admin": "어드민", "police": "폴리스", "sports": "스포츠",
}  # fmt: skip
_SOUNDS = {"mp3": "엠피스리", "mp4": "엠피포"}
_LONGEST_PATH = 16


def _address(match: Match) -> str:
    """Host and a short path; a long one helps no listener and is left out."""
    plain = re.sub(r"^https?://", "", match.group(), flags=re.IGNORECASE).rstrip("/")
    host, slash, path = plain.partition("/")
    if len(path) <= _LONGEST_PATH and "?" not in path:
        host += slash + path
    parts = re.findall(r"[A-Za-z]+|\d+|[.@/_:-]", host)
    return " ".join(_part(part, before) for before, part in zip(["", *parts], parts, strict=False))


def _part(part: str, before: str = "") -> str:
    if part.isdecimal():
        return digits(part)
    if part in _MARKS:
        return _MARKS[part]
    name = part.lower()
    if len(name) == 1 or (before == "." and len(name) == len("kr") and name not in _DOMAINS):
        return spelled(part)
    return _DOMAINS.get(part) or _SITES.get(name) or words("ko").get(name) or spelled(part)


def _file(match: Match) -> str:
    name = match.group(1)
    return f" 점 {_SOUNDS.get(name.lower()) or spelled(name)}"


def _file_day(match: Match) -> str:
    """The day that the name of a file begins or ends with."""
    years, months, days = match.groups()
    head = f"{year(years)} " if years else ""
    return f"{head}{month(months)} {sino(days)}일 "


RULES: tuple[Rule, ...] = (
    rule("electronic", rf"https?://{_HOST}(?::\d+)?{_PATH}", _address),
    rule(
        "electronic",
        rf"(?<![{_LETTERS}._+-])[{_LETTERS}][{_LETTERS}._+-]{{0,63}}@{_HOST}",
        _address,
    ),
    rule("electronic", rf"www\.{_HOST}{_PATH}", _address),
    rule(
        "electronic",
        rf"(?<![{_LETTERS}.@-])[{_LETTERS}-]{{1,63}}(?:\.[{_LETTERS}-]{{1,63}}){{0,6}}\.{_TOP}(?![{_LETTERS}]){_PATH}",
        _address,
    ),
    rule(
        "electronic",
        rf"(?:(?<![\w.])|(?<=_))((?:20)?[0-3]\d)?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
        rf"(?:[_ ](?=[^\n]{{1,60}}\.(?i:{_FILES})(?![A-Za-z]))|(?=\.(?i:{_FILES})(?![A-Za-z])))",
        _file_day,
    ),
    rule("electronic", rf"(?<=[가-힣\d)A-Za-z])\.((?i:{_FILES}))(?![A-Za-z])", _file),
    rule("electronic", rf"(?<![\w.])@[{_LETTERS}_]{{2,30}}", _address),
    rule("electronic", r"[#＃](?=[가-힣A-Za-z])", lambda _: "해시태그 "),
)
