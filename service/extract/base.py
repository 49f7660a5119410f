"""What every reader of a format promises."""

from typing import Protocol

from service.model.document import Release
from service.model.source import Resource


class Extractor(Protocol):
    """Thread-safe; the same bytes always give the same release."""

    @property
    def version(self) -> str:
        """Changes whenever the same bytes would be read differently; part of every key."""
        ...

    def extract(self, resource: Resource) -> Release:
        """Read a resource, or raise DocumentError."""
        ...

    def ignoring_tags(self) -> "Extractor":
        """A reader that does not look at what PDFs say of their own structure."""
        ...

    def close(self) -> None:
        """Give back processes; closing twice is harmless."""
        ...
