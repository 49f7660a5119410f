"""A release to everything that is said, in order, and everything that is left out, with reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from service.messages import LANGUAGES
from service.messages import text as message
from service.model.document import (
    Block,
    Boilerplate,
    Figure,
    Heading,
    ListItem,
    Locator,
    Note,
    Paragraph,
    Release,
    Table,
)
from service.model.narration import Narration, Omission, TableManner, Utterance
from service.narration.cautions import cautions_of
from service.narration.places import place_of
from service.narration.speaking import Said, announced, announced_before, displayed
from service.narration.tables import left_out, table_said
from service.text.languages import main_language
from service.text.reading import rules_version
from service.text.sentences import split

_TABLES_VERSION = "2"
_SENTENCE_PAUSE_MS = 280
_OPENING_PAUSE_MS = 380


@dataclass(frozen=True, slots=True)
class _Delivery:
    """How a kind of text is said: its role, and the pause behind its last sentence."""

    role: str
    pause_ms: int


_TITLE = _Delivery("title", 900)
_HEADING = _Delivery("heading", 700)
_TEXT = _Delivery("text", 550)
_ITEM = _Delivery("item", 430)
_NOTE = _Delivery("note", 550)
_FIGURE = _Delivery("caption", 550)
_NOTE_KEYS = {"remark": "remark"}
_MARKER_KEYS = {"※": "remark", "*": "note", "**": "note", "***": "note"}
_LETTER_BULLETS = ("ㅇ", "o", "O")
_NEAR_THE_BEGINNING = 8
_CELL_PAUSE_MS = {"row": 430, "caption": 430, "header": 430, "cell": 280}


@dataclass(frozen=True, slots=True)
class _Part:
    """Something on its way to an utterance: what is said, and where it stands."""

    said: Said
    role: str
    block: int
    part: int
    pause_ms: int
    locator: Locator


_Step = _Part | Omission


def version_of(manner: TableManner) -> str:
    """The version of a narration: that of the rules, and how tables are said."""
    return f"{rules_version()}.tables-{_TABLES_VERSION}-{manner}"


def narrate(release: Release, manner: TableManner = TableManner.ROWS) -> Narration:
    """Say a release: opening, title, body in order, attachments. Never raises."""
    release = replace(release, language=_language(release.language, release))
    steps = (*_opening(release), *_body(release, manner), *_attachments(release))
    parts = [step for step in steps if isinstance(step, _Part)]
    return Narration(
        document=release.body.origin.digest,
        language=release.language,
        title=release.title,
        utterances=tuple(_utterance(number, part) for number, part in enumerate(parts)),
        omissions=tuple(step for step in steps if isinstance(step, Omission)),
        version=version_of(manner),
    )


def _utterance(number: int, part: _Part) -> Utterance:
    said = part.said
    return Utterance(
        id=f"u{number}",
        display=said.display,
        spoken=said.spoken,
        language=said.language,
        role=part.role,
        block=part.block,
        part=part.part,
        pause_ms=part.pause_ms,
        spans=said.spans,
        locator=part.locator,
    )


def _language(tag: str, release: Release) -> str:
    """A language we have voices' words for; the text's own when the tag is empty or another."""
    main = tag.split("-", maxsplit=1)[0].lower()
    return main if main in LANGUAGES else main_language(release.title, LANGUAGES[0])


def _opening(release: Release) -> Iterator[_Step]:
    """Short, so that the first sound comes at once: who speaks, then the title and the date."""
    language = release.language
    key = "release" if release.agency else "document"
    opening = message("announcement", key, language, agency=release.agency)
    yield _announcement(opening, language, _OPENING_PAUSE_MS)
    yield from _title(release)
    if release.issued_on:
        issued = message("announcement", "issued", language, date=release.issued_on)
        yield _announcement(issued, language, _HEADING.pause_ms)
    for caution in cautions_of(release.body):
        if caution.is_spoken:
            warned = message("caution", caution.code, language, pages=caution.pages)
            yield _announcement(warned, language, _HEADING.pause_ms)


def _title(release: Release) -> Iterator[_Step]:
    """The title, as the heading of the body that is the same, or else by itself.

    Where it is only the first words of the text they are not said twice.
    """
    places = _title_blocks(release)
    if not places and _begins_with_title(release):
        return
    at = places[0] if places else -1
    shown = release.body.blocks[at] if places else None
    text = shown.text if isinstance(shown, Heading) else release.title
    locator = shown.locator if isinstance(shown, Heading) else Locator()
    yield from _sentences(at, text, release.language, _TITLE, locator)


def _title_blocks(release: Release) -> tuple[int, ...]:
    """The headings near the beginning of the body that repeat the title."""
    wanted = _squeezed(release.title)
    first = enumerate(release.body.blocks[:_NEAR_THE_BEGINNING])
    headings = ((at, block.text) for at, block in first if isinstance(block, Heading))
    return tuple(at for at, text in headings if wanted and _squeezed(text) == wanted)


def _begins_with_title(release: Release) -> bool:
    title = " ".join(release.title.removesuffix("…").split())
    first = next(iter(release.body.blocks), None)
    text = " ".join(getattr(first, "text", "").split())
    return bool(title) and text.startswith(title) and not text[len(title) :][:1].isalnum()


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _announcement(text: str, language: str, pause_ms: int) -> _Part:
    return _Part(announced(text, language), "announcement", -1, 0, pause_ms, Locator())


def _body(release: Release, manner: TableManner) -> Iterator[_Step]:
    said, *repeated = _title_blocks(release) or (-1,)
    for index, block in enumerate(release.body.blocks):
        language = _language(block.language or release.language, release)
        if index in repeated:
            yield Omission(index, _text_of(block), "repeats-title", block.locator)
        elif index != said:
            steps = tuple(_block(index, block, language, manner))
            yield from steps or (_nothing(index, _text_of(block), block.locator),)


def _nothing(index: int, text: str, locator: Locator) -> Omission:
    return Omission(index, text, "nothing-to-say", locator)


def _block(index: int, block: Block, language: str, manner: TableManner) -> Iterator[_Step]:
    match block:
        case Heading():
            yield from _sentences(index, block.text, language, _HEADING, block.locator)
        case Paragraph():
            delivery = _HEADING if block.role == "subtitle" else _TEXT
            yield from _sentences(index, block.text, language, delivery, block.locator)
        case ListItem():
            yield from _item(index, block, language)
        case Note():
            intro = message("announcement", _NOTE_KEYS.get(block.kind, "note"), language)
            parts = _sentences(index, block.text, language, _NOTE, block.locator)
            yield from _introduced(intro, parts)
        case Figure():
            intro = message("announcement", "figure", language)
            parts = _sentences(index, block.alt, language, _FIGURE, block.locator)
            yield from _introduced(intro, parts)
        case Table():
            yield from _table(index, block, language, manner)
        case Boilerplate():
            yield Omission(index, block.text, block.kind, block.locator)
        case _:
            assert_never(block)


def _sentences(
    index: int, text: str, language: str, delivery: _Delivery, locator: Locator
) -> Iterator[_Step]:
    places = split(text, language)
    for number, (start, end) in enumerate(places):
        shown = text[start:end]
        said = displayed(shown, main_language(shown, language))
        place = place_of(locator, start, end)
        is_last = number == len(places) - 1
        pause_ms = delivery.pause_ms if is_last else _SENTENCE_PAUSE_MS
        if said.spoken:
            yield _Part(said, delivery.role, index, number, pause_ms, place)
        elif index >= 0:
            yield _nothing(index, shown, place)


def _item(index: int, block: ListItem, language: str) -> Iterator[_Step]:
    """An item; its marker is heard only where it counts or means something."""
    parts = _sentences(index, block.text, language, _ITEM, block.locator)
    yield from _introduced(_heard_marker(block.marker.strip(), language), parts)


def _heard_marker(marker: str, language: str) -> str:
    """Numbers, letters that count, ※ and * are heard; squares, circles and dashes are a pause."""
    if marker in _MARKER_KEYS:
        return message("announcement", _MARKER_KEYS[marker], language)
    counts = any(letter.isalnum() for letter in marker) and marker not in _LETTER_BULLETS
    return f"{marker} " if counts else ""


def _introduced(intro: str, steps: Iterable[_Step]) -> Iterator[_Step]:
    """Sentences with words of introduction before the first that is heard."""
    for step in steps:
        if intro and isinstance(step, _Part):
            yield replace(step, said=announced_before(step.said, intro))
            intro = ""
        else:
            yield step


def _table(index: int, block: Table, language: str, manner: TableManner) -> Iterator[_Step]:
    """A table in the manner that was chosen; a longer pause behind its last part."""
    place = block.locator
    for text, reason in left_out(block, manner):
        yield Omission(index, text, reason, place)
    parts = list(table_said(block, language, manner))
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        pause_ms = _TEXT.pause_ms if is_last else _CELL_PAUSE_MS[part.role]
        yield _Part(part.said, part.role, index, part.part, pause_ms, place)


def _attachments(release: Release) -> Iterator[_Step]:
    if not release.attachments:
        return
    language = release.language
    count = message("announcement", "attachments", language, count=len(release.attachments))
    yield _announcement(count, language, _ITEM.pause_ms)
    for attachment in release.attachments:
        named = _announcement(attachment.title, language, _ITEM.pause_ms)
        yield named if named.said.spoken else _nothing(-1, attachment.title, Locator())


def _text_of(block: Block) -> str:
    if isinstance(block, Table):
        return " ".join(cell.text for row in block.rows for cell in row)
    return block.alt if isinstance(block, Figure) else block.text
