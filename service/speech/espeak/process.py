"""The parent's end of the speaking process: asks, waits so long, and replaces it when it fails."""

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from service.errors import EngineUnavailable

_COMMAND = (sys.executable, "-m", "service.speech.espeak.child")
_START_WITHIN_S = 10.0
_MOST_HEAD_BYTES = 1 << 26
_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """A word (`phoneme` empty) or a phoneme.

    `position` counts characters from 1 and `length` is in characters; `at_ms` is the time in the
    clause.
    """

    phoneme: str
    position: int
    length: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class SpokenClause:
    """Samples (signed 16-bit little-endian mono) of one clause, and what happens in it."""

    sound: bytes
    events: tuple[Event, ...]


class _Gone(Exception):
    """The child died, fell silent, or spoke nonsense; caught where it is replaced."""


class SpeakingProcess:
    """Thread-safe; one request at a time, a second try in a new child after a failure."""

    def __init__(self, timeout_s: float, command: Sequence[str] = _COMMAND) -> None:
        self._timeout_s = timeout_s
        self._command = tuple(command)
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self.rate_hz = 0

    def ask(
        self, clauses: Sequence[str], voice: str, rate: int, pitch: int
    ) -> tuple[SpokenClause, ...]:
        """Have clauses spoken; raises EngineUnavailable when two children in a row failed."""
        request = {"clauses": clauses, "voice": voice, "rate": rate, "pitch": pitch}
        with self._lock:
            for _ in range(2):
                with contextlib.suppress(_Gone):
                    return self._exchange(json.dumps(request).encode())
                self._end()
        raise EngineUnavailable("espeak: the speaking process failed twice in a row")

    def start(self) -> None:
        """Start the child beforehand, so that the first listener need not wait for it."""
        with self._lock:
            try:
                self._running()
            except _Gone as error:
                self._end()
                raise EngineUnavailable("espeak: the speaking process does not start") from error

    def close(self) -> None:
        """End the child; a later request starts another."""
        with self._lock:
            self._end()

    def _exchange(self, request: bytes) -> tuple[SpokenClause, ...]:
        child = self._running()
        end = time.monotonic() + self._timeout_s
        try:
            assert child.stdin is not None
            child.stdin.write(len(request).to_bytes(4, "big") + request)
            child.stdin.flush()
        except OSError as error:
            raise _Gone from error
        told = self._told(child, end)["clauses"]
        return tuple(
            SpokenClause(self._read(child, each["bytes"], end), _events(each["events"]))
            for each in told
        )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._child = subprocess.Popen(  # noqa: S603 - our own module, no input in it
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            self.rate_hz = self._told(self._child, time.monotonic() + _START_WITHIN_S)["rate_hz"]
        return self._child

    def _told(self, child: subprocess.Popen[bytes], end: float) -> dict[str, Any]:
        length = int.from_bytes(self._read(child, 4, end), "big")
        if length > _MOST_HEAD_BYTES:
            raise _Gone
        try:
            told: dict[str, Any] = json.loads(self._read(child, length, end))
        except ValueError as error:
            raise _Gone from error
        return told

    def _read(self, child: subprocess.Popen[bytes], count: int, end: float) -> bytes:
        """Exactly so many bytes, or _Gone at the end of the pipe or of the time."""
        assert child.stdout is not None
        pipe = child.stdout.fileno()
        got = bytearray()
        while len(got) < count:
            ready, _, _ = select.select([pipe], [], [], max(0.0, end - time.monotonic()))
            part = os.read(pipe, count - len(got)) if ready else b""
            if not part:
                raise _Gone
            got += part
        return bytes(got)

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # the child may be gone already
                    pipe.close()
        try:
            child.wait(_PATIENCE_S if child.poll() is None else 0)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _events(told: list[Any]) -> tuple[Event, ...]:
    return tuple(
        Event(phoneme, position, length, at_ms) for _, position, length, at_ms, phoneme in told
    )
