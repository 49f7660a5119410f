"""Connections whose every wait ends at one deadline, made to addresses that the caller admits."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore


class Deadline:
    """One instant for a whole exchange, so that slow drips end too."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds left; raises httpcore.ReadTimeout when there are none."""
        seconds = self._end - self._clock()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the whole answer did not arrive in time")
        return seconds


class _LookUp(threading.Thread):
    """One look-up of a name; the system gives it no time limit, so it may outlive who asked."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(daemon=True, name=f"look-up {host}")
        self._place = (host, port)
        self._found: list[str] = []
        self._failure: Exception | None = None

    def run(self) -> None:
        try:
            places = socket.getaddrinfo(*self._place, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:  # UnicodeError: a label that no name may have
            self._failure = error
        else:
            self._found = list(dict.fromkeys(str(place[4][0]) for place in places))

    def found(self, seconds: float) -> list[str]:
        self.start()
        self.join(seconds)
        if self.is_alive():
            raise httpcore.ConnectTimeout(f"{self.name} did not end in time")
        if self._failure is not None:
            raise httpcore.ConnectError(f"{self.name}: {self._failure}") from self._failure
        return self._found


class TimedBackend(httpcore.NetworkBackend):
    """Looks a host up once and connects to the first of its addresses that answers.

    Only the addresses that `admitted` returns of those found are tried, in its order; TLS still
    checks the host's name.
    """

    def __init__(
        self,
        deadline: Deadline,
        admitted: Callable[[str, list[str]], list[str]] = lambda _host, found: found,
    ) -> None:
        self._deadline = deadline
        self._admitted = admitted
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect within the time that is left, of which every address has its share."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        addresses = self._admitted(host, _LookUp(host, port).found(self._deadline.left()))
        for untried, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
            try:
                share_s = self._deadline.left() / untried
                stream = self._plain.connect_tcp(address, port, share_s, local_address)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: nothing that we ask lives in a local socket."""
        raise httpcore.ConnectError("local sockets are not used")


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
