"""A server that keeps failing is left alone for a while, then asked once."""

import time
from collections.abc import Callable
from threading import Lock

from service.errors import EngineUnavailable

_FAILURES = 5
_REST_S = 60.0


class Breaker:
    """Thread-safe. Closed while all is well; open after failures in a row; then one may try."""

    def __init__(
        self,
        failures: int = _FAILURES,
        rest_s: float = _REST_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = failures
        self._rest_s = rest_s
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._open_until = 0.0

    def check(self) -> None:
        """Raise EngineUnavailable while the server is left alone.

        When its rest is over, the first who asks may try; the others wait for what becomes of it.
        """
        with self._lock:
            if self._failures < self._most:
                return
            now = self._clock()
            if now < self._open_until:
                left_s = self._open_until - now
                raise EngineUnavailable(f"left alone for {left_s:.0f} s after failures in a row")
            self._open_until = now + self._rest_s

    def succeeded(self) -> None:
        """The server answered as it should."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """The server did not answer, or not as it should."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._most:
                self._open_until = self._clock() + self._rest_s


_breakers: dict[str, Breaker] = {}
_all = Lock()


def breaker_of(host: str) -> Breaker:
    """The one breaker of a host in this process, whoever asks it."""
    with _all:
        return _breakers.setdefault(host, Breaker())
