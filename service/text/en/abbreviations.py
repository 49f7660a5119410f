"""Abbreviations that end in a full stop, and a few that do not.

| written | spoken |
| --- | --- |
| Dr. · Lt. Gen. · St. Mary's · Main St. | Doctor · … General · Saint Mary's · Main Street |
| (i.e. industry) · etc. · vs | , that is industry · et cetera · versus |
| Co., Ltd. · & Co. · Inc. | company limited · and company · incorporated |
| No. 1 · p. 12 · Fig. 2 · Sec. 3(b) | number one · page twelve · figure two · section three, b |
| max. · approx. · incl. | maximum · approximately · including |
"""

import re

from service.text.rules import Match, Rule, after, rule

_SHORTENED = {
    "i.e.,": "that is,", "i.e.": "that is", "e.g.,": "for example,", "e.g.": "for example",
    "etc.": "et cetera", "a.k.a.": "also known as", "vs.": "versus", "cf.": "compare",
    "et al.": "et al", "Ph.D.": "P H D",
    "Dr.": "Doctor", "Drs.": "Doctors", "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz",
    "Prof.": "Professor", "Profs.": "Professors", "Gov.": "Governor", "Sen.": "Senator",
    "Rep.": "Representative", "Gen.": "General", "Lt.": "Lieutenant", "Maj.": "Major",
    "Brig.": "Brigadier", "Col.": "Colonel", "Capt.": "Captain", "Sgt.": "Sergeant",
    "Cpl.": "Corporal", "Pvt.": "Private",
    "Adm.": "Admiral", "Amb.": "Ambassador", "Rev.": "Reverend", "Hon.": "Honorable",
    "Pres.": "President", "Asst.": "Assistant", "Assoc.": "Associate", "Dir.": "Director",
    "Jr.": "Junior", "Sr.": "Senior",
    "Co., Ltd.": "company limited", "Co. Ltd.": "company limited", "Co.,Ltd.": "company limited",
    "Prov.": "province",
    "Ltd.": "limited", "Inc.": "incorporated", "Corp.": "corporation", "Bros.": "brothers",
    "Dept.": "department", "Govt.": "government", "Gov't": "government", "Univ.": "university",
    "Inst.": "institute", "Assn.": "association", "Intl.": "international", "Natl.": "national",
    "Ave.": "avenue", "Blvd.": "boulevard", "Rd.": "road", "Bldg.": "building",
    "Tel.": "telephone", "Attn.": "attention", "w/o ": "without ", "w/ ": "with ",
    "approx.": "approximately", "max.": "maximum", "avg.": "average", "incl.": "including",
    "excl.": "excluding", "dept.": "department", "govt.": "government", "temp.": "temperature",
    "Min. of ": "Ministry of ", "Dept. of ": "Department of ",
    "St. ": "Saint ", "Vice Min.": "Vice Minister", "Mon.": "Monday", "Tue.": "Tuesday",
    "Tues.": "Tuesday", "Wed.": "Wednesday", "Thu.": "Thursday", "Thur.": "Thursday",
    "Thurs.": "Thursday", "Fri.": "Friday",
}  # fmt: skip
# Only before a number, of either case: a word at the end of a sentence may look like them.
_BEFORE_NUMBERS = {
    "no": "number", "nos": "numbers", "p": "page", "pp": "pages", "vol": "volume",
    "vols": "volumes", "fig": "figure", "figs": "figures", "art": "article", "arts": "articles",
    "sec": "section", "secs": "sections", "ch": "chapter", "chs": "chapters", "para": "paragraph",
    "paras": "paragraphs", "par": "paragraph", "ref": "reference", "refs": "references",
    "rm": "room", "eq": "equation", "app": "appendix", "ver": "version", "min": "minimum",
    "est": "established", "ed": "edition", "ser": "series", "cl": "clause", "tab": "table",
    "max": "maximum", "approx": "approximately", "ca": "about", "bldg": "building",
    "rev": "revision", "res": "resolution", "amdt": "amendment", "bk": "book",
}  # fmt: skip
_NUMBERS = "|".join(sorted(_BEFORE_NUMBERS, key=len, reverse=True))


def _with_stop(spoken: str, match: Match) -> str:
    """A full stop stays where it ends the sentence too."""
    ends = match.group().endswith(".") and not after(match).strip()
    return f"{spoken}." if ends else spoken


def _street(match: Match) -> str:
    ends = not after(match).strip() or after(match)[1:2].isupper()
    return "Street." if ends else "Street"


def _before_number(match: Match) -> str:
    return f"{_BEFORE_NUMBERS[match.group(1).lower()]} "


def _capital(key: str) -> str:
    """Small ones may begin a sentence."""
    return (
        f"[{key[0].upper()}{key[0]}]" + re.escape(key[1:]) if key[0].islower() else re.escape(key)
    )


def _any_case(match: Match) -> str:
    word = match.group()
    found = _SHORTENED.get(word) or _SHORTENED[word[0].lower() + word[1:]].capitalize()
    return _with_stop(found, match)


_KEYS = "|".join(_capital(key) for key in sorted(_SHORTENED, key=len, reverse=True))

RULES: tuple[Rule, ...] = (
    rule(
        "abbreviation",
        rf"(?<![A-Za-z.])({_NUMBERS}|{_NUMBERS.title()}|NO)\.\s?(?=[\d(]|[IVX]+\b)",
        _before_number,
    ),
    rule(
        "abbreviation",
        r"(?<=[a-z] )St\.(?!\s[A-Z])|(?<=[a-z] )St\.(?=\s(?:It|The|He|She|They|This|We|In|A)\s)",
        _street,
    ),
    rule("abbreviation", r"\bMt\.(?=\s[A-Z])", lambda _: "Mount"),
    rule("abbreviation", r"\bFt\.(?=\s[A-Z])", lambda _: "Fort"),
    rule("abbreviation", rf"(?<![A-Za-z.])(?:{_KEYS})", _any_case),
    rule("abbreviation", r"(?<=[A-Za-z&] )Co\.", lambda match: _with_stop("company", match)),
    rule("abbreviation", r"(?<=\s)vs?(?=\s[A-Z\d])", lambda _: "versus"),
    rule("abbreviation", r"\baka\b", lambda _: "also known as"),
    rule("abbreviation", r"\bTel(?=\s?[:)]|\s\d)", lambda _: "telephone"),
)
