"""Voices, what they are asked to say, and the sound they give back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks.

    `id` is unique among all engines ("espeak:ko"); `version` changes when the same words would
    sound different; `language` is BCP 47; `gain_db` brings the voice to the house's loudness; None:
    nobody measured it, and each clip is levelled by itself.
    """

    id: str
    engine: str
    version: str
    language: str
    name: str
    gain_db: float | None = None


@dataclass(frozen=True, slots=True)
class Prosody:
    """SSML prosody, relative to the voice's own: 1.0 changes nothing."""

    rate: float = 1.0
    pitch: float = 1.0
    volume: float = 1.0


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine can do, so that callers plan and never ask for its name.

    `max_characters` is the longest text of one call (0: any); `marks` says whether word times come
    with the sound; `sound_rules` whether the engine itself knows how Korean letters change beside
    each other (국민 [궁민]); `expected_ms_per_character` sizes time limits.
    """

    max_characters: int = 0
    marks: bool = False
    rate: bool = False
    pitch: bool = False
    offline: bool = False
    sound_rules: bool = False
    expected_ms_per_character: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """When a word is heard: `start`, `end` are offsets into the spoken text of the utterance.

    `syllables_ms` are the times of its vowels, where the engine tells them.
    """

    start: int
    end: int
    start_ms: int
    end_ms: int
    syllables_ms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sound:
    """What an engine gave back, as it came.

    `media_type` is "audio/L16" (signed 16-bit little-endian mono at `sample_rate_hz`) or an
    encoded type such as "audio/mpeg". `text` is what was asked for and `marks` point into it;
    `voice` is who really spoke; `stand_in_for` is empty, or the error code because of which another
    voice than the one asked for was used. `timing` says whose times the marks are: "engine",
    "aligned" (with another sound of the same text) or "shared" (an estimate by syllables).
    """

    data: bytes
    media_type: str
    sample_rate_hz: int
    voice: Voice
    text: str
    marks: tuple[Mark, ...] = ()
    stand_in_for: str = ""
    timing: str = "engine"


@dataclass(frozen=True, slots=True)
class Clip:
    """Finished audio of one segment: bare MPEG frames, no header, no tag.

    `voices` are the ids of the voices heard; `stand_in_for` and `timing` as in `Sound`, the least
    exact of all its sounds.
    """

    data: bytes
    media_type: str
    duration_ms: int
    voices: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    stand_in_for: str = ""
    timing: str = "engine"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one utterance that one voice says; `voice` carries everything it depends on."""

    text: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Segment:
    """One audio unit with one address.

    `key` is the hash of everything that changes its sound; `pause_frames` is the silence after it
    in whole audio frames, which is not part of the clip.
    """

    key: str
    index: int
    utterance: str
    pieces: tuple[Piece, ...]
    pause_frames: int
