"""Sounds of one utterance to one clip: trimmed, levelled, joined, encoded, measured."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from service.audio.frames import LEAD_SAMPLES, SAMPLE_RATE_HZ, duration_ms
from service.audio.loudness import Samples, amplify, limit
from service.audio.samples import decode, encode
from service.errors import AudioUndecodable
from service.model.speech import Clip, Mark, Sound

_PROFILE = "mp3-24k-48-1"
_QUIET = 10 ** (-50 / 20)
_MARGIN_SAMPLES = SAMPLE_RATE_HZ * 10 // 1000
_GAP_SAMPLES = SAMPLE_RATE_HZ * 80 // 1000
# A decibel under the promised -1: coding can add to a peak.
_CEILING_DB = -2.0


class Mp3Finisher:
    """Makes bare MPEG-2 layer III frames, mono, 24 kHz, 48 kbit/s."""

    profile = _PROFILE

    def finish(self, sounds: Sequence[Sound]) -> Clip:
        """One clip from the sounds of one utterance."""
        parts: list[Samples] = []
        marks: list[Mark] = []
        begun, offset = LEAD_SAMPLES, 0
        for sound in sounds:
            samples, cut = _trimmed(_levelled(sound))
            marks += _moved(sound.marks, offset, begun - cut)
            parts += [samples, np.zeros(_GAP_SAMPLES, dtype=np.float32)]
            begun += samples.size + _GAP_SAMPLES
            offset += len(sound.text) + 1
        if not parts:
            raise AudioUndecodable("no sound at all")
        data = encode(np.concatenate(parts[:-1]))
        return Clip(
            data=data,
            media_type="audio/mpeg",
            duration_ms=duration_ms(data),
            voices=tuple(dict.fromkeys(sound.voice.id for sound in sounds)),
            marks=tuple(marks),
            stand_in_for=next((s.stand_in_for for s in sounds if s.stand_in_for), ""),
        )


def _levelled(sound: Sound) -> Samples:
    louder = amplify(decode(sound), sound.voice.gain_db)
    return limit(louder, SAMPLE_RATE_HZ, _CEILING_DB)


def _trimmed(samples: Samples) -> tuple[Samples, int]:
    """Without the quiet at both ends but for a small margin; and how many samples went first."""
    loud = np.flatnonzero(np.abs(samples) > _QUIET)
    if not loud.size:
        return samples, 0
    first = max(0, int(loud[0]) - _MARGIN_SAMPLES)
    last = min(samples.size, int(loud[-1]) + 1 + _MARGIN_SAMPLES)
    return samples[first:last], first


def _moved(marks: Sequence[Mark], characters: int, samples: int) -> list[Mark]:
    """Marks of one sound in the clip: so many characters and samples later."""
    later_ms = round(samples * 1000 / SAMPLE_RATE_HZ)
    return [
        replace(
            mark,
            start=mark.start + characters,
            end=mark.end + characters,
            start_ms=max(0, mark.start_ms + later_ms),
            end_ms=max(0, mark.end_ms + later_ms),
        )
        for mark in marks
    ]
