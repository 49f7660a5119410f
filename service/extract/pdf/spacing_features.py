"""What is looked at between two stretches of Korean text to tell whether a space belongs there.

Syllables and pairs of them, and how the words beside the place fit a list of Korean words
(`extract.words`): a whole word, a word with its particle, two halves of one. Pure.
"""

import re
from collections.abc import Callable, Collection

from service.extract.words import words

_HANGUL_END = re.compile(r"[가-힣]+$")
_HANGUL_START = re.compile(r"[가-힣]+")
_LONGEST = 6
_SHORTEST_WORD = 2
_PARTICLES = frozenset(
    "은 는 이 가 을 를 의 에 와 과 로 으로 도 만 에서 에게 부터 까지 라고 이라고 라며 등 씩 대 과의"
    " 와의 에의 으로의 로의 에서의 에는 에도 에서는 에서도 으로는 로는 으로도 으로서 로서 으로써"
    " 로써 보다 처럼 마다 조차 이나 나 이며 이고 인 이란 란 만을 만이 만의 까지의 부터의 께 께서"
    " 이거나 이라는 라는 이라도 에게서 한테 뿐 뿐만 들 들이 들을 들의 들은 들에게 하고 이면 이었다"
    " 이다 이라 입니다".split()
)
# What makes a verb or another noun of a noun: never a word of its own.
_SUFFIXED = re.compile(
    r"(?:하|되|시키|받|당하|드리)(?:는|여|고|며|면|기|지|도록|게|거나|려|려는|려고|였|었|니|므로|자|던|더라도"
    r"|자마자|거든|어|어서|여서|여야|지만|는데|고자|였다|었다|였으며|기로|기에|기를|려면|여도|였고)"
    r"|(?:한|된|할|될|함|됨|해|돼|했|됐|합니|됩니|하다|되다|토록|시킨|시킬|받은|받을|률|율|화|적|성|자|권|법"
    r"|용|별|형)"
)


def features(left: str, right: str) -> tuple[str, ...]:
    """Names of what is seen between two texts, which end and begin with Hangul."""
    before, after = left[-2:].rjust(2), right[:2].ljust(2)
    long = min(len(left) - left.rfind(" ") - 1, _LONGEST)
    end = right.find(" ")
    goes_on = min(end if end >= 0 else len(right), _LONGEST)
    return (
        f"a{before[1]}",
        f"b{before}",
        f"d{after[0]}",
        f"e{after}",
        f"g{before[1]}{after[0]}",
        f"j{long}{goes_on}",
        *_of_words(_last(left), _first(right), words()),
    )


def _last(left: str) -> str:
    match = _HANGUL_END.search(left)
    return match.group() if match else ""


def _first(right: str) -> str:
    match = _HANGUL_START.match(right)
    return match.group() if match else ""


def _of_words(first: str, last: str, words: Collection[str]) -> tuple[str, ...]:
    """How the letters before and behind the place fit known words, apart and together."""
    tail = _longest(len(first), lambda n: first[-n:] in words)
    head = _longest(len(last), lambda n: last[:n] in words)
    reach = min(len(last), _LONGEST)
    whole = max((n for n in range(1, reach + 1) if first + last[:n] in words), default=0)
    across = _across(first, last, words)
    is_word = first in words
    is_suffix = (last in _PARTICLES, _SUFFIXED.match(last) is not None)
    kind = "w" if is_word else "p" if _is_with_particle(first, words) else "n"
    return (
        f"L{min(len(first), _LONGEST)}{kind}",
        f"T{min(tail, 5)}{tail == len(first)}",
        f"R{min(head, 5)}{_rest(last[head:])}",
        f"X{min(across, _LONGEST)}",
        f"Y{min(whole, 4)}{_rest(last[whole:]) if whole else 'n'}",
        f"J{is_suffix[0]}{is_suffix[1]}{'w' if is_word else 'n'}",
        f"Z{min(tail, 3)}{min(head, 3)}{min(across, 4)}",
    )


def _longest(length: int, is_word: Callable[[int], bool]) -> int:
    return max((n for n in range(_SHORTEST_WORD, length + 1) if is_word(n)), default=0)


def _across(first: str, last: str, words: Collection[str]) -> int:
    """Length of the longest word that lies on both sides."""
    ends = range(1, min(len(first), _LONGEST) + 1)
    starts = range(1, min(len(last), _LONGEST) + 1)
    return max((e + s for e in ends for s in starts if first[-e:] + last[:s] in words), default=0)


def _is_with_particle(word: str, words: Collection[str]) -> bool:
    ends = range(1, min(len(word), 4))
    return any(word[-end:] in _PARTICLES and word[:-end] in words for end in ends)


def _rest(rest: str) -> str:
    """What follows a word: the end, a particle, a suffix, anything else."""
    if not rest:
        return "e"
    if rest in _PARTICLES:
        return "j"
    return "v" if _SUFFIXED.match(rest) else "n"
