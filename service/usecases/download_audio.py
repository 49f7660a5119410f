"""A whole document as one file to keep: an MP3 that tells what it is and has chapters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.audio.frames import FRAME_MS, FULL, Grade
from service.errors import AudioNotFinished
from service.export.audiobook import Book, Chapter, id3
from service.model.document import Block, Figure, Heading, Release, Table
from service.model.jobs import Priority
from service.model.narration import Utterance
from service.store.base import Shelf
from service.store.keys import bytes_digest
from service.usecases.join_audio import Joined, joined
from service.usecases.keeping import kept
from service.usecases.make_audio import ask_for_all
from service.usecases.services import Services
from service.usecases.timelines import Shown, show_manifest, starts_ms

_HEADING = "heading"
_FEWEST = 2
_PAGE = {"ko": "{}쪽", "en": "Page {}"}
# Types of the Korea Open Government License, as releases name theirs.
_OPEN_LICENCE = re.compile(r"공공누리[\s(]{0,3}(?:제\s?)?([0-4])\s?유형")


@dataclass(frozen=True, slots=True)
class Download:
    """The file: its tag with the frames behind it, its validator, and the title that names it."""

    title: str
    join: Joined
    etag: str


def download(services: Services, manifest: str, grade: Grade = FULL) -> Download:
    """Lay out the file; its bytes are read like those of any joined audio.

    Raises ManifestUnknown, and AudioNotFinished when sentences are not made yet, which asks for
    them.
    """
    shown = show_manifest(services, manifest)
    frames = shown.heard.timeline.frames
    if not shown.heard.timeline.is_complete:
        ask_for_all(services, manifest, Priority.FOLLOWING)
        made = sum(count >= 0 for count in frames)
        raise AudioNotFinished(f"{made} of {len(frames)} sentences", made, len(frames))
    release = kept(services.store, Shelf.RELEASES, shown.manifest.release, Release)
    tag = id3(_book(shown, release, services.settings.licence))
    etag = bytes_digest(shown.heard.etag.encode() + grade.name.encode() + tag)
    return Download(shown.manifest.title, joined(shown.heard, grade, tag), etag)


def licence_of(release: Release) -> str:
    """The open licence that a release names in its facts or its text; empty when it names none."""
    for text in _texts(release):
        if found := _OPEN_LICENCE.search(text):
            return f"공공누리 제{found[1]}유형 (KOGL Type {found[1]})"
    return ""


def _texts(release: Release) -> Iterator[str]:
    yield from (f"{fact.name} {fact.text}" for fact in release.facts)
    for block in reversed(release.body.blocks):  # it stands at the end
        match block:
            case Table():
                yield from (cell.text for row in block.rows for cell in row)
            case Figure():
                yield block.alt
            case _:
                yield block.text


def _book(shown: Shown, release: Release | None, licence: str) -> Book:
    planned = shown.manifest
    if release is None:
        return Book(planned.title, language=planned.language, chapters=_chapters(shown, ()))
    return Book(
        title=planned.title,
        agency=release.agency,
        issued_on=release.issued_on,
        language=planned.language,
        licence=licence_of(release) or licence,
        chapters=_chapters(shown, release.body.blocks),
    )


def _chapters(shown: Shown, blocks: Sequence[Block]) -> tuple[Chapter, ...]:
    """From heading to heading; where there are none, from page to page."""
    said, starts = shown.narration.utterances, starts_ms(shown.heard)
    end_ms = (sum(shown.heard.timeline.frames) + sum(shown.heard.pauses)) * FRAME_MS
    begins = [(0, shown.manifest.title), *_headings(said, blocks)]
    if len(begins) < _FEWEST:
        begins = _pages(said, shown.manifest.language)
    ends = [*(starts[index] for index, _ in begins[1:]), end_ms]
    return tuple(
        Chapter(title, starts[index], end)
        for (index, title), end in zip(begins, ends, strict=False)
    )


def _headings(said: Sequence[Utterance], blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Where chapters begin, and their titles; subtitles belong to the title."""
    headings = {at for at, block in enumerate(blocks) if isinstance(block, Heading)}
    return [
        (index, each.display)
        for index, each in enumerate(said)
        if each.role == _HEADING and each.block in headings and each.part == 0 and each.display
    ]


def _pages(said: Sequence[Utterance], language: str) -> list[tuple[int, str]]:
    firsts: dict[int, int] = {}
    for index, each in enumerate(said):
        firsts.setdefault(each.locator.page, index)
    firsts.pop(0, None)  # what stands nowhere
    named = _PAGE.get(language, _PAGE["en"])
    return [(index, named.format(page)) for page, index in firsts.items()]
