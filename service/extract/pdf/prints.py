"""What is printed on each page and can be seen, from whichever reader knows its letters."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from service.errors import (
    DocumentError,
    DocumentIsBroken,
)
from service.extract.base import Watch
from service.extract.pdf import pdfium, plumber
from service.extract.pdf.drafts import drafts_of
from service.extract.pdf.lines import Page
from service.extract.pdf.relettering import relettered
from service.extract.pdf.runs import Run, runs_of
from service.extract.pdf.scans import languages, recognised
from service.extract.pdf.sense import is_gibberish
from service.extract.pdf.sheets import UNMAPPED, Glyph, Rule, Sheet
from service.extract.pdf.tagged import TaggedPage, tagged_page
from service.extract.pdf.tagsense import makes_sense
from service.extract.pdf.visible import pictured, seen_on

UNREADABLE = "letters-unreadable"
"""Warning: a font does not tell which letters its signs are; they were left out."""
HIDDEN = "letters-hidden"
"""Warning: letters that nobody can see were left out."""
SCAN = "text-from-scan"
"""Warning: the page is a picture; its text was recognised by a program and may be wrong."""

PICTURE = "page-is-picture"
"""Warning: the page is a picture, and nobody could recognise letters in it."""
BROKEN = "page-is-broken"
"""Warning: the page is damaged and was passed over."""
TOOK_TOO_LONG = "page-took-too-long"
"""Warning: the page could not be read within the limits of time and memory, and was passed over."""

_FEW_HIDDEN = 3
# A scan that brings its letters along does not tell how sure its program was.
_OF_A_SCAN = 0.8
_PICTURED = 0.1

OpenPdf = pdfium.Pdf | plumber.Plumbed
"""A PDF in the reader that can open it."""


@dataclass(frozen=True, slots=True)
class Print:
    """What is printed on a page and can be seen: runs and rules, with warnings."""

    page: Page
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    warnings: tuple[str, ...]
    has_marks: bool
    confidence: float = 1.0
    has_tags: bool = False
    tagged: TaggedPage | None = None


@contextmanager
def opened(body: bytes, *, ignore_tags: bool) -> Iterator[OpenPdf]:
    """The file in the reader that can open it; the first reader's error when none can."""
    with ExitStack() as stack:
        try:
            pdf: OpenPdf = stack.enter_context(pdfium.opened(body, ignore_tags=ignore_tags))
        except DocumentIsBroken as first:
            try:
                pdf = stack.enter_context(plumber.opened(body))
            except DocumentIsBroken:
                raise first from None
        yield pdf


def skipped(number: int, warning: str) -> Print:
    """A page of which nothing is read, with the reason."""
    return Print(Page(number, 0.0, 0.0), (), (), (warning,), has_marks=False)


def print_of(pdf: OpenPdf, body: bytes, number: int, watch: Watch) -> Print:
    """A page by its number from 1; letters of a picture are recognised where that can be done."""
    try:
        sheet = _sheet(pdf, body, number)
    except DocumentIsBroken:
        return skipped(number, BROKEN)
    found = _printed(sheet)
    if PICTURE not in found.warnings or not languages() or isinstance(pdf, plumber.Plumbed):
        return found
    watch.begin(number, pdf.pages)  # recognising has its own time
    letters, sure = recognised(sheet, pdf.picture(number))
    second = _printed(letters)
    return replace(second, warnings=(SCAN,), confidence=sure) if second.runs else found


def _sheet(pdf: OpenPdf, body: bytes, number: int) -> Sheet:
    """A page; its letters from the other reader where that one knows more of them."""
    sheet = pdf.sheet(number)
    lost = _lost(sheet.glyphs)
    if not lost or isinstance(pdf, plumber.Plumbed):
        return sheet
    try:
        with plumber.opened(body) as other:
            second = other.sheet(number)
    except DocumentError:
        return sheet
    if _lost(second.glyphs) >= lost:
        return sheet
    every = lost == len(sheet.glyphs)
    return relettered(pdf.sheet(number, trusts_letters=not every), second, every=every)


def _lost(glyphs: Sequence[Glyph]) -> int:
    """How many glyphs have no letter; all of them where they make no sense together."""
    if is_gibberish("".join(glyph.text for glyph in glyphs)):
        return len(glyphs)
    return sum(glyph.text == UNMAPPED for glyph in glyphs)


def _printed(sheet: Sheet) -> Print:
    seen = seen_on(sheet)
    readable = [glyph for glyph in seen.glyphs if glyph.text != UNMAPPED]
    if is_gibberish("".join(glyph.text for glyph in readable)):
        readable = []
    told = {
        UNREADABLE: len(readable) < len(seen.glyphs),
        HIDDEN: seen.hidden >= _FEW_HIDDEN,
        SCAN: seen.is_scan,
        PICTURE: not readable and (bool(seen.glyphs) or pictured(sheet) >= _PICTURED),
    }
    page = Page(sheet.number, sheet.width, sheet.height)
    tagged = None if seen.is_scan else _tagged(sheet, readable)
    runs = tagged.runs if tagged else tuple(runs_of(readable, sheet.rules))
    warnings = tuple(code for code, is_so in told.items() if is_so)
    confidence = _OF_A_SCAN if seen.is_scan else 1.0
    has_tags = sheet.tags is not None
    return Print(page, runs, sheet.rules, warnings, sheet.has_marks, confidence, has_tags, tagged)


def _tagged(sheet: Sheet, readable: Sequence[Glyph]) -> TaggedPage | None:
    """The page by its tags, if it has some that make sense."""
    if sheet.tags is None or not sheet.tags.is_whole:
        return None
    drafts = drafts_of(sheet.tags.elements)
    page = tagged_page(sheet, readable, drafts)
    return page if makes_sense(page, drafts) else None
