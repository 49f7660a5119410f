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
