"""What getting bytes promises."""

from typing import Protocol

from service.model.source import Resource, SourceUrl


class Fetcher(Protocol):
    """Thread-safe."""

    def admit(self, address: str) -> SourceUrl:
        """Check an address without contacting it, or raise SourceError."""
        ...

    def fetch(self, source: SourceUrl) -> Resource:
        """Get the bytes of an admitted address, or raise SourceError."""
        ...


class Door(Fetcher, Protocol):
    """The one way in: addresses, files and pasted text, under the same limits."""

    def take_file(self, name: str, body: bytes) -> Resource:
        """A file that was handed over, or SourceTooLarge or DocumentIsEmpty."""
        ...

    def take_text(self, title: str, text: str) -> Resource:
        """Text that was pasted, or SourceTooLarge or DocumentIsEmpty."""
        ...
