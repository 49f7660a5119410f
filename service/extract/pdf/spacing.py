"""Whether a space belongs between two stretches of Korean text, as log-odds (pure).

`spacing.tsv` holds how much each thing that is seen there (`spacing_features`) speaks for a space.
It was fitted by tests/spacing_build/fit.py. What a document says elsewhere speaks louder: words
that stand whole in it, or that others begin with.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from service.extract.pdf.spacing_features import features

_HANGUL = re.compile(r"[가-힣]+")
_WORD = re.compile(r"[가-힣]+|[^\W\d_]+")
_OTHER = re.compile(r"[^가-힣A-Za-z0-9. ]")
# What is no word of its own: the end of a verb, the copula behind a noun, long particles.
_ENDING = re.compile(
    r"(?:다|이다|이며|니다|입니다|습니다)(?:[.,”’\"]|$)"
    r"|(?:부터|까지|에서|에게|으로|으로서|으로써|토록|이라고|라고|라는|이라는|라며|처럼|마다|조차|과의|와의|에의)"
    r"(?:[는도의만]?)(?![가-힣])"
)
_NEVER_ALONE = 4.0
_USUAL = 0.3
_ROUNDS = 5
_FEWEST_JOINED = 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a document, and what its words begin with."""

    words: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()


def vocabulary_of(texts: Iterable[str], beside: str = "") -> Vocabulary:
    """Words that stand whole inside of lines; those at the ends may be halves.

    `beside` is text in which every word is whole.
    """
    counts: Counter[str] = Counter(_WORD.findall(beside))
    for text in texts:
        for part in text.split()[1:-1]:
            counts.update(_WORD.findall(part))
    beginnings = {word[:end] for word in counts for end in range(2, len(word) + 1)}
    return Vocabulary(frozenset(counts), frozenset(beginnings))


def leaning(before: str, after: str, known: Vocabulary) -> float:
    """Log-odds that a space belongs between; both sides end and begin with Hangul."""
    left, right = _OTHER.sub(" ", before)[-12:], _OTHER.sub(" ", after)[:12]
    weights = _weights()
    told = sum(weights.get(feature, 0) for feature in features(left, right)) / 10
    first, last = _HANGUL.findall(left)[-1], _HANGUL.findall(right)[0]
    if _ENDING.match(after):
        told -= _NEVER_ALONE
    return told + _of_words(first, last, known)


def _of_words(first: str, last: str, known: Vocabulary) -> float:
    """What the rest of a document says: the halves of one word, or two words."""
    told = 0.0
    longest = max(
        (k for k in range(len(last) + 1) if first + last[:k] in known.beginnings), default=0
    )
    if longest and len(first) + longest >= _FEWEST_JOINED:
        told -= 2.0 + min(longest, 3)
    if first in known.words and len(first) > 1:
        told += 1.5
    begun = max((k for k in range(2, len(last) + 1) if last[:k] in known.beginnings), default=0)
    return told + 0.8 * min(begun, 3)


def probabilities(leanings: Sequence[float], drawn: int, bare: int) -> list[float]:
    """How likely each wrap without a drawn space falls between words.

    `drawn` wraps of the document have a drawn space, `bare` wraps have none although one belongs
    there for sure. How often this exporter wraps between words, and how often it then draws the
    space, is estimated together with the wraps themselves.
    """
    share, draws = _USUAL, (drawn + 0.2) / (drawn + bare + 1.0)
    found: list[float] = []
    for _ in range(_ROUNDS):
        shift = _odds(share) - _odds(_USUAL) + math.log(max(1 - draws, 0.02))
        found = [_likely(leaning + shift) for leaning in leanings]
        spaces = sum(found)
        share = (spaces + drawn + 1.5) / (len(found) + drawn + 4)
        draws = (drawn + 0.2) / (drawn + bare + spaces + 1.0)
    return found


def _odds(share: float) -> float:
    return math.log(share / (1 - share))


def _likely(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def _weights() -> Mapping[str, int]:
    text = (resources.files("service.extract.pdf") / "spacing.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: int(weight) for name, weight in rows}
