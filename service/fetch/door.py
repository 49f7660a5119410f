"""The one way in: fetched addresses and handed-over files and texts meet the same limits."""

from hashlib import sha256

from service.errors import DocumentIsEmpty, SourceTooLarge
from service.fetch.base import Fetcher
from service.model.source import Resource, SourceFile, SourceText, SourceUrl

_MAX_NAME = 200


class FrontDoor:
    """A door around a fetcher; `max_bytes` holds for files and texts as it does for pages."""

    def __init__(self, fetcher: Fetcher, max_bytes: int) -> None:
        self._fetcher = fetcher
        self._max_bytes = max_bytes

    def admit(self, address: str) -> SourceUrl:
        """Check an address."""
        return self._fetcher.admit(address)

    def fetch(self, source: SourceUrl) -> Resource:
        """Get the bytes; a page without any is DocumentIsEmpty."""
        resource = self._fetcher.fetch(source)
        self._check(resource.body)
        return resource

    def take_file(self, name: str, body: bytes) -> Resource:
        """A file; its name loses any folders and control characters."""
        self._check(body)
        plain = _printable(name.replace("\\", "/").rpartition("/")[2])
        return Resource(SourceFile(plain), body, "", sha256(body).hexdigest(), plain)

    def take_text(self, title: str, text: str) -> Resource:
        """Pasted text as plain UTF-8."""
        body = text.strip().encode("utf-8", "replace")
        self._check(body)
        source = SourceText(_printable(title))
        return Resource(source, body, "text/plain", sha256(body).hexdigest())

    def _check(self, body: bytes) -> None:
        if not body:
            raise DocumentIsEmpty("no bytes")
        if len(body) > self._max_bytes:
            raise SourceTooLarge(f"{len(body)} bytes > max_source_bytes {self._max_bytes}")


def _printable(name: str) -> str:
    return "".join(c for c in name if c.isprintable()).strip()[:_MAX_NAME]
