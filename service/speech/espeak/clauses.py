"""Texts cut into clauses that the voice says whole (pure).

espeak-ng loses the end of a Korean clause of more than about a hundred syllables, and of a word of
more than some forty characters, without saying so. Here neither gets so long, and a clause that is
cut gets a comma, which is heard as a short break.
"""

import re
from dataclasses import dataclass, replace

MOST_SYLLABLES = 85
MOST_CHARACTERS = 400
MOST_WORD_CHARACTERS = 30
_SYLLABLES_OF_AN_INITIAL = 21 * 28

# Where a Korean clause ends. A full stop after a Latin letter or a digit is an abbreviation or a
# number ("Dr. ", "U.S. ", "1. "), which the voice knows how to say.
_KOREAN_BORDER = re.compile(r"(?:(?<=[!?;:,…。，、])|(?<=[^A-Za-z0-9]\.))\s+|\s*\n\s*")
_LINE_BORDER = re.compile(r"\s*\n\s*")
_LONG_WORD = re.compile(rf"[\w'’]{{{MOST_WORD_CHARACTERS + 1},}}")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")


def _linked(syllable: str) -> str:
    """A class of the syllable with any first consonant: texts come spelled as they sound."""
    first = ord("가") + (ord(syllable) - ord("가")) % _SYLLABLES_OF_AN_INITIAL
    return f"[{''.join(map(chr, range(first, ord('힣') + 1, _SYLLABLES_OF_AN_INITIAL)))}]"


_ENDINGS = rf"[고꼬코]|며|면서|여|해|서|{_linked('으')}나|[지찌치]만|는데|[도또]록|위해|등"
_PARTICLES = "|".join(["는|[가까]|를|로|와|[과꽈]", *map(_linked, "은이을에")])
# What it costs to cut a clause that is too long behind such a text, in shares of its length away
# from the middle: a sentence, a comma, a Korean ending at which a reader breathes, a particle.
_COSTS = (
    (re.compile(r"[.!?。…][\"'”’)]*$"), 0.0),
    (re.compile(r"[,;:，、]$"), 0.1),
    (re.compile(rf"(?:{_ENDINGS})$"), 0.2),
    (re.compile(rf"(?:{_PARTICLES})$"), 0.3),
)
_COST_ELSEWHERE = 0.45

# Pauses that espeak-ng makes between clauses, in milliseconds at its usual rate. It makes none at
# the end of a text, and here each clause is a text of its own.
_PAUSES_MS = {",": 140, "，": 140, "、": 140, ";": 215, ":": 215, "…": 215}
_SENTENCE_PAUSE_MS = 295


@dataclass(frozen=True, slots=True)
class Clause:
    """What is spoken in one go; `start` is where it begins in the whole text.

    `added` counts characters of `text` that are ours, at its end; `pause_ms` is the silence after
    it at the usual rate.
    """

    text: str
    start: int
    added: int = 0
    pause_ms: int = 0

    @property
    def own(self) -> str:
        """The clause without what we added."""
        return self.text[: len(self.text) - self.added]


def syllables(text: str) -> int:
    """Korean syllables of a text, composed or as conjoining vowels; each is a vowel nucleus."""
    return sum("가" <= letter <= "힣" or "\u1161" <= letter <= "\u11a7" for letter in text)


def clauses(text: str) -> tuple[Clause, ...]:
    """All clauses of a text in order; nothing but white space lies between them."""
    border = _KOREAN_BORDER if syllables(text) else _LINE_BORDER
    found: list[Clause] = []
    begin = 0
    for match in (*border.finditer(text), None):
        end = match.start() if match else len(text)
        if said := text[begin:end].strip():
            start = text.index(said, begin)
            found += _short(Clause(said, start, pause_ms=_pause(said)))
        begin = match.end() if match else end
    return (*found[:-1], *(replace(last, pause_ms=0) for last in found[-1:]))


def halves(clause: Clause) -> tuple[Clause, ...]:
    """A clause in two, at the best place near its middle; a single letter stays whole."""
    place = _cut(clause.own)
    if place <= 0:
        return (clause,)
    head, tail = clause.text[:place].rstrip(), clause.text[place:]
    comma = "" if head[-1] in ".!?,;:…" else ","
    begin = clause.start + place + len(tail) - len(tail.lstrip())
    return (
        Clause(head + comma, clause.start, len(comma), _pause(head + comma)),
        Clause(tail.lstrip(), begin, clause.added, clause.pause_ms),
    )


def _short(clause: Clause) -> tuple[Clause, ...]:
    if _can_be_said(clause.text):
        return (clause,)
    parts = halves(clause)
    if len(parts) == 1:
        return parts
    return tuple(short for part in parts for short in _short(part))


def _can_be_said(text: str) -> bool:
    return (
        syllables(text) <= MOST_SYLLABLES
        and len(text) <= MOST_CHARACTERS
        and not _LONG_WORD.search(text)
    )


def _cut(text: str) -> int:
    """Where to cut: in a word that is too long, else at a gap near the middle, else there."""
    if word := _LONG_WORD.search(text):
        return (word.start() + word.end()) // 2
    gaps = [match.start() for match in _GAP.finditer(text)]
    if not gaps:
        return len(text) // 2
    return min(gaps, key=lambda place: abs(place / len(text) - 0.5) + _cost(text[:place]))


def _cost(head: str) -> float:
    tail = head[-4:]
    return next((cost for ending, cost in _COSTS if ending.search(tail)), _COST_ELSEWHERE)


def _pause(text: str) -> int:
    return _PAUSES_MS.get(text[-1:], _SENTENCE_PAUSE_MS)
