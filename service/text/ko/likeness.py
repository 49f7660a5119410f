"""Whether two words in Hangul could be the same foreign word: 알츠하이머 and 알즈하이머.

Vowels differ from writer to writer, so only the order of the consonants counts, and those that
Korean writes for one foreign sound are one.
"""

from difflib import SequenceMatcher

_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_SAME = str.maketrans("ㄲㅋㄸㄷㅃㅂㅆㅈㅉㅊ", "ㄱㄱㅌㅌㅍㅍㅅㅅㅅㅅ", "ㅇ ")
_ALIKE = 0.7
_FEWEST = 2
_LONGEST = 40


def sounds_like(one: str, other: str) -> bool:
    """Whether two texts in Hangul have nearly the same consonants in the same order."""
    first, second = skeleton(one[-_LONGEST:]), skeleton(other[-_LONGEST:])
    if min(len(first), len(second)) < _FEWEST:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def skeleton(text: str) -> str:
    """The consonants of a text in Hangul, those of one foreign sound as one."""
    return "".join(_consonants(letter) for letter in text if "가" <= letter <= "힣")


def _consonants(syllable: str) -> str:
    onset, rest = divmod(ord(syllable) - ord("가"), 21 * 28)
    both = _ONSETS[onset] + _CODAS[rest % 28]
    return both.translate(_SAME).replace("ㄹㄹ", "ㄹ")
