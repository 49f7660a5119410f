"""All pages of a PDF: what is read on them, in order, and what staff should know of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.errors import (
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEmpty,
    DocumentTookTooLong,
    DocumentTooLong,
)
from service.extract.base import Unwatched, Watch
from service.extract.pdf.leaves import Item, doubtful_pages, items_of, leaf_of
from service.extract.pdf.lines import Line
from service.extract.pdf.prints import BROKEN, SCAN, TOOK_TOO_LONG, Print, opened, print_of, skipped
from service.extract.pdf.spacing import vocabulary_of
from service.extract.pdf.spanning import with_whole_tables
from service.extract.pdf.tables import Placed
from service.extract.pdf.tags import TagsTold
from service.extract.pdf.told import Told, whole
from service.model.document import DocumentWarning

DOUBTFUL = "order-doubtful"
"""Warning: the order of reading was worked out, and the file itself goes another way."""
NO_TAGS = "no-tags"
"""Warning: the file does not say what its parts are (a tagged PDF would)."""
NO_LANGUAGE = "no-language"
"""Warning: the file does not say in which language it is."""
TAGS_UNUSABLE = "tags-unusable"
"""Warning: what the file says of the parts of this page makes no sense and was not used."""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is on the pages of a PDF, in reading order, and what it says about itself.

    `confidence` has the pages whose letters somebody recognised.
    `language` is the one that a file names whose tags are used, BCP 47, or empty; `page_sizes` as
    in `Document`.
    """

    pages: int
    title: str
    items: tuple[Item, ...]
    warnings: tuple[DocumentWarning, ...]
    confidence: Mapping[int, float]
    language: str = ""
    pages_unread: int = 0
    page_sizes: tuple[tuple[int, int], ...] = ()

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
class Terms:
    """How a PDF is to be read; `words` is text beside it in which every word is whole."""

    max_pages: int
    ignore_tags: bool = False
    words: str = ""


def read(
    body: bytes,
    terms: Terms,
    watch: Watch | None = None,
    show: Callable[[Found], None] = lambda _: None,
) -> Found:
    """Take everything from a PDF; a page that cannot be read does not lose the others.

    `watch` hears of every page and may have it skipped; `show` takes what can be read of the first
    pages, whenever `watch` wants it.
    Raises DocumentIsEncrypted, DocumentTooLong, DocumentIsEmpty for no pages or blank ones,
    DocumentHasNoText for pages with pictures only; where no page can be read DocumentTookTooLong
    if one had to be stopped, else DocumentIsBroken.
    """
    looking = watch or Unwatched()
    looking.begin(0, 1)  # opening has its own time
    with opened(body, ignore_tags=terms.ignore_tags) as pdf:
        if pdf.pages > terms.max_pages:
            raise DocumentTooLong(f"{pdf.pages} pages > max_pages {terms.max_pages}")
        tags = None if terms.ignore_tags else pdf.tags
        file = _File(pdf.pages, pdf.told("Title"), tags, terms.words, pdf.sizes())
        prints: list[Print] = []
        for number in range(1, pdf.pages + 1):
            skip = looking.begin(number, pdf.pages)
            prints.append(skipped(number, skip) if skip else print_of(pdf, body, number, looking))
            if looking.wants_part(number, pdf.pages) and any(each.runs for each in prints):
                show(_found(prints, file))
        looking.begin(0, pdf.pages)
    _check_readable(prints)
    return _found(prints, file)


@dataclass(frozen=True, slots=True)
class _File:
    """What a PDF says of itself as a whole, and the words beside it."""

    pages: int
    title: str
    tags: TagsTold | None
    words: str
    sizes: tuple[tuple[int, int], ...]


def _found(prints: Sequence[Print], file: _File) -> Found:
    """Everything on the pages that were read."""
    known = vocabulary_of((run.text for each in prints for run in each.runs), file.words)
    warnings = [DocumentWarning(w, each.page.number) for each in prints for w in each.warnings]
    leaves = [leaf_of(each, known) for each in prints]
    warnings += [DocumentWarning(DOUBTFUL, at) for at in doubtful_pages(leaves)]
    warnings += _warnings_of_tags(prints, file.tags) if file.tags else ()
    items = whole(with_whole_tables(items_of(leaves)))
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
        page_sizes=file.sizes,
    )


def _warnings_of_tags(prints: Sequence[Print], tags: TagsTold) -> Iterator[DocumentWarning]:
    """What the file does not say of itself, and the pages of which it says nothing of use."""
    if not tags.language:
        yield DocumentWarning(NO_LANGUAGE)
    if not any(each.has_tags for each in prints):
        yield DocumentWarning(NO_TAGS)
        return
    for each in prints:
        if each.runs and not each.tagged and SCAN not in each.warnings:
            yield DocumentWarning(TAGS_UNUSABLE, each.page.number)


def _check_readable(prints: Sequence[Print]) -> None:
    """Raise the reason for which nothing can be read."""
    pages = len(prints)
    if prints and all(_UNREAD.intersection(each.warnings) for each in prints):
        late = any(TOOK_TOO_LONG in each.warnings for each in prints)
        why = DocumentTookTooLong if late else DocumentIsBroken
        raise why(f"none of {pages} pages can be read")
    if not any(each.has_marks for each in prints):
        raise DocumentIsEmpty(f"{pages} pages, all blank")
    if not any(each.runs for each in prints):
        raise DocumentHasNoText(f"{pages} pages, no letters")


_UNREAD = frozenset({BROKEN, TOOK_TOO_LONG})
