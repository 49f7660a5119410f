"""Items of a word processor's file to a release (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.errors import DocumentHasNoText
from service.extract.captions import with_captions
from service.extract.dates import date_in
from service.extract.headers import header_counts
from service.extract.kinds import Group, typed
from service.extract.letters import plain
from service.extract.office.items import Footnote, Furniture, Grid, Item, Para, Picture
from service.extract.warnings import warnings_of
from service.model.document import (
    Block,
    Boilerplate,
    Document,
    Figure,
    Heading,
    Locator,
    Note,
    Origin,
    Paragraph,
    Release,
    Table,
)
from service.model.source import Resource
from service.text.languages import main_language


def release_of(items: Sequence[Item], resource: Resource, origin: Origin) -> Release:
    """The release that a file holds; DocumentHasNoText when nobody could read anything in it."""
    language = main_language(" ".join(_texts(items)), "ko")
    blocks = with_captions(list(_blocks(items, language)))
    if not any(not isinstance(block, (Boilerplate, Figure)) for block in blocks):
        raise DocumentHasNoText(f"{origin.extractor}: no letters")
    title = next((b.text for b in blocks if isinstance(b, Heading) and b.level == 1), "")
    told = (b.text for b in blocks if isinstance(b, Paragraph) and b.role == "meta")
    return Release(
        title=title or resource.name,
        agency="",
        issued_on=next((date for date in map(date_in, told) if date), ""),
        language=language,
        body=Document(language, title, blocks, origin, warnings=warnings_of(blocks)),
    )


def _texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Para):
            yield item.text
        elif isinstance(item, Grid):
            yield from (cell.text for row in item.rows for cell in row)


def _blocks(items: Sequence[Item], language: str) -> Iterator[Block]:
    groups = [
        _group(item, place)
        for place, item in enumerate(items, 1)
        if isinstance(item, Para) and plain(item.text)
    ]
    texts = {group.order: own for group, own in zip(groups, typed(groups, language), strict=True)}
    for place, item in enumerate(items, 1):
        if isinstance(item, Para):
            yield from texts.get(place, [])
        else:
            yield from _other(item, language, _place(place))


def _place(number: int) -> Locator:
    """Such files have no pages: the number of the item says where it is."""
    return Locator(selector=f"item[{number}]")


def _group(item: Para, place: int) -> Group:
    text = plain(f"{item.mark} {item.text}" if item.mark else item.text)
    locator = _place(place)
    return Group(text, item.size, item.is_bold, item.is_centred, locator, place, item.level)


def _other(
    item: Grid | Picture | Furniture | Footnote, default: str, place: Locator
) -> Iterator[Block]:
    match item:
        case Grid():
            if table := _table(item, default, place):
                yield table
        case Picture():
            yield Figure(plain(item.alt), main_language(item.alt, default), place)
        case Furniture():
            if text := plain(item.text):
                yield Boilerplate(text, item.kind, main_language(text, default), place)
        case Footnote():
            if text := plain(item.text):
                note = Note(text, item.mark, "footnote", main_language(text, default), place)
                yield note


def _table(item: Grid, default: str, place: Locator) -> Table | None:
    rows = tuple(tuple(replace(cell, text=plain(cell.text)) for cell in row) for row in item.rows)
    full = tuple(row for row in rows if any(cell.text for cell in row))
    if not full:
        return None
    header_rows, header_columns = header_counts(full)
    told = main_language(" ".join(cell.text for row in full for cell in row), default)
    marked = item.header_rows > 0
    heads = item.header_rows or header_rows
    return Table(full, heads, header_columns, "", told, place, headers_marked=marked)
