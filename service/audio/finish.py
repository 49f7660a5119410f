"""Sounds of one utterance to one clip: trimmed, levelled, joined, encoded, measured."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from service.audio.frames import (
    FRAME_SAMPLES,
    FULL,
    LEAD_SAMPLES,
    LIGHT,
    SAMPLE_RATE_HZ,
    Grade,
    duration_ms,
)
from service.audio.levels import loudness
from service.audio.loudness import Samples, amplify, decibels, faded, limit, true_peak
from service.audio.samples import ENCODER_FRAMES, decode, decode_mp3, encode
from service.errors import AudioUndecodable
from service.model.speech import Clip, Mark, Sound

GOAL_LUFS = -19.0
"""The house's loudness (ITU-R BS.1770)."""
_MOST_GAIN_DB = 24.0
_PROFILE = "mp3-24k-48-1"
_LIGHT_PROFILE = "mp3-24k-24-1"
_QUIET = 10 ** (-50 / 20)
_MARGIN_SAMPLES = SAMPLE_RATE_HZ * 10 // 1000
_GAP_SAMPLES = SAMPLE_RATE_HZ * 80 // 1000
# What is promised of the decoded clip, and what is aimed at: coding can add to a peak.
_PROMISED_DB = -1.0
_CEILING_DB = -2.0
_ROUNDS = 4
_FULL_SCALE = 32_767
_LESS_EXACT = ("engine", "aligned", "shared")


class Mp3Finisher:
    """Makes bare MPEG-2 layer III frames, mono, 24 kHz, 48 kbit/s."""

    profile = _PROFILE
    light_profile = _LIGHT_PROFILE

    def finish(self, sounds: Sequence[Sound]) -> Clip:
        """One clip from the sounds of one utterance."""
        parts: list[Samples] = []
        marks: list[Mark] = []
        begun, offset = LEAD_SAMPLES, 0
        for sound in sounds:
            samples, cut = _trimmed(_levelled(decode(sound), sound.voice.gain_db))
            marks += _moved(sound.marks, offset, begun - cut)
            parts += [samples, np.zeros(_GAP_SAMPLES, dtype=np.float32)]
            begun += samples.size + _GAP_SAMPLES
            offset += len(sound.text) + 1
        whole = np.concatenate(parts[:-1]) if parts else np.zeros(0, dtype=np.float32)
        if not whole.size:
            raise AudioUndecodable("no sound at all")
        data = _encoded(limit(whole, SAMPLE_RATE_HZ, _CEILING_DB))
        lasts_ms = duration_ms(data)
        return Clip(
            data=data,
            media_type="audio/mpeg",
            duration_ms=lasts_ms,
            voices=tuple(dict.fromkeys(sound.voice.id for sound in sounds)),
            marks=tuple(_inside(mark, lasts_ms) for mark in marks),
            stand_in_for=next((s.stand_in_for for s in sounds if s.stand_in_for), ""),
            timing=max((s.timing for s in sounds), key=_LESS_EXACT.index),
        )

    def plain(self, sound: Sound) -> Sound:
        """The same as samples at the house's rate."""
        samples = (decode(sound) * _FULL_SCALE).clip(-_FULL_SCALE, _FULL_SCALE).astype("<i2")
        data = samples.tobytes()
        return replace(sound, data=data, media_type="audio/L16", sample_rate_hz=SAMPLE_RATE_HZ)

    def lighten(self, data: bytes) -> bytes:
        """The same frames in time at 24 kbit/s: no sample moves, and no frame more or less."""
        decoded = decode_mp3(data)
        own = len(data) // FULL.frame_bytes - ENCODER_FRAMES
        samples = decoded[LEAD_SAMPLES : LEAD_SAMPLES + max(0, own) * FRAME_SAMPLES]
        return _encoded(samples, LIGHT)


def _levelled(samples: Samples, gain_db: float | None) -> Samples:
    """Samples at the house's loudness: by the voice's own gain, else by their own loudness."""
    if gain_db is None:
        found = loudness(samples, SAMPLE_RATE_HZ)
        gain_db = GOAL_LUFS - found if math.isfinite(found) else 0.0
    return amplify(samples, max(-_MOST_GAIN_DB, min(_MOST_GAIN_DB, gain_db)))


def _encoded(samples: Samples, grade: Grade = FULL) -> bytes:
    """Frames whose decoded true peak keeps the promise; softer by what coding added, if it did."""
    for _ in range(_ROUNDS):
        data = encode(samples, grade)
        over_db = decibels(true_peak(decode_mp3(data), SAMPLE_RATE_HZ)) - _PROMISED_DB
        if over_db <= 0:
            return data
        samples = amplify(samples, -over_db - 0.1)
    raise AudioUndecodable("coding adds to the peaks without end")


def _trimmed(samples: Samples) -> tuple[Samples, int]:
    """Without the quiet at both ends but for a small margin; and how many samples went first."""
    loud = np.flatnonzero(np.abs(samples) > _QUIET)
    if not loud.size:
        return samples, 0
    first = max(0, int(loud[0]) - _MARGIN_SAMPLES)
    last = min(samples.size, int(loud[-1]) + 1 + _MARGIN_SAMPLES)
    return faded(samples[first:last], _MARGIN_SAMPLES), first


def _moved(marks: Sequence[Mark], characters: int, samples: int) -> list[Mark]:
    """Marks of one sound in the clip: so many characters and samples later."""
    later_ms = round(samples * 1000 / SAMPLE_RATE_HZ)
    return [
        replace(
            mark,
            start=mark.start + characters,
            end=mark.end + characters,
            start_ms=mark.start_ms + later_ms,
            end_ms=mark.end_ms + later_ms,
            syllables_ms=tuple(at + later_ms for at in mark.syllables_ms),
        )
        for mark in marks
    ]


def _inside(mark: Mark, lasts_ms: int) -> Mark:
    """A mark that was trimmed away in part, within the clip."""
    start, end = (min(max(0, at), lasts_ms) for at in (mark.start_ms, mark.end_ms))
    vowels = tuple(min(max(0, at), lasts_ms) for at in mark.syllables_ms)
    return replace(mark, start_ms=start, end_ms=end, syllables_ms=vowels)
