"""A line of text to its spoken form and its sentences; needs none of the services."""

from dataclasses import dataclass

from service.model.reading import Span
from service.text.reading import read, runs
from service.text.sentences import split


@dataclass(frozen=True, slots=True)
class Said:
    """What is shown, what is said, and span by span how one became the other."""

    shown: str
    spoken: str
    spans: tuple[Span, ...]


def reading_of(text: str, language: str) -> Said:
    """The spoken form of a text."""
    spans = read(text, language)
    return Said(text, " ".join(spoken for _, spoken in runs(spans)), spans)


def sentences_of(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(text[start:end] for start, end in split(text, language))
