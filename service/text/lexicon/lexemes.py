"""The elements of a PLS file as a parser meets them, and what is wrong with them."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from service.text.clean import clean
from service.text.lexicon.entries import Entry

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_PARTS = ("grapheme", "alias", "phoneme", "example")
_PARENTS = {"lexeme": "lexicon", "meta": "lexicon", "metadata": "lexicon"} | dict.fromkeys(
    _PARTS, "lexeme"
)
_SPEAKABLE = {
    "ko": re.compile(r"[가-힣][가-힣\s,.]*"),
    "en": re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ\s,.'’-]*"),
}
_LETTERS = {"ko": "Hangul", "en": "Latin letters"}
_LONGEST = {"grapheme": 100, "alias": 300, "phoneme": 300, "example": 1_000}
_MOST_FLAWS, _MOST_ENTRIES = 50, 100_000


class Refused(Exception):
    """The rest of the file is not looked at."""


_SAID = {"alias", "phoneme"}


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong in a line."""

    line: int
    problem: str


@dataclass(slots=True)
class _Lexeme:
    """What one lexeme holds, of alias and phoneme only the one that counts; parts with a flaw."""

    line: int
    graphemes: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    preferred: set[str] = field(default_factory=set)
    flawed: set[str] = field(default_factory=set)

    def take(self, part: str, text: str, *, preferred: bool) -> None:
        if part == "grapheme":
            self.graphemes.append(text)
        elif part not in self.said or (preferred and part not in self.preferred):
            self.said[part] = text
        self.preferred |= {part} if preferred else set()


class Lexemes:
    """Collects entries and flaws; `line` tells where the parser is."""

    def __init__(self, agency: str, line: Callable[[], int]) -> None:
        self.entries: list[Entry] = []
        self.flaws: list[Flaw] = []
        self._agency, self._line, self._language = agency, line, ""
        self._path: list[str] = []
        self._seen: dict[str, int] = {}
        self._lexeme = _Lexeme(0)
        self._text: list[str] = []
        self._preferred = False

    def flaw(self, problem: str, line: int = 0) -> None:
        """Write down what is wrong; after many the rest is not looked at."""
        self.flaws.append(Flaw(line or self._line(), problem))
        if len(self.flaws) >= _MOST_FLAWS:
            raise Refused("too many mistakes; the rest was not looked at")

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        namespace, _, name = tag.rpartition(" ")
        self._path.append(name)
        if len(self._path) == 1:
            self._begin_file(namespace, name, attributes)
        elif "metadata" not in self._path[:-1]:
            self._begin_part(namespace, name, attributes)

    def text(self, text: str) -> None:
        """Characters of the element that is open."""
        self._text.append(text)

    def end(self, _tag: str) -> None:
        """An element ends."""
        name = self._path.pop()
        if "metadata" in self._path or not self._path:
            return
        if name in _PARTS:
            self._end_part(name)
        elif name == "lexeme":
            self._end_lexeme()

    def _begin_file(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        if (namespace, name) != (NAMESPACE, "lexicon"):
            raise Refused(f"the root is not <lexicon xmlns={NAMESPACE!r}>")
        if attributes.get("version") != "1.0":
            self.flaw("version is not 1.0")
        self._check_alphabet(attributes.get("alphabet", ""))
        tag = attributes.get(_LANGUAGE, "")
        self._language = tag.split("-", maxsplit=1)[0].lower()
        if self._language not in _SPEAKABLE:
            raise Refused(f"xml:lang is {tag!r}, not one of {', '.join(_SPEAKABLE)}")

    def _check_alphabet(self, alphabet: str) -> None:
        if alphabet != "ipa":
            self.flaw(f"alphabet is {alphabet!r}, not 'ipa'")

    def _begin_part(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        if namespace != NAMESPACE or _PARENTS.get(name) != self._path[-2]:
            self.flaw(f"<{name}> has no place in <{self._path[-2]}>")
        if name == "lexeme":
            self._lexeme = _Lexeme(self._line())
        if "alphabet" in attributes:
            self._check_alphabet(attributes["alphabet"])
        self._text.clear()
        self._preferred = attributes.get("prefer") == "true"

    def _end_part(self, part: str) -> None:
        text = _spelled_alike(part, " ".join("".join(self._text).split()))
        if problem := self._problem_of(part, text):
            self.flaw(problem)
            self._lexeme.flawed.add(part)
        else:
            self._lexeme.take(part, text, preferred=self._preferred)
        self._preferred = False

    def _problem_of(self, part: str, text: str) -> str:
        if not text:
            return f"<{part}> is empty"
        if len(text) > _LONGEST[part]:
            return f"<{part}> is longer than {_LONGEST[part]} characters"
        if part == "grapheme" and not any(map(str.isalnum, text)):
            return f"{text!r} holds no letter and no figure"
        if part == "alias" and not _SPEAKABLE[self._language].fullmatch(text):
            return f"alias {text!r} is not in {_LETTERS[self._language]} only"
        return ""

    def _end_lexeme(self) -> None:
        lexeme = self._lexeme
        # A part with a flaw was told; its want would be a second mistake of one cause.
        if not lexeme.graphemes and "grapheme" not in lexeme.flawed:
            self.flaw("a lexeme without grapheme", lexeme.line)
        if not _SAID & lexeme.said.keys():
            if not _SAID & lexeme.flawed:
                self.flaw("a lexeme without alias and phoneme", lexeme.line)
            return
        for grapheme in lexeme.graphemes:
            self._keep(grapheme, lexeme)

    def _keep(self, grapheme: str, lexeme: _Lexeme) -> None:
        if first := self._seen.get(grapheme):
            self.flaw(f"{grapheme!r} stands in line {first} already", lexeme.line)
            return
        self._seen[grapheme] = lexeme.line
        if len(self._seen) > _MOST_ENTRIES:
            raise Refused(f"more than {_MOST_ENTRIES:,} words")
        self.entries.append(Entry(grapheme, self._language, agency=self._agency, **lexeme.said))


def _spelled_alike(part: str, text: str) -> str:
    """A grapheme is spelled as texts are once they are clean; an alias is composed."""
    if text.isascii() or part in ("phoneme", "example"):
        return text
    return clean(text).text if part == "grapheme" else unicodedata.normalize("NFC", text)
