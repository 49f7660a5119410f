"""What staff should know of a document, as far as its blocks tell it (pure)."""

from collections.abc import Iterator, Sequence

from service.model.document import Block, DocumentWarning, Figure, Table

NO_HEADERS = "table-without-headers"
NO_ALTERNATIVE = "figure-without-text"


def warnings_of(blocks: Sequence[Block]) -> tuple[DocumentWarning, ...]:
    """Tables whose headers are our guess and pictures without a text, each once for each page."""
    return tuple(dict.fromkeys(_found(blocks)))


def _found(blocks: Sequence[Block]) -> Iterator[DocumentWarning]:
    for block in blocks:
        match block:
            case Table(headers_marked=False):
                yield DocumentWarning(NO_HEADERS, block.locator.page)
            case Figure() if not block.alt.strip():
                yield DocumentWarning(NO_ALTERNATIVE, block.locator.page)
