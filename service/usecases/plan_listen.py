"""Name every sound of a narration before any of it exists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from service.audio.frames import pause_frames
from service.errors import VoiceUnknown
from service.model.manifest import Manifest, Provenance
from service.model.narration import Narration, Utterance
from service.model.speech import Piece, Prosody, Segment, Voice
from service.store.base import Shelf
from service.store.keys import choice_key, clip_key, manifest_key, narration_key
from service.text.reading import runs
from service.usecases.keeping import keep, kept
from service.usecases.services import Services

_AS_IT_IS = Prosody()
AS_THE_HOUSE: Mapping[str, Voice] = {}
"""No voice chosen."""


def plan_release(
    services: Services,
    release_key: str,
    narration: Narration,
    chosen: Mapping[str, Voice] = AS_THE_HOUSE,
) -> str:
    """Plan a narration and keep the plan; gives the manifest's id.

    The house's voices speak, in place of them those that are chosen for a language. Raises
    VoiceUnknown when no engine speaks a configured language.
    """
    voices = {**house_voices(services), **chosen}
    choice = choice_key(
        narration_key(release_key, narration.version),
        [f"{voice.id} {voice.version} {voice.gain_db}" for voice in voices.values()],
        _AS_IT_IS,
        services.finisher.profile,
    )
    known = kept(services.store, Shelf.CHOICES, choice, str)
    if known and services.plans.count(known) >= 0 and _head(services, known):
        return known
    manifest = _planned(services, release_key, narration, voices)
    services.plans.put(manifest.id, manifest.segments, manifest.prosody)
    keep(services.store, Shelf.MANIFESTS, manifest.id, replace(manifest, segments=()))
    keep(services.store, Shelf.CHOICES, choice, manifest.id)
    return manifest.id


def house_voices(services: Services) -> Mapping[str, Voice]:
    """The first voice of each configured language."""
    on_offer = services.engine.voices()
    chosen: dict[str, Voice] = {}
    for language in services.settings.languages:
        fitting = [voice for voice in on_offer if voice.language == language]
        if not fitting:
            raise VoiceUnknown(
                f"no engine speaks {language!r}: name one that does in LISTEN_ENGINES"
                " (a neural voice: `flask voices list`), or leave it out of LISTEN_LANGUAGES"
            )
        chosen[language] = fitting[0]
    return chosen


def planned_voices(services: Services, manifest: Manifest) -> Mapping[str, Voice]:
    """The voices of a plan that are still on offer, by language."""
    planned = manifest.provenance.voices
    on_offer = services.engine.voices()
    return {each.language: each for each in on_offer if f"{each.id} {each.version}" in planned}


def segments_of(
    utterances: Sequence[Utterance], voices: Mapping[str, Voice], prosody: Prosody, profile: str
) -> tuple[Segment, ...]:
    """One segment per utterance, named by everything that changes its sound (pure)."""
    made = []
    for index, utterance in enumerate(utterances):
        pieces = _pieces(utterance, voices)
        key = clip_key(pieces, prosody, profile)
        pause = pause_frames(utterance.pause_ms)
        made.append(Segment(key, index, utterance.id, pieces, pause))
    return tuple(made)


def _planned(
    services: Services, release_key: str, narration: Narration, voices: Mapping[str, Voice]
) -> Manifest:
    profile = services.finisher.profile
    segments = segments_of(narration.utterances, voices, _AS_IT_IS, profile)
    return Manifest(
        id=manifest_key(release_key, segments),
        release=release_key,
        title=narration.title,
        language=narration.language,
        segments=segments,
        prosody=_AS_IT_IS,
        provenance=Provenance(
            extractor=services.extractor.version,
            rules=narration.version,
            voices=tuple(f"{voice.id} {voice.version}" for voice in voices.values()),
            audio=profile,
        ),
    )


def _head(services: Services, manifest: str) -> bool:
    return services.store.size(Shelf.MANIFESTS, manifest) >= 0


def _pieces(utterance: Utterance, voices: Mapping[str, Voice]) -> tuple[Piece, ...]:
    spoken = runs(utterance.spans) or ((utterance.language, utterance.spoken),)
    return tuple(Piece(text, _voice(language, voices)) for language, text in spoken)


def _voice(language: str, voices: Mapping[str, Voice]) -> Voice:
    """The voice of a language; a language without one is read by the house's first voice."""
    return voices.get(language) or next(iter(voices.values()))
