"""Which words in capitals are said as words: those that can be, as news announcers do.

| written | said |
| --- | --- |
| NASA, FIFA, VISA | as words: consonant and vowel in turn, twice |
| BRICS, NORAD | as words: five letters and more that make syllables |
| IAEA, OECD, CPTPP | letter by letter |
"""

import re

from service.text.ko.latin.irregular import irregular_words
from service.text.ko.latin.spelling import sounds_of
from service.text.ko.latin.syllables import syllables

_IN_TURN = re.compile(r"[BCDFGHJKLMNPRSTVWZ][AEIOU][BCDFGHJKLMNPRSTVWXZ][AEIOY]")
_ONSETS = (
    "(?:[BCDFGHJKLMNPRSTVWYZ]|[BCDFGKPT]R|[BCFGKPS]L|S[CKMNPTW]|ST?R|SPR|CH|SH|TH|QU|TW|WH|KN|SCH)?"
)
_MIDDLES = "(?:[BCDFGKLMNPRSTVWXZH]{0,2}|[LMNRS](?:[BCDFGKPT][LR]|CH|SH|TH))"
_SAYABLE = re.compile(
    rf"(?=[A-Z]{{5,40}}$){_ONSETS}[AEIOUY]{{1,2}}"
    rf"(?:{_MIDDLES}[AEIOUY]{{1,2}})*"
    r"(?:[BCDFGKLMNPRSTXZ]|[LMNRS][CDFGKPST]S?|[CKPTGMLNRDB]S|CK|CH|SH|TH|NG|SS|LL|FF|CT|FT|ST|TZ|WTH|LTH|NTH|RTH|NGTH|GHT)?"
)
_LONG = 8


def is_said_as_word(text: str) -> bool:
    """Whether capitals make a word and no row of letters."""
    if text.lower() in irregular_words() and len(text) > len("ONE"):
        return True
    is_word = _IN_TURN.fullmatch(text) or _SAYABLE.fullmatch(text)
    return is_word is not None or len(text) >= _LONG


def by_letters(text: str) -> str:
    """A word of capitals that ends in a vowel, every vowel as Korean writes the letter: 와다."""
    return syllables(sounds_of(text.lower(), of_letters=True))


def is_by_letters(text: str) -> bool:
    """Whether capitals are such a word; others are said as English words are."""
    return text.isupper() and text[-1] in "AIOU" and text.lower() not in irregular_words()
