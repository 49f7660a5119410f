"""A document as plain text in its order of reading (pure)."""

from collections.abc import Iterator

from service.model.document import Block, Boilerplate, Document, Figure, ListItem, Note, Table


def transcript_of(document: Document) -> str:
    """One line for each block, and for each row of a table with its cells parted by tabs.

    Furniture is left out, and so are pictures without alternative text.
    """
    return "\n".join(line for block in document.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Boilerplate():
            return
        case Table():
            yield from [block.caption] if block.caption else []
            yield from ("\t".join(cell.text for cell in row) for row in block.rows)
        case ListItem() | Note():
            yield f"{block.marker} {block.text}"
        case Figure():
            yield from [block.alt] if block.alt else []
        case _:
            yield block.text
