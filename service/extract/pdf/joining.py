"""Two lines of one paragraph become one text: with a space, without, or without a hyphen (pure).

Wraps of Korean text fall between words or inside them. Most exports draw the space at the end of a
line that was wrapped between words, so that a full line without one goes on inside a word. Where an
export draws none, words seen whole elsewhere in the document tell, and so do figures and marks that
belong together.
"""

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[\w]+")
_LAST = re.compile(r"[^\s]+$")
_FIRST = re.compile(r"^[^\s]+")
_NUMBER_GOES_ON = re.compile(r"\d[.,]$|\d$")
_DATE = re.compile(r"\d\.\s\d{1,2}[.,]$")
_NUMBER = re.compile(r"^\d")
_OPENERS = "([{“‘「『<《〈"
_CLOSERS = ")]}”’」』>》〉.,!?:;%"
_SHORTEST = 3
_SENTENCE_END = (".", "!", "?", "。")
SPACE = " "
TIGHT = "\u2060"
"""Behind a line: the next one goes on without a space (the word joiner of Unicode)."""


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand whole inside of lines: what two halves may be checked against."""
    found: set[str] = set()
    for text in texts:
        inner = text.split()[1:-1]
        found.update(word for part in inner for word in _WORD.findall(part))
    return frozenset(found)


def joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """All lines as one text; a line that ends in `SPACE` keeps it, one in `TIGHT` gets none."""
    text = ""
    for line in lines:
        text = f"{_joint(text, line, words)}{line}" if text else line
    return text.removesuffix(TIGHT).strip()


def _joint(before: str, after: str, words: frozenset[str]) -> str:
    """What is before, as it stands in front of the next line."""
    if before[-1].isspace():
        return before
    if before.endswith(TIGHT):
        before = before[:-1]
        if _may_be_tight(before, after):
            return before
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] if _halves(before[:-1], after) in words else before
    return before if _is_one(before, after, words) else f"{before} "


def _may_be_tight(before: str, after: str) -> bool:
    """Not between sentences, and not between letters of words that are never broken bare."""
    if before.endswith(_SENTENCE_END):
        return bool(_NUMBER.match(after)) and _is_decimal(before)
    bare = before[-1].isascii() and before[-1].isalpha() and after[0].isascii()
    return not (before.endswith("-") or (bare and after[0].isalpha()))


def _is_one(before: str, after: str, words: frozenset[str]) -> bool:
    if before[-1] in _OPENERS or after[0] in _CLOSERS:
        return True
    if _NUMBER_GOES_ON.search(before) and before[-1] in ".," and _NUMBER.match(after):
        return _is_decimal(before)
    whole = _halves(before, after)
    return len(whole) >= _SHORTEST and whole in words


def _is_decimal(before: str) -> bool:
    """Tell a number that goes on in the next line (12.) from a date that does not (7. 4.)."""
    last = _LAST.search(before)
    if _DATE.search(before):
        return False
    return last is not None and re.fullmatch(r"[^\d]*\d{1,3}[.,]", last.group()) is not None


def _halves(before: str, after: str) -> str:
    first, last = _LAST.search(before), _FIRST.search(after)
    halves = (
        _WORD.findall(first.group())[-1:] if first else [],
        _WORD.findall(last.group())[:1] if last else [],
    )
    return "".join(half for pair in halves for half in pair)
