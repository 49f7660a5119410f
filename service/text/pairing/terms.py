"""Words of releases in Korean beside those that English releases use for them (pure).

The table holds the beginnings of words. It is no dictionary: it only tells which places of two
texts may speak of the same thing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from service.text.pairing.figures import Found

_WORD = re.compile(r"[a-z][a-z'’-]*")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class _Terms:
    """Beginnings of words to the numbers of their rows; `phrases` hold spaces or full stops."""

    korean: dict[str, tuple[int, ...]]
    english: dict[str, tuple[int, ...]]
    phrases: dict[str, tuple[int, ...]]


def terms_in(text: str, language: str) -> frozenset[Found]:
    """The terms of a text, by the numbers of their rows."""
    rows = _korean(text) if language == "ko" else _english(text.lower())
    return frozenset(("term", str(row)) for row in rows)


def _korean(text: str) -> Iterator[int]:
    for beginning, rows in _terms().korean.items():
        if beginning in text:
            yield from rows


def _english(text: str) -> Iterator[int]:
    known = _terms()
    for word in set(_WORD.findall(text)):
        for end in range(1, min(len(word), _LONGEST) + 1):
            # Short ones are whole words: car, but not care.
            is_whole = end == len(word) or word[end:] in ("s", "'s", "’s")
            if end > _SHORT or is_whole:
                yield from known.english.get(word[:end], ())
    for phrase, rows in known.phrases.items():
        if phrase in text:
            yield from rows


_SHORT = 3


@cache
def _terms() -> _Terms:
    found = _Terms({}, {}, {})
    for number, (korean, english) in enumerate(_rows()):
        for beginning in korean:
            _add(found.korean, beginning, number)
        for beginning in english:
            is_phrase = " " in beginning or "." in beginning
            _add(found.phrases if is_phrase else found.english, beginning, number)
    return found


def _add(table: dict[str, tuple[int, ...]], beginning: str, number: int) -> None:
    table[beginning] = (*table.get(beginning, ()), number)


def _rows() -> Iterator[tuple[list[str], list[str]]]:
    text = resources.files(__package__).joinpath("terms.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            korean, _, english = line.partition("\t")
            yield korean.split(","), english.split(",")
