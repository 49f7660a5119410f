"""Korean names in Latin letters, back in Hangul (국어의 로마자 표기법).

Places and families are known by name. Any other word counts as Korean only when all of it is made
of romanised syllables and it has a spelling that English words lack (eo, yeo, hy, gw …).
"""

import re
from functools import cache

from service.text.ko.latin.syllables import composed
from service.text.ko.latin.tables import said

_ONSETS = dict(
    zip(
        "g k kk n d tt t r m b pp p s ss sh j jj ch h".split(),
        "ㄱㅋㄲㄴㄷㄸㅌㄹㅁㅂㅃㅍㅅㅆㅅㅈㅉㅊㅎ",
        strict=True,
    )
)
_VOWELS = dict(
    zip(
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo wi yu eu ui i oo ee woo you yoo".split(),
        "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅟㅠㅡㅢㅣㅜㅣㅜㅠㅠ",
        strict=True,
    )
)
_CODAS = dict(zip("k n l m p ng".split(), "ㄱㄴㄹㅁㅂㅇ", strict=True))
_SYLLABLE = re.compile(
    r"(kk|tt|pp|ss|sh|jj|ch|[gkndtrmbpsjh])?"
    r"(yeo|yae|wae|woo|you|yoo|eo|eu|ae|ya|ye|yo|yu|oe|ui|wa|wo|wi|oo|ee|[aiou]|(?<=[js])e)"
    r"(ng|[knlmp])?"
)
_LONGEST = 7
_MARK = re.compile(r"eo|eu|ye|yo[ou]|hy[aeou]|[gk]y[aeou]|[mb]y[eou]|hw|gw|kw[ao]|hae|hoon$|joon")
# Words of other tongues that would pass.
_FOREIGN = frozenset("neon peon aeon geon pigeon yeoman neural hyena hyatt yes museum".split())
_SHORTEST = 4


def place(word: str) -> str:
    """A place, thing or family of Korea that is known by its Latin name, or nothing."""
    return _places().get(word, "")


def name(word: str) -> str:
    """A word in small letters as the Korean name it plainly is, or nothing."""
    if len(word) < _SHORTEST or word in _FOREIGN or not _MARK.search(word):
        return ""
    return _divided(word)


def hyphened(first: str, second: str) -> str:
    """Two syllables of a given name, or a place and what it is (-si, -gu), or nothing."""
    known = place(first) or name(first) or _syllable(first)
    return known + _syllable(second) if known and _syllable(second) else ""


def _divided(word: str) -> str:
    """The syllables of a name: as few as may be, and none but the first without an onset."""
    best: dict[int, tuple[int, str]] = {len(word): (0, "")}
    for at in range(len(word) - 1, -1, -1):
        found = [
            (best[end][0] + _cost(word, at), one + best[end][1])
            for end in range(at + 1, min(len(word), at + _LONGEST) + 1)
            if end in best and (one := _syllable(word[at:end]))
        ]
        if found:
            best[at] = min(found, key=lambda each: each[0])
    return best.get(0, (0, ""))[1]


def _cost(word: str, at: int) -> int:
    return 1 + (at > 0 and word[at] in "aeiouwy")


def _syllable(text: str) -> str:
    if own := _own_spellings().get(text):
        return own
    parts = _SYLLABLE.fullmatch(text)
    if not parts:
        return ""
    onset, vowel, coda = parts.groups("")
    return composed(_ONSETS.get(onset, "ㅇ"), _VOWELS[vowel], _CODAS.get(coda, ""))


@cache
def _places() -> dict[str, str]:
    return said("korean.tsv")


@cache
def _own_spellings() -> dict[str, str]:
    return said("syllables_of_names.tsv")
