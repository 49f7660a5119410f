"""How much of one text stands in another, whatever its order, its spaces and its marks (pure).

A text is taken as all its stretches of five pieces; a piece is a syllable, a Latin word or a
number. Two formats of one document differ in spaces, marks, line ends and the order of notes and
tables, which such stretches hardly notice; texts on the same subject share few of them. A hundred
pages take some tenths of a second.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from service.model.document import Block, Boilerplate, Document, Figure, Paragraph, Table

VERSION = "1"
"""Part of the name of every comparison that is kept: raise it when the same texts compare anew."""

_LENGTH = 5
_PIECE = re.compile(r"[a-z]+|[0-9]+|[^\W_]")

Stretches = Counter[tuple[str, ...]]


def stretches_of(text: str) -> Stretches:
    """All stretches of a text with their numbers; a text that is shorter is one stretch."""
    pieces = _PIECE.findall(unicodedata.normalize("NFKC", text).lower())
    if len(pieces) <= _LENGTH:
        return Counter([tuple(pieces)] if pieces else [])
    return Counter(zip(*(pieces[start:] for start in range(_LENGTH)), strict=False))


def share(part: Stretches, whole: Stretches) -> float:
    """How much of a text stands in another, from 0 to 1; nothing of an empty one does."""
    total = part.total()
    common = sum(min(count, whole[stretch]) for stretch, count in part.items() if stretch in whole)
    return common / total if total else 0.0


def likeness(first: Stretches, second: Stretches) -> float:
    """How much of the longer one of two texts stands in the other, from 0 to 1."""
    return min(share(first, second), share(second, first))


def stretches_in(document: Document) -> Stretches:
    """The stretches of what a document says."""
    return stretches_of(text_in(document))


def text_in(document: Document) -> str:
    """What a document says in plain text, without page furniture, mastheads and pictures."""
    return "\n".join(_texts(document))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if not _is_beside_the_text(block):
            yield _text(block)


def _is_beside_the_text(block: Block) -> bool:
    is_masthead = isinstance(block, Paragraph) and block.role == "meta"
    return is_masthead or isinstance(block, (Boilerplate, Figure))


def _text(block: Block) -> str:
    match block:
        case Table():
            return " ".join(cell.text for row in block.rows for cell in row)
        case Figure():
            return block.alt
        case _:
            return block.text
