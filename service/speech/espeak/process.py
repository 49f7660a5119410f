"""The parent's end of the speaking process: asks, waits so long, and replaces it when it fails."""

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from service.errors import EngineUnavailable

_COMMAND = (sys.executable, "-m", "service.speech.espeak.child")
_ROOT = Path(__file__).parents[3]
_START_WITHIN_S = 10.0
_MOST_HEAD_BYTES = 1 << 26
_PATIENCE_S = 1.0


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


class _Gone(Exception):
    """The child died, fell silent, or spoke nonsense; caught where it is replaced."""


class SpeakingProcess:
    """Thread-safe; one request at a time, a second try in a new child after a failure."""

    def __init__(self, timeout_s: float, command: Sequence[str] = _COMMAND) -> None:
        self._timeout_s = timeout_s
        self._command = tuple(command)
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
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
                self._end(0)
        raise EngineUnavailable("espeak: the speaking process failed twice in a row")

    def start(self) -> None:
        """Start the child beforehand, so that the first listener need not wait for it."""
        with self._lock:
            try:
                self._running()
            except _Gone as error:
                self._end(0)
                raise EngineUnavailable("espeak: the speaking process does not start") from error

    def close(self) -> None:
        """End the child; a later request starts another."""
        with self._lock:
            self._end(_PATIENCE_S)

    def _exchange(self, request: bytes) -> tuple[SpokenClause, ...]:
        child = self._running()
        end = time.monotonic() + self._timeout_s
        _write(child, len(request).to_bytes(4, "big") + request, end)
        told = _told(child, "clauses", end)
        return tuple(
            SpokenClause(_read(child, each["bytes"], end), _events(each["events"])) for each in told
        )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._child = None  # this process was forked; the child belongs to our parent
        if self._child is None:
            self._owner = os.getpid()
            self._child = self._started()
            within = time.monotonic() + _START_WITHIN_S
            self.rate_hz = int(_told(self._child, "rate_hz", within))
        return self._child

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            child = subprocess.Popen(  # noqa: S603 - our own module, no input in it
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT
            )
        except OSError as error:
            raise _Gone from error
        assert child.stdin is not None
        os.set_blocking(child.stdin.fileno(), False)
        return child

    def _end(self, patience_s: float) -> None:
        """Let the child end by itself for so long, then end it."""
        child, self._child = self._child, None
        if child is None:
            return
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # the child may be gone already
                    pipe.close()
        try:
            child.wait(patience_s)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _write(child: subprocess.Popen[bytes], data: bytes, end: float) -> None:
    """All bytes, or _Gone when the child does not take them in time."""
    assert child.stdin is not None
    pipe = child.stdin.fileno()
    left = memoryview(data)
    while left:
        _wait(pipe, selectors.EVENT_WRITE, end)
        try:
            left = left[os.write(pipe, left) :]
        except OSError as error:
            raise _Gone from error


def _told(child: subprocess.Popen[bytes], name: str, end: float) -> Any:
    """What an answer tells under a name."""
    length = int.from_bytes(_read(child, 4, end), "big")
    if length > _MOST_HEAD_BYTES:
        raise _Gone
    try:
        return json.loads(_read(child, length, end))[name]
    except (ValueError, LookupError, TypeError) as error:
        raise _Gone from error


def _read(child: subprocess.Popen[bytes], count: int, end: float) -> bytes:
    """Exactly so many bytes, or _Gone at the end of the pipe or of the time."""
    assert child.stdout is not None
    pipe = child.stdout.fileno()
    got = bytearray()
    while len(got) < count:
        _wait(pipe, selectors.EVENT_READ, end)
        part = os.read(pipe, count - len(got))
        if not part:
            raise _Gone
        got += part
    return bytes(got)


def _wait(pipe: int, event: int, end: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, event)
        if not selector.select(max(0.0, end - time.monotonic())):
            raise _Gone


def _events(told: list[Any]) -> tuple[Event, ...]:
    return tuple(Event(*each) for each in told)
