"""What the preview page shows: a pure function from a reading to nested values.

Sentences keep the ids of their utterances, so that the player can mark them; text that is not
spoken stays on the page all the same, page furniture apart, which is listed with its reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from service.model.comparison import NO_BETTER_SOURCE, UNCOMPARED, BetterSource, Comparison
from service.model.document import (
    Block,
    Boilerplate,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Table,
)
from service.model.narration import Omission, Utterance
from service.narration.cautions import Caution, cautions_of
from service.usecases.read_release import Reading
from service.web.facts import (
    AttachmentView,
    FactView,
    FormatView,
    attachments_of,
    better_of,
    facts_of,
)
from service.web.grids import TableView, table_of
from service.web.phrases import Phrase, phrases

_FIRST_LEVEL, _LAST_LEVEL = 3, 6


@dataclass(frozen=True, slots=True)
class PageMark:
    """The beginning of a page of the source."""

    shape: ClassVar[str] = "page-mark"
    page: int


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading of the text; `level` is its level on our page, without gaps."""

    shape: ClassVar[str] = "heading"
    level: int
    phrases: tuple[Phrase, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph; `role` as in the document."""

    shape: ClassVar[str] = "paragraph"
    phrases: tuple[Phrase, ...]
    role: str
    language: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note with its marker as printed."""

    shape: ClassVar[str] = "note"
    marker: str
    phrases: tuple[Phrase, ...]
    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture of the source, of which only the description is here."""

    shape: ClassVar[str] = "figure"
    phrases: tuple[Phrase, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """A list item with what stands below it; `page` is not 0 where a page begins with it.

    `is_bullet` tells a marker that only decorates from one that counts.
    """

    marker: str
    is_bullet: bool
    phrases: tuple[Phrase, ...]
    language: str
    page: int
    notes: tuple[NoteView, ...]
    items: tuple["ItemView", ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list, nested as the document nests it."""

    shape: ClassVar[str] = "list"
    items: tuple[ItemView, ...]


View = PageMark | HeadingView | ParagraphView | NoteView | FigureView | ListView | TableView


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not read aloud; `reason` is a code of `Omission` or `Boilerplate`."""

    text: str
    reason: str
    page: int
    language: str


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything that the template shows; `has_tables` tells that a listener can choose of them."""

    title: tuple[Phrase, ...]
    plain_title: str
    language: str
    facts: tuple[FactView, ...]
    attachments: tuple[AttachmentView, ...]
    better: tuple[FormatView, ...]
    blocks: tuple[View, ...]
    pages: tuple[int, ...]
    cautions: tuple[Caution, ...]
    left_out: tuple[LeftOut, ...]
    manifest: str
    has_tables: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block that is shown, with its utterances; `page` is not 0 where a page begins with it."""

    block: Block
    said: tuple[Utterance, ...]
    language: str
    page: int


def view_of(
    reading: Reading,
    comparison: Comparison = UNCOMPARED,
    better: BetterSource = NO_BETTER_SOURCE,
) -> PageView:
    """The page of a reading, with what is known of its files and of a better source."""
    release, narration = reading.release, reading.narration
    said = _by_block(narration.utterances)
    title_at = _title_block(reading)
    placed = _placed(reading, said, title_at)
    return PageView(
        title=_title(reading, said, title_at),
        plain_title=title_of(reading),
        language=release.language,
        facts=facts_of(release),
        attachments=attachments_of(release, comparison),
        better=better_of(better),
        blocks=_views(placed),
        pages=tuple(item.page for item in placed if item.page),
        cautions=cautions_of(release.body),
        left_out=_left_out(reading),
        manifest=reading.manifest,
        has_tables=any(isinstance(block, Table) for block in release.body.blocks),
    )


def title_of(reading: Reading) -> str:
    """The title in one line."""
    return _flat(reading.release.title or reading.narration.title)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _by_block(utterances: Sequence[Utterance]) -> Mapping[int, tuple[Utterance, ...]]:
    found: dict[int, tuple[Utterance, ...]] = {}
    for utterance in utterances:
        found[utterance.block] = (*found.get(utterance.block, ()), utterance)
    return found


def _title_block(reading: Reading) -> int:
    """The block that is read as the title, -1 if it is not in the text; it is shown once."""
    spoken = (each for each in reading.narration.utterances if each.role == "title")
    return next((each.block for each in spoken), -1)


def _title(
    reading: Reading, said: Mapping[int, tuple[Utterance, ...]], title_at: int
) -> tuple[Phrase, ...]:
    text = _text(reading.release.body.blocks[title_at]) if title_at >= 0 else title_of(reading)
    titles = tuple(each for each in said.get(title_at, ()) if each.role == "title")
    return phrases(text, reading.release.language, titles)


def _placed(
    reading: Reading, said: Mapping[int, tuple[Utterance, ...]], title_at: int
) -> tuple[_Placed, ...]:
    """Blocks in order without the title and page furniture, each knowing whether a page begins."""
    document = reading.release.body
    placed: list[_Placed] = []
    page = 0
    for index, block in enumerate(document.blocks):
        if index == title_at or isinstance(block, Boilerplate):
            continue
        begun = block.locator.page if block.locator.page > page else 0
        page = max(page, block.locator.page)
        language = block.language or document.language or reading.release.language
        placed.append(_Placed(block, said.get(index, ()), language, begun))
    return tuple(placed)


def _views(placed: Sequence[_Placed]) -> tuple[View, ...]:
    views: list[View] = []
    levels: list[int] = []
    at = 0
    while at < len(placed):
        item = placed[at]
        if isinstance(item.block, ListItem):
            end = _list_end(placed, at)
            if item.page:
                views.append(PageMark(item.page))
            views.append(ListView(_items(placed[at:end], is_first=True)))
            at = end
            continue
        if item.page:
            views.append(PageMark(item.page))
        views.append(_view(item, levels))
        at += 1
    return tuple(views)


def _view(item: _Placed, levels: list[int]) -> View:
    match item.block:
        case Heading(level=level):
            return HeadingView(_level(level, levels), _phrases(item), item.language)
        case Paragraph(role=role):
            return ParagraphView(_phrases(item), role, item.language)
        case Note():
            return _note(item)
        case Figure():
            return FigureView(_phrases(item), item.language)
        case Table() as table:
            return table_of(table, item.said, item.language)
        case ListItem() | Boilerplate():
            raise AssertionError("lists are gathered, furniture is left out")


def _level(level: int, levels: list[int]) -> int:
    """The level on our page: one deeper than the nearest heading above it, never more."""
    while levels and levels[-1] >= level:
        levels.pop()
    levels.append(level)
    return min(_FIRST_LEVEL + len(levels) - 1, _LAST_LEVEL)


def _phrases(item: _Placed) -> tuple[Phrase, ...]:
    text = item.block.alt if isinstance(item.block, Figure) else _text(item.block)
    return phrases(text, item.language, item.said)


def _text(block: Block) -> str:
    match block:
        case Table() | Figure():
            return ""
        case _:
            return block.text


def _note(item: _Placed) -> NoteView:
    note = item.block
    assert isinstance(note, Note)
    return NoteView(note.marker, _phrases(item), note.kind, item.language)


def _list_end(placed: Sequence[_Placed], start: int) -> int:
    """Where a list ends; notes between two items belong to the list, a last note follows it."""
    end = start + 1
    for at in range(start + 1, len(placed)):
        if isinstance(placed[at].block, ListItem):
            end = at + 1
        elif not isinstance(placed[at].block, Note):
            break
    return end


def _items(placed: Sequence[_Placed], *, is_first: bool = False) -> tuple[ItemView, ...]:
    """Nest a stretch of items: an item belongs to the nearest one before it of lesser depth."""
    items: list[ItemView] = []
    at = 0
    while at < len(placed):
        end = _branch_end(placed, at)
        page = 0 if is_first and at == 0 else placed[at].page
        items.append(_item(placed[at], placed[at + 1 : end], page))
        at = end
    return tuple(items)


def _branch_end(placed: Sequence[_Placed], start: int) -> int:
    root = placed[start].block
    assert isinstance(root, ListItem)
    for at in range(start + 1, len(placed)):
        block = placed[at].block
        if isinstance(block, ListItem) and block.depth <= root.depth:
            return at
    return len(placed)


def _item(item: _Placed, below: Sequence[_Placed], page: int) -> ItemView:
    block = item.block
    assert isinstance(block, ListItem)
    own = 0
    while own < len(below) and isinstance(below[own].block, Note):
        own += 1
    return ItemView(
        marker=block.marker,
        is_bullet=not any(character.isalnum() for character in block.marker),
        phrases=_phrases(item),
        language=item.language,
        page=page,
        notes=tuple(_note(note) for note in below[:own]),
        items=_items(below[own:]),
    )


def _left_out(reading: Reading) -> tuple[LeftOut, ...]:
    language = reading.release.language
    listed = [_omitted(each, language) for each in reading.narration.omissions]
    known = {each.block for each in reading.narration.omissions}
    for index, block in enumerate(reading.release.body.blocks):
        if isinstance(block, Boilerplate) and index not in known:
            own = block.language or language
            listed.append(LeftOut(_flat(block.text), block.kind, block.locator.page, own))
    return tuple(each for each in listed if each.text)


def _omitted(omission: Omission, language: str) -> LeftOut:
    return LeftOut(_flat(omission.text), omission.reason, omission.locator.page, language)
