"""Abbreviations, acronyms, addresses and marks.

| written | spoken |
| --- | --- |
| R&D · OECD · U.S. | R and D · O E C D · U S |
| (i.e. industry) | , that is industry |
| www.mohw.go.kr | w w w dot m o h w dot g o dot k r |
| <Summary> | Summary |
"""

import re

from service.text.rules import Match, Rule, fixed, rule

_SHORTENED = {
    "i.e.": "that is",
    "e.g.": "for example",
    "etc.": "et cetera",
    "Dr.": "Doctor",
    "Mr.": "Mister",
    "Mrs.": "Missus",
    "Ms.": "Miz",
    "Prof.": "Professor",
    "pp.": "pages",
    "vs.": "versus",
}
# Said as words, or names that only look like acronyms.
_WORDS = frozenset(
    "UNICEF UNESCO ASEAN APEC NATO NASA OPEC COVID MERS SARS AIDS FIFA COVAX KOREA BIO".split()
)
_MARKS = {
    "&": " and ",
    "→": " to ",
    "+": " plus ",
    "=": " equals ",
    "%": " percent",
    "@": " at ",
    "×": " times ",
    "※": "Note, ",
}
_MOST_SPELLED = 5
_SPELLED_PARTS = 4


def _address(match: Match) -> str:
    plain = re.sub(r"^https?://", "", match.group()).rstrip("/")
    said = [_part(part) for part in re.findall(r"[A-Za-z]+|\d|[.@/_-]", plain)]
    return " ".join(said)


def _part(part: str) -> str:
    named = {".": "dot", "@": "at", "/": "slash", "_": "underscore", "-": "dash"}.get(part)
    if named:
        return named
    return " ".join(part) if len(part) <= _SPELLED_PARTS else part


def _acronym(match: Match) -> str | None:
    letters = match.group(1)
    if letters in _WORDS or len(letters) > _MOST_SPELLED:
        return None
    return " ".join(letters) + ("s" if match.group(2) else "")


def _mixed(match: Match) -> str:
    """mRNA, PhD: small and capital letters that make no word."""
    return " ".join(match.group())


def _number_word(match: Match) -> str:
    return f"number {match.group(1)}"


RULES: tuple[Rule, ...] = (
    rule("electronic", r"https?://[A-Za-z0-9._~/?=&%#-]+[A-Za-z0-9/]", _address),
    rule(
        "electronic",
        r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z]+)+",
        _address,
    ),
    rule(
        "electronic",
        r"(?<![A-Za-z0-9-])(?:www\.)?[A-Za-z0-9-]+(?:\.(?:go|or|co|ac|re))?\.(?:kr|com|org|net|gov)\b(?:/[A-Za-z0-9._/-]*)?",
        _address,
    ),
    rule(
        "electronic",
        r"(?<=\w)\.(pdf|hwp|hwpx|docx?|xlsx?|zip)\b",
        lambda m: " dot " + " ".join(m.group(1)),
    ),
    rule("abbreviation", r"\b[Nn]o\.\s?(?=\d)", lambda _: "number "),
    fixed("abbreviation", _SHORTENED),
    rule("acronym", r"\bPh\.?D\.?", lambda _: "P H D"),
    rule("acronym", r"(?:\b[A-Z]\.){2,}", lambda m: " ".join(m.group().replace(".", ""))),
    rule("acronym", r"\b([A-Z])&([A-Z])\b", lambda m: f"{m.group(1)} and {m.group(2)}"),
    rule("acronym", r"\b([A-Z]{2,})(s)?\b", _acronym),
    rule("acronym", r"\b[a-z][A-Z]{2,4}\b", _mixed),
)

MARKS: tuple[Rule, ...] = (
    rule("silent", r"/{3,}", lambda _: ""),
    fixed("symbol", _MARKS),
    rule("silent", r"[(\[<《「【{]", lambda _: ", "),
    rule("silent", r"[)\]>》」】}]", lambda _: ", "),
    rule("silent", r"\s[-–—―]\s|^-\s|\s-$|[:;]|\s?[|│]\s?|[—―]", lambda _: ", "),
    rule("silent", r"(?<=\w)[-–/·](?=\w)", lambda _: " "),
    rule("silent", r"…|\.{2,}", lambda _: ", "),
    rule("silent", r"[^\w\s.,!?'’가-힣]|_", lambda _: ""),
)
