"""Which words of what is shown are heard when (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.model.narration import Utterance
from service.model.reading import Span
from service.model.speech import Mark


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A stretch of an utterance's `display` and when it is heard, in ms from the clip's start."""

    start: int
    end: int
    start_ms: int
    end_ms: int


def shown_words(utterance: Utterance, said: str, marks: Sequence[Mark]) -> tuple[ShownWord, ...]:
    """The words of a clip as places in the text shown; `said` is what its marks point into.

    Letters and digits are what is spoken and what is said have in common: breaks and stops are
    tidied in between. Where they differ there are no words at all, rather than wrong ones. A
    reading in other words than the text (1,200: 천이백) is one word as long as it is heard; words
    that are heard and not shown have no place.
    """
    places = tuple(_places(utterance.spans))
    heard = [at for at, letter in enumerate(said) if letter.isalnum()]
    if [letter for letter, _, _ in places] != [said[at] for at in heard]:
        return ()
    shown = {at: (start, end) for at, (_, start, end) in zip(heard, places, strict=True)}
    return tuple(_joined(_word(mark, shown) for mark in marks))


def _places(spans: Sequence[Span]) -> Iterator[tuple[str, int, int]]:
    """Each spoken letter with the stretch of the text that it stands for."""
    for span in spans:
        is_as_written = span.spoken == span.shown
        for at, letter in enumerate(span.spoken):
            if letter.isalnum():
                own = (span.start + at, span.start + at + 1)
                yield (letter, *(own if is_as_written else (span.start, span.end)))


def _word(mark: Mark, shown: dict[int, tuple[int, int]]) -> ShownWord:
    found = [shown[at] for at in range(mark.start, mark.end) if at in shown]
    seen = [(start, end) for start, end in found if end > start]
    start = min((start for start, _ in seen), default=0)
    end = max((end for _, end in seen), default=0)
    return ShownWord(start, end, mark.start_ms, mark.end_ms)


def _joined(words: Iterator[ShownWord]) -> Iterator[ShownWord]:
    """Words that share a place are one; those without a place are none."""
    last: ShownWord | None = None
    for word in words:
        if word.end <= word.start:
            continue
        if last and word.start < last.end:
            last = replace(last, end=max(last.end, word.end), end_ms=word.end_ms)
            continue
        if last:
            yield last
        last = word
    if last:
        yield last
