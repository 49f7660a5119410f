"""Word times from what the voice tells (pure).

For Korean espeak-ng reports no word that begins with ㄴ or ㅁ, so words are timed by counting vowel
nuclei: the n-th Hangul syllable of the text is the n-th nucleus. For other languages, and where
the counts differ, its own word events are used.
"""

import re
from collections.abc import Sequence

from service.model.speech import Mark
from service.speech.espeak.clauses import Clause, syllables
from service.speech.espeak.process import Event

_NUCLEUS = re.compile(r"[',%=]*[aeiouyAEIOUYV@3&]")
_WORD = re.compile(r"\S+")


def nuclei(events: Sequence[Event]) -> tuple[int, ...]:
    """Index of the event of each vowel nucleus."""
    return tuple(i for i, event in enumerate(events) if _NUCLEUS.match(event.phoneme))


def is_whole(clause: Clause, events: Sequence[Event]) -> bool:
    """Whether every Hangul syllable of a clause was spoken, judged by its vowels."""
    return len(nuclei(events)) >= syllables(clause.text)


def clause_marks(
    clause: Clause, events: Sequence[Event], offset_ms: int, end_ms: int
) -> tuple[Mark, ...]:
    """Times of the words of one clause that begins at `offset_ms` in the whole sound."""
    heard = [event for event in events if event.phoneme and not event.phoneme.startswith("_")]
    if not heard:
        return ()
    starts = _by_nuclei(clause, heard) or _by_words(clause, events)
    last_ms = min(end_ms, offset_ms + _end_of_speech(events))
    times = [offset_ms + at_ms for _, _, at_ms in starts] + [last_ms]
    return tuple(
        Mark(clause.start + begin, clause.start + end, times[i], max(times[i], times[i + 1]))
        for i, (begin, end, _) in enumerate(starts)
    )


def _by_nuclei(clause: Clause, heard: Sequence[Event]) -> list[tuple[int, int, int]]:
    """(begin, end, start in ms) of each word, when all its letters are Hangul syllables."""
    found = nuclei(heard)
    if len(found) != syllables(clause.text):
        return []
    places: list[tuple[int, int, int]] = []
    count = 0
    for word in _WORD.finditer(_own(clause)):
        own = syllables(word.group())
        if own:
            first = _onset(heard, found, count)
            places.append((word.start(), word.end(), heard[first].at_ms))
        count += own
    return places


def _onset(heard: Sequence[Event], found: Sequence[int], number: int) -> int:
    """The event where the syllable of a nucleus begins: its consonant, when there is one."""
    nucleus = found[number]
    previous = found[number - 1] if number else -1
    between = nucleus - previous - 1
    # One consonant goes to the syllable that it opens, of several the last and its glide do.
    glide = between and heard[nucleus - 1].phoneme.lstrip("',") in ("j", "w")
    return nucleus - min(between, 2 if glide else 1)


def _by_words(clause: Clause, events: Sequence[Event]) -> list[tuple[int, int, int]]:
    own = len(_own(clause))
    return [
        (event.position - 1, min(own, event.position - 1 + event.length), event.at_ms)
        for event in events
        if not event.phoneme and 0 < event.position <= own
    ]


def _own(clause: Clause) -> str:
    return clause.text[: len(clause.text) - clause.added]


def _end_of_speech(events: Sequence[Event]) -> int:
    """Where the pause at the end begins, or the last phoneme when there is none."""
    last = len(events)
    while last and events[last - 1].phoneme.startswith("_"):
        last -= 1
    return events[min(last, len(events) - 1)].at_ms
