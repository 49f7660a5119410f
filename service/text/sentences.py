"""Where sentences end, in Korean and English.

Lines and bullets come first, then stops. No sentence ends inside a date, a number, an ordinal, an
abbreviation or brackets, nor between a closing quotation mark and the words that report it
(라고, 이라며, 는). A short Korean quotation stays whole with them, a long one is cut inside.
"""

import re

from service.text import headings, stops

# A remark in brackets right behind the stop belongs to the sentence: 시행한다.(붙임 참조); behind a
# space one that points elsewhere does, while others are labels of what follows: (지원 대상) …
# So do marks of footnotes: 그쳤다.* 운영 중이다.1)
_STOP = re.compile(
    r"(?:\.(?:\s\.){2,4}|[.!?。！？｡…]+|(?<=[요죠다])[~∼]+(?=\s))[\"'”’」』)\]》〉】]*"
    r"(?:(?<=[.!?])(?:\*{1,3}|[¹²³⁰⁴-⁹]{1,2}|[†‡]|\[\d{1,2}\])(?=\s|$)"
    r"|(?<=[다요음임함됨중]\.)\d{1,2}\)(?=\s|$)(?![^\n]{0,200}[^.!?]\s\d{1,2}\))"
    r"|(?<=[a-z]{4}\.)\d{1,2}(?=\s+[A-Z“\"]|$))?"
    r"(?:(?<=[.!?])\([^()\n]{1,60}\)\.?"
    r"|(?<=[.!?]) \([^().\n]{0,30}(?:참조|참고|출처|제공)[^().\n]{0,30}\)\.?)?"
)
_CJK_STOPS = "。！？｡"
_CLOSERS = "\"'”’」』)]》〉】"
_NEW_LINE = re.compile(r"\n+")
_BULLET = re.compile(r"(?<=\S)\s+(?=[•⁃※□○◦ㅇ▪■●◇◆▷▶☞❍❏]\s)")
# Points with a label, written in one line: 1. 일시: … 2. 장소: …
_LABELLED = re.compile(r"(?<=\S)\s+(?=(?:[2-9]|1\d)\.\s?[가-힣]{1,5}(?:\s[가-힣]{1,5})?\s?:\s)")
_BRACKETS = {"(": ")", "[": "]", "「": "」", "『": "』", "〈": "〉", "《": "》", "【": "】"}
# A Korean sentence goes on behind a quotation (라고 밝혔다); an English one ends with it.
_QUOTES = {"“": "”", "‘": "’", '"': '"'}
_LONGEST_BRACKET = 300
_LONG_QUOTE = 80
# Longer than any sentence of a release; some two minutes of sound.
_LONGEST = 600
_MANY_SENTENCES = 3
# So far around a stop is looked for what tells whether it ends a sentence.
_NEAR = 240
_STOP_IN_QUOTE = re.compile(r"[가-힣][.!?]")


def split(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Sentences as (start, end); only white space lies between them. Never raises."""
    found: list[tuple[int, int]] = []
    for start, end in _lines(text, language):
        for sentence in _in_line(text, start, end, language):
            found += _bounded(text, *sentence)
    return tuple(found)


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A text without stops in parts that are spoken one by one: no listener waits for it all."""
    found: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        border = max(window.rfind(", ") + 1, window.rfind(" ", _LONGEST // 2)) or _LONGEST
        found.append((start, start + border))
        start += border
    parts = (_trimmed(text, *part) for part in (*found, (start, end)))
    return [part for part in parts if part]


def _lines(text: str, language: str) -> list[tuple[int, int]]:
    """Lines, and parts of them that begin with a bullet or stand before the text as a heading."""
    patterns = (_NEW_LINE, _BULLET, _LABELLED, *headings.BEHIND_HEADING.get(language, ()))
    gaps = {stops.border(m) for p in patterns for m in p.finditer(text)}
    borders = sorted(gaps.union(headings.marked_gaps(text) if language == "en" else ()))
    begins = [0, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), len(text)]
    return [(begin, end) for begin, end in zip(begins, ends, strict=True) if begin <= end]


def _in_line(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = start
    depth = _depths(text[start:end], language)
    for stop in _STOP.finditer(text, start, end):
        inside = depth[stop.end() - 1 - start] > 0
        if not inside and _ends(text, begin, stop, end, language):
            found.append((begin, stop.end()))
            begin = stop.end()
    found.append((begin, end))
    trimmed = [pair for each in found if (pair := _trimmed(text, *each))]
    return [*trimmed[:1], *(part for pair in trimmed[1:] for part in headings.items(text, *pair))]


def _ends(text: str, begin: int, stop: re.Match[str], end: int, language: str) -> bool:
    """Whether a sentence ends at this stop."""
    after = text[stop.end() : min(end, stop.end() + _NEAR)]
    if not after.strip():
        return True
    if stop.group()[-1] in _CLOSERS and stops.quote_goes_on(stop.group(), after, language):
        return False
    plain = text[max(begin, stop.start() - _NEAR) : stop.start() + 1]
    if not after[0].isspace():
        return stop.group()[0] in _CJK_STOPS or stops.lacks_space(plain, after, language)
    if stops.is_ellipsis(stop.group()) and language == "ko":
        return stops.is_final(plain)
    return stops.is_bracketed(plain, stop.group()) or not (
        stops.begins_small(plain, after.lstrip(), language)
        or (stop.group().startswith(".") and stops.goes_on(plain, after, language))
    )


def _depths(line: str, language: str) -> list[int]:
    """For each character how many brackets are open around it; unclosed ones do not count."""
    depths = [0] * len(line)
    for opener, closer in _BRACKETS.items():
        _deepen(line, opener, closer, depths)
    for opener, closer in _QUOTES.items() if language == "ko" else ():
        _deepen(line, opener, closer, depths, is_quote=True)
    return depths


def _deepen(
    line: str, opener: str, closer: str, depths: list[int], *, is_quote: bool = False
) -> None:
    at = line.find(opener)
    while at >= 0:
        close = line.find(closer, at + 1, at + _LONGEST_BRACKET)
        if close < 0:
            return
        if not (is_quote and _is_long(line[at:close])):
            for inside in range(at, close):
                depths[inside] += 1
        at = line.find(opener, close + 1)


def _is_long(quote: str) -> bool:
    return len(quote) > _LONG_QUOTE or len(_STOP_IN_QUOTE.findall(quote)) >= _MANY_SENTENCES


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
