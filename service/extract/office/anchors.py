"""Anchors that the file itself tells: from items and letters to blocks and offsets (pure).

While blocks are made, the anchor of a note is the number of its item and how many letters of that
item stand behind it. Marks and spaces may be taken away before the place in the meantime; letters
behind it are not.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.extract.letters import plain
from service.model.document import UNANCHORED, Anchor, Block, Figure, Note, Table


def letters_in(text: str) -> int:
    """How many letters a text has, spaces left aside."""
    return len("".join(plain(text).split()))


def settled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks; anchors in items have become anchors in blocks."""
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if not isinstance(block, Note):
            places.setdefault(block.locator.selector, []).append(at)
    return tuple(
        replace(block, anchor=_found(blocks, block, places, at))
        if isinstance(block, Note) and block.anchor != UNANCHORED
        else block
        for at, block in enumerate(blocks)
    )


def _found(blocks: Sequence[Block], note: Note, places: dict[str, list[int]], place: int) -> Anchor:
    behind = note.anchor.offset
    for at in reversed(places.get(note.locator.selector, [])):
        text = _text(blocks[at])
        if isinstance(blocks[at], Table):
            return Anchor(at, 0)
        own = letters_in(text)
        if behind <= own:
            return Anchor(at, _offset(text, behind))
        behind -= own
    # The line became the caption of the table behind it.
    table = next((at for at, b in enumerate(blocks) if at > place and isinstance(b, Table)), -1)
    return Anchor(table, 0) if table >= 0 else UNANCHORED


def _text(block: Block) -> str:
    match block:
        case Table():
            return ""
        case Figure():
            return block.alt
        case _:
            return block.text


def _offset(text: str, behind: int) -> int:
    """Where so many letters remain; right behind the letter before that, not behind its space."""
    at = len(text)
    while behind and at:
        at -= 1
        behind -= not text[at].isspace()
    while at and text[at - 1].isspace():
        at -= 1
    return at
