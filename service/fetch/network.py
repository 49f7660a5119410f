"""Connections that go to the address that was checked, and end at a deadline."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from service.errors import SourceNotAllowed, SourceTooSlow, SourceUnreachable
from service.fetch.guard import Rules, may_connect


class Deadline:
    """One instant for a whole download, so that slow drips end too."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds left; raises SourceTooSlow when there are none."""
        seconds = self._end - self._clock()
        if seconds <= 0:
            raise SourceTooSlow("the whole answer did not arrive in time")
        return seconds


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a host once, checks every address and connects to a checked one by number."""

    def __init__(self, rules: Rules, deadline: Deadline) -> None:
        self._rules = rules
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first admitted address; raises SourceNotAllowed when there is none."""
        allowed = [found for found in _resolved(host, port) if may_connect(found, self._rules)]
        if not allowed:
            raise SourceNotAllowed(f"host {host!r} resolves to no public or listed address")
        stream = self._plain.connect_tcp(allowed[0], port, self._deadline.left(), local_address)
        return _TimedStream(stream, self._deadline)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: releases do not live in local sockets."""
        raise SourceNotAllowed("local sockets are never a source")


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


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise SourceUnreachable(f"host {host!r} does not resolve: {error}") from error
    return [str(place[4][0]) for place in found]
