"""When each utterance is heard in the joined audio, as far as it is known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from service.audio.frames import FRAME_MS, LEAD_SAMPLES, SAMPLE_RATE_HZ
from service.errors import ManifestUnknown
from service.model.manifest import Cue, Manifest, Timeline
from service.model.narration import Narration
from service.model.speech import Segment
from service.store.base import Shelf
from service.store.keys import audio_etag, narration_key
from service.usecases.clips import failure_of, heard_clip
from service.usecases.keeping import kept
from service.usecases.narrations import kept_narration
from service.usecases.services import Services

_UNMADE = ("", -1)
_LEAD_MS = LEAD_SAMPLES * 1000 // SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard for each planned segment: keys of clips, "" where there is none."""

    keys: tuple[str, ...]
    pauses: tuple[int, ...]
    timeline: Timeline

    @property
    def etag(self) -> str:
        """Validator of the joined audio: a clip made anew may have other frames, by the engine."""
        return audio_etag(zip(self.keys, self.pauses, self.timeline.frames, strict=True))

    @property
    def is_final(self) -> bool:
        """Whether the joined audio can never change: complete, nobody stood in, nothing failed."""
        return self.timeline.is_complete and not self.timeline.stand_ins and all(self.keys)


@dataclass(frozen=True, slots=True)
class Shown:
    """A manifest with everything that its readers need."""

    manifest: Manifest
    narration: Narration
    heard: Heard


def show_manifest(services: Services, manifest: str) -> Shown:
    """A plan, its words and what exists of it; raises ManifestUnknown."""
    head = kept(services.store, Shelf.MANIFESTS, manifest, Manifest)
    count = services.plans.count(manifest)
    if head is None or count < 0:
        raise ManifestUnknown(f"no manifest {manifest}")
    name = narration_key(head.release, head.provenance.rules)
    narration = kept_narration(services.store, name)
    if narration is None:
        raise ManifestUnknown(f"the narration of {manifest} was purged")
    planned = replace(head, segments=services.plans.segments(manifest, 0, count))
    return Shown(planned, narration, heard_of(services, manifest))


def heard_of(services: Services, manifest: str) -> Heard:
    """What exists of a plan; raises ManifestUnknown."""
    planned = services.plans.keys(manifest)
    if services.plans.count(manifest) < 0:
        raise ManifestUnknown(f"no manifest {manifest}")
    return _heard(manifest, planned, [_made(services, key) for key, _ in planned])


def heard_if_complete(services: Services, manifest: str) -> Heard | None:
    """What exists of a plan of which every segment is made or has failed, else None.

    Raises ManifestUnknown. Looks no further than the first segment that is not, and at the very
    first alone, so that a document nobody has heard yet is told from a finished one at once,
    whatever its length.
    """
    if services.plans.count(manifest) < 0:
        raise ManifestUnknown(f"no manifest {manifest}")
    if any(
        _made(services, each.key) == _UNMADE for each in services.plans.segments(manifest, 0, 1)
    ):
        return None
    planned = services.plans.keys(manifest)
    found = list(takewhile(_UNMADE.__ne__, (_made(services, key) for key, _ in planned)))
    return _heard(manifest, planned, found) if len(found) == len(planned) else None


def _heard(
    manifest: str, planned: Sequence[tuple[str, int]], made: Sequence[tuple[str, int]]
) -> Heard:
    keys = tuple(key for key, _ in made)
    frames = tuple(count for _, count in made)
    stand_ins = tuple(
        index
        for index, ((key, _), heard) in enumerate(zip(planned, keys, strict=True))
        if heard not in ("", key)
    )
    return Heard(keys, tuple(pause for _, pause in planned), Timeline(manifest, frames, stand_ins))


def _made(services: Services, planned: str) -> tuple[str, int]:
    """The key that is heard and its frames: none of one that failed, -1 of one not made yet."""
    heard = heard_clip(services.store, planned)
    return heard if heard[0] or failure_of(services.store, planned) else _UNMADE


def starts_ms(heard: Heard) -> tuple[int, ...]:
    """Where each segment begins in the joined audio; -1 after the first that is unknown."""
    lengths = [
        -1 if frames < 0 else frames + pause
        for frames, pause in zip(heard.timeline.frames, heard.pauses, strict=True)
    ]
    known = lengths.index(-1) if -1 in lengths else len(lengths)
    begun = list(accumulate(lengths[:known], initial=0))[: len(lengths)]
    return tuple(frame * FRAME_MS for frame in begun) + (-1,) * (len(lengths) - len(begun))


def cues_of(segments: Sequence[Segment], heard: Heard) -> tuple[Cue, ...]:
    """When each utterance is heard, up to the first that is unknown; failed ones have no cue."""
    return tuple(
        Cue(segment.utterance, start + _LEAD_MS, start + frames * FRAME_MS)
        for segment, start, frames in zip(
            segments, starts_ms(heard), heard.timeline.frames, strict=True
        )
        if start >= 0 and frames > 0
    )
