"""pdfplumber gives the sheets that PDFium cannot.

These are pages of damaged files, and pages with fonts that only its tables of characters know. It
takes many times longer, so nothing else comes this way.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from service.errors import DocumentError, DocumentIsBroken, DocumentIsEncrypted
from service.extract.pdf.inks import is_bold
from service.extract.pdf.sheets import UNMAPPED, Glyph, Ink, Paint, Rule, Sheet

# What broken files make pdfminer raise beside its own exceptions.
_OF_BROKEN_FILES = (
    *(PDFException, MalformedPDFException, ArithmeticError, AssertionError, AttributeError),
    *(LookupError, RecursionError, TypeError, ValueError, struct.error, zlib.error),
)


_LEVEL, _UPRIGHT = True, False


class Plumbed:
    """An open PDF."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self.tags = None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        with _named_errors():
            return len(self._pdf.pages)

    def told(self, name: str) -> str:
        """What the file says of itself: "Title", "Producer"."""
        text = (self._pdf.metadata or {}).get(name, "")
        return text.strip() if isinstance(text, str) else ""

    def sheet(self, number: int) -> Sheet:
        """A page by its number from 1; raises DocumentIsBroken when it cannot be read."""
        with _named_errors():
            page = self._pdf.pages[number - 1]
            inks: dict[tuple[float, str], Ink] = {}
            return Sheet(
                number=number,
                width=float(page.width),
                height=float(page.height),
                glyphs=tuple(_glyph(char, page, inks) for char in page.chars),
                rules=tuple(map(_rule, page.edges)),
                paints=tuple(_paint(image) for image in page.images),
            )


@contextmanager
def opened(body: bytes) -> Iterator[Plumbed]:
    """Open a PDF; raises DocumentIsEncrypted when it asks for a password, DocumentIsBroken."""
    with _named_errors():
        pdf = pdfplumber.open(io.BytesIO(body))
    # Closing would read all pages of a damaged file once more; it holds nothing but memory.
    yield Plumbed(pdf)


@contextmanager
def _named_errors() -> Iterator[None]:
    """Errors of the library as ours."""
    try:
        yield
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


def _glyph(char: Any, page: Any, inks: dict[tuple[float, str], Ink]) -> Glyph:
    key = (round(float(char["size"]), 2), str(char["fontname"]))
    if key not in inks:
        inks[key] = Ink(size=key[0], font=key[1], is_bold=is_bold(key[1]))
    base = float(page.height) - float(char["matrix"][5]) + float(page.bbox[1])
    text = UNMAPPED if char["text"].startswith("(cid:") else char["text"]
    return Glyph(text, float(char["x0"]), float(char["x1"]), base, inks[key])


def _rule(edge: Any) -> Rule:
    if edge["orientation"] == "h":
        return Rule(_LEVEL, float(edge["top"]), float(edge["x0"]), float(edge["x1"]))
    return Rule(_UPRIGHT, float(edge["x0"]), float(edge["top"]), float(edge["bottom"]))


def _paint(image: Any) -> Paint:
    box = (image["x0"], image["top"], image["x1"], image["bottom"])
    return Paint((float(box[0]), float(box[1]), float(box[2]), float(box[3])), 0, None)
