"""Texts and phonemes as a model takes them (pure)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_GAPS = re.compile(r"\s+")
_HANGUL = range(ord("가"), ord("힣") + 1)


def letters(text: str, known: frozenset[str]) -> str:
    """A text with a space for each letter that the model has no number for."""
    return _GAPS.sub(" ", "".join(c if _is_known(c, known) else " " for c in text)).strip()


def _is_known(letter: str, known: frozenset[str]) -> bool:
    """Whether the library finds the letter; it takes Hangul and accents apart before it looks."""
    if letter in known and ord(letter) not in _HANGUL:
        return True
    return all(part in known for part in unicodedata.normalize("NFD", letter))


def symbols(phonemes: str, known: frozenset[str]) -> str:
    """Phonemes of which the model has each, taken apart where it has only their parts."""
    return "".join(
        part
        for phoneme in phonemes
        for part in (phoneme if phoneme in known else unicodedata.normalize("NFD", phoneme))
        if part in known
    )


def short(sentences: Iterable[str], most: int) -> Iterator[str]:
    """Sentences of at most so many phonemes, cut between words, else anywhere."""
    for sentence in sentences:
        rest = sentence
        while len(rest) > most:
            place = rest.rfind(" ", 1, most + 1)
            place = place if place > 0 else most
            yield rest[:place].strip()
            rest = rest[place:].strip()
        yield rest
