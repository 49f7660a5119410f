"""Clips on the shelves: the one planned, or the one heard in its place."""

import logging
import time
from dataclasses import dataclass

from service.audio.frames import FRAME_BYTES
from service.model.speech import Clip, Mark
from service.store.base import Shelf, Store
from service.store.keys import bytes_digest, is_key
from service.usecases.keeping import keep, kept

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ClipNote:
    """How a clip was made; `made_at` in seconds since 1970, `digest` the SHA-256 of its bytes.

    `timing` says whose times the marks are (see `Sound`), `text` what is said, `made_with` the
    voices with their versions, `rules` the version of the rules and lexicon that gave the text,
    `audio` that of the finishing.
    """

    voices: tuple[str, ...]
    duration_ms: int
    digest: str
    made_at: float
    marks: tuple[Mark, ...] = ()
    text: str = ""
    made_with: tuple[str, ...] = ()
    rules: str = ""
    audio: str = ""
    timing: str = "engine"


@dataclass(frozen=True, slots=True)
class StandIn:
    """Another clip is heard in the place of a planned one, because of an error code.

    `at` is when the planned one was last tried, in seconds since 1970.
    """

    key: str
    reason: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """A clip could not be made; `at` is in seconds since 1970."""

    code: str
    at: float


@dataclass(frozen=True, slots=True)
class Making:
    """Where a clip comes from: see `ClipNote`."""

    text: str = ""
    made_with: tuple[str, ...] = ()
    rules: str = ""
    audio: str = ""


def keep_clip(store: Store, key: str, clip: Clip, making: Making) -> None:
    """Keep a clip; its note goes first, so that whoever finds the audio finds the note."""
    note = ClipNote(
        voices=clip.voices,
        duration_ms=clip.duration_ms,
        digest=bytes_digest(clip.data),
        made_at=time.time(),
        marks=clip.marks,
        text=making.text,
        made_with=making.made_with,
        rules=making.rules,
        audio=making.audio,
        timing=clip.timing,
    )
    keep(store, Shelf.CLIP_NOTES, key, note)
    store.put(Shelf.CLIPS, key, clip.data)


def sound_of(store: Store, key: str) -> bytes | None:
    """The bytes of a clip as they were made, or None.

    A clip that is cut off or changed is dropped, so that it is made again, and logged.
    """
    data = store.get(Shelf.CLIPS, key)
    if data is None:
        return None
    if not is_as_made(store, key, data):
        _log.error("clip-broken key=%s bytes=%d", key, len(data))
        store.drop(Shelf.CLIPS, key)
        store.drop(Shelf.CLIP_NOTES, key)
        return None
    store.touch(Shelf.CLIPS, key)
    return data


def is_as_made(store: Store, key: str, data: bytes) -> bool:
    """Whether bytes are those that the clip's note tells of; without a note nobody knows."""
    note = kept(store, Shelf.CLIP_NOTES, key, ClipNote)
    return note is not None and note.digest == bytes_digest(data)


def stand_in_of(store: Store, key: str) -> StandIn | None:
    """What is heard in the place of a planned clip that is not there, or None."""
    return kept(store, Shelf.STAND_INS, key, StandIn)


def heard_key(store: Store, key: str) -> str:
    """The key of the clip that is heard for a planned one; empty when there is none yet."""
    return heard_clip(store, key)[0]


def heard_clip(store: Store, key: str) -> tuple[str, int]:
    """Key and frames of the clip that is heard for a planned one; ("", 0) when there is none."""
    if frames := _frames(store, key):
        return key, frames
    stand_in = stand_in_of(store, key)
    frames = _frames(store, stand_in.key) if stand_in else 0
    return (stand_in.key, frames) if stand_in and frames else ("", 0)


def _frames(store: Store, key: str) -> int:
    """How many frames are kept; 0 unless all are whole: a file cut off seldom ends with one."""
    size = store.size(Shelf.CLIPS, key) if is_key(key) else -1
    return size // FRAME_BYTES if size > 0 and size % FRAME_BYTES == 0 else 0


def failure_of(store: Store, key: str) -> Failure | None:
    """Why a clip could not be made the last time, or None."""
    return kept(store, Shelf.FAILURES, key, Failure)
