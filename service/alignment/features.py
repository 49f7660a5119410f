"""What of a sound tells one phoneme from another: log-mel energies and how they change (pure).

Frames are counted in time and bands in hertz, so that sounds of different rates compare.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Frames = NDArray[np.float32]

HOP_MS = 10
_WINDOW_MS = 25
_BANDS = 24
_LOWEST_HZ, _HIGHEST_HZ = 60.0, 7_600.0
# Fitted on half of the sentences of bench/alignment.py: what lies so far below the loudest is
# silence, and how much change and loudness count beside the energies themselves.
_FLOOR_DB = 50.0
_CHANGE_REACH = 2
_CHANGE_WEIGHT = 1.5
_LOUDNESS_WEIGHT = 0.5
_DB_PER_UNIT = 10.0
_LEAST = 1e-6


def frames_of(samples: Frames, rate_hz: int) -> Frames:
    """One row for every 10 ms: energies, their change, loudness."""
    energies = _energies(samples, rate_hz)
    loudness = energies.max(axis=1)
    centred = (energies - energies.mean(axis=0)) / _DB_PER_UNIT
    padded = np.pad(centred, ((_CHANGE_REACH, _CHANGE_REACH), (0, 0)), mode="edge")
    change = padded[2 * _CHANGE_REACH :] - padded[: -2 * _CHANGE_REACH]
    change *= _CHANGE_WEIGHT / (change.std(axis=0) + _LEAST)
    level = (loudness - loudness.mean()) / (loudness.std() + _LEAST)
    level *= _LOUDNESS_WEIGHT * np.sqrt(_BANDS)
    return np.concatenate([centred, change, level[:, None]], axis=1).astype(np.float32)


def _energies(samples: Frames, rate_hz: int) -> Frames:
    """Decibels in each band, none lower than the floor."""
    hop, window = rate_hz * HOP_MS // 1000, rate_hz * _WINDOW_MS // 1000
    count = 1 + max(0, samples.size - window) // hop
    padded = np.pad(samples, (0, window + hop))
    pieces = np.lib.stride_tricks.sliding_window_view(padded, window)[::hop][:count]
    size = 1 << (window - 1).bit_length()
    power = np.abs(np.fft.rfft(pieces * np.hanning(window).astype(np.float32), size)) ** 2
    levels = 10 * np.log10(power @ _bank(size, rate_hz).T + 1e-10)
    floored: Frames = np.maximum(levels, levels.max() - _FLOOR_DB).astype(np.float32)
    return floored


@cache
def _bank(size: int, rate_hz: int) -> Frames:
    """Triangular filters, evenly spread in mel (O'Shaughnessy 1987)."""
    low, high = (2_595 * np.log10(1 + hertz / 700) for hertz in (_LOWEST_HZ, _HIGHEST_HZ))
    places = 700 * (10 ** (np.linspace(low, high, _BANDS + 2) / 2_595) - 1)
    hertz = np.fft.rfftfreq(size, 1 / rate_hz)
    left, middle, right = places[:-2, None], places[1:-1, None], places[2:, None]
    rising, falling = (hertz - left) / (middle - left), (right - hertz) / (right - middle)
    bank: Frames = np.clip(np.minimum(rising, falling), 0, None).astype(np.float32)
    return bank
