"""Voices that fail in a document: after some failures one stand-in reads on, in one voice.

Without that, a server that answers every other time would mix two voices at random.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from service.errors import EngineRefused
from service.model.speech import Piece, Prosody, Segment, Sound, Voice
from service.store.base import Shelf
from service.store.keys import doubt_key
from service.usecases.keeping import keep, kept
from service.usecases.services import Services


@dataclass(frozen=True, slots=True)
class Doubt:
    """How often a voice has failed in a document.

    `reason` is the last error's code, `at` its time in seconds since 1970.
    """

    failures: int
    reason: str
    at: float


def spoken(services: Services, manifest: str, segment: Segment, prosody: Prosody) -> list[Sound]:
    """The sounds of a segment, in its own voices or those that stand in for them; SpeechError."""
    return [_spoken(services, manifest, piece, prosody) for piece in segment.pieces]


def trust_again(services: Services, manifest: str, segment: Segment) -> None:
    """Forget the failures of a segment's voices in a document: they speak again."""
    for piece in segment.pieces:
        services.store.drop(Shelf.DOUBTS, doubt_key(manifest, piece.voice.id))


def _spoken(services: Services, manifest: str, piece: Piece, prosody: Prosody) -> Sound:
    reason = _given_up(services, manifest, piece.voice)
    instead = _stand_in(services.engine.voices(), piece.voice) if reason else None
    if instead is not None:
        sound = services.engine.speak(piece.text, instead, prosody)
        return replace(sound, stand_in_for=sound.stand_in_for or reason)
    sound = services.engine.speak(piece.text, piece.voice, prosody)
    if sound.stand_in_for and sound.stand_in_for != EngineRefused.code:  # a text is no failure
        _note(services, manifest, piece.voice, sound.stand_in_for)
    return sound


def _given_up(services: Services, manifest: str, voice: Voice) -> str:
    """Why a voice is not even tried in a document; empty when it is."""
    doubt = kept(services.store, Shelf.DOUBTS, doubt_key(manifest, voice.id), Doubt)
    settings = services.settings
    if doubt is None or doubt.failures < settings.stand_in_after:
        return ""
    return doubt.reason if time.time() - doubt.at < settings.remake_after_s else ""


def _note(services: Services, manifest: str, voice: Voice, reason: str) -> None:
    key = doubt_key(manifest, voice.id)
    before = kept(services.store, Shelf.DOUBTS, key, Doubt)
    failures = 1 + (before.failures if before else 0)
    keep(services.store, Shelf.DOUBTS, key, Doubt(failures, reason, time.time()))


def _stand_in(voices: Sequence[Voice], voice: Voice) -> Voice | None:
    """The next voice of the language that another engine has, in the chain's order."""
    fitting = [each for each in voices if each.language == voice.language]
    behind = dropwhile(lambda each: each.id != voice.id, fitting)
    return next((each for each in behind if each.engine != voice.engine), None)
