"""Korean as it sounds, for voices that know letters and no sound rules (pure).

Each syllable of the answer is the sound of the syllable at the same place: 국민 한 명 → 궁민 한 명.
Length, spaces and everything that is no Hangul stay, so that offsets into one are offsets into the
other. Rules: Standard Pronunciation (표준 발음법) of the National Institute of Korean Language,
articles 5 to 30; where it allows two forms, the one it names first unless said otherwise.
"""

import re
from functools import lru_cache

from service.text.sounds import compounds, phrases, words
from service.text.sounds.joints import joined, left
from service.text.sounds.syllables import Syllable, apart, coda, together, with_coda, with_onset

SOUNDS_VERSION = "1"
"""Raise it whenever the same text may be spelled otherwise."""

_PHRASE = re.compile(r"[가-힣]+(?: +[가-힣]+)*")
_REMEMBERED = 4096


def pronounced(text: str) -> str:
    """A Korean text spelled as it sounds, of the same length; never raises.

    Composed Hangul only; other characters stay and end a phrase, but for single words apart by
    spaces.
    """
    return _PHRASE.sub(lambda match: _phrase(match.group()), text)


def _phrase(text: str) -> str:
    pieces = re.split("( +)", text)
    spelled = [_spelled(word) for word in pieces[::2]]
    for i in range(1, len(spelled)):
        spelled[i - 1], spelled[i] = phrases.met(spelled[i - 1], spelled[i])
    pieces[::2] = [_sounded(word) for word in spelled]
    return "".join(pieces)


@lru_cache(_REMEMBERED)
def _spelled(word: str) -> str:
    """A word by the rules that look at the whole of it."""
    known = "".join(map(_plain_vowel, words.spelled(word)))
    for rule in (compounds.tensed, compounds.with_n, compounds.unmelted, compounds.clustered):
        known = rule(known)
    return known


def _sounded(word: str) -> str:
    """A word by the rules for neighbours, first to last."""
    letters = list(word)
    for i in range(1, len(letters)):
        before, behind = apart(letters[i - 1]), apart(letters[i])
        last, first = joined(before.coda, behind.onset, behind.vowel)
        letters[i - 1] = with_coda(letters[i - 1], last)
        letters[i] = with_onset(letters[i], first)
    letters[-1] = with_coda(letters[-1], left(coda(letters[-1])))
    return "".join(_vowelled(apart(letter)) for letter in letters)


def _plain_vowel(letter: str) -> str:
    """Article 5, third proviso: ㅢ behind a written consonant is ㅣ (희망, 무늬)."""
    syllable = apart(letter)
    plain = syllable.vowel == "ㅢ" and syllable.onset != "ㅇ"
    return together(syllable._replace(vowel="ㅣ")) if plain else letter


def _vowelled(syllable: Syllable) -> str:
    """Article 5: 져, 쪄, 쳐 are 저, 쩌, 처."""
    if syllable.onset in ("ㅈ", "ㅉ", "ㅊ") and syllable.vowel == "ㅕ":
        syllable = syllable._replace(vowel="ㅓ")
    return together(syllable)
