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
from service.web.shapes import PageMark


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


def placed_of(release: Release, said: Said, title_at: int) -> tuple[Placed, ...]:
    """Blocks in order without the title and page furniture, each with the pages it begins."""
    document = release.body
    cautions = _cautions(document)
    shown = {
        index: block
        for index, block in enumerate(document.blocks)
        if index != title_at and not isinstance(block, Boilerplate)
    }
    notes = {mark.note for index in (title_at, *shown) for mark in said.notes.get(index, ())}
    placed: list[Placed] = []
    page = 0
    for index, block in shown.items():
        marks = tuple(_begun(page, block.locator.page, cautions, said.ids))
        page = max(page, block.locator.page)
        language = block.language or document.language or release.language
        own, places = said.utterances.get(index, ()), tuple(_places(index, block, said))
        referred = note_id(index, said.ids) in notes
        placed.append(Placed(index, block, own, language, marks, places, referred, said.ids))
    return tuple(placed)


def last_pages(document: Document, placed: Iterable[Placed], ids: str = "") -> tuple[PageMark, ...]:
    """Pages behind the last block of which something is to be said; `ids` as in `Said`."""
    cautions = _cautions(document)
    last = max((item.block.locator.page for item in placed), default=0)
    behind = sorted((page, told) for page, told in cautions.items() if page > last)
    return tuple(PageMark(page, told, ids) for page, told in behind)


def pages_of(document: Document, placed: Iterable[Placed]) -> tuple[int, ...]:
    """All pages that are marked."""
    own = chain.from_iterable(item.marks for item in placed)
    return tuple(mark.page for mark in (*own, *last_pages(document, placed)))


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


def _begun(
    page: int, own: int, cautions: Mapping[int, tuple[str, ...]], ids: str
) -> Iterator[PageMark]:
    """The mark of a new page, behind those of pages without text of which something is known."""
    if own > page:
        silent = (number for number in sorted(cautions) if page < number < own)
        yield from (PageMark(number, cautions[number], ids) for number in silent)
        yield PageMark(own, cautions.get(own, ()), ids)


def _cautions(document: Document) -> Mapping[int, tuple[str, ...]]:
    told: dict[int, list[str]] = {}
    for code in PLACED:
        for page in {each.page for each in document.warnings if each.code == code and each.page}:
            told.setdefault(page, []).append(code)
    return {page: tuple(codes) for page, codes in told.items()}
