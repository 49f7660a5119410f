"""Several speaking processes as one: who waits for a sentence does not stand behind another's."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import LifoQueue

from service.speech.espeak.process import SpeakingProcess, SpokenClause


class SpeakingPool:
    """Thread-safe. Each request goes to a process that is free; the one used last goes first.

    So a single speaker keeps one process busy and the others are never even started.
    """

    def __init__(self, processes: Sequence[SpeakingProcess]) -> None:
        self._all = tuple(processes)
        self._free: LifoQueue[SpeakingProcess] = LifoQueue()
        for process in reversed(self._all):
            self._free.put(process)

    @property
    def rate_hz(self) -> int:
        """Samples a second, once a child has greeted; 0 before. It is the same for all."""
        return max(process.rate_hz for process in self._all)

    def ask(
        self, clauses: Sequence[str], voice: str, rate: int, pitch: int
    ) -> tuple[SpokenClause, ...]:
        """Have clauses spoken; raises EngineUnavailable when two children in a row failed."""
        with self._one() as process:
            return process.ask(clauses, voice, rate, pitch)

    def start(self) -> None:
        """Start all beforehand, so that the first listeners need not wait; EngineUnavailable."""
        for process in self._all:
            process.start()

    def close(self) -> None:
        """End all children; a later request starts others."""
        for process in self._all:
            process.close()

    @contextmanager
    def _one(self) -> Iterator[SpeakingProcess]:
        process = self._free.get()
        try:
            yield process
        finally:
            self._free.put(process)
