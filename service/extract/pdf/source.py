"""Opening a PDF and taking its lines and tables; the errors of foreign libraries end here."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from service.errors import (
    DocumentError,
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEmpty,
    DocumentIsEncrypted,
    DocumentTooLong,
)
from service.extract.pdf.lines import Line, lines_of
from service.extract.pdf.tables import tables_of
from service.model.document import DocumentWarning, Table

UNREADABLE = "letters-unreadable"
"""Warning: a font does not tell which letters its signs are; they were left out."""

# What broken files make pdfminer raise beside its own exceptions.
_OF_BROKEN_FILES = (
    *(PDFException, MalformedPDFException, ArithmeticError, AssertionError, AttributeError),
    *(LookupError, RecursionError, TypeError, ValueError, struct.error, zlib.error),
)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
# Exporters that draw the space behind every word, the last one of a line too.
_DRAW_SPACES = ("hancom", "libreoffice", "microsoft")
_MARKS = ("char", "image", "rect", "line", "curve")


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is on the pages of a PDF, and what it says about itself.

    `draws_spaces`: the exporter is known to draw the space at which it wraps a line.
    """

    pages: int
    title: str
    draws_spaces: bool
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    warnings: tuple[DocumentWarning, ...]


def read(body: bytes, max_pages: int) -> Found:
    """Take everything from a PDF.

    Raises DocumentIsEncrypted, DocumentIsBroken, DocumentTooLong, DocumentIsEmpty for no pages or
    blank ones, DocumentHasNoText for pages with pictures only.
    """
    with _opened(body) as pdf:
        count = len(pdf.pages)
        if count > max_pages:
            raise DocumentTooLong(f"{count} pages > max_pages {max_pages}")
        parts = [_page(page, number) for number, page in enumerate(pdf.pages, 1)]
        found = Found(
            pages=count,
            title=_told(pdf, "Title"),
            draws_spaces=_told(pdf, "Producer").lower().startswith(_DRAW_SPACES),
            lines=tuple(line for part in parts for line in part.lines),
            tables=tuple(table for part in parts for table in part.tables),
            warnings=tuple(warning for part in parts for warning in part.warnings),
        )
    if not any(part.has_marks for part in parts):
        raise DocumentIsEmpty(f"{count} pages, all blank")
    if not found.lines and not found.tables:
        raise DocumentHasNoText(f"{count} pages, no letters")
    return found


@dataclass(frozen=True, slots=True)
class _Page:
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    warnings: tuple[DocumentWarning, ...]
    has_marks: bool


def _page(page: Any, number: int) -> _Page:
    has_marks = any(page.objects.get(kind) for kind in _MARKS)
    lost = any(_is_unmapped(char) for char in page.chars)
    readable = page.filter(lambda thing: not _is_unmapped(thing)) if lost else page
    tables = tables_of(readable, number)
    lines = lines_of(readable, number, [box for box, _ in tables])
    read_page = _Page(
        lines=tuple(lines),
        tables=tuple(table for _, table in tables),
        warnings=(DocumentWarning(UNREADABLE, number),) if lost else (),
        has_marks=has_marks,
    )
    page.close()
    return read_page


def _is_unmapped(thing: Any) -> bool:
    return _UNMAPPED.fullmatch(thing.get("text", "")) is not None


@contextmanager
def _opened(body: bytes) -> Iterator[Any]:
    try:
        with pdfplumber.open(io.BytesIO(body)) as pdf:
            yield pdf
    except DocumentError:
        raise
    except PdfminerException as error:
        raise _ours(error.args[0] if error.args else error) from error
    except _OF_BROKEN_FILES as error:
        raise _ours(error) from error


def _ours(error: object) -> DocumentError:
    if isinstance(error, (PDFPasswordIncorrect, PDFEncryptionError)):
        return DocumentIsEncrypted(f"pdf: {error!r}")
    return DocumentIsBroken(f"pdf: {error!r}")


def _told(pdf: Any, name: str) -> str:
    text = (pdf.metadata or {}).get(name, "")
    return text.strip() if isinstance(text, str) else ""
