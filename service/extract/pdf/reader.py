"""A PDF to a release: the steps strung together."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from service.errors import DocumentHasNoText
from service.extract import versions
from service.extract.base import Watch
from service.extract.captions import with_captions
from service.extract.dates import date_in
from service.extract.kinds import typed
from service.extract.notes import anchored
from service.extract.parts import held_back
from service.extract.pdf.leaves import Item
from service.extract.pdf.lines import Line
from service.extract.pdf.pages import Found, Terms, read
from service.extract.pdf.paragraphs import groups_of
from service.extract.pdf.spacing import vocabulary_of
from service.extract.pdf.tables import Placed
from service.extract.pdf.telling import told_blocks
from service.extract.pdf.told import Told
from service.extract.warnings import warnings_of
from service.messages import LANGUAGES
from service.model.document import (
    Block,
    Boilerplate,
    Document,
    Heading,
    Origin,
    Paragraph,
    Release,
    Table,
)
from service.model.source import Resource
from service.text.languages import main_language

_AGENCY = re.compile(r"(.{2,60}?)\s*[|·]?\s*(?:보\s?도\s?자\s?료|Press Release)\s*")
_TITLE_LENGTH = 100
# What programs write where nobody gave a title: nothing, or the name of a file.
_NO_TITLE = re.compile(r"(?:untitled|제목 ?없음|Microsoft \w+ - .*|.*\.\w{2,4})?", re.IGNORECASE)


def extract_pdf(
    resource: Resource, max_pages: int, watch: Watch, *, ignore_tags: bool = False
) -> Release:
    """Read a PDF; raises what `pages.read` raises, each way of not being readable its own."""

    def show(part: Found) -> None:
        with suppress(DocumentHasNoText):  # pages to come may have some
            release = held_back(_release(resource, part))
            if release.body.blocks:
                watch.part(release)

    found = read(resource.body, Terms(max_pages, ignore_tags, resource.words), watch, show)
    return _release(resource, found)


def _release(resource: Resource, found: Found) -> Release:
    language = main_language(_all_text(found), _default(found))
    if not found.lines and not found.tables:
        raise DocumentHasNoText(f"{found.pages} pages, no letters but their furniture")
    sure = [_as_sure(each, found) for each in _in_order(found, language, resource.words)]
    blocks = anchored(with_captions(sure))
    furniture = [block for block in blocks if isinstance(block, Boilerplate)]
    title = _title(blocks, found.title)
    origin = Origin(resource.digest, "pdf", versions.PDF)
    warnings = (*found.warnings, *warnings_of(blocks))
    return Release(
        title=title or resource.name,
        agency=_agency(furniture),
        issued_on=_issued_on(blocks),
        language=language,
        body=Document(
            language=language,
            title=title,
            blocks=blocks,
            origin=origin,
            pages=found.pages,
            warnings=warnings,
            pages_unread=found.pages_unread,
            page_sizes=found.page_sizes,
        ),
    )


def _as_sure(block: Block, found: Found) -> Block:
    """The block with the confidence of the page on which it begins."""
    sure = found.confidence.get(block.locator.page)
    return block if sure is None else replace(block, confidence=sure)


def _default(found: Found) -> str:
    """The language of what has hardly a letter: the one that the file names, if we speak it."""
    primary = found.language.split("-")[0].lower()
    return primary if primary in LANGUAGES else LANGUAGES[0]


def _all_text(found: Found) -> str:
    return " ".join(
        [line.text for line in found.lines] or [_text_of(p.table) for p in found.tables]
    )


def _texts(found: Found) -> list[str]:
    """Lines and cells, each by itself."""
    cells = [cell.text for p in found.tables for row in p.table.rows for cell in row]
    return [line.text for line in found.lines] + cells


def _text_of(table: Table) -> str:
    return " ".join(cell.text for row in table.rows for cell in row)


def _in_order(found: Found, language: str, words: str) -> list[Block]:
    """Blocks in the order of reading; furniture does not part a paragraph, a table does."""
    known = vocabulary_of(_texts(found), words)
    groups = groups_of(_stretches(found.items), known)
    blocks: list[tuple[int, Block]] = [
        (group.order, block)
        for group, own in zip(groups, typed(groups, language), strict=True)
        for block in own
    ]
    for order, item in enumerate(found.items):
        if isinstance(item, Boilerplate):
            blocks.append((order, item))
        elif isinstance(item, Placed):
            blocks.extend((order, table) for table in _spoken(item, language))
    told = [(order, item) for order, item in enumerate(found.items) if isinstance(item, Told)]
    blocks += told_blocks(told, known, language)
    return [block for _, block in sorted(blocks, key=lambda pair: pair[0])]


def _stretches(items: Sequence[Item]) -> list[list[Line]]:
    """Lines between tables, each told its turn; notes at the foot do not part what they part."""
    found: list[list[Line]] = [[]]
    feet: dict[int, list[Line]] = {}
    for order, item in enumerate(items):
        if isinstance(item, Placed | Told):
            found.append([])
        elif isinstance(item, Line):
            line = replace(item, order=order)
            (feet.setdefault(line.page, []) if line.is_foot else found[-1]).append(line)
    return [*(part for part in found if part), *feet.values()]


def _spoken(placed: Placed, language: str) -> Iterator[Table]:
    """A table that says something, in its language."""
    if placed.table.rows:
        yield replace(placed.table, language=main_language(_text_of(placed.table), language))


def _title(blocks: Sequence[Block], told: str) -> str:
    headings = [b.text for b in blocks if isinstance(b, Heading) and b.level == 1]
    if headings:
        return headings[0]
    return "" if _NO_TITLE.fullmatch(told) else told[:_TITLE_LENGTH]


def _agency(furniture: Sequence[Boilerplate]) -> str:
    """Whose release it is, where the running header says so."""
    for each in furniture:
        if match := _AGENCY.fullmatch(each.text):
            return match.group(1).strip(" |·")
    return ""


def _issued_on(blocks: Sequence[Block]) -> str:
    """The day of publication, where the head of the release says so."""
    told = (b.text for b in blocks if isinstance(b, Paragraph) and b.role == "meta")
    return next((date for date in map(date_in, told) if date), "")
