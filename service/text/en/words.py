"""Abbreviations, acronyms, addresses and marks.

| written | spoken |
| --- | --- |
| R&D · OECD · U.S. · CEOs | R and D · O E C D · U S · C E O's |
| H1N1 · B2B · 5G · CO2 | H one N one · B two B · five G · C O two |
| (i.e. industry) · No. 1 · Co., Ltd. | , that is industry · number one · company limited |
| www.mohw.go.kr | w w w dot m o h w dot g o dot k r |
| <Summary> | Summary |
"""

import re

from service.text.en.numbers import cardinal
from service.text.rules import Match, Rule, after, fixed, rule

_SHORTENED = {
    "i.e.,": "that is,",
    "i.e.": "that is",
    "e.g.,": "for example,",
    "e.g.": "for example",
    "etc.": "et cetera",
    "Dr.": "Doctor",
    "Mr.": "Mister",
    "Mrs.": "Missus",
    "Ms.": "Miz",
    "Prof.": "Professor",
    "Gov.": "Governor",
    "Sen.": "Senator",
    "Rep.": "Representative",
    "Gen.": "General",
    "Jr.": "Junior",
    "Sr.": "Senior",
    "St. ": "Saint ",
    "pp. ": "pages ",
    "p. ": "page ",
    "vs.": "versus",
    "approx.": "approximately",
    "Co., Ltd.": "company limited",
    "Ltd.": "limited",
    "Inc.": "incorporated",
    "Corp.": "corporation",
    "cf.": "compare",
    "et al.": "et al",
    "Ph.D.": "P H D",
    "Vol. ": "volume ",
    "Fig. ": "figure ",
    "Art. ": "article ",
    "Nos. ": "numbers ",
    "Dept.": "department",
    "Govt.": "government",
    "Tel.": "telephone",
    "w/o ": "without ",
    "w/ ": "with ",
}
# Said as words, or names that only look like acronyms.
_WORDS = frozenset(
    "UNICEF UNESCO ASEAN APEC NATO NASA OPEC COVID MERS SARS AIDS FIFA COVAX KOREA BIO KOICA KOTRA "
    "KAIST GAVI CEPI UNAIDS HACCP POSCO KINTEX COEX BEXCO POSTECH UNIST LASER RADAR PIN SIM NEW "
    "THE AND FOR ALL ONE TOP PRESS RELEASE NOTE".split()
)
_MARKS = {
    "&": " and ",
    "→": " to ",
    "+": " plus ",
    "=": " equals ",
    "%": " percent",
    "@": " at ",
    "×": " times ",
    "÷": " divided by ",
    "±": " plus or minus ",
    "≥": " at least ",
    "≤": " at most ",
    "※": "Note, ",
    "$": " dollars ",
    "€": " euros ",
    "₩": " won ",
}
_MOST_SPELLED = 5
_SPELLED_PARTS = 4
_LONGEST_PATH = 16
_NAMED = {".": "dot", "@": "at", "/": "slash", "_": "underscore", "-": "dash"}
_FILES = "pdf|hwpx|hwp|docx?|xlsx?|pptx?|zip|jpe?g|png|txt|html|mp3|epub|csv"
_HOST = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}"
_PATH = r"(?:/[A-Za-z0-9._~/?=&%#:@+-]{0,200}[A-Za-z0-9/])?"
_TOP = r"(?:kr|com|org|net|gov|int|edu|io|eu)"


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
    named = _NAMED.get(part)
    return named or (" ".join(part) if len(part) <= _SPELLED_PARTS else part)


def _acronym(match: Match) -> str | None:
    letters = match.group(1)
    if letters in _WORDS or len(letters) > _MOST_SPELLED:
        return None
    return " ".join(letters) + ("'s" if match.group(2) else "")


def _spaced(match: Match) -> str:
    """mRNA, PhD, IoT: small and capital letters that make no word."""
    return " ".join(match.group())


def _code(match: Match) -> str:
    """Letters and figures in turn."""
    parts = re.findall(r"[A-Za-z]+|\d+(?:\.\d+)?", match.group())
    return " ".join(cardinal(part) if part[0].isdecimal() else " ".join(part) for part in parts)


def _initials(match: Match) -> str:
    """A full stop stays where it ends the sentence too."""
    stop = "." if not after(match).strip() else ""
    return " ".join(match.group().replace(".", "")) + stop


ADDRESSES: tuple[Rule, ...] = (
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
    rule("electronic", rf"(?<=[\w)])\.({_FILES})\b", lambda m: " dot " + " ".join(m.group(1))),
)
"""Tried first: what they hold is nothing else."""

RULES: tuple[Rule, ...] = (
    rule("abbreviation", r"\b[Nn]o\.\s?(?=\d)", lambda _: "number "),
    rule(
        "abbreviation",
        r"(?<![A-Za-z.])(?:"
        + "|".join(re.escape(each) for each in sorted(_SHORTENED, key=len, reverse=True))
        + ")",
        lambda match: _SHORTENED[match.group()],
    ),
    rule("acronym", r"\bPh\.?D\.?", lambda _: "P H D"),
    rule("acronym", r"(?<![A-Za-z.])(?:[A-Za-z]\.){2,12}(?:[A-Z](?![A-Za-z]))?", _initials),
    rule(
        "acronym", r"\b([A-Z]{1,2})&([A-Z])\b", lambda m: f"{' '.join(m.group(1))} and {m.group(2)}"
    ),
    rule("acronym", r"(?<![\w-])[A-Z]{1,4}\d{1,3}(?:\.\d+)?(?:[A-Z]{1,2}\d{0,2})?(?![\w])", _code),
    rule("acronym", r"(?<![\w,.])\d{1,2}[GDKA](?!\w)", _code),
    rule("acronym", r"\b[a-z][A-Z]{2,4}\b|\b[A-Z][a-z][A-Z]\b", _spaced),
    rule("word", r"\b([a-z])(?=[A-Z][a-z]{3,})", lambda m: f"{m.group(1)} "),
)

ACRONYMS: tuple[Rule, ...] = (
    rule("acronym", r"(?<![A-Za-z])([A-Z]{2,})(s)?(?![A-Za-z])", _acronym),
)
"""Tried behind units and currencies, which are capitals too."""

MARKS: tuple[Rule, ...] = (
    rule("silent", r"/{2,}", lambda _: ""),
    fixed("symbol", _MARKS),
    rule("silent", r"[(\[<《「【{〈〔]", lambda _: ", "),
    rule("silent", r"[)\]>》」】}〉〕]", lambda _: ", "),
    rule("silent", r"\s[-–—―]\s|^-\s|\s-$|[:;]|\s?[|│]\s?|[—―]", lambda _: ", "),
    # A hyphen between small letters stays: voices know public-private and twenty-three.
    rule(
        "silent",
        r"(?<=\w)[-–/·](?=[A-Z\d])|(?<=[A-Z\d])[-–/·](?=\w)|(?<=\w)[/·_](?=\w)",
        lambda _: " ",
    ),
    rule("silent", r"…|\.{2,}", lambda _: ", "),
    rule("silent", r"(?<![a-z])-|-(?![a-z])", lambda _: " "),
    rule("silent", r"(?<=\w)[^A-Za-zÀ-ɏ\s.,!?'’-](?=\w)", lambda _: " "),
    rule("silent", r"[^A-Za-zÀ-ɏ\s.,!?'’-]", lambda _: ""),
)
"""What is left of marks at the end: a short break, a word or nothing."""
