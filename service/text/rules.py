"""Rules that find what is not read as it is written, and the tiling that applies them.

A rule is a pattern and a function from its match to the spoken form. Rules are tried in the order
of their table; what one has taken no later one touches. Whatever no rule takes is read as written.
A pattern may not contain nested repetition, so that time grows with the length of the text only.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from service.model.reading import Span

Match = re.Match[str]
Speak = Callable[[Match], "str | None"]


class Pattern(Protocol):
    """What finds matches: a compiled pattern, or the words of a lexicon."""

    def search(self, text: str, at: int, /) -> Match | None:
        """The first match at or behind a place."""


class _Late:
    """A pattern that is compiled when it is first needed: compiling takes longer than reading.

    Every match holds one of the characters `needs` (or of their codes), where it is not empty.
    """

    __slots__ = ("_compiled", "_needs", "_text")

    def __init__(self, text: str, needs: str | range) -> None:
        self._text = text
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str, at: int, /) -> Match | None:
        if at == 0 and self._needs and not _holds(text, self._needs):
            return None
        if self._compiled is None:
            self._compiled = re.compile(self._text)
        return self._compiled.search(text, at)


def _holds(text: str, needs: str | range) -> bool:
    if isinstance(needs, str):
        return any(letter in text for letter in needs)
    return any(ord(letter) in needs for letter in text)


@dataclass(frozen=True, slots=True)
class Rule:
    """`speak` gives the spoken form, "" for silence, or None when the match is none after all."""

    kind: str
    pattern: Pattern
    speak: Speak


_NEIGHBOURHOOD = 80


def before(match: Match) -> str:
    """The text right before a match; not all of it, so that time stays in proportion."""
    return match.string[max(0, match.start() - _NEIGHBOURHOOD) : match.start()]


def after(match: Match) -> str:
    """The text right behind a match."""
    return match.string[match.end() : match.end() + _NEIGHBOURHOOD]


def rule(kind: str, pattern: str, speak: Speak, needs: str | range = "") -> Rule:
    """Build a rule from the text of its pattern; a match holds one of the characters `needs`."""
    return Rule(kind, _Late(pattern, needs), speak)


def fixed(kind: str, table: dict[str, str]) -> Rule:
    """A rule that reads each key as its value; longer keys first."""
    keys = sorted(table, key=len, reverse=True)
    return rule(kind, "|".join(re.escape(key) for key in keys), lambda match: table[match.group()])


def tile(text: str, rules: Sequence[Rule], language: str) -> tuple[Span, ...]:
    """Spans that cover the text without gap or overlap."""
    taken = bytearray(len(text))
    found: list[Span] = []
    for each in rules:
        for match in _free_matches(each.pattern, text, taken):
            spoken = each.speak(match)
            if spoken is not None:
                start, end = match.span()
                taken[start:end] = b"\1" * (end - start)
                found.append(Span(start, end, text[start:end], spoken, language, each.kind))
    return tuple(_with_gaps(text, sorted(found, key=lambda span: span.start), language))


def _free_matches(pattern: Pattern, text: str, taken: bytearray) -> Iterator[Match]:
    """Matches outside what is taken; behind what is taken the search begins anew."""
    at = 0
    while at <= len(text) and (match := pattern.search(text, at)):
        start, end = match.span()
        clash = taken.find(1, start, end)
        if clash < 0:
            at = max(end, start + 1)
            if end > start:
                yield match
        else:
            free = taken.find(0, clash)
            at = max(free, start + 1) if free >= 0 else len(text) + 1


def _with_gaps(text: str, found: Sequence[Span], language: str) -> Iterator[Span]:
    done = 0
    for span in found:
        if span.start > done:
            yield _plain(text, done, span.start, language)
        yield span
        done = span.end
    if done < len(text):
        yield _plain(text, done, len(text), language)


def _plain(text: str, start: int, end: int, language: str) -> Span:
    return Span(start, end, text[start:end], text[start:end], language, "text")
