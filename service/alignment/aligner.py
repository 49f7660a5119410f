"""Words of a sound found by warping another sound of the same text onto it."""

import numpy as np

from service.alignment.features import HOP_MS, Frames, frames_of
from service.alignment.pauses import behind_pauses, pauses
from service.alignment.shares import shares
from service.alignment.warp import Places, places
from service.model.speech import Mark, Sound

_FULL_SCALE = 32_768
_QUIET = 0.01
_FEWEST_FRAMES = 3


class WordAligner:
    """Keeps nothing; costs some 4 ms for each second of sound."""

    def aligned(self, sound: Sound, reference: Sound) -> tuple[Mark, ...]:
        """Marks of the reference at the times of the sound."""
        samples, other = _samples(sound), _samples(reference)
        own, theirs = _voiced(samples), _voiced(other)
        if own is None or theirs is None:
            return ()
        first = frames_of(samples[own], sound.sample_rate_hz)
        second = frames_of(other[theirs], reference.sample_rate_hz)
        if min(len(first), len(second)) < _FEWEST_FRAMES:
            return self.shared(sound)
        clock = _Clock(
            places(first, second) * HOP_MS + _ms(theirs.start, reference.sample_rate_hz),
            _ms(own.start, sound.sample_rate_hz),
            _ms(own.stop, sound.sample_rate_hz),
        )
        found = [
            Mark(
                mark.start,
                mark.end,
                clock.at(mark.start_ms),
                clock.at(mark.end_ms),
                tuple(map(clock.at, mark.syllables_ms)),
            )
            for mark in reference.marks
        ]
        return behind_pauses(found, pauses(samples, sound.sample_rate_hz))

    def shared(self, sound: Sound) -> tuple[Mark, ...]:
        """Marks by share, from the first to the last sound."""
        samples = _samples(sound)
        own = _voiced(samples)
        if own is None:
            return ()
        rate_hz = sound.sample_rate_hz
        return shares(sound.text, _ms(own.start, rate_hz), _ms(own.stop, rate_hz))


class _Clock:
    """From times of the reference to times of the sound, by the places of each frame."""

    def __init__(self, reference_ms: Places, start_ms: int, end_ms: int) -> None:
        self._reference_ms = reference_ms
        self._start_ms = start_ms
        self._end_ms = end_ms

    def at(self, reference_ms: int) -> int:
        """When in the sound is heard what is heard then in the reference."""
        index = int(np.searchsorted(self._reference_ms, reference_ms))
        if index == 0:
            return self._start_ms
        if index >= self._reference_ms.size:
            return self._end_ms
        low, high = self._reference_ms[index - 1 : index + 1]
        within = (reference_ms - low) / (high - low)
        found = self._start_ms + round(float(index - 1 + within) * HOP_MS)
        return min(self._end_ms, max(self._start_ms, found))


def _samples(sound: Sound) -> Frames:
    whole = np.frombuffer(sound.data, dtype="<i2").astype(np.float32)
    return whole / np.float32(_FULL_SCALE)


def _voiced(samples: Frames) -> slice | None:
    """From the first to the last sound; None for silence."""
    levels = np.abs(samples)
    most = levels.max(initial=0.0)
    loud = np.flatnonzero(levels > _QUIET * most) if most else np.zeros(0)
    return slice(int(loud[0]), int(loud[-1]) + 1) if loud.size else None


def _ms(count: int, rate_hz: int) -> int:
    return count * 1_000 // rate_hz
