"""Which voices a listener may choose, and what is heard in those that were chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from service.errors import ManifestUnknown, VoiceNotOffered
from service.model.manifest import Manifest
from service.model.speech import Voice
from service.store.base import Shelf
from service.store.keys import narration_key
from service.usecases.keeping import kept
from service.usecases.narrations import kept_narration
from service.usecases.pair_releases import PairReading
from service.usecases.plan_listen import house_voices, plan_release
from service.usecases.read_release import Reading
from service.usecases.services import Services

NONE = "none"
_ON_THIS_MACHINE = ("espeak", "sherpa")
_MOST_UNASKED = 12
"""So many of a language are offered when settings name none."""


def voices_offered(services: Services) -> Mapping[str, tuple[Voice, ...]]:
    """By language, the house's own voice first; languages without a choice are left out."""
    named = services.settings.voices_offered
    offered = {
        language: (own, *_others(services, own, named))
        for language, own in house_voices(services).items()
    }
    return {language: voices for language, voices in offered.items() if len(voices) > 1}


def voices_for(services: Services, reading: Reading) -> Mapping[str, tuple[Voice, ...]]:
    """Those offered in languages that are heard in this reading."""
    heard = {said.language for said in reading.narration.utterances}
    offered = voices_offered(services)
    return {language: voices for language, voices in offered.items() if language in heard}


def voices_chosen(services: Services, ids: Sequence[str]) -> Mapping[str, Voice]:
    """The voices of some ids by their languages; VoiceNotOffered for one that is not offered."""
    known = {voice.id: voice for of in voices_offered(services).values() for voice in of}
    if unknown := [each for each in ids if each not in known]:
        raise VoiceNotOffered(f"not offered: {', '.join(unknown)}")
    return {known[each].language: known[each] for each in ids}


def pair_in_voices(services: Services, pair: PairReading, ids: Sequence[str]) -> PairReading:
    """The same pair, each side heard in chosen voices; VoiceNotOffered as in `in_voices`."""
    first, second = (in_voices(services, each, ids) for each in (pair.first, pair.second))
    return replace(pair, first=first, second=second)


def in_voices(services: Services, reading: Reading, ids: Sequence[str]) -> Reading:
    """The same reading, heard in chosen voices; VoiceNotOffered for one that is not offered."""
    if not ids:
        return reading
    chosen = voices_chosen(services, ids)
    return replace(reading, manifest=plan_release(services, reading.key, reading.narration, chosen))


def manifest_in_voices(services: Services, manifest: str, ids: Sequence[str]) -> str:
    """The manifest of the same narration in chosen voices.

    Raises ManifestUnknown, and VoiceNotOffered for a voice that is not offered.
    """
    chosen = voices_chosen(services, ids)
    head = kept(services.store, Shelf.MANIFESTS, manifest, Manifest)
    name = narration_key(head.release, head.provenance.rules) if head else ""
    narration = kept_narration(services.store, name) if head else None
    if head is None or narration is None:
        raise ManifestUnknown(f"no manifest {manifest}")
    return plan_release(services, head.release, narration, chosen)


def _others(services: Services, own: Voice, named: Sequence[str]) -> tuple[Voice, ...]:
    """What may be chosen besides the house's own voice of a language."""
    if tuple(named) == (NONE,):
        return ()
    fitting = tuple(
        voice
        for voice in services.engine.voices()
        if voice.language == own.language and voice.id != own.id
    )
    if named:
        return tuple(voice for voice in fitting if voice.id in named)
    unasked = [voice for voice in fitting if voice.engine in _ON_THIS_MACHINE]
    return tuple(unasked[: _MOST_UNASKED - 1])
