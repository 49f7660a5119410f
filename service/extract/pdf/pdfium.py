"""PDFium opens a PDF and gives its sheets; its errors and its C interface end here.

PDFium is not made for threads: one document at a time in a process, which the sandbox sees to.
"""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import closing, contextmanager
from ctypes import c_double
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from service.errors import DocumentError, DocumentIsBroken, DocumentIsEncrypted
from service.extract.pdf.annotations import are_printed
from service.extract.pdf.inks import Inks
from service.extract.pdf.layers import may_have_layers, switch_off
from service.extract.pdf.scans import Picture, scale_for
from service.extract.pdf.shapes import shapes_of
from service.extract.pdf.sheets import UNMAPPED, Box, Ink, Sheet
from service.extract.pdf.tags import TagsTold
from service.extract.pdf.tagtree import Trees, told_by
from service.extract.pdf.turning import glyph_in, view_of

_ENCRYPTED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})
_MOST_GLYPHS = 200_000
# More rules than any table has are a drawing.
_MOST_RULES = 6_000
_NO_INK = 0.05
_BLANKS = frozenset(" \t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2007\u2009\u200a\u202f\u3000")
_SPACE = 0x20
# What PDFium puts between words and lines by itself.
_MADE = frozenset({0x0A, 0x0D, _SPACE})
# How PDFium tells a hyphen at the end of a line that goes on in the next one.
_LINE_END_HYPHENS = frozenset({0x02, 0xFFFE})
_NOTHING = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
_HALVES = range(0xD800, 0xE000)
# With annotations, dots in the order red, green, blue.
_AS_SEEN = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
_PAPER = (255, 255, 255, 255)
_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


_Letter = tuple[str, Box, tuple[float, float], Ink]


class Pdf:
    """An open PDF; `ignore_tags` when what it says of its own structure does not matter."""

    def __init__(
        self, document: Any, *, ignore_tags: bool = False, may_have_layers: bool = False
    ) -> None:
        self._document = document
        self._may_have_layers = may_have_layers
        self.tags: TagsTold = told_by(document.raw)
        self._trees = Trees() if self.tags.is_tagged and not ignore_tags else None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def told(self, name: str) -> str:
        """What the file says of itself: "Title", "Producer"."""
        return str(self._document.get_metadata_value(name)).strip()

    def sheet(self, number: int, *, trusts_letters: bool = True) -> Sheet:
        """A page by its number from 1; DocumentIsBroken when it cannot be loaded.

        Where the letters of its fonts are not trusted, a glyph without any ink is a space.
        """
        try:
            page = self._page(number - 1)
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise DocumentIsBroken(f"page {number}: {error}") from error
        try:
            return _sheet(page, text, number, self._trees, trusts_letters=trusts_letters)
        finally:
            text.close()
            page.close()

    def _page(self, at: int) -> Any:
        """A page as it is seen: with what annotations print on it, without layers that are off."""
        page = self._document[at]
        if are_printed(page.raw):
            page.close()
            page = self._document[at]
        if self._may_have_layers:
            switch_off(page)
        return page

    def sizes(self) -> tuple[tuple[int, int], ...]:
        """Width and height of all pages as they are seen, in points; (0, 0) for a broken one."""
        return tuple(map(self._size, range(self.pages)))

    def _size(self, at: int) -> tuple[int, int]:
        try:
            width, height = self._document.get_page_size(at)
        except pypdfium2.PdfiumError:
            return 0, 0
        return round(width), round(height)

    def drawn(self, number: int, width: int, height: int) -> bytes:
        """A page as a person sees it, in so many dots: red, green and blue of each, in rows.

        Raises DocumentIsBroken when it cannot be drawn.
        """
        try:
            page = self._document[number - 1]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise DocumentIsBroken(f"page {number}: {error}") from error
        dots = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR)
        with closing(page), closing(dots):
            dots.fill_rect(_PAPER, 0, 0, width, height)
            pdfium.FPDF_RenderPageBitmap(dots, page, 0, 0, width, height, 0, _AS_SEEN)
            return bytes(dots.buffer)

    def picture(self, number: int) -> Picture:
        """A page as a person sees it, in grey; DocumentIsBroken when it cannot be drawn."""
        try:
            page = self._document[number - 1]
            scale = scale_for(*page.get_size())
            with closing(page), closing(page.render(scale=scale, grayscale=True)) as drawn:
                rows = memoryview(drawn.buffer).cast("B")
                grey = b"".join(
                    bytes(rows[at * drawn.stride : at * drawn.stride + drawn.width])
                    for at in range(drawn.height)
                )
                return Picture(drawn.width, drawn.height, grey)
        except pypdfium2.PdfiumError as error:
            raise DocumentIsBroken(f"page {number}: {error}") from error


@contextmanager
def opened(body: bytes, *, ignore_tags: bool = False) -> Iterator[Pdf]:
    """Open a PDF; raises DocumentIsEncrypted when it asks for a password, DocumentIsBroken."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise _ours(error) from error
    try:
        yield Pdf(document, ignore_tags=ignore_tags, may_have_layers=may_have_layers(body))
    finally:
        document.close()


def _ours(error: pypdfium2.PdfiumError) -> DocumentError:
    if getattr(error, "err_code", None) in _ENCRYPTED:
        return DocumentIsEncrypted(f"pdf: {error}")
    return DocumentIsBroken(f"pdf: {error}")


def _sheet(
    page: Any, text: Any, number: int, trees: Trees | None, *, trusts_letters: bool
) -> Sheet:
    shapes = shapes_of(page.raw)
    inks = Inks(shapes.texts)
    found = list(_letters(text.raw, inks, trusts_letters=trusts_letters))
    letters = _with_blanks(found, inks)
    view = view_of(_bounds(page), [ink for _, _, _, ink in letters], page.get_rotation() // 90)
    viewed = {id(ink): view.ink(ink) for _, _, _, ink in letters}
    return Sheet(
        number=number,
        width=view.width,
        height=view.height,
        glyphs=tuple(
            glyph_in(view, letter, box, origin, viewed[id(ink)])
            for letter, box, origin, ink in letters
        ),
        rules=tuple(map(view.ruled, shapes.rules)) if len(shapes.rules) <= _MOST_RULES else (),
        paints=tuple(view.paint(paint) for paint in shapes.paints),
        tags=trees.page(page.raw, shapes.painted, view) if trees else None,
    )


def _bounds(page: Any) -> Box:
    """The part of the page that is shown; DocumentIsBroken when it has no size."""
    left, bottom, right, top = page.get_bbox()
    if right - left < 1 or top - bottom < 1:
        raise DocumentIsBroken("pdf: a page of no size")
    return left, bottom, right, top


def _with_blanks(letters: list[_Letter], inks: Inks) -> list[_Letter]:
    """Letters and, behind what was printed before, spaces that are objects of their own."""
    blanks = [(text.rank, text.origin) for text in inks.unused()]
    if not blanks or not letters:
        return letters
    last = {letter[3].rank: at for at, letter in enumerate(letters)}
    ranks = sorted(last)
    found: dict[int, list[_Letter]] = {}
    for rank, (x, y) in blanks:
        if at := bisect_left(ranks, rank):
            place = last[ranks[at - 1]]
            ink = letters[place][3]
            found.setdefault(place, []).append((" ", (x, y, x + ink.size / 4, y), (x, y), ink))
    return [each for at, letter in enumerate(letters) for each in (letter, *found.get(at, ()))]


def _letters(text: Any, inks: Inks, *, trusts_letters: bool) -> Iterator[_Letter]:
    """Letters with their box and origin in places of the file, in its order."""
    box = pdfium.FS_RECTF()
    count = min(pdfium.FPDFText_CountChars(text), _MOST_GLYPHS)
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in _MADE and (code != _SPACE or pdfium.FPDFText_IsGenerated(text, at) == 1):
            continue
        if code in _HALVES:
            code = _whole(text, at, code, count)
            if not code:
                continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        ink, origin = inks.of(text, at, pdfium.FPDFText_GetTextObject(text, at))
        if code in _LINE_END_HYPHENS and pdfium.FPDFText_IsHyphen(text, at) == 1:
            code = ord("-")
        letter = _letter(code) if trusts_letters or not _is_blank(text, at) else " "
        yield letter, (box.left, box.bottom, box.right, box.top), origin, ink


def _is_blank(text: Any, at: int) -> bool:
    """Whether a glyph leaves no ink on the page."""
    left, right, bottom, top = (c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    return min(right.value - left.value, top.value - bottom.value) < _NO_INK


def _whole(text: Any, at: int, code: int, count: int) -> int:
    """The letter of two halves at its first one, nothing at its second; a lone half as it is.

    PDFium tells letters beyond U+FFFF, as word processors have among their own, in two halves.
    """
    if code in _FIRST_HALVES and at + 1 < count:
        other = int(pdfium.FPDFText_GetUnicode(text, at + 1))
        if other in _SECOND_HALVES:
            return 0x10000 + ((code - 0xD800) << 10) + (other - 0xDC00)
    if code in _SECOND_HALVES and at:
        return 0 if pdfium.FPDFText_GetUnicode(text, at - 1) in _FIRST_HALVES else code
    return code


def _letter(code: int) -> str:
    if code in _NOTHING or code in _HALVES or code > sys.maxunicode:
        return UNMAPPED
    letter = chr(code)
    return " " if letter in _BLANKS else letter
