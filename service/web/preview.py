"""What the preview page shows: a pure function from a reading to nested values.

Sentences keep the ids of their utterances, so that the player can mark them; text that is not
spoken stays on the page all the same, page furniture apart, which is listed with its reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from service.model.comparison import NO_BETTER_SOURCE, UNCOMPARED, BetterSource, Comparison
from service.model.document import (
    Boilerplate,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Table,
)
from service.model.narration import Omission, Utterance
from service.narration.cautions import cautions_of
from service.usecases.read_release import Reading
from service.web.abbreviations import abbreviations
from service.web.contents import contents_of
from service.web.facts import attachments_of, better_of, facts_of
from service.web.grids import table_of
from service.web.lists import list_end, list_of, note_of
from service.web.marks import marked, note_marks, runs_of
from service.web.phrases import Phrase, phrases
from service.web.placing import (
    Placed,
    Said,
    last_pages,
    marking_of,
    pages_of,
    phrases_of,
    placed_of,
    text_of,
)
from service.web.shapes import (
    CaptionedTable,
    FigureView,
    HeadingView,
    LeftOut,
    PageMark,
    PageView,
    ParagraphView,
    PictureView,
    View,
)

NO_VIEWS: Mapping[int, PictureView] = MappingProxyType({})
_FIRST_LEVEL, _LAST_LEVEL = 3, 6


class Levels:
    """Levels of headings on our page, without gaps, from `first` on."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._above: list[int] = []

    def of(self, level: int) -> int:
        """One deeper than the nearest heading above it, never more."""
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return min(self._first + len(self._above) - 1, _LAST_LEVEL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document on its way to the page; `last_pages` are marks behind its last block."""

    title: tuple[Phrase, ...]
    placed: tuple[Placed, ...]
    last_pages: tuple[PageMark, ...]
    abbreviations: Mapping[str, str]


def view_of(
    reading: Reading,
    comparison: Comparison = UNCOMPARED,
    better: BetterSource = NO_BETTER_SOURCE,
    pictures: Mapping[int, PictureView] = NO_VIEWS,
) -> PageView:
    """The page of a reading, with what is known of its files, of a better source and its pages."""
    release = reading.release
    sheet = sheet_of(reading, pictures)
    views = (*views_of(sheet.placed, Levels(_FIRST_LEVEL)), *sheet.last_pages)
    return PageView(
        title=sheet.title,
        plain_title=title_of(reading),
        language=release.language,
        facts=facts_of(release),
        attachments=attachments_of(release, comparison),
        better=better_of(better),
        blocks=views,
        contents=contents_of(views),
        abbreviations=tuple(sheet.abbreviations.items()),
        pages=pages_of(sheet.placed, sheet.last_pages),
        cautions=cautions_of(release.body),
        left_out=_left_out(reading),
        manifest=reading.manifest,
        has_tables=any(isinstance(block, Table) for block in release.body.blocks),
        has_pictures=bool(pictures),
    )


def sheet_of(
    reading: Reading, pictures: Mapping[int, PictureView] = NO_VIEWS, ids: str = ""
) -> Sheet:
    """What the views of a document are made of; `ids` is what ids begin with."""
    release = reading.release
    blocks, title_at = release.body.blocks, _title_block(reading)
    known = abbreviations(map(text_of, blocks))
    said = Said(_by_block(reading.narration.utterances), note_marks(blocks, ids), known, ids)
    marking = marking_of(release.body, pictures, ids)
    placed = placed_of(release, said, title_at, marking)
    return Sheet(_title(reading, said, title_at), placed, last_pages(marking, placed), known)


def title_of(reading: Reading) -> str:
    """The title in one line."""
    return _flat(reading.release.title or reading.narration.title)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _by_block(utterances: Sequence[Utterance]) -> Mapping[int, tuple[Utterance, ...]]:
    found: dict[int, tuple[Utterance, ...]] = {}
    for utterance in utterances:
        found[utterance.block] = (*found.get(utterance.block, ()), utterance)
    return found


def _title_block(reading: Reading) -> int:
    """The block that is read as the title, -1 if it is not in the text; it is shown once."""
    spoken = (each for each in reading.narration.utterances if each.role == "title")
    return next((each.block for each in spoken), -1)


def _title(reading: Reading, said: Said, title_at: int) -> tuple[Phrase, ...]:
    text = text_of(reading.release.body.blocks[title_at]) if title_at >= 0 else title_of(reading)
    spoken = said.utterances.get(title_at, ())
    titles = tuple(each for each in spoken if each.role == "title")
    cut = phrases(text, reading.release.language, titles)
    return marked(cut, said.notes.get(title_at, ()))


def views_of(placed: Sequence[Placed], levels: Levels) -> tuple[View, ...]:
    """The views of blocks in order; `levels` knows the headings before them."""
    views: list[View] = []
    at = 0
    while at < len(placed):
        views += placed[at].marks
        if isinstance(placed[at].block, ListItem):
            end = list_end(placed, at)
            views.append(list_of(placed[at:end]))
            at = end
            continue
        views.append(_view(placed[at], levels))
        at += 1
    return tuple(views)


def _view(item: Placed, levels: Levels) -> View:
    match item.block:
        case Heading(level=level):
            name = f"{item.ids}heading-{item.index}"
            return HeadingView(name, levels.of(level), phrases_of(item), item.language)
        case Paragraph(role=role):
            return ParagraphView(phrases_of(item), role, item.language)
        case Note():
            return note_of(item)
        case Figure():
            return FigureView(phrases_of(item), item.language)
        case Table() as table:
            shown = table_of(table, item.said, item.language, item.ids)
            return CaptionedTable(shown, runs_of(item.places), item.ids)
        case ListItem() | Boilerplate():
            raise AssertionError("lists are gathered, furniture is left out")


def _left_out(reading: Reading) -> tuple[LeftOut, ...]:
    language = reading.release.language
    listed = [_omitted(each, language) for each in reading.narration.omissions]
    known = {each.block for each in reading.narration.omissions}
    for index, block in enumerate(reading.release.body.blocks):
        if isinstance(block, Boilerplate) and index not in known:
            own = block.language or language
            listed.append(LeftOut(_flat(block.text), block.kind, block.locator.page, own))
    return tuple(each for each in listed if each.text)


def _omitted(omission: Omission, language: str) -> LeftOut:
    return LeftOut(_flat(omission.text), omission.reason, omission.locator.page, language)
