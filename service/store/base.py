"""What keeping bytes promises."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Shelf(StrEnum):
    """The kinds of things that are kept; each has its own keys.

    CLIPS hold audio, LIGHT_CLIPS the same at half the bit rate, and CLIP_NOTES how it was made;
    STAND_INS lead from a planned clip to the one heard in its place; PUBLISHED marks documents
    whose audio is spared; FAILURES say why a clip could not be made; CHOICES lead from a narration
    and a choice of voices to its manifest; SOURCES remember what an address or hand-over gave.
    COMPARISONS say what the attachments of a release repeat; BETTER_SOURCES lead from what was read
    of a file to the better file of the same document; WORDS are those of the page that offers a
    file, by the ticket of the file. PICTURED says of which documents pages can be drawn, PICTURES
    hold the pages that were. PAIRINGS put two releases of one event in step.
    """

    RESOURCES = "resources"
    RELEASES = "releases"
    NARRATIONS = "narrations"
    MANIFESTS = "manifests"
    CHOICES = "choices"
    CLIPS = "clips"
    LIGHT_CLIPS = "light-clips"
    CLIP_NOTES = "clip-notes"
    STAND_INS = "stand-ins"
    DOUBTS = "doubts"
    PUBLISHED = "published"
    FAILURES = "failures"
    SOURCES = "sources"
    COMPARISONS = "comparisons"
    BETTER_SOURCES = "better-sources"
    WORDS = "words"
    PICTURED = "pictured"
    PICTURES = "pictures"
    PAIRINGS = "pairings"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a thing without opening it; `used_at` in seconds since 1970."""

    key: str
    size_bytes: int
    used_at: float


class Store(Protocol):
    """Bytes by shelf and key; thread-safe and safe between processes.

    A key is 64 lower-case hex digits; anything else is a ValueError. Every write is whole or
    absent, whatever happens to the writer, and a later write replaces an earlier one. All methods
    raise StoreUnavailable when the keeper itself fails.
    """

    def put(self, shelf: Shelf, key: str, data: bytes) -> None:
        """Keep bytes; putting the same again is harmless."""
        ...

    def get(self, shelf: Shelf, key: str) -> bytes | None:
        """The bytes, or None when there are none."""
        ...

    def size(self, shelf: Shelf, key: str) -> int:
        """How many bytes are kept, -1 when none are; cheap."""
        ...

    def drop(self, shelf: Shelf, key: str) -> None:
        """Forget; forgetting what is not there is harmless."""
        ...

    def keys(self, shelf: Shelf) -> Iterator[str]:
        """All keys of a shelf, in no order."""
        ...

    def touch(self, shelf: Shelf, key: str) -> None:
        """Note that a thing is used now; harmless when it is not there."""
        ...

    def inventory(self, shelf: Shelf) -> Iterator[Kept]:
        """Everything on a shelf with its size and when it was last put or touched, in no order."""
        ...

    def trouble(self) -> str:
        """Why new things cannot be kept where they should be; empty when they can."""
        ...
