"""The list of everything that will be heard, made before any of it exists."""

from dataclasses import dataclass

from service.model.speech import Prosody, Segment


@dataclass(frozen=True, slots=True)
class Provenance:
    """Versions of everything that shaped the audio."""

    extractor: str
    rules: str
    voices: tuple[str, ...]
    audio: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One narration in one choice of voices.

    `id` is a hash over the segments, so equal ids mean equal sound; `release` is the key under
    which the release and its narration are kept.
    """

    id: str
    release: str
    title: str
    language: str
    segments: tuple[Segment, ...]
    prosody: Prosody
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Cue:
    """A time range of the joined audio tied to an utterance; milliseconds from its beginning."""

    utterance: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is known of the joined audio at one moment.

    `frames` holds the number of audio frames per segment without its pause, -1 where the segment
    is not made yet and 0 where it failed; `stand_ins` holds the indexes spoken by a stand-in.
    """

    manifest: str
    frames: tuple[int, ...]
    stand_ins: tuple[int, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every segment has been made or has failed for good."""
        return all(count >= 0 for count in self.frames)
