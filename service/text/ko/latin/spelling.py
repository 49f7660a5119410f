"""English spelling to sounds, by ordered rules with context.

A rule is a row of `consonants.tsv` or `vowels.tsv`: letters, before, behind, sounds; `-` is
nothing. Of the rules for the letters at a place the first whose neighbours fit wins.

| in contexts | stands for |
| --- | --- |
| V, C | a vowel letter, a consonant letter |
| M | an ending that lengthens the vowel before it: make, making, makers |
| R | the end of a word, or of the word a plural s is added to |
| X | the consonants a word begins with |

Sounds: see `syllables.py`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from service.text.ko.latin.tables import rows

_CLASSES = {
    "V": "[aeiouy]",
    "C": "[b-df-hj-np-tv-xz]",
    "M": "[b-df-hj-np-tvz](?:e$|e[sd]$|ers?$|ings?$|ement|eless|eful|ely|eness)",
    "R": "s?$",
    "X": "^[b-df-hj-np-tv-xz]*",
}
_CLASS = re.compile("[VCMRX]")


@dataclass(frozen=True, slots=True)
class _Spelling:
    letters: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    sounds: str

    def fits(self, word: str, at: int) -> bool:
        end = at + len(self.letters)
        return (
            word.startswith(self.letters, at)
            and (self.behind is None or self.behind.match(word[end:]) is not None)
            and (self.before is None or self.before.search(word[:at]) is not None)
        )


_OF_LETTERS = {"a": "ㅏ", "e": "ㅔ", "i": "ㅣ", "o": "ㅗ", "u": "ㅜ"}


def sounds_of(word: str, *, of_letters: bool = False) -> str:
    """The sounds of an English word in small letters; anything else in it is dropped.

    `of_letters`: each vowel has the one sound of its letter, as in names made of initials.
    """
    said: list[str] = []
    at = 0
    while at < len(word):
        if of_letters and word[at] in _OF_LETTERS:
            said.append(_OF_LETTERS[word[at]])
            at += 1
            continue
        found = next((each for each in _rules().get(word[at], ()) if each.fits(word, at)), None)
        said.append(found.sounds if found else "")
        at += len(found.letters) if found else 1
    return "".join(said)


@cache
def _rules() -> dict[str, tuple[_Spelling, ...]]:
    by_letter: dict[str, list[_Spelling]] = {}
    for each in _parsed((*rows("consonants.tsv"), *rows("vowels.tsv"))):
        by_letter.setdefault(each.letters[0], []).append(each)
    return {letter: tuple(rules) for letter, rules in by_letter.items()}


def _parsed(table: Iterable[tuple[str, ...]]) -> Iterator[_Spelling]:
    for letters, before, behind, sounds in table:
        yield _Spelling(
            letters,
            _context(before, "(?:{})$"),
            _context(behind, "(?:{})"),
            sounds.replace("-", ""),
        )


def _context(text: str, form: str) -> re.Pattern[str] | None:
    if text == "-":
        return None
    return re.compile(form.format(_CLASS.sub(lambda found: _CLASSES[found.group()], text)))
