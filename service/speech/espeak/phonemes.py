"""Phonemes of a text, sentence by sentence, for voices that read phonemes instead of letters."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from service.speech.child_process import Answering, ChildProcess, Program
from service.speech.espeak.clauses import clauses

_COMMAND = (sys.executable, "-m", "service.speech.espeak.phonemes_child")
# espeak-ng tells in brackets where it changes to the rules of another language.
_CHANGES = re.compile(r"\([a-z]+(?:-[a-z0-9]+)*\)")
# The mark that ends a part; quotes may follow it, and a character that the library read ahead.
_END = re.compile(r"([.,;:!?…])[\"'”’»)\]]*\s*\S?$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|St|Prof|vs)\.\s*\S?$")
_ENDS_SENTENCE = frozenset(".!?")
_PLAIN_MARKS = {"…": "."}

# Parts of a clause: phonemes, and the characters that they stand for.
Parts = Sequence[tuple[str, str]]


class Phonemes(Protocol):
    """Whoever tells the parts of clauses."""

    def ask(self, texts: Sequence[str], voice: str) -> Sequence[Parts]:
        """The parts of each clause in a voice of espeak-ng; raises EngineUnavailable."""
        ...


class PhonemesProcess:
    """Thread-safe; espeak-ng in a process of its own, as where it speaks."""

    def __init__(self, timeout_s: float, command: Sequence[str] = _COMMAND) -> None:
        name = "espeak: the process that tells phonemes"
        self._process = ChildProcess(Program(name, tuple(command), timeout_s))

    def ask(self, texts: Sequence[str], voice: str) -> Sequence[Parts]:
        """The parts of each clause in a voice of espeak-ng; raises EngineUnavailable."""
        return self._process.ask({"clauses": texts, "voice": voice}, _told)

    def start(self) -> None:
        """Start the child beforehand; raises EngineUnavailable."""
        self._process.start()

    def close(self) -> None:
        """End the child; a later request starts another."""
        self._process.close()


def sentences(text: str, voice: str, phonemes: Phonemes) -> tuple[str, ...]:
    """Phonemes of each sentence with its punctuation, as voices learnt it; none where none is said.

    Raises EngineUnavailable.
    """
    texts = [clause.text for clause in clauses(text)]
    parts = (part for told in phonemes.ask(texts, voice) for part in told)
    return tuple(_sentences(parts))


def _sentences(parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    sentence = ""
    for told, written in parts:
        said = _CHANGES.sub("", told).replace("-", "").strip()
        mark = _mark(written)
        if said:
            sentence += said + mark
        if sentence and mark in _ENDS_SENTENCE and mark:
            yield sentence
            sentence = ""
        elif said:
            sentence += " "
    if sentence.strip():
        yield sentence.strip()


def _mark(written: str) -> str:
    found = _END.search(written)
    if found is None or _ABBREVIATION.search(written):
        return ""
    return _PLAIN_MARKS.get(found[1], found[1])


def _told(answer: Answering) -> tuple[Parts, ...]:
    told = answer.head()["phonemes"]
    return tuple(tuple((str(said), str(written)) for said, written in each) for each in told)
