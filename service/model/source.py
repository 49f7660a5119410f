"""Where bytes come from, and the bytes themselves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceUrl:
    """An admitted address: only `service.fetch` builds one, so its existence means "allowed"."""

    url: str
    scheme: str
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that somebody handed over; `name` is what they called it, never a path to open."""

    name: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """Text that somebody pasted; `title` may be empty."""

    title: str = ""


Source = SourceUrl | SourceFile | SourceText


@dataclass(frozen=True, slots=True)
class Resource:
    """Bytes as they were received.

    `digest` is the SHA-256 of `body` in hex; `media_type` is what the sender claimed and is
    trusted by nobody; `etag` and `last_modified` are HTTP validators or empty; `fetched_at` is an
    ISO 8601 instant in UTC; `words` are those of the page that offers a file, parted by spaces:
    they show how words that the file wraps are written.
    """

    source: Source
    body: bytes
    media_type: str
    digest: str
    name: str = ""
    etag: str = ""
    last_modified: str = ""
    fetched_at: str = ""
    words: str = ""
