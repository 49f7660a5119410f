"""Items of a word processor's file to a release (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.errors import DocumentHasNoText
from service.extract.captions import with_captions
from service.extract.dates import date_in
from service.extract.headers import header_counts
from service.extract.kinds import Group, typed
from service.extract.letters import plain
from service.extract.marks import blocks_of
from service.extract.notes import anchored
from service.extract.office.anchors import letters_in, settled
from service.extract.office.items import Footnote, Furniture, Grid, Item, Para, Picture
from service.extract.warnings import warnings_of
from service.extract.words import closed_up
from service.model.document import (
    Anchor,
    Block,
    Boilerplate,
    Cell,
    Document,
    Figure,
    Heading,
    ListItem,
    Locator,
    Note,
    Origin,
    Paragraph,
    Release,
    Table,
)
from service.model.source import Resource
from service.text.languages import main_language

_FACTS_WITHIN = 3
# Bullets that say nothing about their depth, as □ over ○ over - do.
_OF_ANY_DEPTH = frozenset("•▪·∙")


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says of itself; empty where it says nothing."""

    title: str = ""
    language: str = ""


def release_of(
    items: Sequence[Item], resource: Resource, origin: Origin, described: Described | None = None
) -> Release:
    """The release that a file holds; DocumentHasNoText when nobody could read anything in it."""
    described = described or Described()
    language = main_language(" ".join(_texts(items)), described.language or "ko")
    blocks = anchored(settled(with_captions(list(_blocks(items, language)))))
    if not any(not isinstance(block, (Boilerplate, Figure)) for block in blocks):
        raise DocumentHasNoText(f"{origin.extractor}: no letters")
    title = next((b.text for b in blocks if isinstance(b, Heading) and b.level == 1), "")
    title = title or plain(described.title)
    return Release(
        title=title or resource.name,
        agency="",
        issued_on=next((date for date in map(date_in, _facts(blocks, language)) if date), ""),
        language=language,
        body=Document(language, title, blocks, origin, warnings=warnings_of(blocks)),
    )


def _texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Para):
            yield item.text
        elif isinstance(item, Grid):
            yield from (cell.text for row in item.rows for cell in row)


def _facts(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """Lines that tell about the release: paragraphs of their own, rows of the tables above it."""
    yield from (b.text for b in blocks if isinstance(b, Paragraph) and b.role == "meta")
    for table in [block for block in blocks if isinstance(block, Table)][:_FACTS_WITHIN]:
        for row in table.rows:
            text = " ".join(cell.text for cell in row)
            found = blocks_of(text, Locator(), language) if text.strip() else []
            yield from (b.text for b in found if isinstance(b, Paragraph) and b.role == "meta")


def _blocks(items: Sequence[Item], language: str) -> Iterator[Block]:
    groups = [
        _group(item, place)
        for place, item in enumerate(items, 1)
        if isinstance(item, Para) and plain(item.text)
    ]
    texts = {group.order: own for group, own in zip(groups, typed(groups, language), strict=True)}
    for place, item in enumerate(items, 1):
        if isinstance(item, Para):
            yield from _of_paragraph(item, texts.get(place, []), place, language)
        else:
            yield from _other(item, language, place)


def _place(number: int) -> Locator:
    """Such files have no pages: the number of the item says where it is."""
    return Locator(selector=f"item[{number}]")


def _group(item: Para, place: int) -> Group:
    text = closed_up(plain(f"{item.mark} {item.text}" if item.mark else item.text))
    locator = _place(place)
    return Group(text, item.size, item.is_bold, item.is_centred, locator, place, item.level)


def _of_paragraph(item: Para, blocks: Sequence[Block], place: int, default: str) -> Iterator[Block]:
    """The blocks of a paragraph, then its notes; each says how many letters stand behind it."""
    mark = plain(item.mark)
    yield from (_listed(block, mark, item.depth) for block in blocks)
    for offset, note in item.notes:
        yield from _note(note, Anchor(place, letters_in(item.text[offset:])), default, place)


def _listed(block: Block, mark: str, depth: int) -> Block:
    """A paragraph that the file itself numbers or marks is an item, whatever its mark."""
    if isinstance(block, ListItem) and mark == block.marker and mark in _OF_ANY_DEPTH:
        return replace(block, depth=depth)
    if not mark or not isinstance(block, Paragraph) or not block.text.startswith(f"{mark} "):
        return block
    text = block.text.removeprefix(mark).strip()
    return ListItem(text, mark, depth, block.language, block.locator)


def _note(note: Footnote, anchor: Anchor, default: str, place: int) -> Iterator[Note]:
    if text := plain(note.text):
        language = main_language(text, default)
        yield Note(text, plain(note.mark), "footnote", language, _place(place), anchor=anchor)


def _other(item: Grid | Picture | Furniture, default: str, place: int) -> Iterator[Block]:
    locator = _place(place)
    match item:
        case Grid():
            yield from _table(item, default, locator)
            for note in item.notes:
                yield from _note(note, Anchor(place), default, place)
        case Picture():
            yield Figure(plain(item.alt), main_language(item.alt, default), locator)
        case Furniture():
            if text := plain(item.text):
                yield Boilerplate(text, item.kind, main_language(text, default), locator)


def _plain(cell: Cell) -> Cell:
    return Cell(closed_up(plain(cell.text)), cell.column_span, cell.row_span)


def _table(item: Grid, default: str, locator: Locator) -> Iterator[Table]:
    rows = tuple(tuple(_plain(cell) for cell in row) for row in item.rows)
    full = tuple(row for row in rows if any(cell.text for cell in row))
    if not full:
        return
    header_rows, header_columns = header_counts(full)
    told = main_language(" ".join(cell.text for row in full for cell in row), default)
    heads = min(item.header_rows, len(full) - 1) or header_rows
    yield Table(
        full,
        heads,
        header_columns,
        plain(item.caption),
        told,
        locator,
        headers_marked=item.header_rows > 0,
    )
