"""Word times when nothing better is known: each word as long as its syllables are many (pure)."""

import re

from service.model.speech import Mark

_WORD = re.compile(r"\S*[^\W_]\S*")
_VOWELS = re.compile(r"[aeiouyAEIOUY]+")
# What a reader waits at a comma and at the end of a sentence, in syllables.
_COMMA, _STOP = 1.0, 2.0


def shares(text: str, start_ms: int, end_ms: int) -> tuple[Mark, ...]:
    """Marks of all words of a text that is heard from one time to another."""
    words = list(_WORD.finditer(text))
    weights = [_syllables(word.group()) for word in words]
    waits = [_wait(word.group()) for word in words[:-1]] + [0.0] * bool(words)
    whole = sum(weights) + sum(waits)
    found, begun = [], 0.0
    for word, weight, wait in zip(words, weights, waits, strict=True):
        first, last = (
            start_ms + round((end_ms - start_ms) * at / whole) for at in (begun, begun + weight)
        )
        found.append(Mark(word.start(), word.end(), first, last))
        begun += weight + wait
    return tuple(found)


def _syllables(word: str) -> float:
    """Syllables of Hangul, groups of vowels of Latin letters; a digit is about one."""
    hangul = sum("가" <= letter <= "힣" for letter in word)
    digits = sum(map(str.isdigit, word))
    return max(1.0, hangul + digits + len(_VOWELS.findall(word)))


def _wait(word: str) -> float:
    if word[-1] in ".!?…":
        return _STOP
    return _COMMA if word[-1] in ",;:" else 0.0
