"""Latin words that nobody listed, written in Hangul as Korean takes in English words.

| written | spoken |
| --- | --- |
| Navigation | 내비게이션 |
| Mixture | 믹스처 |
| Newsletter | 뉴스레터 |
| Yeongdeungpo | 영등포 |
"""

from functools import lru_cache

from service.text.ko.latin.compounds import part, parted
from service.text.ko.latin.irregular import irregular_words
from service.text.ko.latin.romanised import name, place
from service.text.ko.latin.spelling import sounds_of
from service.text.ko.latin.syllables import syllables

_LONGEST = 40


def by_sound(text: str) -> str:
    """A word in Hangul; letters that are no Latin letters are dropped.

    What is longer than any word is said piece by piece, so that time stays bounded.
    """
    pieces = (text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST))
    return "".join(_piece(each) for each in pieces)


@lru_cache(maxsize=4096)
def _piece(text: str) -> str:
    word = "".join(letter for letter in text.lower() if "a" <= letter <= "z")
    is_name = text[:1].isupper() and word not in irregular_words()
    return (is_name and (place(word) or name(word))) or _said(word)


def _said(word: str) -> str:
    known = irregular_words().get(word) or part(word)
    if known or not word:
        return known or ""
    singular = irregular_words().get(word.removesuffix("s"))
    if singular:
        return singular + "스"
    front, left, back = parted(word)
    return f"{front}{_said(left)}{back}" if left != word else syllables(sounds_of(word))
