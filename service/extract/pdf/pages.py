"""All pages of a PDF: what is read on them, in order, and what is furniture."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count

from service.errors import (
    DocumentError,
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEmpty,
    DocumentTooLong,
)
from service.extract.base import Unwatched, Watch
from service.extract.pdf import pdfium, plumber
from service.extract.pdf.feet import foot_of, with_feet
from service.extract.pdf.furniture import EDGE, as_boilerplate, furniture_of
from service.extract.pdf.lines import Line, Page
from service.extract.pdf.order import Flow, flows_of
from service.extract.pdf.paragraphs import with_margins
from service.extract.pdf.runs import Run, lines_of, rows_of, runs_of
from service.extract.pdf.scans import languages, recognised
from service.extract.pdf.sense import is_gibberish
from service.extract.pdf.sheets import UNMAPPED, Glyph, Rule, Sheet
from service.extract.pdf.spacing import Vocabulary, vocabulary_of
from service.extract.pdf.spanning import with_whole_tables
from service.extract.pdf.tables import Placed, tables_of
from service.extract.pdf.unruled import unruled_tables
from service.extract.pdf.visible import pictured, seen_on
from service.model.document import Boilerplate, DocumentWarning

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

_UNREAD = frozenset({BROKEN, TOOK_TOO_LONG})

_FEW_HIDDEN = 3
_PICTURED = 0.1

_Pdf = pdfium.Pdf | plumber.Plumbed
Item = Line | Placed | Boilerplate


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is on the pages of a PDF, in reading order, and what it says about itself."""

    pages: int
    title: str
    items: tuple[Item, ...]
    warnings: tuple[DocumentWarning, ...]
    pages_unread: int = 0

    @property
    def lines(self) -> list[Line]:
        """Text that stands in no table."""
        return [item for item in self.items if isinstance(item, Line)]

    @property
    def tables(self) -> list[Placed]:
        """Tables."""
        return [item for item in self.items if isinstance(item, Placed)]


@dataclass(frozen=True, slots=True)
class _Print:
    """What is printed on a page and can be seen: runs and rules, with warnings."""

    page: Page
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    warnings: tuple[str, ...]
    has_marks: bool


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page on its way: runs outside of tables, and tables."""

    page: Page
    runs: tuple[Run, ...]
    tables: tuple[Placed, ...]


def read(
    body: bytes,
    max_pages: int,
    watch: Watch | None = None,
    show: Callable[[Found], None] = lambda _: None,
) -> Found:
    """Take everything from a PDF; a page that cannot be read does not lose the others.

    `watch` hears of every page and may have it skipped; `show` takes what can be read of the first
    pages, whenever `watch` wants it.
    Raises DocumentIsEncrypted, DocumentIsBroken, DocumentTooLong, DocumentIsEmpty for no pages or
    blank ones, DocumentHasNoText for pages with pictures only.
    """
    looking = watch or Unwatched()
    with _opened(body) as pdf:
        if pdf.pages > max_pages:
            raise DocumentTooLong(f"{pdf.pages} pages > max_pages {max_pages}")
        prints: list[_Print] = []
        title = pdf.told("Title")
        for number in range(1, pdf.pages + 1):
            skip = looking.begin(number, pdf.pages)
            prints.append(_skipped(number, skip) if skip else _print_of(pdf, body, number, looking))
            if looking.wants_part(number, pdf.pages) and any(each.runs for each in prints):
                show(_found(prints, title, pdf.pages))
        looking.begin(0, pdf.pages)
    _check_readable(prints)
    return _found(prints, title, len(prints))


def _found(prints: Sequence[_Print], title: str, pages: int) -> Found:
    """Everything on the pages that were read, of a PDF of so many pages."""
    known = vocabulary_of(run.text for each in prints for run in each.runs)
    warnings = [DocumentWarning(w, each.page.number) for each in prints for w in each.warnings]
    items = with_whole_tables(_items([_leaf(each, known) for each in prints]))
    return Found(pages, title, tuple(items), tuple(warnings), pages - len(prints))


def _check_readable(prints: Sequence[_Print]) -> None:
    """Raise the reason for which nothing can be read."""
    pages = len(prints)
    if prints and all(_UNREAD.intersection(each.warnings) for each in prints):
        raise DocumentIsBroken(f"none of {pages} pages can be read")
    if not any(each.has_marks for each in prints):
        raise DocumentIsEmpty(f"{pages} pages, all blank")
    if not any(each.runs for each in prints):
        raise DocumentHasNoText(f"{pages} pages, no letters")


def _skipped(number: int, warning: str) -> _Print:
    return _Print(Page(number, 0.0, 0.0), (), (), (warning,), has_marks=False)


def _print_of(pdf: _Pdf, body: bytes, number: int, watch: Watch) -> _Print:
    try:
        sheet = _sheet(pdf, body, number)
    except DocumentIsBroken:
        return _skipped(number, BROKEN)
    found = _printed(sheet)
    if PICTURE not in found.warnings or not languages() or isinstance(pdf, plumber.Plumbed):
        return found
    watch.begin(number, pdf.pages)  # recognising has its own time
    second = _printed(recognised(sheet, pdf.picture(number)))
    return replace(second, warnings=(SCAN,)) if second.runs else found


@contextmanager
def _opened(body: bytes) -> Iterator[_Pdf]:
    """The file in the reader that can open it; the first reader's error when none can."""
    with ExitStack() as stack:
        try:
            pdf: _Pdf = stack.enter_context(pdfium.opened(body))
        except DocumentIsBroken as first:
            try:
                pdf = stack.enter_context(plumber.opened(body))
            except DocumentIsBroken:
                raise first from None
        yield pdf


def _sheet(pdf: _Pdf, body: bytes, number: int) -> Sheet:
    """A page; from the other reader where that one knows more of its letters."""
    sheet = pdf.sheet(number)
    lost = _lost(sheet.glyphs)
    if not lost or isinstance(pdf, plumber.Plumbed):
        return sheet
    try:
        with plumber.opened(body) as other:
            second = other.sheet(number)
    except DocumentError:
        return sheet
    return second if _lost(second.glyphs) < lost else sheet


def _lost(glyphs: Sequence[Glyph]) -> int:
    """How many glyphs have no letter; all of them where they make no sense together."""
    if is_gibberish("".join(glyph.text for glyph in glyphs)):
        return len(glyphs)
    return sum(glyph.text == UNMAPPED for glyph in glyphs)


def _printed(sheet: Sheet) -> _Print:
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
    runs = tuple(runs_of(readable, sheet.rules))
    warnings = tuple(code for code, is_so in told.items() if is_so)
    return _Print(page, runs, sheet.rules, warnings, sheet.has_marks)


def _leaf(each: _Print, known: Vocabulary) -> _Leaf:
    ruled, others = tables_of(each.runs, each.rules, each.page, known)
    unruled, runs = unruled_tables(others, each.page)
    return _Leaf(each.page, tuple(runs), (*ruled, *unruled))


def _items(leaves: Sequence[_Leaf]) -> Iterator[Item]:
    """Every page: its upper edge, its text and tables in order, its lower edge."""
    edges = [(leaf, row) for leaf in leaves for row in rows_of(_edge_runs(leaf))]
    lines = [lines_of(row, leaf.page)[0] for leaf, row in edges]
    kinds = furniture_of(lines)
    numbers = count(1)
    for leaf in leaves:
        own = [at for at, (owner, _) in enumerate(edges) if owner is leaf and at in kinds]
        taken = {run for at in own for run in edges[at][1]}
        kept = [as_boilerplate(lines[at], kinds[at], "ko") for at in own]
        yield from (each for each in kept if _is_above(each, leaf))
        runs = [run for run in leaf.runs if run not in taken]
        yield from _read(flows_of(runs, leaf.tables), leaf.page, numbers)
        yield from (each for each in kept if not _is_above(each, leaf))


def _is_above(each: Boilerplate, leaf: _Leaf) -> bool:
    return each.locator.box[1] < leaf.page.height / 2


def _edge_runs(leaf: _Leaf) -> Iterable[Run]:
    height = leaf.page.height
    return [r for r in leaf.runs if r.bottom < height * EDGE or r.top > height * (1 - EDGE)]


def _read(flows: Iterable[Flow], page: Page, numbers: "count[int]") -> Iterator[Item]:
    """Text and tables of a page in order; notes at the foot of its columns come last."""
    parts = [
        flow.table or [replace(line, region=region) for line in lines_of(flow.runs, page)]
        for region, flow in zip(numbers, flows, strict=False)
    ]
    foot = foot_of(line for part in parts if isinstance(part, list) for line in part)
    feet: list[Line] = []
    for part in parts:
        if isinstance(part, Placed):
            yield part
            continue
        lines = with_feet(with_margins(part), foot)
        yield from (line for line in lines if not line.is_foot)
        feet += [line for line in lines if line.is_foot]
    yield from feet
