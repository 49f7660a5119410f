"""Audio of other kinds: foreign files in, joined segments out in other containers.

pydub does both. It reads and writes WAV by itself and calls the ffmpeg command for everything else.
The kind is always named, because a command that guesses may be talked into opening other files.
"""

import io
import shutil
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from pydub import AudioSegment
from pydub.exceptions import PydubException

from service.audio.frames import SAMPLE_RATE_HZ
from service.audio.samples import decode_mp3
from service.errors import AudioFormatUnavailable, AudioUndecodable
from service.model.speech import Sound, Voice

_PLAIN = "wav"
_BYTES_PER_SAMPLE = 2
_MOST = 32_767

_INWARD: Mapping[str, str] = {
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/mp4": "mp4",
    "audio/aac": "aac",
    "audio/webm": "webm",
}


@dataclass(frozen=True, slots=True)
class _Container:
    """How the ffmpeg command calls a container, and the codec and bit rate for speech in it."""

    format: str
    codec: str | None = None
    bit_rate: str | None = None


_OUTWARD: Mapping[str, _Container] = {
    ".wav": _Container("wav"),
    ".flac": _Container("flac"),
    ".m4a": _Container("ipod", "aac", "64k"),
    ".ogg": _Container("ogg", "libopus", "32k"),
}

ENDINGS = (".mp3", *_OUTWARD)
"""File name endings that `exported` knows."""


def imported(data: bytes, media_type: str, voice: Voice, text: str) -> Sound:
    """A foreign file as a sound of plain samples, mono.

    WAV needs nothing; the other kinds need the ffmpeg command. Raises AudioUndecodable and
    AudioFormatUnavailable.
    """
    kind = _INWARD.get(media_type)
    if kind is None:
        known = ", ".join(_INWARD)
        raise AudioFormatUnavailable(f"no way to read {media_type!r}; known are {known}")
    if kind != _PLAIN:
        _need_command(media_type)
    try:
        segment = _read(data, kind)
    except (PydubException, OSError, ValueError, LookupError, struct.error) as error:
        raise AudioUndecodable(f"not {media_type}: {type(error).__name__}") from error
    plain = segment.set_channels(1).set_sample_width(_BYTES_PER_SAMPLE)
    return Sound(plain.raw_data, "audio/L16", plain.frame_rate, voice, text)


def require(ending: str) -> None:
    """Find out before any work whether `exported` can write such a file.

    MP3 and WAV need nothing; the others need the ffmpeg command. Raises AudioFormatUnavailable.
    """
    if ending not in ENDINGS:
        raise AudioFormatUnavailable(f"no way to write {ending!r}; known are {', '.join(ENDINGS)}")
    if ending in _OUTWARD and _OUTWARD[ending].format != _PLAIN:
        _need_command(ending)


def exported(frames: bytes, ending: str) -> bytes:
    """Joined segments in the container of a file name ending.

    All samples are in memory at once: 170 MB for an hour. Raises AudioFormatUnavailable, and
    AudioUndecodable when the command fails.
    """
    require(ending)
    if ending not in _OUTWARD:
        return frames
    container = _OUTWARD[ending]
    file = io.BytesIO()
    try:
        _segment(frames).export(
            file, format=container.format, codec=container.codec, bitrate=container.bit_rate
        )
    except (PydubException, OSError) as error:
        raise AudioUndecodable(f"writing {ending}: {type(error).__name__}") from error
    return file.getvalue()


def _need_command(kind: str) -> None:
    missing = [name for name in ("ffmpeg", "ffprobe") if shutil.which(name) is None]
    if missing:
        raise AudioFormatUnavailable(
            f"{kind} needs the {missing[0]} command, which is not installed"
        )


def _read(data: bytes, kind: str) -> AudioSegment:
    if kind == _PLAIN:
        return AudioSegment(data)
    return AudioSegment.from_file(io.BytesIO(data), format=kind)


def _segment(frames: bytes) -> AudioSegment:
    samples = (decode_mp3(frames) * _MOST).clip(-_MOST, _MOST).astype("<i2")
    return AudioSegment(
        samples.tobytes(), sample_width=_BYTES_PER_SAMPLE, frame_rate=SAMPLE_RATE_HZ, channels=1
    )
