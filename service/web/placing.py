"""Blocks on their way to the page: what is said of them, their marks, and where pages begin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from service.model.document import Block, Boilerplate, Document, Figure, Release, Table
from service.model.narration import Utterance
from service.narration.cautions import PLACED
from service.web.abbreviations import abbreviation_marks
from service.web.marks import Mark, marked, note_id
from service.web.phrases import Phrase, phrases
from service.web.shapes import PageMark, PictureView


@dataclass(frozen=True, slots=True)
class Said:
    """What belongs to blocks by their index: utterances, marks of notes; and known short forms.

    `ids` is what all ids begin with, where more than one document stands on the page.
    """

    utterances: Mapping[int, tuple[Utterance, ...]]
    notes: Mapping[int, tuple[Mark, ...]]
    expansions: Mapping[str, str]
    ids: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """What is known of pages by number: codes of cautions, and pictures; `ids` as in `Said`."""

    cautions: Mapping[int, tuple[str, ...]]
    pictures: Mapping[int, PictureView]
    ids: str

    def mark(self, page: int) -> PageMark:
        """The mark of a page."""
        return PageMark(page, self.cautions.get(page, ()), self.pictures.get(page), self.ids)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block that is shown.

    `marks` are the pages that begin before it; `places` the notes and abbreviations in its text;
    `is_anchored` tells of a note that the text refers to; `ids` as in `Said`.
    """

    index: int
    block: Block
    said: tuple[Utterance, ...]
    language: str
    marks: tuple[PageMark, ...]
    places: tuple[Mark, ...]
    is_anchored: bool = False
    ids: str = ""


def marking_of(document: Document, pictures: Mapping[int, PictureView], ids: str) -> Marking:
    """What is known of the pages of a document, and the pictures of them that can be had."""
    return Marking(_cautions(document), pictures, ids)


def placed_of(release: Release, said: Said, title_at: int, marking: Marking) -> tuple[Placed, ...]:
    """Blocks in order without the title and page furniture, each with the pages it begins."""
    document = release.body
    shown = {
        index: block
        for index, block in enumerate(document.blocks)
        if index != title_at and not isinstance(block, Boilerplate)
    }
    notes = {mark.note for index in (title_at, *shown) for mark in said.notes.get(index, ())}
    placed: list[Placed] = []
    page = 0
    for index, block in shown.items():
        marks = tuple(_begun(page, block.locator.page, marking))
        page = max(page, block.locator.page)
        language = block.language or document.language or release.language
        own, places = said.utterances.get(index, ()), tuple(_places(index, block, said))
        referred = note_id(index, said.ids) in notes
        placed.append(Placed(index, block, own, language, marks, places, referred, said.ids))
    return tuple(placed)


def last_pages(marking: Marking, placed: Iterable[Placed]) -> tuple[PageMark, ...]:
    """Pages behind the last block of which something is to be said."""
    last = max((item.block.locator.page for item in placed), default=0)
    return tuple(marking.mark(page) for page in sorted(marking.cautions) if page > last)


def pages_of(placed: Iterable[Placed], behind: Iterable[PageMark]) -> tuple[int, ...]:
    """All pages that are marked, before the blocks or behind the last of them."""
    return tuple(mark.page for mark in chain(*(item.marks for item in placed), behind))


def phrases_of(item: Placed) -> tuple[Phrase, ...]:
    """The text of a block, cut into what is said, with its marks."""
    return marked(phrases(_shown(item.block), item.language, item.said), item.places)


def text_of(block: Block) -> str:
    """The running text of a block; tables and pictures have none."""
    return "" if isinstance(block, Table | Figure) else block.text


def _shown(block: Block) -> str:
    return block.alt if isinstance(block, Figure) else text_of(block)


def _places(index: int, block: Block, said: Said) -> Iterator[Mark]:
    yield from said.notes.get(index, ())
    yield from abbreviation_marks(_shown(block), said.expansions)


def _begun(page: int, own: int, marking: Marking) -> Iterator[PageMark]:
    """The mark of a new page, behind those of pages without text of which something is known."""
    if own > page:
        silent = (number for number in sorted(marking.cautions) if page < number < own)
        yield from map(marking.mark, silent)
        yield marking.mark(own)


def _cautions(document: Document) -> Mapping[int, tuple[str, ...]]:
    told: dict[int, list[str]] = {}
    for code in PLACED:
        for page in {each.page for each in document.warnings if each.code == code and each.page}:
            told.setdefault(page, []).append(code)
    return {page: tuple(codes) for page, codes in told.items()}
