"""Lists nested as the document nests them, with the notes between their items (pure)."""

from collections.abc import Sequence

from service.model.document import ListItem, Note
from service.web.marks import note_id, place_id
from service.web.placing import Placed, phrases_of
from service.web.shapes import ItemView, ListView, NoteView


def list_end(placed: Sequence[Placed], start: int) -> int:
    """Where a list ends; notes between two items belong to the list, a last note follows it."""
    end = start + 1
    for at in range(start + 1, len(placed)):
        if isinstance(placed[at].block, ListItem):
            end = at + 1
        elif not isinstance(placed[at].block, Note):
            break
    return end


def list_of(placed: Sequence[Placed]) -> ListView:
    """A list of a stretch of items and notes; the marks of the first item stand before it."""
    return ListView(_items(placed, is_first=True))


def note_of(item: Placed) -> NoteView:
    """A note, with the way back to the text where there is one."""
    note = item.block
    assert isinstance(note, Note)
    name = note_id(item.index, item.ids) if item.is_anchored else ""
    back = place_id(name) if name else ""
    return NoteView(note.marker, phrases_of(item), note.kind, item.language, name, back)


def _items(placed: Sequence[Placed], *, is_first: bool = False) -> tuple[ItemView, ...]:
    """Nest a stretch of items: an item belongs to the nearest one before it of lesser depth."""
    items: list[ItemView] = []
    at = 0
    while at < len(placed):
        end = _branch_end(placed, at)
        items.append(_item(placed[at], placed[at + 1 : end], is_first=is_first and at == 0))
        at = end
    return tuple(items)


def _branch_end(placed: Sequence[Placed], start: int) -> int:
    root = placed[start].block
    assert isinstance(root, ListItem)
    for at in range(start + 1, len(placed)):
        block = placed[at].block
        if isinstance(block, ListItem) and block.depth <= root.depth:
            return at
    return len(placed)


def _item(item: Placed, below: Sequence[Placed], *, is_first: bool) -> ItemView:
    block = item.block
    assert isinstance(block, ListItem)
    own = 0
    while own < len(below) and isinstance(below[own].block, Note):
        own += 1
    return ItemView(
        marker=block.marker,
        is_bullet=not any(character.isalnum() for character in block.marker),
        phrases=phrases_of(item),
        language=item.language,
        marks=() if is_first else item.marks,
        notes=tuple(note_of(note) for note in below[:own]),
        items=_items(below[own:]),
    )
