"""Word times from what the voice tells (pure).

For Korean espeak-ng reports no word that begins with ㄴ or ㅁ, so words are timed by counting vowel
nuclei: the n-th Hangul syllable of the text is the n-th nucleus. Where other words stand between,
whose number of vowels nobody knows, its own word events are the fixed points to count from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.model.speech import Mark
from service.speech.espeak.clauses import Clause, syllables
from service.speech.espeak.process import Event

_NUCLEUS = re.compile(r"[',%=]*[aeiouyAEIOUYV@3&0]")
_GLIDES = ("j", "w")
_WORD = re.compile(r"\S*[^\W_]\S*")
_PAUSE = "_"
# The voice names the language whose rules it takes for the next words, as in "(en)".
_SWITCH = "("
_KOREAN = "(ko)"
_SYLLABLES_OF_AN_INITIAL = 21 * 28
_SILENT_INITIAL = 11


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the clause; `vowels` is 0 where only the voice knows how many it has.

    `is_open` says that no consonant goes before its first vowel.
    """

    start: int
    end: int
    vowels: int
    is_open: bool


def nuclei(events: Sequence[Event]) -> tuple[int, ...]:
    """Index of the event of each vowel nucleus."""
    return tuple(i for i, event in enumerate(events) if _NUCLEUS.match(event.phoneme))


def is_whole(clause: Clause, events: Sequence[Event]) -> bool:
    """Whether every Hangul syllable of a clause was spoken, judged by its vowels."""
    return len(nuclei(_korean(events))) >= syllables(clause.own)


def _korean(events: Sequence[Event]) -> list[Event]:
    """Without what is spoken by the rules of another language, which the voice tells."""
    switches = [event.phoneme for event in events if event.phoneme.startswith(_SWITCH)]
    own = _KOREAN not in switches[:1]
    kept: list[Event] = []
    for event in events:
        if event.phoneme.startswith(_SWITCH):
            own = event.phoneme == _KOREAN
        elif own:
            kept.append(event)
    return kept


def clause_marks(
    clause: Clause, events: Sequence[Event], offset_ms: int, end_ms: int
) -> tuple[Mark, ...]:
    """Times of the words of one clause that begins at `offset_ms` in the whole sound."""
    words = _words(clause)
    starts = _counted(words, events) or _anchored(words, events)
    if not words:
        return ()
    placed = [
        (word, offset_ms + at) for word, at in zip(words, starts, strict=True) if at is not None
    ]
    vowels = [offset_ms + events[index].at_ms for index in nuclei(events)]
    ends = [at for _, at in placed[1:]] + [min(end_ms, offset_ms + _end_of_speech(events))]
    return tuple(
        Mark(
            clause.start + word.start,
            clause.start + word.end,
            at,
            max(at, end),
            tuple(vowel for vowel in vowels if at <= vowel < end),
        )
        for (word, at), end in zip(placed, ends, strict=True)
    )


def _words(clause: Clause) -> list[_Word]:
    return [_word(match) for match in _WORD.finditer(clause.own)]


def _word(match: re.Match[str]) -> _Word:
    letters = [letter for letter in match.group() if letter.isalnum()]
    vowels = syllables(match.group())
    is_hangul = vowels == len(letters)
    return _Word(*match.span(), vowels if is_hangul else 0, is_hangul and _is_open(letters[0]))


def _is_open(syllable: str) -> bool:
    """Whether a Hangul syllable begins with ㅇ, the twelfth of the nineteen initials."""
    return (ord(syllable) - ord("가")) // _SYLLABLES_OF_AN_INITIAL == _SILENT_INITIAL


def _counted(words: Sequence[_Word], events: Sequence[Event]) -> list[int | None]:
    """Start of each word in milliseconds, when all are Hangul and all their vowels were heard."""
    found = nuclei(events)
    if not all(word.vowels for word in words) or len(found) != sum(word.vowels for word in words):
        return []
    firsts = [sum(word.vowels for word in words[:i]) for i in range(len(words))]
    return [
        _onset_ms(events, found[first], word) for word, first in zip(words, firsts, strict=True)
    ]


def _anchored(words: Sequence[_Word], events: Sequence[Event]) -> list[int | None]:
    """Start of each word in milliseconds from word events, and by counting between them."""
    found = nuclei(events)
    starts: list[int | None] = [None] * len(words)
    firsts: list[int | None] = [None] * len(words)
    for i, word in enumerate(words):
        at = next((n for n, event in enumerate(events) if _opens(event, word)), None)
        if at is not None:
            starts[i] = events[at].at_ms
            firsts[i] = sum(nucleus < at for nucleus in found)
    _count_between(words, firsts, len(found))
    for i, first in enumerate(firsts):
        if starts[i] is None and first is not None and 0 <= first < len(found):
            starts[i] = _onset_ms(events, found[first], words[i])
    if words and starts[0] is None:
        starts[0] = 0  # whatever is heard first belongs to it
    return starts


def _opens(event: Event, word: _Word) -> bool:
    return not event.phoneme and word.start <= event.position < word.end


def _count_between(words: Sequence[_Word], firsts: list[int | None], total: int) -> None:
    """Fill in the first nucleus of words without an event, from the word before or behind."""
    for i in range(1, len(words)):
        before = firsts[i - 1]
        if firsts[i] is None and before is not None and words[i - 1].vowels:
            firsts[i] = before + words[i - 1].vowels
    behind: int | None = total
    for i in reversed(range(len(words))):
        if firsts[i] is None and behind is not None and words[i].vowels:
            firsts[i] = behind - words[i].vowels
        behind = firsts[i]


def _onset_ms(events: Sequence[Event], nucleus: int, word: _Word) -> int:
    """When a word begins whose first vowel is this one: with its glide and its consonant."""
    at = nucleus
    if _name(events, at - 1) in _GLIDES:
        at -= 1
    if not word.is_open and _is_consonant(_name(events, at - 1)):
        at -= 1
    return events[at].at_ms


def _name(events: Sequence[Event], at: int) -> str:
    return events[at].phoneme if at >= 0 else ""


def _is_consonant(name: str) -> bool:
    return bool(name) and name[0] not in (_PAUSE, _SWITCH) and not _NUCLEUS.match(name)


def _end_of_speech(events: Sequence[Event]) -> int:
    """Where the pause at the end begins, or the last phoneme when there is none."""
    last = len(events)
    while last and events[last - 1].phoneme.startswith(_PAUSE):
        last -= 1
    return events[min(last, len(events) - 1)].at_ms if events else 0
