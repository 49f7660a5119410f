"""A release to everything that is said, in order, and everything that is left out, with reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from service.messages import text as message
from service.model.document import (
    Attachment,
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
from service.model.narration import Narration, Omission, Utterance
from service.narration.speaking import Said, announced, announced_before, displayed
from service.narration.tables import rows_said
from service.text.languages import main_language
from service.text.reading import rules_version
from service.text.sentences import split

_SENTENCE_PAUSE_MS = 280
_OPENING_PAUSE_MS = 380


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a kind of text is said: its role, and the pause behind its last sentence."""

    role: str
    pause_ms: int


_TITLE = _Manner("title", 900)
_HEADING = _Manner("heading", 700)
_TEXT = _Manner("text", 550)
_ITEM = _Manner("item", 430)
_NOTE = _Manner("note", 550)
_FIGURE = _Manner("caption", 550)
_NOTE_KEYS = {"remark": "remark"}
_ROW = _Manner("row", 430)


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


def narrate(release: Release) -> Narration:
    """Say a release: opening, title, body in order, attachments. Never raises."""
    steps = (*_opening(release), *_body(release), *_attachments(release))
    parts = [step for step in steps if isinstance(step, _Part)]
    return Narration(
        document=release.body.origin.digest,
        language=release.language or release.body.language,
        title=release.title,
        utterances=tuple(_utterance(number, part) for number, part in enumerate(parts)),
        omissions=tuple(step for step in steps if isinstance(step, Omission)),
        version=rules_version(),
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


def _opening(release: Release) -> Iterator[_Step]:
    """Short, so that the first sound comes at once: who speaks, then the title and the date."""
    language = release.language
    key = "release" if release.agency else "document"
    opening = message("announcement", key, language, agency=release.agency)
    yield _announcement(opening, language, _OPENING_PAUSE_MS)
    if _title_block(release) < 0 and release.title.strip():
        said = displayed(release.title, main_language(release.title, language))
        yield _Part(said, _TITLE.role, -1, 0, _TITLE.pause_ms, Locator())
    if release.issued_on:
        issued = message("announcement", "issued", language, date=release.issued_on)
        yield _announcement(issued, language, _HEADING.pause_ms)


def _title_block(release: Release) -> int:
    """The heading of the body that is the title, among its first blocks; -1 when none is."""
    wanted = _squeezed(release.title)
    for index, block in enumerate(release.body.blocks[:8]):
        if isinstance(block, Heading) and _squeezed(block.text) == wanted:
            return index
    return -1


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _announcement(text: str, language: str, pause_ms: int) -> _Part:
    return _Part(announced(text, language), "announcement", -1, 0, pause_ms, Locator())


def _body(release: Release) -> Iterator[_Step]:
    title = _title_block(release)
    for index, block in enumerate(release.body.blocks):
        language = block.language or release.language
        steps = tuple(_block(index, block, language, is_title=index == title))
        yield from steps or (Omission(index, _text_of(block), "nothing-to-say", block.locator),)


def _block(index: int, block: Block, language: str, *, is_title: bool) -> Iterator[_Step]:
    match block:
        case Heading():
            manner = _TITLE if is_title else _HEADING
            yield from _sentences(index, block.text, language, manner, block.locator)
        case Paragraph():
            manner = _HEADING if block.role == "subtitle" else _TEXT
            yield from _sentences(index, block.text, language, manner, block.locator)
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
            yield from _table(index, block, language)
        case Boilerplate():
            yield Omission(index, block.text, block.kind, block.locator)
        case _:
            assert_never(block)


def _sentences(
    index: int, text: str, language: str, manner: _Manner, locator: Locator
) -> Iterator[_Part]:
    places = split(text, language)
    for number, (start, end) in enumerate(places):
        shown = text[start:end]
        said = displayed(shown, main_language(shown, language))
        if said.spoken:
            is_last = number == len(places) - 1
            pause_ms = manner.pause_ms if is_last else _SENTENCE_PAUSE_MS
            place = replace(locator, offset=start)
            yield _Part(said, manner.role, index, number, pause_ms, place)


def _item(index: int, block: ListItem, language: str) -> Iterator[_Part]:
    """An item; its marker is heard only where it counts or means something."""
    number = _heard_marker(block.marker)
    parts = _sentences(index, block.text, language, _ITEM, block.locator)
    yield from _introduced(f"{number} " if number else "", parts)


def _heard_marker(marker: str) -> str:
    """Numbers and letters that count are heard; squares, circles and dashes are a pause."""
    return marker if any(letter.isalnum() for letter in marker) and marker != "ㅇ" else ""


def _introduced(intro: str, parts: Iterable[_Part]) -> Iterator[_Part]:
    """Sentences with words of introduction before the first."""
    for at, part in enumerate(parts):
        is_first = at == 0 and intro
        yield replace(part, said=announced_before(part.said, intro)) if is_first else part


def _table(index: int, block: Table, language: str) -> Iterator[_Step]:
    key = "table-captioned" if block.caption else "table"
    columns = max((sum(cell.column_span for cell in row) for row in block.rows), default=0)
    count = len(block.rows)
    opening = message(
        "announcement", key, language, caption=block.caption, rows=count, columns=columns
    )
    place = block.locator
    yield _Part(announced(opening, language), "caption", index, -1, _ITEM.pause_ms, place)
    for row in block.rows[: block.header_rows]:
        shown = " | ".join(cell.text for cell in row)
        yield Omission(index, shown, "table-header-read-with-each-row", place)
    rows = list(rows_said(block, language))
    for at, (number, said) in enumerate(rows):
        pause_ms = _TEXT.pause_ms if at == len(rows) - 1 else _ROW.pause_ms
        yield _Part(said, "row", index, number, pause_ms, place)


def _attachments(release: Release) -> Iterator[_Step]:
    if not release.attachments:
        return
    language = release.language
    count = message("announcement", "attachments", language, count=len(release.attachments))
    yield _announcement(count, language, _ITEM.pause_ms)
    for attachment in release.attachments:
        yield _attachment(attachment, language)


def _attachment(attachment: Attachment, language: str) -> _Part:
    named = message("announcement", "attachment", language) + attachment.title
    return _announcement(named, language, _ITEM.pause_ms)


def _text_of(block: Block) -> str:
    if isinstance(block, Table):
        return " ".join(cell.text for row in block.rows for cell in row)
    return block.alt if isinstance(block, Figure) else block.text
