"""Words of documents that nobody knew: what reading had to guess, for an operator to look at."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.model.narration import Narration
from service.model.reading import Span
from service.text.ko.hanja import is_known
from service.text.ko.letters import spelled
from service.text.lexicon import words

_HANJA = ("\u3400", "\u9fff")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word, how often it stood there, and what was said for it.

    `guess` names the way: "by sound", "by letters", or "no reading" for hanja said as 한자.
    """

    written: str
    spoken: str
    guess: str
    count: int


def candidates(narrations: Iterable[Narration]) -> tuple[Candidate, ...]:
    """The words that no lexicon holds, the most frequent first (pure)."""
    spans = (
        span
        for narration in narrations
        for utterance in narration.utterances
        for span in utterance.spans
    )
    return candidates_in(spans)


def candidates_in(spans: Iterable[Span]) -> tuple[Candidate, ...]:
    """The same from spans."""
    counted = Counter(found for span in spans for found in _guessed(span))
    found = [Candidate(*guessed, count) for guessed, count in counted.items()]
    return tuple(sorted(found, key=lambda each: (-each.count, each.written)))


def _guessed(span: Span) -> Iterator[tuple[str, str, str]]:
    """Only Korean guesses: an English voice says the words of its language by itself."""
    if span.language != "ko" or span.kind not in ("word", "hanja"):
        return
    if span.kind == "hanja":
        if not all(is_known(letter) for letter in span.shown if _is_hanja(letter)):
            yield span.shown, span.spoken, "no reading"
    elif span.shown not in words("ko") and span.shown.lower() not in words("ko"):
        way = "by letters" if spelled(span.shown) == span.spoken.strip() else "by sound"
        yield span.shown, span.spoken.strip(), way


def _is_hanja(letter: str) -> bool:
    return _HANJA[0] <= letter <= _HANJA[1]
