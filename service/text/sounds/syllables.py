"""Hangul syllables taken apart into their letters and put together again.

Letters are compatibility jamo ("ㄱ"); no final consonant is "".
"""

from functools import lru_cache
from typing import NamedTuple

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = "가", "힣"
_REMEMBERED = 4096


class Syllable(NamedTuple):
    """The letters of one syllable."""

    onset: str
    vowel: str
    coda: str


def is_syllable(letter: str) -> bool:
    """Whether a character is a composed Hangul syllable."""
    return _FIRST <= letter <= _LAST


@lru_cache(_REMEMBERED)
def apart(letter: str) -> Syllable:
    """The letters of a composed syllable."""
    rest, coda = divmod(ord(letter) - ord(_FIRST), len(CODAS))
    onset, vowel = divmod(rest, len(VOWELS))
    return Syllable(ONSETS[onset], VOWELS[vowel], CODAS[coda])


@lru_cache(_REMEMBERED)
def together(syllable: Syllable) -> str:
    """The composed syllable of three letters."""
    onset, vowel, coda = syllable
    at = ONSETS.index(onset) * len(VOWELS) + VOWELS.index(vowel)
    return chr(ord(_FIRST) + at * len(CODAS) + CODAS.index(coda))


@lru_cache(_REMEMBERED)
def coda(letter: str) -> str:
    """The final consonant of a syllable; "" for what is no syllable."""
    return apart(letter).coda if is_syllable(letter) else ""


@lru_cache(_REMEMBERED)
def onset(letter: str) -> str:
    """The first consonant of a syllable; "" for what is no syllable."""
    return apart(letter).onset if is_syllable(letter) else ""


@lru_cache(_REMEMBERED)
def with_coda(letter: str, final: str) -> str:
    """The syllable with another final consonant."""
    return together(apart(letter)._replace(coda=final))


@lru_cache(_REMEMBERED)
def with_onset(letter: str, first: str) -> str:
    """The syllable with another first consonant."""
    return together(apart(letter)._replace(onset=first))


def tense(letter: str) -> str:
    """The syllable with its plain first consonant tense: 자 → 짜; others stay."""
    first = onset(letter)
    return with_onset(letter, TENSE[first]) if first in TENSE else letter


TENSE = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
