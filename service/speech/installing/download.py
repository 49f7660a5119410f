"""Large files over https that go on where they stopped, checked before anybody uses them."""

import ipaddress
import json
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import certifi
import httpcore

from service import __version__
from service.errors import VoiceDownloadFailed, VoiceDownloadWrong
from service.transport import Deadline, TimedBackend

_OK, _PART, _NOT_THERE = 200, 206, 416
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_MOST_ADDRESS = 4_096

# Bytes that there are, and bytes that are expected.
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """How long everything may take, and within how many seconds so many bytes must arrive."""

    whole_s: float = 4 * 3_600.0
    stretch_s: float = 60.0
    stretch_bytes: int = 65_536


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file at its publisher's; `sha256` is empty where nobody knows it."""

    address: str
    size: int
    sha256: str


def fetch(wanted: Wanted, path: Path, tell: Tell, pace: Pace | None = None) -> str:
    """Bring a file to `path` and return its SHA-256; what is there already is not asked for again.

    Raises VoiceDownloadFailed, which leaves what arrived for the next try, and VoiceDownloadWrong
    for other content, which leaves nothing; OSError where the disk does not take it.
    """
    if _size(path) < wanted.size:
        _Transfer(wanted, path, tell, pace or Pace()).run()
    return verified(wanted, path)


def verified(wanted: Wanted, path: Path) -> str:
    """The SHA-256 of a file; one that is not what is wanted is removed (VoiceDownloadWrong)."""
    with path.open("rb") as file:
        found = file_digest(file, "sha256").hexdigest()
    if _size(path) == wanted.size and wanted.sha256 in ("", found):
        return found
    told = f"{_size(path)} bytes with SHA-256 {found}"
    forget(path)
    raise VoiceDownloadWrong(f"{told}; expected {wanted.size} with {wanted.sha256 or 'any'}")


def forget(path: Path) -> None:
    """Remove a download and what was noted of it."""
    path.unlink(missing_ok=True)
    _note_of(path).unlink(missing_ok=True)


class _PacedDeadline(Deadline):
    """One end for everything, and a nearer one that moves on as bytes arrive."""

    def __init__(self, pace: Pace) -> None:
        super().__init__(pace.whole_s)
        self._pace = pace
        self._next = time.monotonic() + pace.stretch_s
        self._got = 0

    def left(self) -> float:
        """Seconds until the nearer end; raises httpcore.ReadTimeout when there are none."""
        seconds = min(super().left(), self._next - time.monotonic())
        if seconds <= 0:
            raise httpcore.ReadTimeout("too little arrives")
        return seconds

    def arrived(self, count: int) -> None:
        self._got += count
        if self._got >= self._pace.stretch_bytes:
            self._next, self._got = time.monotonic() + self._pace.stretch_s, 0


class _Transfer:
    """One run of a download: as many requests as redirects want."""

    def __init__(self, wanted: Wanted, path: Path, tell: Tell, pace: Pace) -> None:
        self._wanted, self._path, self._tell = wanted, path, tell
        self._deadline = _PacedDeadline(pace)
        self._tls = ssl.create_default_context(cafile=certifi.where())

    def run(self) -> None:
        place = self._wanted.address
        for _ in range(_MOST_REDIRECTS + 1):
            on = self._ask(_admitted(place))
            if not on:
                return
            place = urljoin(place, on)
        raise VoiceDownloadFailed(f"more than {_MOST_REDIRECTS} redirects")

    def _ask(self, address: str) -> str:
        """One request: nothing when the file was taken in, else the address that it leads on to."""
        validator = _validator(self._path)
        there = _size(self._path) if validator else 0
        with (
            _told(urlsplit(address).hostname or ""),
            self._answer(address, there, validator) as got,
        ):
            headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in got.headers}
            if got.status in _REDIRECTS and headers.get("location"):
                return headers["location"]
            if got.status == _NOT_THERE:
                forget(self._path)
                raise VoiceDownloadFailed("the server has another file than before; try again")
            if got.status not in (_OK, _PART):
                raise VoiceDownloadFailed(f"status {got.status}")
            if got.status == _PART and not _goes_on(headers, there):
                raise VoiceDownloadFailed("the server sent another part than was asked for")
            self._take(got, headers, there if got.status == _PART else 0)
        return ""

    @contextmanager
    def _answer(self, address: str, there: int, validator: str) -> Iterator[httpcore.Response]:
        headers = [("User-Agent", f"Deutgi/{__version__}"), ("Accept-Encoding", "identity")]
        if there:
            headers += [("Range", f"bytes={there}-"), ("If-Range", validator)]
        backend = TimedBackend(self._deadline)
        with (
            httpcore.ConnectionPool(ssl_context=self._tls, network_backend=backend) as pool,
            pool.stream("GET", address, headers=headers) as response,
        ):
            yield response

    def _take(self, got: httpcore.Response, headers: dict[str, str], there: int) -> None:
        if headers.get("content-encoding", "identity") != "identity":
            raise VoiceDownloadFailed("the server sends another form than was asked for")
        told = headers.get("content-length", "")
        if told.isdecimal() and there + int(told) != self._wanted.size:
            forget(self._path)
            raise VoiceDownloadWrong(f"{there + int(told)} bytes, not {self._wanted.size}")
        if not there:
            forget(self._path)
            _note(self._path, headers)
        with self._path.open("ab") as file:
            for part in got.iter_stream():
                there += len(part)
                if there > self._wanted.size:
                    forget(self._path)
                    raise VoiceDownloadWrong(f"more than {self._wanted.size} bytes")
                file.write(part)
                self._deadline.arrived(len(part))
                self._tell(there, self._wanted.size)
        if there < self._wanted.size:
            raise VoiceDownloadFailed(f"it ended after {there} of {self._wanted.size} bytes")


@contextmanager
def _told(host: str) -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise VoiceDownloadFailed(f"{host}: too little arrives in time") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
        raise VoiceDownloadFailed(f"{host}: {str(error) or type(error).__name__}") from error


def _admitted(address: str) -> str:
    """An address that may be asked: https, or http on this machine itself."""
    parts = urlsplit(address)
    is_near = parts.scheme == "http" and _is_loopback(parts.hostname or "")
    if (
        len(address) > _MOST_ADDRESS
        or not parts.hostname
        or not (parts.scheme == "https" or is_near)
    ):
        raise VoiceDownloadFailed(f"only https is used, not {parts.scheme}://{parts.hostname}")
    return address


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _goes_on(headers: dict[str, str], there: int) -> bool:
    """Whether a part begins where we stopped (RFC 9110 14.4)."""
    return headers.get("content-range", "").startswith(f"bytes {there}-")


def _note_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _note(path: Path, headers: dict[str, str]) -> None:
    """Keep what tells this file from a later one: a strong tag, else its date (RFC 9110 13.1.5)."""
    tag = headers.get("etag", "")
    validator = tag if tag.startswith('"') else headers.get("last-modified", "")
    _note_of(path).write_text(json.dumps({"validator": validator}), encoding="utf-8")


def _validator(path: Path) -> str:
    with suppress(OSError, ValueError, LookupError, TypeError):
        return str(json.loads(_note_of(path).read_text(encoding="utf-8"))["validator"])
    return ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
