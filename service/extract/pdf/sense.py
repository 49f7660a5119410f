"""Whether letters make sense: fonts without a map to letters give text that nobody wrote (pure)."""

import re

_LATIN = re.compile(r"[A-Za-z]")
_VOWEL = re.compile(r"[AEIOUYaeiouy]")
_SENSIBLE = re.compile(r"[가-힣\u3040-\u30ff\u4e00-\u9fff\u0370-\u04ff\xc0-\u024f]")
_FEWEST = 60
_LEAST_VOWELS = 0.2
_MOST_ODD = 0.2
_HANGUL = re.compile(r"[가-힣]")
_MOST_RARE = 0.15
_BYTES = 2
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")


def is_gibberish(text: str) -> bool:
    """Whether a text is no language.

    It is none with hardly a vowel among Latin letters, with many odd signs, or with many syllables
    that Korean does not use. Short texts and those in other scripts are believed.
    """
    letters = "".join(text.split())
    if len(letters) < _FEWEST:
        return False
    if len(_ODD.findall(letters)) > _MOST_ODD * len(letters):
        return True
    if _has_impossible_syllables(letters):
        return True
    latin = len(_LATIN.findall(letters))
    if _SENSIBLE.search(letters) or latin < _FEWEST:
        return False
    return len(_VOWEL.findall(letters)) < _LEAST_VOWELS * latin


def _has_impossible_syllables(letters: str) -> bool:
    """Whether many syllables are none of the 2,350 of KS X 1001, which nearly all text is made of.

    A font that maps its glyphs to wrong letters gives any of the 11,172.
    """
    syllables = _HANGUL.findall(letters)
    rare = sum(len(syllable.encode("euc_kr", "replace")) != _BYTES for syllable in syllables)
    return len(syllables) >= _FEWEST and rare > _MOST_RARE * len(syllables)
