"""A fetcher that answers some addresses from memory: the sample site, tests and demonstrations."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from service.fetch.base import Fetcher
from service.model.source import Resource, SourceUrl


@dataclass(frozen=True, slots=True)
class CannedPage:
    """What an address answers with."""

    body: bytes
    media_type: str
    name: str = ""


class CannedFetcher:
    """Knows its own addresses to the letter and hands every other on."""

    def __init__(self, pages: Mapping[str, CannedPage], beyond: Fetcher) -> None:
        self._pages = dict(pages)
        self._beyond = beyond

    def admit(self, address: str) -> SourceUrl:
        """Admit a canned address; otherwise ask beyond."""
        if address.strip() not in self._pages:
            return self._beyond.admit(address)
        parts = urlsplit(address.strip())
        return SourceUrl(address.strip(), parts.scheme, parts.hostname or "", parts.port or 443)

    def fetch(self, source: SourceUrl) -> Resource:
        """Answer from memory; otherwise from beyond."""
        page = self._pages.get(source.url)
        if page is None:
            return self._beyond.fetch(source)
        digest = sha256(page.body).hexdigest()
        return Resource(source, page.body, page.media_type, digest, page.name)
