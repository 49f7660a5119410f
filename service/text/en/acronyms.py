"""Acronyms, initials and codes of letters and figures.

| written | spoken |
| --- | --- |
| R&D · OECD · U.S. · CEOs | R and D · O E C D · U S · C E O's |
| UNICEF · MINISTRY OF HEALTH · CHO Kyoo Hong | UNICEF · MINISTRY of HEALTH · Cho Kyoo Hong |
| B-1B · F-15Ks · KC-330 | B one B · F fifteen K's · K C three thirty |
| H1N1 · B2B · 5G · CO2 · XBB.1.5 | H one N one · B two B · five G · C O two · X B B one five |
| mRNA · iOS · ChatGPT | m R N A · i O S · Chat G P T |
"""

import re

from service.text.en import headings
from service.text.en.grammar import plural
from service.text.en.numbers import cardinal
from service.text.rules import Match, Rule, after, rule

# Said as words, or names that only look like acronyms.
_NAMES = frozenset(
    "UNICEF UNESCO ASEAN APEC NATO NASA OPEC COVID MERS SARS AIDS FIFA COVAX KOREA KOICA "
    "KOTRA KAIST GAVI CEPI UNAIDS HACCP POSCO KINTEX COEX BEXCO EXCO POSTECH UNIST GIST "
    "LASER RADAR PIN SIM LAN RAM ROM STEM SOFA KOSPI KRIBB KEPCO KOGAS CAR BRICS AUKUS THAAD "
    "NAFTA GATT ASEM FEMA OSHA WIPO TOEIC TOEFL LASIK JPEG GIF SWAT SCUBA ZIKA EBOLA DRAM "
    "TRIPS TIPS SMART HOPE CARE NAVER KAKAO CEDAW BIO MOOC SEAL NEET ZOOM EXPO BIX SAAS IKEA "
    "LEGO VISA DAC MPOX COVAXIN".split()
)
# Words of headings in capitals; none of them is an acronym that releases use.
_PLAIN = frozenset(
    "A AN OF TO IN ON AT BY FOR AND THE WITH FROM OR AS IS ARE BE WILL NEW ALL NO NOT ITS "
    "OUR YOUR TOP END NOTE PRESS PLAN ONE TWO SIX TEN DAY YEAR NEWS FACT SHEET DATA FOOD "
    "DRUG WORK JOB JOBS LIFE CHILD WORLD SOUTH NORTH EAST WEST FIRST STATE AGED HOME SAFE "
    "OPEN DRAFT FINAL TOTAL PART STEP TABLE ANNEX PAGE DATE TIME PLACE TITLE BACK NEXT MORE "
    "READ LIVE FREE BEST HIGH LOW MAIN KEY ROLE STAY CALL VISIT JOINT TALKS SEOUL BUSAN "
    "JAPAN CHINA INDIA".split()
)
_WORDS = _NAMES | _PLAIN
# Conferences of the parties, said as words with their number only.
_WITH_NUMBERS = frozenset({"COP"})
# Surnames that releases write in capitals before or behind a given name.
_SURNAMES = (
    "KIM|LEE|PARK|CHOI|CHOE|JUNG|JEONG|CHUNG|KANG|CHO|YOON|YUN|JANG|CHANG|LIM|HAN|OH|SEO|SUH|"
    "SHIN|KWON|HWANG|AHN|SONG|RYU|YOO|HONG|JEON|KO|MOON|YANG|SON|BAE|BAEK|HEO|NAM|SIM|NOH|"
    "ROH|HA|KWAK|SUNG|CHA|JOO|WOO|KOO|MIN|NA|JIN|EOM|CHAE|WON|BANG|GONG|BYUN|DO|JI"
)
_MOST_SPELLED = 5
_VOWELS = frozenset("AEIOUY")


def _acronym(match: Match) -> str | None:
    letters = match.group(1)
    long = len(letters) > _MOST_SPELLED and _VOWELS & set(letters)
    if letters in _WORDS or long:
        return None
    if headings.is_word(match):
        return match.group().lower()
    return " ".join(letters) + ("'s" if match.group(2) else "")


def _plain(match: Match) -> str | None:
    """A word of a heading is said as a word, whatever stands beside it."""
    return match.group().lower() if match.group() in _PLAIN else None


def _spaced(match: Match) -> str:
    """mRNA, PhD, IoT: small and capital letters that make no word."""
    return " ".join(match.group())


def _behind(match: Match) -> str | None:
    letters = match.group(1)
    return None if letters in _WORDS else " " + " ".join(letters)


def _code(match: Match) -> str:
    """Letters and figures in turn."""
    parts = re.findall(r"[A-Za-z]+|\d+(?:\.\d+)?", match.group())
    if parts[0] in _NAMES or parts[0] in _WITH_NUMBERS:
        return " ".join(
            [parts[0].capitalize(), *map(cardinal, parts[1:2]), *map(" ".join, parts[2:])]
        )
    return " ".join(cardinal(part) if part[0].isdecimal() else " ".join(part) for part in parts)


def _model(match: Match) -> str | None:
    """Aircraft and the like, one or several: B-1B, F-15Ks, KC-330."""
    letters, number, variant, several = match.groups()
    if letters in _WORDS or letters in _WITH_NUMBERS:
        return None
    said = _in_pairs(number)
    if several and not variant:
        return f"{' '.join(letters)} {plural(said)}"
    behind = f" {variant}{chr(39) + 's' if several else ''}" if variant else ""
    return f"{' '.join(letters)} {said}{behind}"


def _in_pairs(number: str) -> str:
    """Say three figures of a model as one and two: one thirty."""
    first, rest = number[:-2], number[-2:]
    if len(number) != len("130") or rest == "00" or first == "0":
        return cardinal(number)
    return f"{cardinal(first)} {'oh ' if rest[0] == '0' else ''}{cardinal(str(int(rest)))}"


def _variant(match: Match) -> str:
    figures = (cardinal(part) for part in match.group(2).split(".") if part)
    return f"{' '.join(match.group(1))} {' '.join(figures)}"


def _initials(match: Match) -> str:
    """A full stop stays where it ends the sentence too."""
    stop = "." if not after(match).strip() else ""
    return " ".join(match.group().replace(".", "")) + stop


def _capitalised(match: Match) -> str:
    return match.group().capitalize()


RULES: tuple[Rule, ...] = (
    rule("acronym", r"\bPh\.?D\.?", lambda _: "P H D"),
    rule("acronym", r"(?<![A-Za-z.])(?:[A-Za-z]\.){2,12}(?:[A-Z](?![A-Za-z]))?", _initials),
    rule(
        "acronym",
        r"\b([A-Z]{1,2})\s?&\s?([A-Z])\b",
        lambda m: f"{' '.join(m.group(1))} and {m.group(2)}",
    ),
    rule("acronym", r"\bCO[2₂]-?eq\b", lambda _: "C O two equivalent"),
    rule("acronym", r"\bOR(?=\s?[=:]\s?\d)", lambda _: "O R"),
    rule("acronym", r"\b([A-C]{2,3})[-−](?=[\s,.)]|$)", lambda m: f"{' '.join(m.group(1))} minus"),
    rule("acronym", r"\b([A-Z]{1,4})((?:\.\d{1,3}){1,4})(?!\w|,\d)", _variant),
    rule("acronym", r"(?<![\w-])([A-Z]{1,3})-(\d{1,3})([A-Z])?(s)?(?![\w.,-]*\w)", _model),
    rule("acronym", r"(?<![\w-])[A-Z]{1,5}\d{1,3}(?:\.\d+)?(?:[A-Z]{1,2}\d{0,2})?(?![\w])", _code),
    rule("acronym", r"(?<![\w,.])\d{1,2}[GDKA](?!\w)", _code),
    rule("acronym", r"\b[a-z][A-Z]{2,4}\b|\b(?!CoV)[A-Z][a-z][A-Z]\b|\bpH\b", _spaced),
    rule("acronym", r"(?<=[a-z]{2})([A-Z]{3,4})\b", _behind),
    rule("word", r"\b([a-z])(?=[A-Z][a-z]{3,})", lambda m: f"{m.group(1)} "),
    rule("word", rf"\b(?:{_SURNAMES})(?=,?\s[A-Z][a-z])", _capitalised),
    rule(
        "word",
        rf"(?<=[a-z]{{2}}\s)(?:{_SURNAMES})(?=,?\s(?:said|and|of|will|met)\b|[,.]?$)",
        _capitalised,
    ),
)

CAPITALS: tuple[Rule, ...] = (
    rule("word", r"(?<![^\W_])[A-Z]{2,5}(?![^\W_])", _plain),
    rule("acronym", r"(?<![A-Za-z])([A-Z]{2,})(s)?(?![A-Za-z])", _acronym),
)
"""Tried behind units and currencies, which are capitals too."""
