"""Texts cut into clauses that the voice says whole (pure).

espeak-ng loses the end of a Korean clause of more than about a hundred syllables without saying
so; here no clause is longer than 85, and one that is cut gets a comma, which is heard as a short
break.
"""

import re
from dataclasses import dataclass

MOST_SYLLABLES = 85
MOST_CHARACTERS = 400

_BOUNDARY = re.compile(r"(?<=[.!?;:,…。，])\s+|\n+")
# After these endings a Korean sentence breathes: connective endings first, then particles.
_BREATHS = re.compile(
    r"(?:고|며|면서|여|해|서|으나|지만|는데|도록|위해|등|은|는|이|가|을|를|에|로|와|과)$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What is spoken in one go; `start` is where it begins in the whole text.

    `added` counts characters of `text` that are ours, at its end.
    """

    text: str
    start: int
    added: int = 0


def syllables(text: str) -> int:
    """Hangul syllables of a text; each is one vowel nucleus."""
    return sum("가" <= letter <= "힣" for letter in text)


def clauses(text: str) -> tuple[Clause, ...]:
    """All clauses of a text in order; nothing but white space lies between them."""
    found: list[Clause] = []
    begin = 0
    for boundary in (*_BOUNDARY.finditer(text), None):
        end = boundary.start() if boundary else len(text)
        if text[begin:end].strip():
            found += _short(Clause(text[begin:end], begin))
        begin = boundary.end() if boundary else end
    return tuple(found)


def halves(clause: Clause) -> tuple[Clause, ...]:
    """A clause in two, at the best place near its middle; one that cannot be cut stays whole."""
    place = _cut(clause.text)
    if place <= 0:
        return (clause,)
    head, tail = clause.text[:place].rstrip(), clause.text[place:]
    begin = clause.start + place + len(tail) - len(tail.lstrip())
    return Clause(head + ",", clause.start, 1), Clause(tail.lstrip(), begin, clause.added)


def _short(clause: Clause) -> tuple[Clause, ...]:
    if syllables(clause.text) <= MOST_SYLLABLES and len(clause.text) <= MOST_CHARACTERS:
        return (clause,)
    parts = halves(clause)
    if len(parts) == 1:
        return parts
    return tuple(short for part in parts for short in _short(part))


def _cut(text: str) -> int:
    """Where to cut: the space nearest to the middle, better after an ending; else the middle."""
    middle = len(text) / 2
    spaces = [match.start() for match in re.finditer(r"(?<=\S)\s+(?=\S)", text)]
    if not spaces:
        return len(text) // 2 if len(text) >= MOST_SYLLABLES else 0
    return min(spaces, key=lambda place: abs(place - middle) * _unease(text[:place]))


def _unease(head: str) -> float:
    return 0.5 if _BREATHS.search(head) else 1.0
