"""What becomes of a final consonant and the first consonant behind it.

Rules of the Standard Pronunciation (표준 발음법) of the National Institute of Korean Language; the
numbers are its articles. A joint that is in none of these tables stays as it is.
"""

from functools import cache

from service.text.sounds.syllables import ASPIRATED, TENSE

# Articles 9 to 11: what is left of a final consonant before another one and at the end.
_LEFT = {
    **dict.fromkeys("ㄲㅋㄳㄺ", "ㄱ"),
    **dict.fromkeys("ㅅㅆㅈㅊㅌㅎ", "ㄷ"),
    **dict.fromkeys("ㅍㅄㄿ", "ㅂ"),
    **dict.fromkeys("ㄵㄶ", "ㄴ"),
    **dict.fromkeys("ㄼㄽㄾㅀ", "ㄹ"),
    "ㄻ": "ㅁ",
}
# Articles 13 and 14: what stays and what goes over to a vowel.
_LINKED = {
    "ㄳ": ("ㄱ", "ㅆ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"), "ㄽ": ("ㄹ", "ㅆ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"),
    "ㅄ": ("ㅂ", "ㅆ"), "ㅇ": ("ㅇ", "ㅇ"),
    "ㅎ": ("", "ㅇ"), "ㄶ": ("", "ㄴ"), "ㅀ": ("", "ㄹ"),  # article 12.4
}  # fmt: skip
# Article 17: before ㅣ and the ㅕ of 히 and 이 with an ending.
_PALATAL = {"ㄷ": ("", "ㅈ"), "ㅌ": ("", "ㅊ"), "ㄾ": ("ㄹ", "ㅊ")}
_PALATAL_VOWELS = "ㅣㅕ"
# Article 12.1: with ㅎ behind; what stays and what is breathed.
_BREATHED = {
    **dict.fromkeys("ㄱㄲㅋㄳ", ("", "ㅋ")),
    **dict.fromkeys("ㄷㅅㅆㅊㅌ", ("", "ㅌ")),
    **dict.fromkeys("ㅂㅍㅄ", ("", "ㅍ")),
    "ㅈ": ("", "ㅊ"), "ㄵ": ("ㄴ", "ㅊ"), "ㄺ": ("ㄹ", "ㅋ"),
    "ㄼ": ("ㄹ", "ㅍ"), "ㄾ": ("ㄹ", "ㅌ"),
}  # fmt: skip
_WITH_H = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_BESIDE_R = "ㅁㅇ"
# Articles 23 to 25: final consonants whose own sound is lost, but which make the next one tense.
_TENSING_CLUSTERS = "ㄵㄼㄾ"


@cache
def joined(coda: str, onset: str, vowel: str) -> tuple[str, str]:
    """The final and the first consonant as they sound together, inside one word."""
    if onset == "ㅇ":
        return _before_vowel(coda, vowel)
    if onset == "ㅎ" and coda in _BREATHED:
        return _before_h(coda, vowel)
    if coda in _WITH_H:
        return _behind_h(coda, onset)
    if coda == "ㄺ" and onset == "ㄱ":
        return "ㄹ", "ㄲ"  # article 11, of verbs: 맑게 [말께]
    if coda and coda in _TENSING_CLUSTERS and onset in TENSE:
        return left(coda), TENSE[onset]
    return _assimilated(left(coda), onset)


@cache
def joined_apart(coda: str, onset: str) -> tuple[str, str]:
    """As `joined`, where another word begins: the final consonant is reduced first (article 15)."""
    return joined(left(coda), onset, "")


def left(coda: str) -> str:
    """What is heard of a final consonant that stands alone (articles 9 to 11)."""
    return _LEFT.get(coda, coda)


def _before_vowel(coda: str, vowel: str) -> tuple[str, str]:
    if vowel and vowel in _PALATAL_VOWELS and coda in _PALATAL:
        return _PALATAL[coda]
    return _LINKED.get(coda, ("", coda or "ㅇ"))


def _before_h(coda: str, vowel: str) -> tuple[str, str]:
    if coda == "ㄷ" and vowel and vowel in _PALATAL_VOWELS:
        return "", "ㅊ"  # article 17, addition: 굳히다, 닫혀
    return _BREATHED[coda]


def _behind_h(coda: str, onset: str) -> tuple[str, str]:
    """Article 12: ㅎ makes ㄱㄷㅈ breathed and ㅅ tense, and is lost before ㄴ."""
    rest = _WITH_H[coda]
    if onset in "ㄱㄷㅈ":
        return rest, ASPIRATED[onset]
    if onset == "ㅅ":
        return rest, "ㅆ"
    return _assimilated(rest or "ㄷ", onset)


def _assimilated(coda: str, onset: str) -> tuple[str, str]:
    """Articles 18 to 20 and 23, with a final consonant that is reduced already."""
    if coda in _NASAL:
        if onset in "ㄴㅁ":
            return _NASAL[coda], onset
        if onset == "ㄹ":
            return _NASAL[coda], "ㄴ"
        return coda, TENSE.get(onset, onset)
    if onset == "ㄹ" and coda and coda in _BESIDE_R:
        return coda, "ㄴ"
    if (coda, onset) in {("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")}:
        return "ㄹ", "ㄹ"
    return coda, onset
