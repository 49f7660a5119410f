"""What the page of two releases shows: a pure function from a pair to nested values.

Each side is cut into cells, one for each step, so that cells of one step can stand beside each
other. All ids of a side begin with its language.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from service.model.pairing import Pairing, Step
from service.narration.cautions import Caution, cautions_of
from service.text.pairing.turns import named
from service.usecases.pair_releases import PairReading
from service.usecases.read_release import Reading
from service.web.facts import FactView, facts_of
from service.web.phrases import Phrase
from service.web.placing import Placed
from service.web.preview import Levels, Sheet, sheet_of, title_of, views_of
from service.web.shapes import CaptionedTable, HeadingView, ListView, View

_FIRST_LEVEL, _DEEPEST = 3, 3


@dataclass(frozen=True, slots=True)
class CellView:
    """What one language says in a step; `partner` is the id of the other cell, or empty.

    `kind` is "heading", "table" or "text"; `depth` is that of a lone item of a list, else 0.
    """

    id: str
    views: tuple[View, ...]
    partner: str
    kind: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two documents; `ids` is what its ids begin with.

    `code` is the language of ours that it is read in, `language` the one that it says.
    """

    ids: str
    code: str
    language: str
    title: tuple[Phrase, ...]
    plain_title: str
    facts: tuple[FactView, ...]
    cautions: tuple[Caution, ...]
    cells: tuple[CellView, ...]
    manifest: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Both documents; `rows` are the cells of each step.

    `partners` leads from each sentence of the first to those of the second that say the same, by
    their ids; `pairs` counts the steps that both say.
    """

    sides: tuple[SideView, SideView]
    rows: tuple[tuple[CellView, CellView], ...]
    partners: Mapping[str, tuple[str, ...]]
    pairs: int
    has_tables: bool


def pair_view(pair: PairReading) -> PairView:
    """The page of two releases in step."""
    languages = pair.first.narration.language, pair.second.narration.language
    first = _side(pair.first, languages, pair.pairing, 0)
    second = _side(pair.second, languages, pair.pairing, 1)
    cells = chain(first.cells, second.cells)
    return PairView(
        sides=(first, second),
        rows=tuple(zip(first.cells, second.cells, strict=True)),
        partners=_partners(pair.pairing, languages),
        pairs=sum(step.is_pair for step in pair.pairing.steps),
        has_tables=any(isinstance(view, CaptionedTable) for cell in cells for view in cell.views),
    )


def _side(reading: Reading, languages: tuple[str, str], pairing: Pairing, side: int) -> SideView:
    language, other = languages[side], languages[1 - side]
    ids = named(language, "")
    own = _named(reading, language)
    sheet = sheet_of(own, ids=ids)
    return SideView(
        ids=ids,
        code=language,
        language=reading.release.language,
        title=sheet.title,
        plain_title=title_of(reading),
        facts=facts_of(reading.release),
        cautions=cautions_of(reading.release.body),
        cells=tuple(_cells(sheet, pairing, side, (ids, named(other, "")))),
        manifest=reading.manifest,
    )


def _named(reading: Reading, language: str) -> Reading:
    """The reading with its utterances named as they are on this page."""
    said = reading.narration.utterances
    renamed = tuple(replace(each, id=named(language, each.id)) for each in said)
    return replace(reading, narration=replace(reading.narration, utterances=renamed))


def _cells(sheet: Sheet, pairing: Pairing, side: int, ids: tuple[str, str]) -> Iterator[CellView]:
    by_block = {item.index: item for item in sheet.placed}
    levels = Levels(_FIRST_LEVEL)
    last = len(pairing.steps) - 1
    for number, step in enumerate(pairing.steps):
        placed = [by_block[block] for block in _blocks(step, side) if block in by_block]
        views = views_of(placed, levels)
        if number == last:
            views = (*views, *sheet.last_pages)
        partner = f"{ids[1]}step-{number}" if step.is_pair else ""
        kind, depth = _kind(views), _depth(placed, views)
        yield CellView(f"{ids[0]}step-{number}", views, partner, kind, depth)


def _blocks(step: Step, side: int) -> tuple[int, ...]:
    return (step.first, step.second)[side]


def _kind(views: Sequence[View]) -> str:
    if any(isinstance(view, HeadingView) for view in views):
        return "heading"
    return "table" if any(isinstance(view, CaptionedTable) for view in views) else "text"


def _depth(placed: Sequence[Placed], views: Sequence[View]) -> int:
    """How deep an item stands in its own document: a cell of its own would lose that."""
    lists = [view for view in views if isinstance(view, ListView)]
    depths = (getattr(item.block, "depth", 0) for item in placed)
    return min(next(depths, 0), _DEEPEST) if lists else 0


def _partners(pairing: Pairing, languages: tuple[str, str]) -> Mapping[str, tuple[str, ...]]:
    return {
        named(languages[0], one): tuple(named(languages[1], two) for two in alike.second)
        for step in pairing.steps
        for alike in step.sentences
        for one in alike.first
    }
