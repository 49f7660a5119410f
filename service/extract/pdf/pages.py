"""All pages of a PDF: what is read on them, in order, and what is furniture."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from service.extract.pdf.counted import line_numbers
from service.extract.pdf.drafts import drafts_of
from service.extract.pdf.feet import foot_of, with_feet
from service.extract.pdf.furniture import EDGE, as_boilerplate, aside_kind, furniture_of
from service.extract.pdf.lines import Line, Page
from service.extract.pdf.order import Flow, flows_of, is_doubtful
from service.extract.pdf.paragraphs import with_margins
from service.extract.pdf.placing import placed_among
from service.extract.pdf.relettering import relettered
from service.extract.pdf.runs import Run, lines_of, rows_of, runs_of
from service.extract.pdf.scans import languages, recognised
from service.extract.pdf.sense import is_gibberish
from service.extract.pdf.sheets import UNMAPPED, Glyph, Rule, Sheet
from service.extract.pdf.spacing import Vocabulary, vocabulary_of
from service.extract.pdf.spanning import with_whole_tables
from service.extract.pdf.tables import Placed, tables_of
from service.extract.pdf.tagged import TaggedPage, tagged_page
from service.extract.pdf.tags import TagsTold
from service.extract.pdf.tagsense import makes_sense
from service.extract.pdf.told import Told, whole
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

LINE_NUMBERS = "line-number"
"""Kind of furniture: the numbers of lines in the margin."""

DOUBTFUL = "order-doubtful"
"""Warning: the order of reading was worked out, and the file itself goes another way."""
NO_TAGS = "no-tags"
"""Warning: the file does not say what its parts are (a tagged PDF would)."""
NO_LANGUAGE = "no-language"
"""Warning: the file does not say in which language it is."""
TAGS_UNUSABLE = "tags-unusable"
"""Warning: what the file says of the parts of this page makes no sense and was not used."""

_FEW_HIDDEN = 3
# A scan that brings its letters along does not tell how sure its program was.
_OF_A_SCAN = 0.8
_PICTURED = 0.1

_Pdf = pdfium.Pdf | plumber.Plumbed
Item = Line | Placed | Told | Boilerplate


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is on the pages of a PDF, in reading order, and what it says about itself.

    `confidence` has the pages whose letters somebody recognised.
    `language` is the one that a file names whose tags are used, BCP 47, or empty.
    """

    pages: int
    title: str
    items: tuple[Item, ...]
    warnings: tuple[DocumentWarning, ...]
    confidence: Mapping[int, float]
    language: str = ""
    pages_unread: int = 0

    @property
    def lines(self) -> list[Line]:
        """Text that stands in no table."""
        found: list[Line] = []
        for item in self.items:
            if isinstance(item, Line):
                found.append(item)
            elif isinstance(item, Told):
                found.extend(item.all_lines())
        return found

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
    confidence: float = 1.0
    has_tags: bool = False
    tagged: TaggedPage | None = None


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page on its way: runs outside of tables, tables, line numbers; or blocks told by tags."""

    page: Page
    runs: tuple[Run, ...]
    tables: tuple[Placed, ...]
    counted: tuple[Run, ...] = ()
    tagged: TaggedPage | None = None


def read(
    body: bytes,
    max_pages: int,
    watch: Watch | None = None,
    show: Callable[[Found], None] = lambda _: None,
    *,
    ignore_tags: bool = False,
) -> Found:
    """Take everything from a PDF; a page that cannot be read does not lose the others.

    `watch` hears of every page and may have it skipped; `show` takes what can be read of the first
    pages, whenever `watch` wants it.
    Raises DocumentIsEncrypted, DocumentIsBroken, DocumentTooLong, DocumentIsEmpty for no pages or
    blank ones, DocumentHasNoText for pages with pictures only.
    """
    looking = watch or Unwatched()
    with _opened(body, ignore_tags=ignore_tags) as pdf:
        if pdf.pages > max_pages:
            raise DocumentTooLong(f"{pdf.pages} pages > max_pages {max_pages}")
        file = _File(pdf.pages, pdf.told("Title"), None if ignore_tags else pdf.tags)
        prints: list[_Print] = []
        for number in range(1, pdf.pages + 1):
            skip = looking.begin(number, pdf.pages)
            prints.append(_skipped(number, skip) if skip else _print_of(pdf, body, number, looking))
            if looking.wants_part(number, pdf.pages) and any(each.runs for each in prints):
                show(_found(prints, file))
        looking.begin(0, pdf.pages)
    _check_readable(prints)
    return _found(prints, file)


@dataclass(frozen=True, slots=True)
class _File:
    """What a PDF says of itself as a whole."""

    pages: int
    title: str
    tags: TagsTold | None


def _found(prints: Sequence[_Print], file: _File) -> Found:
    """Everything on the pages that were read."""
    known = vocabulary_of(run.text for each in prints for run in each.runs)
    warnings = [DocumentWarning(w, each.page.number) for each in prints for w in each.warnings]
    leaves = [_leaf(each, known) for each in prints]
    warnings += [DocumentWarning(DOUBTFUL, at) for at in _doubtful_pages(leaves)]
    warnings += _warnings_of_tags(prints, file.tags) if file.tags else ()
    items = whole(with_whole_tables(_items(leaves)))
    sure = {each.page.number: each.confidence for each in prints if each.confidence < 1}
    language = file.tags.language if file.tags and any(each.tagged for each in prints) else ""
    return Found(
        pages=file.pages,
        title=file.title,
        items=tuple(items),
        warnings=tuple(warnings),
        confidence=sure,
        language=language,
        pages_unread=file.pages - len(prints),
    )


def _warnings_of_tags(prints: Sequence[_Print], tags: TagsTold) -> Iterator[DocumentWarning]:
    """What the file does not say of itself, and the pages of which it says nothing of use."""
    if not tags.language:
        yield DocumentWarning(NO_LANGUAGE)
    if not any(each.has_tags for each in prints):
        yield DocumentWarning(NO_TAGS)
        return
    for each in prints:
        if each.runs and not each.tagged and SCAN not in each.warnings:
            yield DocumentWarning(TAGS_UNUSABLE, each.page.number)


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
    letters, sure = recognised(sheet, pdf.picture(number))
    second = _printed(letters)
    return replace(second, warnings=(SCAN,), confidence=sure) if second.runs else found


@contextmanager
def _opened(body: bytes, *, ignore_tags: bool) -> Iterator[_Pdf]:
    """The file in the reader that can open it; the first reader's error when none can."""
    with ExitStack() as stack:
        try:
            pdf: _Pdf = stack.enter_context(pdfium.opened(body, ignore_tags=ignore_tags))
        except DocumentIsBroken as first:
            try:
                pdf = stack.enter_context(plumber.opened(body))
            except DocumentIsBroken:
                raise first from None
        yield pdf


def _sheet(pdf: _Pdf, body: bytes, number: int) -> Sheet:
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
    tagged = None if seen.is_scan else _tagged(sheet, readable)
    runs = tagged.runs if tagged else tuple(runs_of(readable, sheet.rules))
    warnings = tuple(code for code, is_so in told.items() if is_so)
    confidence = _OF_A_SCAN if seen.is_scan else 1.0
    has_tags = sheet.tags is not None
    return _Print(page, runs, sheet.rules, warnings, sheet.has_marks, confidence, has_tags, tagged)


def _tagged(sheet: Sheet, readable: Sequence[Glyph]) -> TaggedPage | None:
    """The page by its tags, if it has some that make sense."""
    if sheet.tags is None or not sheet.tags.is_whole:
        return None
    drafts = drafts_of(sheet.tags.elements)
    page = tagged_page(sheet, readable, drafts)
    return page if makes_sense(page, drafts) else None


def _leaf(each: _Print, known: Vocabulary) -> _Leaf:
    if each.tagged:
        return _Leaf(each.page, each.tagged.outside, (), tagged=each.tagged)
    counted = line_numbers(each.runs)
    text = [run for run in each.runs if run not in counted]
    ruled, others = tables_of(text, each.rules, each.page, known)
    unruled, runs = unruled_tables(others, each.page)
    return _Leaf(each.page, tuple(runs), (*ruled, *unruled), tuple(counted))


def _doubtful_pages(leaves: Iterable[_Leaf]) -> Iterator[int]:
    """Pages whose text the file prints in another order than that in which it is read."""
    for leaf in leaves:
        if is_doubtful(flows_of(leaf.runs, leaf.tables)):
            yield leaf.page.number


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
        kept += _aside(leaf, taken)
        yield from (each for each in kept if _is_above(each, leaf))
        if leaf.tagged:
            yield from _by_tags(leaf.tagged, taken, numbers)
        else:
            runs = [run for run in leaf.runs if run not in taken]
            yield from _read(flows_of(runs, leaf.tables), leaf.page, numbers)
            yield from _counts(leaf)
        yield from (each for each in kept if not _is_above(each, leaf))


def _by_tags(tagged: TaggedPage, taken: set[Run], numbers: "count[int]") -> Iterator[Item]:
    """Blocks in the order of the tags, text without tags among them, furniture at the end."""
    loose = [run for run in tagged.loose if run not in taken]
    lines = list(_read(flows_of(loose, ()), tagged.page, numbers))
    blocks = [block for block in tagged.blocks if not _is_taken(block, taken)]
    yield from placed_among(blocks, (line for line in lines if isinstance(line, Line)))


def _aside(leaf: _Leaf, taken: set[Run]) -> list[Boilerplate]:
    """What the tags call no part of the text."""
    runs = [run for run in leaf.tagged.furniture if run not in taken] if leaf.tagged else []
    return [as_boilerplate(line, aside_kind(line), "ko") for line in lines_of(runs, leaf.page)]


def _is_taken(block: Told, taken: Iterable[Run]) -> bool:
    """Whether a block is furniture, whatever the tags call it."""
    places = [(run.left, run.base) for run in taken]
    return bool(block.lines) and all(
        any(abs(x - line.left) < 1 and abs(y - line.base) < line.size for x, y in places)
        for line in block.lines
    )


def _counts(leaf: _Leaf) -> Iterator[Boilerplate]:
    if leaf.counted:
        first, *_, last = lines_of(leaf.counted, leaf.page)
        yield Boilerplate(f"{first.text}–{last.text}", LINE_NUMBERS, "", first.locator)


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
