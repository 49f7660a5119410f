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
from service.extract.pdf.sheets import UNMAPPED, Box, Colour, Glyph, Ink, Paint, Rule, Sheet

# What broken files make pdfminer raise beside its own exceptions.
_OF_BROKEN_FILES = (
    *(PDFException, MalformedPDFException, ArithmeticError, AssertionError, AttributeError),
    *(LookupError, RecursionError, TypeError, ValueError, struct.error, zlib.error),
)


_LEVEL, _UPRIGHT = True, False
_Look = tuple[float, str, Colour]


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

    def sizes(self) -> tuple[tuple[int, int], ...]:
        """None: this reader draws no pictures."""
        return ()

    def told(self, name: str) -> str:
        """What the file says of itself: "Title", "Producer"."""
        text = (self._pdf.metadata or {}).get(name, "")
        return text.strip() if isinstance(text, str) else ""

    def sheet(self, number: int) -> Sheet:
        """A page by its number from 1; raises DocumentIsBroken when it cannot be read."""
        with _named_errors():
            page = self._pdf.pages[number - 1]
            inks: dict[_Look, Ink] = {}
            return Sheet(
                number=number,
                width=float(page.width),
                height=float(page.height),
                glyphs=tuple(_glyph(char, page, inks) for char in page.chars),
                rules=tuple(map(_rule, page.edges)),
                paints=tuple(_paints(page)),
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


def _glyph(char: Any, page: Any, inks: dict[_Look, Ink]) -> Glyph:
    """A letter; all are painted above the boxes, because the library does not tell their order."""
    colour = _colour(char.get("non_stroking_color"))
    key = (round(float(char["size"]), 2), str(char["fontname"]), colour)
    if key not in inks:
        size, font, _ = key
        inks[key] = Ink(size=size, font=font, is_bold=is_bold(font), rank=1, colour=colour)
    base = float(page.height) - float(char["matrix"][5]) + float(page.bbox[1])
    text = UNMAPPED if char["text"].startswith("(cid:") else char["text"]
    return Glyph(text, float(char["x0"]), float(char["x1"]), base, inks[key])


def _colour(parts: Any) -> Colour:
    """Red, green, blue, opacity of a colour in grey, RGB or CMYK (PDF 32000-1, 8.6.4)."""
    known = isinstance(parts, (tuple, list)) and all(isinstance(p, (int, float)) for p in parts)
    match [min(1.0, max(0.0, float(part))) for part in parts] if known else ():
        case [grey]:
            told = (grey, grey, grey)
        case [red, green, blue]:
            told = (red, green, blue)
        case [cyan, magenta, yellow, black]:
            light = 1 - black
            told = ((1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light)
        case _:
            told = (0.0, 0.0, 0.0)
    red, green, blue = (round(part * 255) for part in told)
    return red, green, blue, 255


def _rule(edge: Any) -> Rule:
    if edge["orientation"] == "h":
        return Rule(_LEVEL, float(edge["top"]), float(edge["x0"]), float(edge["x1"]))
    return Rule(_UPRIGHT, float(edge["x0"]), float(edge["top"]), float(edge["bottom"]))


def _paints(page: Any) -> Iterator[Paint]:
    """Filled boxes, then pictures."""
    for rect in page.rects:
        if rect.get("fill"):
            yield Paint(_box(rect), 0, _colour(rect.get("non_stroking_color")))
    yield from (Paint(_box(image), 0, None) for image in page.images)


def _box(thing: Any) -> Box:
    left, top, right, bottom = (float(thing[edge]) for edge in ("x0", "top", "x1", "bottom"))
    return left, top, right, bottom
