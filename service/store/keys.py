"""Names of everything that is kept: hashes of exactly what changes the thing named (pure)."""

import hashlib
import json
from collections.abc import Iterable, Sequence

from service.model.speech import Piece, Prosody, Segment
from service.text import likeness, pairing

KEY_LENGTH = 64
_HEX = frozenset("0123456789abcdef")


def is_key(text: str) -> bool:
    """Whether a text has the form of a key: 64 lower-case hex digits."""
    return len(text) == KEY_LENGTH and _HEX.issuperset(text)


def bytes_digest(data: bytes) -> str:
    """Name of bytes: their SHA-256."""
    return hashlib.sha256(data).hexdigest()


def source_key(description: str) -> str:
    """Name under which it is remembered what an address or a hand-over last gave."""
    return _digest("source", description)


def release_key(
    resource_digest: str, description: str, extractor_version: str, words: str = ""
) -> str:
    """Name of a release: the bytes, where they came from, and how they are read.

    Where they came from counts because relative links and site descriptions depend on it; the
    words of the page that offers a file count because they help to read it.
    """
    known = [words] if words else []
    return _digest("release", resource_digest, description, extractor_version, *known)


def part_key(release: str, pages_read: int) -> str:
    """Name of what was read of a release when only its first pages were."""
    return _digest("part", release, pages_read)


def narration_key(release: str, rules_version: str) -> str:
    """Name of the narration of a release under one version of the rules."""
    return _digest("narration", release, rules_version)


def comparison_key(body: str, files: Sequence[Sequence[str]]) -> str:
    """Name of what comparing a body with files gave; `files` are titles and addresses.

    The page itself is no part of it: its counters change with every visit.
    """
    return _digest("comparison", body, [list(file) for file in files], likeness.VERSION)


def pairing_key(first: str, second: str) -> str:
    """Name of two narrations in step; they are named by their keys."""
    return _digest("pairing", first, second, pairing.VERSION)


def clip_key(pieces: Sequence[Piece], prosody: Prosody, profile: str) -> str:
    """Name of a clip: words, voices with their versions, prosody and audio format."""
    said = [
        [piece.text, piece.voice.language, piece.voice.id, piece.voice.version, piece.voice.gain_db]
        for piece in pieces
    ]
    return _digest("clip", said, [prosody.rate, prosody.pitch, prosody.volume], profile)


def light_key(clip: str, profile: str) -> str:
    """Name of the light form of a clip."""
    return _digest("light", clip, profile)


def pictured_key(resource_digest: str, width: int, version: str) -> str:
    """Name of the pictures of a document: its bytes, how wide they are, and how they are drawn."""
    return _digest("pictured", resource_digest, width, version)


def picture_key(pictured: str, page: int) -> str:
    """Name of the picture of one page."""
    return _digest("picture", pictured, page)


def doubt_key(manifest: str, voice: str) -> str:
    """Name under which it is remembered how often a voice failed in a document."""
    return _digest("doubt", manifest, voice)


def choice_key(narration: str, voices: Sequence[str], prosody: Prosody, profile: str) -> str:
    """Name of a choice of voices for a narration; `voices` are ids with versions."""
    return _digest(
        "choice", narration, list(voices), [prosody.rate, prosody.pitch, prosody.volume], profile
    )


def manifest_key(release: str, segments: Iterable[Segment]) -> str:
    """Name of a manifest: the release it speaks and every sound and pause of it, in order."""
    return _digest("manifest", release, [[s.key, s.utterance, s.pause_frames] for s in segments])


def audio_etag(parts: Iterable[tuple[str, int, int]]) -> str:
    """Validator of joined audio: the clips really heard, stand-ins included.

    A part is the key of a clip, the frames of the pause behind it, and its own frames.
    """
    return _digest("audio", [list(part) for part in parts])


def _digest(*parts: object) -> str:
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
