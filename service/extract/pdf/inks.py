"""How glyphs are printed: size, font, direction, colour, asked of PDFium once per run of glyphs."""

from collections.abc import Iterator, Mapping
from ctypes import c_double, c_void_p, create_string_buffer
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from service.extract.pdf.clips import is_cut_away
from service.extract.pdf.shapes import TextObject, fill_of
from service.extract.pdf.sheets import Ink

_BOLD = ("bold", "black", "heavy", "gothicb", "-bd", "extrab")
_BOLD_WEIGHT = 600
_NAME_BYTES = 256
_ASKEW = 0.12
_UNDRAWN = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_STROKED = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE


Point = tuple[float, float]


class Inks:
    """Inks by the address of the text object that prints with them.

    With each comes the origin of its first glyph: an object prints on one line of writing.
    """

    def __init__(self, texts: Mapping[int, TextObject]) -> None:
        self._texts = texts
        self._known: dict[int, tuple[Ink, Point]] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}

    def of(self, text: Any, at: int, handle: Any) -> tuple[Ink, Point]:
        """The ink of the glyph at a place of a text page; `handle` is its text object."""
        address = c_void_p.from_buffer(handle).value or 0
        known = self._known.get(address)
        if known is None:
            ink = self._asked(text, at, handle, address)
            known = self._known[address] = (ink, _origin(text, at))
        return known

    def unused(self) -> Iterator[TextObject]:
        """Objects none of whose glyphs was asked for.

        PDFium tells nothing of those that print a space and nothing else.
        """
        return (text for address, text in self._texts.items() if address not in self._known)

    def _asked(self, text: Any, at: int, handle: Any, address: int) -> Ink:
        matrix = pdfium.FS_MATRIX()
        told = pdfium.FPDFText_GetFontSize(text, at)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        font, is_heavy = self._font(pdfium.FPDFTextObj_GetFont(handle)) if address else ("", False)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if address else 0
        return Ink(
            size=_size(told, matrix),
            font=font,
            is_bold=is_heavy or mode == _STROKED,
            is_drawn=mode not in _UNDRAWN and not (address and is_cut_away(handle)),
            turn=_turn(matrix, told),
            rank=self._texts[address].rank if address in self._texts else 0,
            colour=fill_of(handle) if address else (0, 0, 0, 255),
        )

    def _font(self, font: Any) -> tuple[str, bool]:
        address = c_void_p.from_buffer(font).value or 0
        if address not in self._fonts:
            self._fonts[address] = _font(font) if address else ("", False)
        return self._fonts[address]


def _origin(text: Any, at: int) -> Point:
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return x.value, y.value


def is_bold(font: str) -> bool:
    """Whether the name of a font tells that it is a bold one."""
    return any(mark in font.lower() for mark in _BOLD)


def _font(font: Any) -> tuple[str, bool]:
    name = create_string_buffer(_NAME_BYTES)
    pdfium.FPDFFont_GetBaseFontName(font, name, _NAME_BYTES)
    plain = name.value.decode("utf-8", "replace")
    return plain, is_bold(plain) or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT


def _size(told: float, matrix: Any) -> float:
    """Font size as it comes out on the page; a negative one turns its letters."""
    return round(abs(told) * (hypot(matrix.c, matrix.d) or 1.0), 2)


def _turn(matrix: Any, told: float) -> int:
    """Direction of writing in quarter turns against the clock, -1 when askew.

    A negative font size turns it by two.
    """
    length = (hypot(matrix.a, matrix.b) or 1.0) * (-1 if told < 0 else 1)
    along, up = matrix.a / length, matrix.b / length
    if abs(up) < _ASKEW:
        return 0 if along > 0 else 2
    if abs(along) < _ASKEW:
        return 1 if up > 0 else 3
    return -1
