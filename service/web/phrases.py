"""The text of a block cut into what is said in one go, each stretch in its language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from service.model.narration import Utterance


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one language; `language` is empty where it is that of the text around it.

    `note` is the id of the note that it is the mark of; a mark without text of its own shows
    `shown`. `expansion` is what an abbreviation stands for. Both are empty elsewhere.
    """

    text: str
    language: str
    note: str = ""
    shown: str = ""
    expansion: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One utterance as it is shown, or text between utterances, whose `id` is empty."""

    id: str
    runs: tuple[Run, ...]
    language: str = ""


def phrases(text: str, language: str, said: Sequence[Utterance]) -> tuple[Phrase, ...]:
    """Cut `text`, which is in `language`, at its utterances; no character is lost.

    An utterance that cannot be found in what is left of the text stays without a place.
    """
    return tuple(_cut(text, language, said))


def plain(cut: Sequence[Phrase]) -> str:
    """The text of phrases."""
    return "".join(run.text for phrase in cut for run in phrase.runs)


def _cut(text: str, language: str, said: Sequence[Utterance]) -> Iterator[Phrase]:
    at = 0
    for utterance in (each for each in said if each.display):
        found = _find(utterance.display, text, at)
        if found is None:
            continue
        start, end = found
        if start > at:
            yield _between(text[at:start])
        yield _phrase(utterance, text[start:end], language)
        at = end
    if at < len(text):
        yield _between(text[at:])


def _find(shown: str, text: str, at: int) -> tuple[int, int] | None:
    """Where an utterance stands, whatever white space was made of it; None when nowhere."""
    start = text.find(shown, at)
    if start >= 0:
        return start, start + len(shown)
    words = r"\s+".join(re.escape(word) for word in shown.split())
    found = re.compile(words).search(text, at)
    return found.span() if found and words else None


def _between(text: str) -> Phrase:
    return Phrase("", (Run(text, ""),))


def _phrase(utterance: Utterance, text: str, around: str) -> Phrase:
    own = utterance.language or around
    runs = _runs(utterance, own) if text == utterance.display else ()
    language = "" if own == around else own
    return Phrase(utterance.id, runs or (Run(text, ""),), language)


def _runs(utterance: Utterance, around: str) -> tuple[Run, ...]:
    """Spans joined by language; empty when they do not tile what is shown."""
    if "".join(span.shown for span in utterance.spans) != utterance.display:
        return ()
    parts = ((span.language or around, span.shown) for span in utterance.spans)
    return tuple(
        Run("".join(shown for _, shown in group), "" if language == around else language)
        for language, group in groupby(parts, key=lambda part: part[0])
    )
