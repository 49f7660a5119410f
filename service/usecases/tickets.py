"""What a source is called: in one line, and as the ticket under which its reading is remembered."""

from service.model.source import Source, SourceFile, SourceText, SourceUrl
from service.store.keys import source_key


def describe(source: Source) -> str:
    """A source in one line; part of the names of what comes from it."""
    match source:
        case SourceUrl():
            return f"url {source.url}"
        case SourceFile():
            return f"file {source.name}"
        case SourceText():
            return f"text {source.title}"


def ticket_of(source: Source, digest: str = "") -> str:
    """The name under which a source's last result is remembered."""
    return source_key(f"{describe(source)} {digest}")
