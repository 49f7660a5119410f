"""Addresses, names of files, handles and hashtags.

| written | spoken |
| --- | --- |
| www.mohw.go.kr · bit.ly/3abc | w w w dot m o h w dot go dot k r · bit dot ly slash three a b c |
| kim_lee@nate.com · @mohwpr | kim underscore lee at nate dot com · at mohwpr |
| report.pdf · #StayHome | report dot p d f · hashtag Stay Home |
"""

import re

from service.text.en.numbers import cardinal
from service.text.rules import Match, Rule, rule

_SPELLED_PARTS = 4
_LONGEST_PATH = 16
_NAMED = {".": "dot", "@": "at", "/": "slash", "_": "underscore", "-": "dash"}
# Short parts of addresses that are words or names.
_WORDS = frozenset(
    "com net org int go edu info biz app web news blog mail shop home help care data test main "
    "view file page site live life love kids city korea seoul bit nate daum kim lee park "
    "choi hong kang cho yoon jang lim han shin seo song kwon hwang ahn jung jeon moon yang "
    "bae nam plan note map gov tube you press open safe good best one new now all the and "
    "for job jobs work bank card pay tax law art book food farm sea land bus car eye air sun "
    "star baby mom desk fund team unit chat talk ask your stat".split()
)
_FILES = "pdf|hwpx|hwp|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|txt|html?|mp[34]|epub|csv|odt|xml|json"
_HOST = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}"
_PATH = r"(?:/[A-Za-z0-9._~/?=&%#:@+-]{0,200}[A-Za-z0-9/])?"
_TOP = r"(?:kr|com|org|net|gov|int|edu|io|eu|info|biz|tv|uk|jp|cn|asia)"
_SHORTENERS = r"(?:ly|me|gl|be|to|gg|co|kr)"


def _address(match: Match) -> str:
    """Host and a short path; a long one helps no listener and is left out."""
    plain = re.sub(r"^https?://", "", match.group(), flags=re.IGNORECASE).rstrip("/")
    host, slash, path = plain.partition("/")
    if len(path) <= _LONGEST_PATH and "?" not in path:
        host += slash + path
    return " ".join(_part(part) for part in re.findall(r"[A-Za-z]+|\d|[.@/_-]", host))


def _part(part: str) -> str:
    if part.isdecimal():
        return cardinal(part)
    if part in _NAMED:
        return _NAMED[part]
    short = len(part) <= _SPELLED_PARTS and part.lower() not in _WORDS
    return " ".join(part) if short else part


def _handle(part: str) -> str:
    return " ".join(cardinal(c) if c.isdecimal() else c for c in re.findall(r"[A-Za-z]+|\d", part))


def _file(match: Match) -> str:
    return " dot " + " ".join(cardinal(c) if c.isdecimal() else c for c in match.group(1))


def _hashtag(match: Match) -> str:
    """The words of a tag apart: #StayHome."""
    return "hashtag " + re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match.group(1))


RULES: tuple[Rule, ...] = (
    rule("electronic", rf"https?://{_HOST}(?::\d+)?{_PATH}", _address),
    rule(
        "electronic", rf"(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{{0,63}}@{_HOST}", _address
    ),
    rule("electronic", rf"\bwww\.{_HOST}{_PATH}", _address),
    rule(
        "electronic",
        rf"(?<![A-Za-z0-9.@-])[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{0,6}}\.{_TOP}(?![A-Za-z0-9]){_PATH}",
        _address,
    ),
    rule(
        "electronic",
        rf"(?<![A-Za-z0-9.@-])[a-z0-9-]{{1,30}}\.{_SHORTENERS}/[A-Za-z0-9_-]{{1,40}}",
        _address,
    ),
    rule("electronic", rf"(?<=[\w)])\.({_FILES})\b", _file),
    rule(
        "electronic",
        r"(?<![\w@.])@([A-Za-z][A-Za-z0-9]{1,30}(?:_[A-Za-z0-9]{1,30}){1,4})(?![\w.])",
        lambda m: "at " + " underscore ".join(_handle(part) for part in m.group(1).split("_")),
    ),
    rule("electronic", r"(?<![\w#])#([A-Za-z][A-Za-z]{1,60})", _hashtag),
)
"""Tried first: what they hold is nothing else."""
