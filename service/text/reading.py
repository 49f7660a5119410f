"""A text to spans: what is shown, what is said, in which language and by which rule.

The spoken form of a text is its runs: neighbouring spans of one language joined as they are, their
white space and breaks tidied. `spoken` of an utterance is the runs joined by one space.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from service.model.reading import Span
from service.text import lexicon
from service.text.clean import Clean, clean
from service.text.en import table as en
from service.text.ko import table as ko
from service.text.ko.particles import PARTICLE, fitting
from service.text.languages import main_language, runs_of
from service.text.rules import Rule, tile

_RULES_VERSION = "13"
_TABLES: dict[str, tuple[Rule, ...]] = {"ko": ko.RULES, "en": en.RULES}
_BREAKS = re.compile(r"\s*,(?:[\s,]*,)?\s*")
_BEFORE_STOP = re.compile(r"[\s,]+([.!?])")
_GLUED_STOP = re.compile(r"(?<=[가-힣])([.!?])(?=[가-힣])")
_STOPS = re.compile(r"([.!?])(?:\s*[.!?])+")
_LIST_LETTER = re.compile(r"^([가나다라마바사아자차카타파하])\. ")
_SPACE = re.compile(r"\s+")
# Behind these stands no particle: (가)형.
_OPENERS = ("(", "[", "{", "〔", "【", "〈", "<", "《", "“", "‘", "'", '"')


def rules_version() -> str:
    """Part of every narration's name: changes when a spoken form may change."""
    return f"{_RULES_VERSION}-{lexicon.digest()}"


def read(text: str, language: str) -> tuple[Span, ...]:
    """The spans of a text in its main language; they tile it exactly. Never raises.

    A span is empty only where one character of the text stands for several (ﬁ) and is parted.
    """
    plain = clean(text)
    spans = _with_particles(_tiled(plain.text, _known(language, plain.text)))
    return tuple(_placed(span, plain, text) for span in spans)


def _tiled(text: str, main: str) -> Iterator[Span]:
    """The spans of clean text, run by run."""
    for start, end, language in runs_of(text, main):
        for span in tile(text[start:end], _rules(language), language):
            yield replace(span, start=start + span.start, end=start + span.end)


def _known(tag: str, text: str) -> str:
    """The language of a BCP 47 tag; that of the text itself when we have no rules for the tag."""
    language = tag.split("-", maxsplit=1)[0].lower()
    return language if language in _TABLES else main_language(text, "en")


def _placed(span: Span, plain: Clean, text: str) -> Span:
    """A span of the clean text as one of the source."""
    start, end = plain.back(span.start), plain.back(span.end)
    return replace(span, start=start, end=end, shown=text[start:end])


def _rules(language: str) -> tuple[Rule, ...]:
    return (*lexicon.rules(language), *_TABLES[language])


def runs(spans: Sequence[Span]) -> tuple[tuple[str, str], ...]:
    """(language, text) of each stretch that one voice says, in order; empty ones are left out."""
    said = [
        (language, tidy("".join(span.spoken for span in group)))
        for language, group in groupby(spans, key=lambda span: span.language)
    ]
    return tuple((language, text) for language, text in said if any(c.isalnum() for c in text))


def tidy(spoken: str) -> str:
    """One break or stop where several meet, no break at the beginning or before a stop.

    A lone first letter with a stop is a list mark, whatever it was read from: a break follows.
    """
    text = _BEFORE_STOP.sub(r"\1", _BREAKS.sub(", ", _SPACE.sub(" ", spoken)))
    parted = _GLUED_STOP.sub(r"\1 ", _STOPS.sub(r"\1", text)).strip(" ,")
    return _LIST_LETTER.sub(r"\1, ", parted)


def _with_particles(spans: Iterable[Span]) -> Iterator[Span]:
    """A particle behind a reading that ends in another sound gets its own span and form."""
    before = ""
    changed = False
    for span in spans:
        match = PARTICLE.match(span.spoken) if changed and span.kind == "text" else None
        if match and span.language == "ko":
            yield from _split(span, match.end(), fitting(match.group(1), before))
        else:
            yield span
        changed = span.kind != "text" and not span.shown.endswith(_OPENERS)
        before = span.spoken if span.spoken.strip(" ,") else before


def _split(span: Span, length: int, spoken: str) -> Iterator[Span]:
    cut = span.start + length
    rest = span.spoken[length:]
    own = spoken if cut < span.end else spoken + rest
    yield replace(span, end=cut, shown=span.shown[:length], spoken=own, kind="particle")
    if cut < span.end:
        yield replace(span, start=cut, shown=span.shown[length:], spoken=rest)
