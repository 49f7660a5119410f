"""A server that keeps failing is left alone for a while, then asked once."""

import logging
import time
from collections.abc import Callable
from threading import Lock

from service.errors import EngineUnavailable

_FAILURES = 5
_REST_S = 60.0

_log = logging.getLogger(__name__)


class Breaker:
    """Thread-safe. Closed while all is well; open after failures in a row; then one may try."""

    def __init__(
        self,
        failures: int = _FAILURES,
        rest_s: float = _REST_S,
        clock: Callable[[], float] = time.monotonic,
        host: str = "",
    ) -> None:
        self._most = failures
        self._rest_s = rest_s
        self._clock = clock
        self._host = host
        self._lock = Lock()
        self._failures = 0
        self._open_until = 0.0

    def look(self) -> None:
        """Raise EngineUnavailable while the server is left alone, and change nothing."""
        with self._lock:
            self._refuse()

    def check(self) -> None:
        """Raise EngineUnavailable while the server is left alone.

        When its rest is over, the first who asks may try; the others wait for what becomes of it.
        """
        with self._lock:
            self._refuse()
            if self._failures >= self._most:
                self._open_until = self._clock() + self._rest_s

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
            if self._failures == self._most:
                _log.warning("host-left-alone host=%s seconds=%.0f", self._host, self._rest_s)

    def _refuse(self) -> None:
        left_s = self._open_until - self._clock()
        if self._failures >= self._most and left_s > 0:
            raise EngineUnavailable(
                f"{self._host} is left alone for {left_s:.0f} s after failures in a row"
            )


_breakers: dict[str, Breaker] = {}
_all = Lock()


def breaker_of(host: str) -> Breaker:
    """The one breaker of a host in this process, whoever asks it."""
    with _all:
        return _breakers.setdefault(host, Breaker(host=host))
