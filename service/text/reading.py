"""A text to spans: what is shown, what is said, in which language and by which rule.

The spoken form of a text is its runs: neighbouring spans of one language joined as they are, their
white space and breaks tidied. `spoken` of an utterance is the runs joined by one space.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from service.model.narration import Span
from service.text import lexicon
from service.text.en import table as en
from service.text.ko import table as ko
from service.text.ko.particles import PARTICLE, fitting
from service.text.languages import runs_of
from service.text.rules import Rule, tile

_RULES_VERSION = "1"
_TABLES: dict[str, tuple[Rule, ...]] = {"ko": ko.RULES, "en": en.RULES}
_BREAKS = re.compile(r"\s*,(?:[\s,]*,)?\s*")
_BEFORE_STOP = re.compile(r"[\s,]+([.!?])")
_SPACE = re.compile(r"\s+")


def rules_version() -> str:
    """Part of every narration's name: changes when a spoken form may change."""
    return f"{_RULES_VERSION}-{lexicon.digest()}"


def read(text: str, language: str) -> tuple[Span, ...]:
    """The spans of a text in its main language; they tile it exactly. Never raises."""
    found: list[Span] = []
    for start, end, part_language in runs_of(text, language):
        rules = _TABLES.get(part_language, _TABLES["en"])
        for span in tile(_readable(text[start:end]), rules, part_language):
            shown = text[start + span.start : start + span.end]
            found.append(replace(span, start=start + span.start, end=start + span.end, shown=shown))
    return tuple(_with_particles(found))


def runs(spans: Sequence[Span]) -> tuple[tuple[str, str], ...]:
    """(language, text) of each stretch that one voice says, in order; empty ones are left out."""
    said = [
        (language, tidy("".join(span.spoken for span in group)))
        for language, group in groupby(spans, key=lambda span: span.language)
    ]
    return tuple((language, text) for language, text in said if any(c.isalnum() for c in text))


def tidy(spoken: str) -> str:
    """One break where several meet, none at the beginning or before a stop."""
    text = _BREAKS.sub(", ", _SPACE.sub(" ", spoken))
    return _BEFORE_STOP.sub(r"\1", text).strip(" ,")


def _readable(text: str) -> str:
    """Full-width letters and figures as plain ones, character by character, so offsets stay."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() else " "
    if "！" <= letter <= "～":
        return unicodedata.normalize("NFKC", letter)
    return " " if unicodedata.category(letter) in ("Zs", "Cc", "Cf", "Co", "Cn") else letter


def _with_particles(spans: Sequence[Span]) -> Iterator[Span]:
    """A particle behind a reading that ends in another sound gets its own span and form."""
    before = ""
    changed = False
    for span in spans:
        match = PARTICLE.match(span.spoken) if changed and span.kind == "text" else None
        if match and span.language == "ko":
            yield from _split(span, match.end(), fitting(match.group(1), before))
        else:
            yield span
        changed = span.kind != "text"
        before = span.spoken if span.spoken.strip(" ,") else before


def _split(span: Span, length: int, spoken: str) -> Iterator[Span]:
    cut = span.start + length
    yield replace(span, end=cut, shown=span.shown[:length], spoken=spoken, kind="particle")
    if cut < span.end:
        rest = span.spoken[length:]
        yield replace(span, start=cut, shown=span.shown[length:], spoken=rest)
