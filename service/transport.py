"""Connections whose every wait ends at one deadline, made to an address that the caller chooses."""

import ssl
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


class TimedBackend(httpcore.NetworkBackend):
    """Connects to what `resolve` gives for a host and port; TLS still checks the host's name."""

    def __init__(self, deadline: Deadline, resolve: Callable[[str, int], str]) -> None:
        self._deadline = deadline
        self._resolve = resolve
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect within the time that is left."""
        address = self._resolve(host, port)
        stream = self._plain.connect_tcp(address, port, self._deadline.left(), local_address)
        return _TimedStream(stream, self._deadline)

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
