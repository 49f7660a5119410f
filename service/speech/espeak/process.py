"""The parent's end of the speaking process."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from service.speech.child_process import Answering, ChildProcess, Program

_COMMAND = (sys.executable, "-m", "service.speech.espeak.child")
_START_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Event:
    """A word (`phoneme` empty) or a phoneme.

    `position` is the character of the clause it belongs to; `at_ms` is the time in the clause.
    """

    phoneme: str
    position: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class SpokenClause:
    """Samples (signed 16-bit little-endian mono) of one clause, and what happens in it."""

    sound: bytes
    events: tuple[Event, ...]


class SpeakingProcess:
    """Thread-safe; one request at a time, a second try in a new child after a failure."""

    def __init__(self, timeout_s: float, command: Sequence[str] = _COMMAND) -> None:
        name = "espeak: the speaking process"
        self._process = ChildProcess(Program(name, tuple(command), timeout_s, _START_WITHIN_S))

    @property
    def rate_hz(self) -> int:
        """Samples a second, once the child has greeted; 0 before."""
        greeting = self._process.greeting or {}
        return int(greeting.get("rate_hz", 0))

    def ask(
        self, clauses: Sequence[str], voice: str, rate: int, pitch: int
    ) -> tuple[SpokenClause, ...]:
        """Have clauses spoken; raises EngineUnavailable when two children in a row failed."""
        request = {"clauses": clauses, "voice": voice, "rate": rate, "pitch": pitch}
        return self._process.ask(request, _spoken)

    def start(self) -> None:
        """Start the child beforehand, so that the first listener need not wait for it."""
        self._process.start()

    def close(self) -> None:
        """End the child; a later request starts another."""
        self._process.close()


def _spoken(answer: Answering) -> tuple[SpokenClause, ...]:
    told = answer.head()["clauses"]
    return tuple(SpokenClause(answer.data(each["bytes"]), _events(each["events"])) for each in told)


def _events(told: list[Any]) -> tuple[Event, ...]:
    return tuple(Event(*each) for each in told)
