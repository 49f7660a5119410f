"""A PDF to a release: the steps strung together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.errors import DocumentHasNoText
from service.extract import versions
from service.extract.captions import with_captions
from service.extract.dates import date_in
from service.extract.pdf.furniture import split_furniture
from service.extract.pdf.joining import words_of
from service.extract.pdf.kinds import typed
from service.extract.pdf.lines import Line
from service.extract.pdf.paragraphs import groups_of
from service.extract.pdf.source import Found, read
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


def extract_pdf(resource: Resource, max_pages: int) -> Release:
    """Read a PDF; raises what `source.read` raises, each way of not being readable its own."""
    found = read(resource.body, max_pages)
    language = main_language(_all_text(found), "ko")
    text, furniture = split_furniture(found.lines, language)
    if not text and not found.tables:
        raise DocumentHasNoText(f"{found.pages} pages, no letters but their furniture")
    blocks = with_captions(_in_order(found, text, furniture, language))
    title = _title(blocks, found.title)
    origin = Origin(resource.digest, "pdf", versions.PDF)
    return Release(
        title=title or resource.name,
        agency=_agency(furniture),
        issued_on=_issued_on(blocks),
        language=language,
        body=Document(language, title, blocks, origin, found.pages, found.warnings),
    )


def _all_text(found: Found) -> str:
    lines = [line.text for line in found.lines]
    return " ".join(lines or [_text_of(table) for table in found.tables])


def _text_of(table: Table) -> str:
    return " ".join(cell.text for row in table.rows for cell in row)


def _in_order(
    found: Found, text: Sequence[Line], furniture: Sequence[Boilerplate], language: str
) -> list[Block]:
    """Everything from the top of the first page to the bottom of the last."""
    words = words_of(line.text for line in text)
    groups = groups_of(text, words, draws_spaces=found.draws_spaces)
    blocks: list[Block] = [
        *(block for _, block in typed(groups, language)),
        *_spoken_tables(found.tables, language),
        *furniture,
    ]
    return sorted(blocks, key=lambda block: (block.locator.page, block.locator.box[1]))


def _spoken_tables(tables: Sequence[Table], language: str) -> Iterator[Table]:
    """Tables that say something, each in its language."""
    for table in tables:
        if table.rows:
            yield replace(table, language=main_language(_text_of(table), language))


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
