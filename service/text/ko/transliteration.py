"""Latin words that nobody listed, written in Hangul as Korean takes in English words.

| written | spoken |
| --- | --- |
| Navigation | 내비게이션 |
| Mixture | 믹스처 |
"""
from functools import lru_cache

from service.text.ko.latin.spelling import sounds_of
from service.text.ko.latin.syllables import syllables


@lru_cache(maxsize=4096)
def by_sound(text: str) -> str:
    """A word in Hangul; letters that are no Latin letters are dropped."""
    plain = "".join(letter for letter in text.lower() if "a" <= letter <= "z")
    return syllables(sounds_of(plain))
