"""Audio from one network into another: everything that documents need, in one ZIP file.

Clips lie under keys that tell what they say and in which voice, so the receiving side hears them
wherever it plans the same sentences in the same voices. What comes in is checked like any
stranger's file: names, sizes, the digest of every clip, the form of every value.
"""

import json
import math
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

from service import codec
from service.audio.frames import FRAME_BYTES, FULL
from service.errors import CacheFileInvalid, ManifestUnknown
from service.model.document import Release
from service.model.manifest import Manifest
from service.model.narration import Narration
from service.model.speech import Prosody, Segment
from service.store.base import Shelf
from service.store.keys import KEY_LENGTH, bytes_digest, is_key, manifest_key, narration_key
from service.usecases.clips import ClipNote, StandIn, heard_key, sound_of, stand_in_of
from service.usecases.keeping import kept
from service.usecases.services import Services
from service.usecases.tend_cache import publish

T = TypeVar("T")

_FORMAT = "deutgi-audio-1"
_ABOUT = "about.json"
_ABOUT_US = json.dumps({"format": _FORMAT}).encode()
_NAME = re.compile(rf"([a-z-]+)/([0-9a-f]{{{KEY_LENGTH}}})\.(?:json|mp3)")
_CLIPS, _PLANS = Shelf.CLIPS.value, "plans"
_MOST_ENTRY_BYTES = 200_000_000
_MOST_RATIO = 200
_VALUES: Mapping[str, type] = {
    Shelf.CLIP_NOTES.value: ClipNote,
    Shelf.STAND_INS.value: StandIn,
    Shelf.RELEASES.value: Release,
    Shelf.NARRATIONS.value: Narration,
    Shelf.MANIFESTS.value: Manifest,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned document, as it travels."""

    segments: tuple[Segment, ...]
    prosody: Prosody


@dataclass(frozen=True, slots=True)
class Carried:
    """What went out or came in: documents and clips; `known` clips were there already."""

    documents: int
    clips: int
    known: int = 0


def export(services: Services, manifests: tuple[str, ...], file: BinaryIO) -> Carried:
    """Write documents with all that is heard of them; raises ManifestUnknown for none of ours."""
    written: set[str] = set()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_ABOUT, _ABOUT_US)
        for manifest in manifests:
            for name, data in _parts(services, manifest):
                if name not in written:
                    written.add(name)
                    archive.writestr(name, data)
    clips = sum(name.startswith(f"{Shelf.CLIPS.value}/") for name in written)
    return Carried(len(manifests), clips)


def published(services: Services) -> tuple[str, ...]:
    """The manifests that were prepared for publication, in no order."""
    return tuple(services.store.keys(Shelf.PUBLISHED))


def take_in(services: Services, file: BinaryIO) -> Carried:
    """Take in what `export` wrote; raises CacheFileInvalid, and nothing broken is kept.

    Clips go in before the plans that name them, so that an import that is broken off leaves no
    document half there; what is known already stays as it is.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _taken(services, _Entries(archive))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, RuntimeError) as error:
        raise CacheFileInvalid(f"no ZIP file of ours: {error}") from error


class _Entries:
    """The entries of an archive of our form, by shelf; every one is checked before it is read."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._found: dict[str, dict[str, zipfile.ZipInfo]] = {}
        for entry in archive.infolist():
            if entry.filename != _ABOUT:
                shelf, key = _checked(entry)
                self._found.setdefault(shelf, {})[key] = entry
        sizes = [each.file_size for each in archive.infolist() if each.filename == _ABOUT]
        if sizes != [len(_ABOUT_US)] or archive.read(_ABOUT) != _ABOUT_US:
            raise CacheFileInvalid(f"not in the form {_FORMAT}")

    def of(self, shelf: str) -> Iterator[tuple[str, bytes]]:
        """Keys and contents of a shelf."""
        for key, entry in self._found.get(shelf, {}).items():
            yield key, self._archive.read(entry)

    def get(self, shelf: str, key: str) -> bytes:
        """One content; CacheFileInvalid when it is missing."""
        if (entry := self._found.get(shelf, {}).get(key)) is None:
            raise CacheFileInvalid(f"{shelf}/{key} is missing")
        return self._archive.read(entry)


def _checked(entry: zipfile.ZipInfo) -> tuple[str, str]:
    """Shelf and key of an entry."""
    match = _NAME.fullmatch(entry.filename)
    known = {*_VALUES, Shelf.CLIPS.value, _PLANS}
    if match is None or match[1] not in known:
        raise CacheFileInvalid(f"unknown entry {entry.filename[:80]!r}")
    is_bomb = entry.file_size > _MOST_RATIO * max(1, entry.compress_size)
    if entry.file_size > _MOST_ENTRY_BYTES or is_bomb:
        raise CacheFileInvalid(f"{entry.filename}: {entry.file_size} bytes")
    return match[1], match[2]


def _taken(services: Services, entries: _Entries) -> Carried:
    is_new = [_take_clip(services, entries, key, data) for key, data in entries.of(_CLIPS)]
    for shelf in (Shelf.STAND_INS, Shelf.RELEASES, Shelf.NARRATIONS, Shelf.MANIFESTS):
        for key, data in entries.of(shelf.value):
            value: object = _value(data, _VALUES[shelf.value], key)
            if isinstance(value, StandIn) and not (is_key(value.key) and math.isfinite(value.at)):
                raise CacheFileInvalid(f"stand-in {key} leads nowhere")
            if services.store.size(shelf, key) < 0:
                services.store.put(shelf, key, data)
    documents = [_take_plan(services, key, data) for key, data in entries.of(_PLANS)]
    return Carried(len(documents), sum(is_new), len(is_new) - sum(is_new))


def _take_clip(services: Services, entries: _Entries, key: str, data: bytes) -> bool:
    """Keep a clip with its note; False when it was here already."""
    raw = entries.get(Shelf.CLIP_NOTES.value, key)
    note = _value(raw, ClipNote, key)
    heads = {data[at : at + len(FULL.head)] for at in range(0, len(data), FRAME_BYTES)}
    if note.digest != bytes_digest(data) or len(data) % FRAME_BYTES or heads != {FULL.head}:
        raise CacheFileInvalid(f"clip {key} is not what its note says")
    if services.store.size(Shelf.CLIPS, key) > 0:
        return False
    services.store.put(Shelf.CLIP_NOTES, key, raw)
    services.store.put(Shelf.CLIPS, key, data)
    return True


def _take_plan(services: Services, manifest: str, data: bytes) -> str:
    """Keep a plan, whose name must be that of its contents, and spare its audio."""
    plan = _value(data, Plan, manifest)
    head = kept(services.store, Shelf.MANIFESTS, manifest, Manifest)
    if head is None or manifest_key(head.release, plan.segments) != manifest:
        raise CacheFileInvalid(f"plan {manifest} is not what its name says")
    services.plans.put(manifest, plan.segments, plan.prosody)
    publish(services, manifest)
    return manifest


def _value(data: bytes, kind: type[T], key: str) -> T:
    try:
        return codec.from_json(data, kind)
    except ValueError as error:
        raise CacheFileInvalid(f"{key}: no {kind.__name__}") from error


def _parts(services: Services, manifest: str) -> Iterator[tuple[str, bytes]]:
    """Names and contents of everything that a document needs."""
    known = is_key(manifest)
    head = kept(services.store, Shelf.MANIFESTS, manifest, Manifest) if known else None
    count = services.plans.count(manifest)
    if head is None or count < 0:
        raise ManifestUnknown(f"no manifest {manifest!r}")
    segments = services.plans.segments(manifest, 0, count)
    for segment in segments:
        yield from _heard(services, segment.key)
    texts = (
        (Shelf.RELEASES, head.release),
        (Shelf.NARRATIONS, narration_key(head.release, head.provenance.rules)),
        (Shelf.MANIFESTS, manifest),
    )
    for shelf, key in texts:
        if (data := services.store.get(shelf, key)) is not None:
            yield f"{shelf.value}/{key}.json", data
    plan = Plan(segments, services.plans.prosody(manifest))
    yield f"{_PLANS}/{manifest}.json", codec.to_json(plan).encode()


def _heard(services: Services, planned: str) -> Iterator[tuple[str, bytes]]:
    store = services.store
    key = heard_key(store, planned)
    data = sound_of(store, key) if key else None  # what is broken must not be found out inside
    note = store.get(Shelf.CLIP_NOTES, key) if key else None
    if data is None or note is None:
        return
    yield f"{Shelf.CLIPS.value}/{key}.mp3", data
    yield f"{Shelf.CLIP_NOTES.value}/{key}.json", note
    if key != planned and (stand_in := stand_in_of(store, planned)):
        yield f"{Shelf.STAND_INS.value}/{planned}.json", codec.to_json(stand_in).encode()
