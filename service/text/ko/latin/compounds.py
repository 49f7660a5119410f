"""Words made of words: news·letter, wheel·chair, super·hero."""

import re
from dataclasses import dataclass
from functools import cache

from service.text.ko.latin.tables import rows

_IS_WORD = re.compile(r"[b-df-hj-np-tv-xz]{0,3}[aeiouy]+[a-z]*[a-z]{2}")
_NO_WORDS = tuple("ion ior ial ity est ment able ings nom log ness less ship ward".split())
_SHORTEST = 3
_SHORTEST_BEFORE_MAN = 4


@dataclass(frozen=True, slots=True)
class _Parts:
    front: dict[str, str]
    back: dict[str, str]
    never: frozenset[str]
    starts: re.Pattern[str]
    ends: re.Pattern[str]


def parted(word: str) -> tuple[str, str, str]:
    """A known part at the front as it is said, what is left, a known part at the back as said.

    One of both at a time, empty where nothing is known.
    """
    parts = _parts()
    ends = parts.ends.search(word)
    if ends and _may_stand_before(word[: ends.start()], ends.group()):
        return "", word[: ends.start()], parts.back[ends.group()]
    starts = parts.starts.match(word)
    if starts and _is_apart(word[starts.end() :]):
        return parts.front[starts.group()], word[starts.end() :], ""
    return "", word, ""


def part(word: str) -> str:
    """How a word is said that is itself a part of others; empty if it is none."""
    parts = _parts()
    return parts.front.get(word) or parts.back.get(word, "")


def _may_stand_before(left: str, behind: str) -> bool:
    """Play·list, but special·ist; chair·man, but hu·man."""
    shortest = _SHORTEST_BEFORE_MAN if behind == "man" else _SHORTEST
    is_word = len(left) >= shortest and left not in _parts().never
    return is_word and not (behind == "list" and left.endswith(("a", "i", "o", "c")))


def _is_apart(left: str) -> bool:
    """What is left has letters enough to be a word, and is no mere ending."""
    return (
        len(left) > _SHORTEST
        and _IS_WORD.fullmatch(left) is not None
        and not left.startswith(_NO_WORDS)
    )


@cache
def _parts() -> _Parts:
    table = rows("parts.tsv")
    front = {word: said for place, word, said in table if place == "front"}
    back = {word: said for place, word, said in table if place == "back"}
    return _Parts(
        front,
        back,
        frozenset(word for place, word, _ in table if place == "never"),
        re.compile("(?:" + _longest_first(front) + ")"),
        re.compile("(?:" + _longest_first(back) + ")$"),
    )


def _longest_first(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
