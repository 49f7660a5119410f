"""A word and how it is said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of one lexeme of W3C PLS 1.0.

    `alias` is what is said in its place, in letters of the language; empty where only `phoneme`,
    in IPA, is known. `example` shows a use. `agency` is whose word it is, empty for everybody's.
    """

    grapheme: str
    language: str
    alias: str = ""
    phoneme: str = ""
    example: str = ""
    agency: str = ""


def merged(*parts: Iterable[Entry]) -> tuple[Entry, ...]:
    """All entries in the order of first coming; of equal graphemes the last one is kept."""
    found: dict[tuple[str, str], Entry] = {}
    for part in parts:
        found.update({(each.language, each.grapheme): each for each in part})
    return tuple(found.values())


def aliases(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Graphemes and what is said for them; a word known by its sounds only is not among them."""
    return {each.grapheme: each.alias for each in entries if each.alias}
