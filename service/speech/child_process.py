"""A child process that answers requests over pipes: waits so long, and replaces it when it fails.

Requests and answers are a length of four bytes (big-endian) and then JSON. What an answer counts as
bytes follows it. A child begins with an answer of its own, its greeting.
"""

import contextlib
import json
import os
import selectors
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from service.errors import EngineUnavailable

_ROOT = Path(__file__).parents[2]
_MOST_HEAD_BYTES = 1 << 26
_PATIENCE_S = 1.0
_TRIES = 2

Answer = TypeVar("Answer")


class Gone(Exception):
    """The child died, fell silent, or spoke nonsense; caught where it is replaced."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to start, who it is in messages, and how long it may take; times in seconds.

    After it failed `_TRIES` times in a row it is left alone for `rest_s`.
    """

    name: str
    command: tuple[str, ...]
    timeout_s: float
    start_within_s: float = 10.0
    rest_s: float = 0.0


class Answering:
    """What a child answers, to be read piece by piece before the time is over."""

    def __init__(self, child: subprocess.Popen[bytes], end: float) -> None:
        self._child = child
        self._end = end

    def head(self) -> Any:
        """The JSON of an answer; Gone when it is none."""
        length = int.from_bytes(self.data(4), "big")
        if length > _MOST_HEAD_BYTES:
            raise Gone
        try:
            return json.loads(self.data(length))
        except ValueError as error:
            raise Gone from error

    def data(self, count: int) -> bytes:
        """Exactly so many bytes; Gone at the end of the pipe or of the time."""
        assert self._child.stdout is not None
        pipe = self._child.stdout.fileno()
        got = bytearray()
        while len(got) < count:
            _wait(pipe, selectors.EVENT_READ, self._end)
            part = os.read(pipe, count - len(got))
            if not part:
                raise Gone
            got += part
        return bytes(got)


class ChildProcess:
    """Thread-safe; one request at a time, a second try in a new child after a failure."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._not_before = 0.0
        self.greeting: Any = None

    def ask(self, request: Mapping[str, Any], read: Callable[[Answering], Answer]) -> Answer:
        """What `read` makes of the answer; raises EngineUnavailable when two children failed.

        `read` may raise Gone, LookupError, TypeError or ValueError at an answer without sense.
        """
        with self._lock:
            self._check_rest()
            for _ in range(_TRIES):
                with contextlib.suppress(Gone, LookupError, TypeError, ValueError):
                    return self._exchange(json.dumps(request).encode(), read)
                self._end(0)
            self._not_before = time.monotonic() + self._program.rest_s
        raise EngineUnavailable(f"{self._program.name} failed twice in a row")

    def start(self) -> None:
        """Start the child beforehand, so that the first listener need not wait for it."""
        with self._lock:
            self._check_rest()
            try:
                self._running()
            except Gone as error:
                self._end(0)
                self._not_before = time.monotonic() + self._program.rest_s
                raise EngineUnavailable(f"{self._program.name} does not start") from error

    def close(self) -> None:
        """End the child; a later request starts another."""
        with self._lock:
            self._end(_PATIENCE_S)

    def _check_rest(self) -> None:
        if time.monotonic() < self._not_before:
            raise EngineUnavailable(f"{self._program.name} failed a moment ago")

    def _exchange(self, request: bytes, read: Callable[[Answering], Answer]) -> Answer:
        child = self._running()
        end = time.monotonic() + self._program.timeout_s
        _write(child, len(request).to_bytes(4, "big") + request, end)
        return read(Answering(child, end))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._child = None  # this process was forked; the child belongs to our parent
        if self._child is None:
            self._owner = os.getpid()
            self._child = _started(self._program.command)
            within = time.monotonic() + self._program.start_within_s
            self.greeting = Answering(self._child, within).head()
        return self._child

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


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        child = subprocess.Popen(  # noqa: S603 - our own modules, no document's text in it
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT
        )
    except OSError as error:
        raise Gone from error
    assert child.stdin is not None
    os.set_blocking(child.stdin.fileno(), False)
    return child


def _write(child: subprocess.Popen[bytes], data: bytes, end: float) -> None:
    """All bytes, or Gone when the child does not take them in time."""
    assert child.stdin is not None
    pipe = child.stdin.fileno()
    left = memoryview(data)
    while left:
        _wait(pipe, selectors.EVENT_WRITE, end)
        try:
            left = left[os.write(pipe, left) :]
        except OSError as error:
            raise Gone from error


def _wait(pipe: int, event: int, end: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, event)
        if not selector.select(max(0.0, end - time.monotonic())):
            raise Gone
