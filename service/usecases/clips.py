"""Clips on the shelves: the one planned, or the one heard in its place."""

import time
from dataclasses import dataclass

from service.model.speech import Clip, Mark
from service.store.base import Shelf, Store
from service.store.keys import bytes_digest
from service.usecases.keeping import keep, kept


@dataclass(frozen=True, slots=True)
class ClipNote:
    """How a clip was made; `made_at` in seconds since 1970, `digest` the SHA-256 of its bytes."""

    voices: tuple[str, ...]
    duration_ms: int
    digest: str
    made_at: float
    marks: tuple[Mark, ...] = ()


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


def keep_clip(store: Store, key: str, clip: Clip) -> None:
    """Keep a clip; its note goes first, so that whoever finds the audio finds the note."""
    note = ClipNote(clip.voices, clip.duration_ms, bytes_digest(clip.data), time.time(), clip.marks)
    keep(store, Shelf.CLIP_NOTES, key, note)
    store.put(Shelf.CLIPS, key, clip.data)


def stand_in_of(store: Store, key: str) -> StandIn | None:
    """What is heard in the place of a planned clip that is not there, or None."""
    return kept(store, Shelf.STAND_INS, key, StandIn)


def heard_key(store: Store, key: str) -> str:
    """The key of the clip that is heard for a planned one; empty when there is none yet."""
    if store.size(Shelf.CLIPS, key) >= 0:
        return key
    stand_in = stand_in_of(store, key)
    if stand_in and store.size(Shelf.CLIPS, stand_in.key) >= 0:
        return stand_in.key
    return ""


def failure_of(store: Store, key: str) -> Failure | None:
    """Why a clip could not be made the last time, or None."""
    return kept(store, Shelf.FAILURES, key, Failure)
