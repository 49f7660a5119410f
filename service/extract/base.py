"""What every reader of a format promises."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from service.model.document import Release
from service.model.source import Resource


class Hold(StrEnum):
    """What holds a process that reads, apart from its limits on time, memory and files.

    CALLS: a filter refuses network, writing and hands on other processes. FILES: it can open
    programs and libraries only. NETWORK: it has a network of its own with nobody in it. USER: it
    does not run as root. PROCESSES: it can have a few, counted by themselves. STARTS: it can start
    none at all.
    """

    CALLS = "calls"
    FILES = "files"
    NETWORK = "network"
    USER = "user"
    PROCESSES = "processes"
    STARTS = "starts"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is read: `pages_read` of `pages` (0: a source without pages).

    `release` is what can be made of the pages read so far, where it was made now: it ends before
    the first paragraph that may go on over the next page.
    """

    pages_read: int
    pages: int
    release: Release | None = None


LONGEST_SIDE = 16_383
"""The most dots that a side of a picture can have: what WebP holds (RFC 9649, 2.5)."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a picture in dots, neither over `LONGEST_SIDE`."""

    width: int
    height: int


Tell = Callable[[Progress], None]
"""Hears of progress while a document is read, in the thread that asked for it."""


def unheard(_: Progress) -> None:
    """For those who need no progress."""


class Watch(Protocol):
    """Looks on while pages are read, from inside the process that reads them."""

    def begin(self, page: int, pages: int) -> str:
        """A page is about to be read, or a slow step of it; a text is the warning to skip it for.

        `page` 0: what is done now belongs to no page, before the first or after the last one.
        """
        ...

    def wants_part(self, pages_read: int, pages: int) -> bool:
        """Whether to make a release of the pages read so far."""
        ...

    def part(self, release: Release) -> None:
        """Take what can be read of a document by now."""
        ...


class Unwatched:
    """Nobody looks on: every page is read and nothing is told before the end."""

    def begin(self, page: int, pages: int) -> str:
        """Skip nothing."""
        return ""

    def wants_part(self, pages_read: int, pages: int) -> bool:
        """Only the whole."""
        return False

    def part(self, release: Release) -> None:
        """Nobody takes it."""


class Extractor(Protocol):
    """Thread-safe; the same bytes always give the same release and the same pictures."""

    @property
    def version(self) -> str:
        """Changes whenever the same bytes would be read differently; part of every key."""
        ...

    def extract(self, resource: Resource, tell: Tell = unheard) -> Release:
        """Read a resource, or raise DocumentError; `tell` hears of pages as they are read."""
        ...

    @property
    def picture_version(self) -> str:
        """Changes whenever pictures of the same page would look different; part of their keys."""
        ...

    def draw(self, body: bytes, page: int, size: Size) -> bytes:
        """A page of a PDF, numbered from 1, as a WebP picture of this size.

        Raises PageNotDrawable when it is damaged, no PDF, or would take more than the limits.
        """
        ...

    def holds(self) -> tuple[Hold, ...]:
        """What holds the processes that read here; raises DocumentError when none can be had."""
        ...

    def ignoring_tags(self) -> "Extractor":
        """A reader that does not look at what PDFs say of their own structure."""
        ...

    def close(self) -> None:
        """Give back processes; closing twice is harmless."""
        ...
