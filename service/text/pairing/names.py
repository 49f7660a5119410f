"""Names that are the same in both languages: addresses, Latin words, words in Hangul (pure).

| Korean | English | found |
| --- | --- | --- |
| GEN 순위, MOU 체결 | GEN rankings, an MOU | latin:gen, latin:mou |
| 보스턴, 클러스터 | Boston, clusters | sound: its consonants |
| help@deutgi.example | help@deutgi.example | address:… |
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from service.text.ko.likeness import skeleton
from service.text.ko.transliteration import by_sound
from service.text.pairing.figures import Found

_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:https?://|www\.)[\w./?=&%#-]{3,200}"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z\d&-]{0,39}")
_NAME = re.compile(r"[A-Z][A-Za-z]*[A-Z\d][A-Za-z\d]*|[A-Z][a-z]{2,}")
_ENGLISH_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{2,30}")
_HANGUL = re.compile(r"[가-힣]{2,20}")
_FEWEST_OF_NAMES, _FEWEST_OF_WORDS = 3, 4
_FEWEST_SYLLABLES, _FEWEST_SYLLABLES_OF_NAMES = 3, 2
_MOST_SYLLABLES = 8
_ENDINGS = ("'s", "’s")
_SMALL_WORDS = frozenset(
    "the and for with from that this will has have was were are its their our his her all any not"
    " but also more than who which while when where what into over under such may can".split()
)


def addresses_in(text: str) -> frozenset[Found]:
    """Mail and web addresses."""
    return frozenset(
        ("address", match[0].lower().rstrip("./")) for match in _ADDRESS.finditer(text)
    )


def latin_in(text: str, language: str) -> frozenset[Found]:
    """Latin words: all of a Korean text, names and acronyms of an English one."""
    pattern = _LATIN if language == "ko" else _NAME
    words = (match[0] for match in pattern.finditer(text))
    return frozenset(("latin", word.lower()) for word in words if len(word) > 1)


def sounds_in(texts: Iterable[str], language: str) -> tuple[frozenset[str], ...]:
    """Consonants of the words of each text, as Korean would write them; see `shared_sounds`."""
    of = _korean_sounds if language == "ko" else _english_sounds
    return tuple(frozenset(of(text)) for text in texts)


def shared_sounds(
    first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]
) -> frozenset[str]:
    """Sounds that both documents have; all others tell nothing."""
    return frozenset().union(*first) & frozenset().union(*second)


def _korean_sounds(text: str) -> Iterator[str]:
    """Parts of its words: particles and other nouns may be grown to them."""
    for match in _HANGUL.finditer(text):
        word = match[0]
        for start in range(len(word) - 1):
            for end in range(
                start + _FEWEST_SYLLABLES_OF_NAMES, min(len(word), start + _MOST_SYLLABLES) + 1
            ):
                part = word[start:end]
                consonants = skeleton(part)
                if len(consonants) >= (_FEWEST_OF_WORDS if start else _FEWEST_OF_NAMES):
                    yield consonants
                if start == 0 or end - start >= _FEWEST_SYLLABLES:
                    yield part


def _english_sounds(text: str) -> Iterator[str]:
    words = [_bare(match[0]) for match in _ENGLISH_WORD.finditer(text)]
    for word in set(words) - _SMALL_WORDS:
        yield from _sound(by_sound(word.removesuffix("s")), is_name=word[0].isupper())
    for one, other in pairwise(words):
        if one[0].isupper() and other[0].isupper():
            said, behind = by_sound(one), by_sound(other)
            yield from _sound(said + behind, is_name=True)
            yield from _sound(behind + said, is_name=True)  # a family stands last in English


def _bare(word: str) -> str:
    for ending in _ENDINGS:
        word = word.removesuffix(ending)
    return word.rstrip("'’-")


def _sound(hangul: str, *, is_name: bool) -> Iterator[str]:
    """The consonants where there are enough; what is short must be written the same."""
    consonants = skeleton(hangul)
    if len(consonants) >= (_FEWEST_OF_NAMES if is_name else _FEWEST_OF_WORDS):
        yield consonants
    elif len(hangul) >= (_FEWEST_SYLLABLES_OF_NAMES if is_name else _FEWEST_SYLLABLES):
        yield hangul
