"""Words whose spoken form no rule can know: those of the package, and those an operator adds.

The package's words are `ko.pls` and `en.pls` beside this module; `install` puts an operator's words
over them, once, when a process starts. What is read depends on nothing else, and `digest` tells one
set of words from another.

Case: a grapheme without capitals (covid) stands for every writing of the word; one with capitals
(DTaP, IT) stands for itself only and goes before. Edges and lengths: see `finding.py`.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import resources

from service.text.lexicon.entries import Entry, aliases, merged
from service.text.lexicon.finding import Finder
from service.text.lexicon.pls import entries_of
from service.text.rules import Match, Rule

LANGUAGES = ("ko", "en")


class _Installed:
    """What this process reads with beside the words of the package."""

    entries: tuple[Entry, ...] = ()


def install(entries: Sequence[Entry]) -> None:
    """Read with these words from now on, before those of the package; later ones win."""
    _Installed.entries = tuple(entries)
    for each in (words, rules, digest):
        each.cache_clear()


def installed() -> tuple[Entry, ...]:
    """The words that were added to those of the package."""
    return _Installed.entries


@cache
def built_in(language: str) -> tuple[Entry, ...]:
    """The words of the package in one language."""
    return entries_of(_data(language))


def everything(language: str) -> tuple[Entry, ...]:
    """All words of one language as they are read: of equal graphemes the last one."""
    return merged(built_in(language), (each for each in installed() if each.language == language))


@cache
def words(language: str) -> Mapping[str, str]:
    """Graphemes and aliases of one language."""
    return aliases(everything(language))


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rule that is tried before all others.

    In Korean the package's Latin words are not in it: addresses, codes and brackets that repeat a
    word have to be seen whole first, and the rules for letters look those words up.
    """
    known = words(language)
    added = {each.grapheme for each in installed() if each.language == language}
    found = {
        grapheme: alias
        for grapheme, alias in known.items()
        if language != "ko" or grapheme in added or not _is_latin_word(grapheme)
    }
    return (_rule(Finder(found), found),) if found else ()


@cache
def digest() -> str:
    """Changes with every change of any word."""
    seen = sha256()
    for language in LANGUAGES:
        seen.update(_data(language))
    for each in installed():
        seen.update(f"{each}\n".encode())
    return seen.hexdigest()[:12]


def _rule(finder: Finder, known: Mapping[str, str]) -> Rule:
    def alias(match: Match) -> str:
        written = match.group()
        return known.get(written) or known[written.lower()]

    return Rule("lexicon", finder, alias)


def _is_latin_word(grapheme: str) -> bool:
    return grapheme.isascii() and grapheme.isalpha()


def _data(language: str) -> bytes:
    return resources.files(__name__).joinpath(f"{language}.pls").read_bytes()
