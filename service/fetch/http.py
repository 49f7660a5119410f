"""Fetching over HTTP with limits on size, time and redirects."""

import datetime as dt
import ssl
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from hashlib import sha256
from urllib.parse import unquote, urljoin, urlsplit

import certifi
import httpcore

from service import __version__
from service.errors import (
    SourceNotFound,
    SourceRedirectsTooOften,
    SourceTooLarge,
    SourceTooSlow,
    SourceUnreachable,
)
from service.fetch.guard import Rules, admit
from service.fetch.network import admitted
from service.model.source import Resource, SourceUrl
from service.transport import Deadline, TimedBackend

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_OK = 200
_HEADERS: tuple[tuple[bytes | str, bytes | str], ...] = (
    ("User-Agent", f"Deutgi/{__version__}"),
    ("Accept", "text/html,application/pdf,*/*;q=0.5"),
    ("Accept-Language", "ko,en;q=0.8"),
    ("Accept-Encoding", "identity"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is fetched: whole bytes, seconds for everything, redirects followed."""

    max_bytes: int
    timeout_s: float
    max_redirects: int


class HttpFetcher:
    """Fetches admitted addresses; certificates are verified against certifi's list."""

    def __init__(self, rules: Rules, limits: Limits, tls: ssl.SSLContext | None = None) -> None:
        self._rules = rules
        self._limits = limits
        self._tls = tls or ssl.create_default_context(cafile=certifi.where())

    def admit(self, address: str) -> SourceUrl:
        """Check an address against the rules."""
        return admit(address, self._rules)

    def fetch(self, source: SourceUrl) -> Resource:
        """Get the bytes; every redirect is admitted like the first address."""
        deadline = Deadline(self._limits.timeout_s)
        place = source
        for _ in range(self._limits.max_redirects + 1):
            answer = self._ask(place, deadline)
            if isinstance(answer, _Answer):
                return _resource(source, place, answer)
            place = self.admit(urljoin(place.url, answer))
        raise SourceRedirectsTooOften(f"{source.host}: more than {self._limits.max_redirects}")

    def _ask(self, place: SourceUrl, deadline: Deadline) -> "_Answer | str":
        """One request: the whole answer, or the address that it leads on to."""
        backend = TimedBackend(deadline, lambda host, found: admitted(host, found, self._rules))
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self._tls, network_backend=backend) as pool,
                pool.stream("GET", place.url, headers=_HEADERS) as response,
            ):
                headers = _headers(response)
                if response.status in _REDIRECTS and "location" in headers:
                    return _as_utf8(headers["location"])
                _check_status(response.status, place)
                return _Answer(self._read(response, headers, deadline), headers)
        except httpcore.TimeoutException as error:
            raise SourceTooSlow(f"{place.host}: {type(error).__name__}") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
            raise SourceUnreachable(f"{place.host}: {error!r}") from error

    def _read(
        self, response: httpcore.Response, headers: Mapping[str, str], deadline: Deadline
    ) -> bytes:
        most = self._limits.max_bytes
        if int(headers.get("content-length", "0") or "0") > most:
            raise SourceTooLarge(f"{headers['content-length']} bytes > max_source_bytes {most}")
        kept = bytearray()
        for part in _decoded(response.iter_stream(), headers, most):
            kept += part
            if len(kept) > most:
                raise SourceTooLarge(f"more than max_source_bytes {most}")
            deadline.left()
        return bytes(kept)


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    headers: Mapping[str, str]


def _headers(response: httpcore.Response) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers
    }


def _check_status(status: int, place: SourceUrl) -> None:
    if status in _GONE:
        raise SourceNotFound(f"{place.host}: status {status}")
    if status != _OK:
        raise SourceUnreachable(f"{place.host}: status {status}")


def _decoded(parts: Iterator[bytes], headers: Mapping[str, str], most: int) -> Iterator[bytes]:
    """Undo gzip and deflate, which some servers send unasked; a bomb stops at the limit."""
    coding = headers.get("content-encoding", "").lower()
    if coding not in ("gzip", "deflate"):
        yield from parts
        return
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for part in parts:
            yield inflate.decompress(part, most + 1)
    except zlib.error as error:
        raise SourceUnreachable(f"broken {coding} content") from error


def _resource(source: SourceUrl, place: SourceUrl, answer: _Answer) -> Resource:
    headers = answer.headers
    return Resource(
        source=source,
        body=answer.body,
        media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
        digest=sha256(answer.body).hexdigest(),
        name=_file_name(headers, place.url),
        etag=headers.get("etag", ""),
        last_modified=headers.get("last-modified", ""),
        fetched_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    )


def _file_name(headers: Mapping[str, str], url: str) -> str:
    """The name in Content-Disposition (RFC 6266), else the end of the address."""
    message = Message()
    message["content-disposition"] = headers.get("content-disposition", "")
    name = message.get_filename() or urlsplit(url).path
    plain = unquote(name).replace("\\", "/").rpartition("/")[2]
    return _as_utf8(plain)


def _as_utf8(name: str) -> str:
    """Korean servers send raw UTF-8 in headers, which HTTP shows as Latin-1."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name
