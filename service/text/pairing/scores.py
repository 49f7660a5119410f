"""How likely it is that parts of two texts say the same, as logarithms of odds (pure).

Each sign is weighed by how much more often it is met between translations than between any two
parts of both texts: anchors (a date that stands once in both counts much, a word of every paragraph
hardly), lengths, and kinds of blocks.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, log

from service.text.pairing.figures import Found
from service.text.pairing.parts import CONTACT, FIGURE, HEADING, NOTE, SUBTITLE, TABLE, TEXT, Part

# How often an anchor of one text stands in its translation, by its class.
_KEPT = {
    "address": 0.8,
    "day": 0.7,
    "time": 0.7,
    "percent": 0.75,
    "number": 0.6,
    "about": 0.6,
    "year": 0.55,
    "month": 0.5,
    "few": 0.4,
    "latin": 0.6,
    "sound": 0.5,
    "term": 0.45,
}
_MISSED = 0.35
"""What is missing counts less: English releases leave much out."""
_SHARED = 0.8
"""Anchors come together, so each tells less than it would alone."""
_BY_CHANCE = 0.5
"""How much less an anchor tells of joined parts, of which any may have it by chance."""
_PARTS_UNSEEN = 10
_LEAST_SEEN = 0.3

_SPREAD, _SPREAD_OF_ANY = 0.45, 1.2
_MOST_AGAINST_LENGTH = -3.0

# What two kinds say for being the same, either way round.
_KINDS = {
    (HEADING, HEADING): 1.5,
    (TEXT, TEXT): 0.1,
    (NOTE, NOTE): 0.8,
    (TABLE, TABLE): 2.0,
    (FIGURE, FIGURE): 1.5,
    (CONTACT, CONTACT): 2.0,
    (SUBTITLE, SUBTITLE): 3.0,
    (SUBTITLE, HEADING): -1.0,
    (SUBTITLE, TEXT): -2.0,
    (HEADING, TEXT): -2.0,
    (NOTE, TEXT): -1.0,
    (CONTACT, TABLE): 0.0,
}
_OTHER_KINDS = -4.0
_SAME_LEVEL, _OTHER_LEVEL = 0.4, -0.2
_SAME_SHAPE = 1.0

# How often translations join parts, by how many of both sides; of 100.
_JOINED = {(1, 1): 50, (1, 2): 4, (2, 1): 6, (1, 3): 1, (3, 1): 2, (4, 1): 0.8, (1, 4): 0.4}
_ALONE = 30
JOINED = tuple(_JOINED)
_PRIORS = {counts: log(share / 100) for counts, share in _JOINED.items()}
ALONE = log(_ALONE / 100)
"""What it costs to leave one part without a partner."""


@dataclass(frozen=True, slots=True)
class _Joined:
    """Parts of one text taken together; `missed` is what all their anchors tell when missing."""

    parts: tuple[Part, ...]
    anchors: frozenset[Found]
    length: float
    missed: float


class Scores:
    """Scores between the parts of two texts."""

    def __init__(self, first: Sequence[Part], second: Sequence[Part]) -> None:
        self._gains = (_gains(first), _gains(second))
        self._joined = (_all_joined(first, self._gains[0]), _all_joined(second, self._gains[1]))

    def of(self, start: int, count: int, other: int, other_count: int) -> float:
        """The logarithm of the odds that parts of both, from `start` and `other` on, are one.

        Parts are joined only where each has an anchor of the other side.
        """
        one = self._joined[0].get((start, count))
        two = self._joined[1].get((other, other_count))
        if one is None or two is None or not _may_be_one(one, two):
            return -inf
        kinds = sum(_kinds(a, b) for a in one.parts for b in two.parts) / (count * other_count)
        if kinds <= _OTHER_KINDS:
            return -inf
        anchors = self._anchors(one, two, _BY_CHANCE * log(max(count, other_count)))
        return _PRIORS[count, other_count] + kinds + _lengths(one.length, two.length) + anchors

    def _anchors(self, one: _Joined, two: _Joined, joined: float) -> float:
        """What is shared and missed; joined parts share more by chance (`joined`: how much)."""
        gains, other_gains = self._gains
        shared = 0.0
        missed = one.missed + two.missed
        for each in one.anchors & two.anchors:
            (gain, miss), (other_gain, other_miss) = gains[each], other_gains[each]
            shared += max(0.0, min(gain, other_gain) - joined)
            missed -= miss + other_miss
        return _SHARED * shared + _MISSED * missed / 2


def _all_joined(
    parts: Sequence[Part], gains: Mapping[Found, tuple[float, float]]
) -> Mapping[tuple[int, int], _Joined]:
    """Each part alone, and running text joined, by where it begins and how many parts it is."""
    counts = {count for pair in _JOINED for count in pair}
    found = {}
    for start in range(len(parts)):
        for count in counts:
            some = tuple(parts[start : start + count])
            if len(some) == count and (count == 1 or all(part.kind == TEXT for part in some)):
                anchors = frozenset().union(*(part.anchors for part in some))
                missed = sum(gains[each][1] for each in anchors)
                length = sum(part.length for part in some)
                found[start, count] = _Joined(some, anchors, length, missed)
    return found


def _may_be_one(one: _Joined, two: _Joined) -> bool:
    if len(one.parts) == len(two.parts):
        return True
    joined, other = (one, two) if len(one.parts) > 1 else (two, one)
    if other.parts[0].kind != TEXT:
        return False
    return not any(part.anchors.isdisjoint(other.anchors) for part in joined.parts)


def _gains(parts: Sequence[Part]) -> Mapping[Found, tuple[float, float]]:
    """For each anchor, what it tells where the other side has it, and where it does not."""
    counts = Counter(anchor for part in parts for anchor in part.anchors)
    gains = {}
    for anchor, count in counts.items():
        chance = min(0.9, (count + _LEAST_SEEN) / (len(parts) + _PARTS_UNSEEN))
        kept = max(_KEPT[anchor[0]], chance)
        gains[anchor] = log(kept / chance), min(0.0, log((1 - kept) / (1 - chance)))
    return gains


def _kinds(one: Part, two: Part) -> float:
    both = (one.kind, two.kind)
    known = _KINDS.get(both, _KINDS.get((two.kind, one.kind), _OTHER_KINDS))
    if both == (HEADING, HEADING):
        return known + (_SAME_LEVEL if one.level == two.level else _OTHER_LEVEL)
    if both == (TABLE, TABLE):
        return known + _SAME_SHAPE * sum(a == b for a, b in zip(one.shape, two.shape, strict=True))
    return known


def _lengths(one: float, two: float) -> float:
    """Normal around equal lengths for translations, and wide for any two parts."""
    apart = log((one + 1) / (two + 1))
    odds = log(_SPREAD_OF_ANY / _SPREAD) - apart**2 / 2 * (_SPREAD**-2 - _SPREAD_OF_ANY**-2)
    return max(_MOST_AGAINST_LENGTH, odds)
