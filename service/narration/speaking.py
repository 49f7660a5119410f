"""A stretch of text as it is shown and as it is said."""

from dataclasses import dataclass

from service.model.reading import Span
from service.text.languages import main_language
from service.text.reading import read, runs


@dataclass(frozen=True, slots=True)
class Said:
    """What is shown (nothing for announcements), what is said, and the spans between the two."""

    display: str
    spoken: str
    language: str
    spans: tuple[Span, ...]


def displayed(text: str, language: str) -> Said:
    """A text that is shown as it was published."""
    return _said(text, language, read(text, language))


def announced(text: str, language: str) -> Said:
    """Words that are heard and not shown: their spans stand at the beginning, without length."""
    main = main_language(text, language)
    spans = tuple(
        Span(0, 0, "", spoken, spoken_language, "announcement")
        for spoken_language, spoken in runs(read(text, main))
    )
    return _said("", main, spans)


def announced_before(said: Said, words: str) -> Said:
    """The same, with words before it that are only heard."""
    extra = Span(0, 0, "", _spoken_words(words, said.language), said.language, "announcement")
    return _said(said.display, said.language, (extra, *said.spans))


def _spoken_words(words: str, language: str) -> str:
    """The spoken form of introducing words, with the break that they end in."""
    spoken = " ".join(text for _, text in runs(read(words, language)))
    return f"{spoken}, "


def _said(display: str, language: str, spans: tuple[Span, ...]) -> Said:
    return Said(display, " ".join(text for _, text in runs(spans)), language, spans)
