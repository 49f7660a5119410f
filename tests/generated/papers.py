"""What documents are printed on: two ways in which programs write PDFs.

`Plain` names a font that readers are expected to have (UniKS-UCS2-H, nothing embedded); `Embedded`
carries a part of its font and writes the numbers of glyphs (Identity-H), as office suites do. Places
count from the lower left corner of the page, in points.
"""

import io
import tempfile
from pathlib import Path
from typing import Protocol

from fpdf import FPDF
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.generated.typeface import typeface, width

FONT = "HYSMyeongJo-Medium"
WIDE, HIGH = A4
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)


class Paper(Protocol):
    """Pages in the making."""

    def page(self, *, is_turned: bool = False) -> None: ...

    def text(
        self, x: float, y: float, text: str, size: float, *, is_white: bool = False
    ) -> None: ...

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *, is_dashed: bool = False
    ) -> None: ...

    def wide(self, text: str, size: float) -> float: ...

    def whole(self) -> bytes: ...


class Plain:
    """A font by its name."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=A4)
        self._is_begun = False

    def page(self, *, is_turned: bool = False) -> None:
        if self._is_begun:
            self._canvas.showPage()
        self._is_begun = True
        if is_turned:
            self._canvas.setPageSize((HIGH, WIDE))
            self._canvas.setPageRotation(90)
            self._canvas.translate(WIDE, 0)
            self._canvas.rotate(90)
        else:
            self._canvas.setPageSize((WIDE, HIGH))
            self._canvas.setPageRotation(0)

    def text(self, x: float, y: float, text: str, size: float, *, is_white: bool = False) -> None:
        written = self._canvas.beginText(x, y)
        written.setFont(FONT, size)
        written.setFillGray(1.0 if is_white else 0.0)
        written.textOut(text)
        self._canvas.drawText(written)

    def line(self, x0: float, y0: float, x1: float, y1: float, *, is_dashed: bool = False) -> None:
        self._canvas.setLineWidth(0.4)
        self._canvas.setDash(2, 2) if is_dashed else self._canvas.setDash()
        self._canvas.line(x0, y0, x1, y1)

    def wide(self, text: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, FONT, size))

    def whole(self) -> bytes:
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()


class Embedded:
    """A font of our own in the file."""

    def __init__(self) -> None:
        self._pdf = FPDF(unit="pt", format=A4)
        self._pdf.set_auto_page_break(auto=False)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "boxes.ttf"
            file.write_bytes(typeface())
            self._pdf.add_font("boxes", fname=file)
        self._pdf.set_line_width(0.4)

    def page(self, *, is_turned: bool = False) -> None:
        self._pdf.add_page(orientation="landscape" if is_turned else "portrait")

    def text(self, x: float, y: float, text: str, size: float, *, is_white: bool = False) -> None:
        self._pdf.set_font("boxes", size=size)
        self._pdf.set_text_color(*(_WHITE if is_white else _BLACK))
        self._pdf.text(x, self._pdf.h - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float, *, is_dashed: bool = False) -> None:
        self._pdf.set_dash_pattern(*((2, 2) if is_dashed else (0, 0)))
        self._pdf.line(x0, self._pdf.h - y0, x1, self._pdf.h - y1)

    def wide(self, text: str, size: float) -> float:
        return sum(map(width, text)) * size / 1000

    def whole(self) -> bytes:
        return bytes(self._pdf.output())


class Narrow:
    """Another paper on which letters stand closer than their font has them, each an object.

    Spaces are not drawn. `by` is what each letter loses, in sizes.
    """

    def __init__(self, paper: Paper, by: float) -> None:
        self._paper, self._by = paper, by

    def page(self, *, is_turned: bool = False) -> None:
        self._paper.page(is_turned=is_turned)

    def text(self, x: float, y: float, text: str, size: float, *, is_white: bool = False) -> None:
        for letter in text:
            if letter != " ":
                self._paper.text(x, y, letter, size, is_white=is_white)
            x += self.wide(letter, size)

    def line(self, x0: float, y0: float, x1: float, y1: float, *, is_dashed: bool = False) -> None:
        self._paper.line(x0, y0, x1, y1, is_dashed=is_dashed)

    def wide(self, text: str, size: float) -> float:
        return self._paper.wide(text, size) - self._by * size * len(text)

    def whole(self) -> bytes:
        return self._paper.whole()
