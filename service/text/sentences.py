"""Where sentences end, in Korean and English.

Lines and bullets come first, then stops. No sentence ends inside a date, a number, an ordinal, an
abbreviation or brackets, nor between a closing quotation mark and the words that report it
(라고, 이라며, 는).
"""

import re
from collections.abc import Mapping

_STOP = re.compile(r"[.!?。…]+[\"'”’」』)\]]*")
_CLOSERS = "\"'”’」』)]"
_REPORTING = re.compile(
    r"\s*(?:이?라고|이?라며|이?라는|이?란|고|며|는|은|을|를|에|로|와|과|의|도|등|하고|했)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|etc|i\.e|e\.g|pp|Inc|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec|Sen|Gov|Gen)|\b[A-Z](?:\.[A-Z])*|\bPh\.D)\.$"
)
_LIST_NUMBER = re.compile(r"\s*(?:\d{1,2}|[가나다라마바사아자차카타파하]|[IVX]{1,4}|[Ⅰ-Ⅻ])\.$")
_DATE = re.compile(r"\d{1,4}\.\s?\d{1,2}\.$")
_DATE_GOES_ON = re.compile(r"\s*[\d(~∼]")
_NEW_LINE = re.compile(r"\n+")
_BULLET = re.compile(r"(?<=\S)\s+(?=[※□○◦ㅇ▪■●]\s)")
_BRACKETS = {"(": ")", "[": "]", "「": "」", "『": "』"}
# A Korean sentence goes on behind a quotation (라고 밝혔다); an English one ends with it.
_QUOTES = {"“": "”", "‘": "’", '"': '"'}
_LONGEST_BRACKET = 300


def split(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Sentences as (start, end); only white space lies between them. Never raises."""
    found: list[tuple[int, int]] = []
    for start, end in _lines(text):
        found += _in_line(text, start, end, language)
    return tuple(found)


def _lines(text: str) -> list[tuple[int, int]]:
    borders = sorted({m.span() for p in (_NEW_LINE, _BULLET) for m in p.finditer(text)})
    begins = [0, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), len(text)]
    return [(begin, end) for begin, end in zip(begins, ends, strict=True) if begin <= end]


def _in_line(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = start
    pairs = _BRACKETS | _QUOTES if language == "ko" else _BRACKETS
    depth = _depths(text[start:end], pairs)
    for stop in _STOP.finditer(text, start, end):
        inside = depth[stop.end() - 1 - start] > 0
        if not inside and _ends(text, begin, stop, end):
            found.append((begin, stop.end()))
            begin = stop.end()
    found.append((begin, end))
    return [trimmed for pair in found if (trimmed := _trimmed(text, *pair))]


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this stop."""
    after = text[stop.end() : end]
    if not after.strip():
        return True
    if stop.group()[-1] in _CLOSERS and _REPORTING.match(after):
        return False
    if not after[0].isspace() or after.lstrip()[0].islower():
        return False
    plain = text[begin : stop.start() + 1]
    return not (stop.group().startswith(".") and _goes_on(plain, after))


def _goes_on(plain: str, after: str) -> bool:
    """Whether a full stop belongs to a number, a date or an abbreviation."""
    if _LIST_NUMBER.fullmatch(plain) or _is_short(plain, after):
        return True
    if _DATE.search(plain):
        return True
    return plain[-2:-1].isdigit() and _DATE_GOES_ON.match(after) is not None


def _is_short(plain: str, after: str) -> bool:
    """An abbreviation ends a sentence only where a capital begins the next after U.S. and such."""
    match = _ABBREVIATION.search(plain)
    if match is None:
        return False
    return not (match.group().count(".") > 1 and _new_sentence(after))


def _new_sentence(after: str) -> bool:
    return bool(re.match(r"\s+(?:The|In|It|He|She|This|That|They|We|A|An|As|For|But|And)\s", after))


def _depths(line: str, pairs: Mapping[str, str]) -> list[int]:
    """For each character how many brackets are open around it; unclosed ones do not count."""
    depths = [0] * len(line)
    for opener, closer in pairs.items():
        at = line.find(opener)
        while at >= 0:
            close = line.find(closer, at + 1, at + _LONGEST_BRACKET)
            if close < 0:
                break
            for inside in range(at, close):
                depths[inside] += 1
            at = line.find(opener, close + 1)
    return depths


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
