"""Words by which pages and files name the language of an edition (pure).

| written | language |
| --- | --- |
| 보도자료(영문).pdf, [English] …, press_release_ENG.pdf, 영문본 | en |
| 보도자료(국문).hwpx, Press Release (Korean).pdf | ko |
| 영문법 안내서.pdf, English Education Plan.pdf | none is named |
"""

import re
import unicodedata

_NAMES = {
    "en": r"영문|영어|english|engl?\.?|en",
    "ko": r"국문|한국어|우리말|korean|kor\.?|ko|kr",
}
_EDITION = (
    r"(?:\s?(?:본|판|번역|번역본|자료|보도자료|기사|원문|ver(?:sion)?\.?|edition|translation))"
)
_OPEN, _CLOSE = r"[(\[<{〈【「]\s?", r"\s?[)\]>}〉】」]"
_OF_LINKS = (
    rf"(?:{_EDITION}|\s?(?:보기|바로\s?가기|페이지|홈페이지|page|view|go|site)"
    r"|\s(?:press\s)?release)"
)


def _compiled(pattern: str) -> dict[str, re.Pattern[str]]:
    return {
        language: re.compile(pattern.replace("NAME", f"(?:{names})"), re.IGNORECASE)
        for language, names in _NAMES.items()
    }


_IN_BRACKETS = _compiled(rf"{_OPEN}(?:NAME){_EDITION}?{_CLOSE}")
_AT_THE_EDGE = _compiled(
    rf"(?:^|[_\s-])NAME{_EDITION}?(?=\s?(?:\.[A-Za-z]{{3,4}}\d?)?$)|^NAME{_EDITION}?(?=_)"
)
_WITH_EDITION = _compiled(rf"(?<![가-힣A-Za-z])NAME{_EDITION}(?![가-힣A-Za-z])")
_WHOLE = _compiled(rf"[\W_]{{0,3}}NAME{_OF_LINKS}{{0,3}}[\W_]{{0,3}}")
_BEFORE_A_TITLE = _compiled(
    rf"^\s?(?:{_OPEN}NAME{_EDITION}?{_CLOSE}|NAME{_EDITION}{{1,2}}\s?[:：|-])\s?(?=\S)"
)
_SHORT_NAMES = re.compile(r"\b(?:en|ko|kr)\b", re.IGNORECASE)
_LONGEST = 300


def edition_of_file(name: str) -> str:
    """The language that the name of a file says it is in: "ko", "en" or "" where it says none."""
    plain = unicodedata.normalize("NFC", name.strip())[:_LONGEST]
    for patterns in (_IN_BRACKETS, _AT_THE_EDGE, _WITH_EDITION):
        found = [language for language, each in patterns.items() if each.search(plain)]
        if len(found) == 1:
            return found[0]
    return ""


def edition_of_link(words: str) -> tuple[str, str]:
    """The language that a link says it leads to, and the title behind it; both may be empty."""
    plain = " ".join(unicodedata.normalize("NFC", words)[:_LONGEST].split())
    for language, pattern in _WHOLE.items():
        if pattern.fullmatch(plain):
            return language, ""
    for language, pattern in _BEFORE_A_TITLE.items():
        if match := pattern.match(plain):
            return language, plain[match.end() :]
    return "", ""
