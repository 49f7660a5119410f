"""A PDF to a release: the steps strung together; the only module that opens one."""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from service.errors import (
    DocumentError,
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEmpty,
    DocumentIsEncrypted,
    DocumentTooLong,
)
from service.extract import versions
from service.extract.captions import with_captions
from service.extract.pdf.furniture import split_furniture
from service.extract.pdf.joining import words_of
from service.extract.pdf.kinds import typed
from service.extract.pdf.lines import Line, lines_of
from service.extract.pdf.paragraphs import groups_of
from service.extract.pdf.tables import tables_of
from service.model.document import (
    Block,
    Boilerplate,
    Document,
    Heading,
    Origin,
    Release,
    Table,
)
from service.model.source import Resource
from service.text.languages import main_language

_AGENCY = re.compile(r"(.{2,60}?)\s*[|·]?\s*(?:보\s?도\s?자\s?료|Press Release)\s*")
_TITLE_LENGTH = 100

Placed = tuple[int, float, Block]


def extract_pdf(resource: Resource, max_pages: int) -> Release:
    """Read a PDF; its own error for each way in which it cannot be read (see the imports)."""
    with _opened(resource.body) as pdf:
        if not pdf.pages:
            raise DocumentIsEmpty("no pages")
        if len(pdf.pages) > max_pages:
            raise DocumentTooLong(f"{len(pdf.pages)} pages > max_pages {max_pages}")
        told_title = _told_title(pdf)
        pages = len(pdf.pages)
        lines, tables = _read_pages(pdf)
    if not lines and not tables:
        raise DocumentHasNoText(f"{pages} pages, no text layer, digest {resource.digest}")
    return _release(resource, told_title, pages, (lines, tables))


@contextmanager
def _opened(body: bytes) -> Iterator[Any]:
    try:
        with pdfplumber.open(io.BytesIO(body)) as pdf:
            yield pdf
    except DocumentError:
        raise
    except PdfminerException as error:
        raise _ours(error.args[0] if error.args else error) from error
    except (PDFException, ValueError, TypeError, KeyError, AssertionError, RecursionError) as error:
        # pdfminer lets such errors of broken files through as they happen.
        raise _ours(error) from error


def _ours(error: object) -> DocumentError:
    if isinstance(error, (PDFPasswordIncorrect, PDFEncryptionError)):
        return DocumentIsEncrypted(f"pdf: {error!r}")
    return DocumentIsBroken(f"pdf: {error!r}")


def _told_title(pdf: Any) -> str:
    title = (pdf.metadata or {}).get("Title", "")
    return title.strip() if isinstance(title, str) else ""


def _read_pages(pdf: Any) -> tuple[list[Line], list[Placed]]:
    lines: list[Line] = []
    tables: list[Placed] = []
    for number, page in enumerate(pdf.pages, 1):
        found = tables_of(page, number, "ko")
        tables += [(number, box[1], table) for box, table in found]
        lines += lines_of(page, number, [box for box, _ in found])
        page.close()
    return lines, tables


def _release(
    resource: Resource, told_title: str, pages: int, read: tuple[list[Line], list[Placed]]
) -> Release:
    lines, tables = read
    text, furniture = split_furniture(lines)
    language = main_language(" ".join(line.text for line in text), "ko")
    blocks = with_captions(_in_order(text, tables, furniture, language))
    title = _title(blocks, told_title)
    origin = Origin(resource.digest, "pdf", versions.PDF)
    return Release(
        title=title or resource.name,
        agency=_agency(furniture),
        issued_on="",
        language=language,
        body=Document(language, title, blocks, origin, pages),
    )


def _in_order(
    text: Sequence[Line],
    tables: Sequence[Placed],
    furniture: Sequence[Boilerplate],
    language: str,
) -> list[Block]:
    """Everything from the top of the first page to the bottom of the last."""
    groups = groups_of(text, words_of(line.text for line in text))
    placed: list[Placed] = [
        (group.page, group.top, block) for group, block in typed(groups, language)
    ]
    placed += [each for each in tables if isinstance(each[2], Table) and each[2].rows]
    placed += [(each.locator.page, each.locator.box[1], each) for each in furniture]
    return [block for _, _, block in sorted(placed, key=lambda each: each[:2])]


def _title(blocks: Sequence[Block], told: str) -> str:
    headings = [b.text for b in blocks if isinstance(b, Heading) and b.level == 1]
    return headings[0] if headings else told[:_TITLE_LENGTH]


def _agency(furniture: Sequence[Boilerplate]) -> str:
    """Whose release it is, where the running header says so."""
    for each in furniture:
        if match := _AGENCY.fullmatch(each.text):
            return match.group(1).strip(" |·")
    return ""
