"""Level and peaks of samples between -1 and 1."""

import math

import numpy as np
import soxr
from numpy.typing import NDArray

Samples = NDArray[np.float32]

# ITU-R BS.1770-4 annex 2: true peaks are looked for at four times the rate.
_OVERSAMPLING = 4
_LOOKAHEAD_MS = 3


def amplify(samples: Samples, gain_db: float) -> Samples:
    """Samples made louder or softer by a gain in decibels."""
    return (samples * np.float32(10 ** (gain_db / 20))).astype(np.float32)


def true_peak(samples: Samples, rate_hz: int) -> float:
    """The highest peak between samples, linear."""
    if not samples.size:
        return 0.0
    return float(np.abs(_oversampled(samples, rate_hz)).max())


def limit(samples: Samples, rate_hz: int, ceiling_db: float) -> Samples:
    """Samples whose true peaks stay under a ceiling; what is under it is not touched.

    The gain falls before a peak and rises after it over a few milliseconds, so nothing clicks.
    """
    ceiling = 10 ** (ceiling_db / 20)
    if not samples.size:
        return samples
    peaks = _peaks(samples, rate_hz)
    if peaks.max() <= ceiling:
        return samples
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    width = rate_hz * _LOOKAHEAD_MS // 1000
    gain = _mean_around(_lowest_around(wanted, width), width)
    return (samples * gain).astype(np.float32)


def faded(samples: Samples, count: int) -> Samples:
    """Samples that rise from and fall to nothing over so many, so that a cut does not click."""
    count = min(count, samples.size // 2)
    if not count:
        return samples
    ramp = np.linspace(0, 1, count, endpoint=False, dtype=np.float32)
    whole = samples.copy()
    whole[:count] *= ramp
    whole[-count:] *= ramp[::-1]
    return whole


def decibels(linear: float) -> float:
    """A linear value in decibels; silence is -inf."""
    return 20 * math.log10(linear) if linear > 0 else -math.inf


def _oversampled(samples: Samples, rate_hz: int) -> Samples:
    higher: Samples = soxr.resample(samples, rate_hz, rate_hz * _OVERSAMPLING, quality="HQ")
    return higher


def _peaks(samples: Samples, rate_hz: int) -> Samples:
    """For each sample the highest true peak beside it."""
    higher = np.abs(_oversampled(samples, rate_hz))
    whole = np.zeros(samples.size * _OVERSAMPLING, dtype=np.float32)
    count = min(whole.size, higher.size)
    whole[:count] = higher[:count]
    highest = np.abs(samples)
    for part in range(_OVERSAMPLING):  # one by one is many times faster than a maximum by rows
        highest = np.maximum(highest, whole[part::_OVERSAMPLING])
    return highest.astype(np.float32)


def _lowest_around(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The lowest value within `width` on both sides of each; doubles its reach at each step."""
    held = np.pad(values, width, mode="edge")
    reach, goal = 1, 2 * width + 1
    while reach < goal:
        step = min(reach, goal - reach)
        held = np.minimum(held[:-step], held[step:])
        reach += step
    return held


def _mean_around(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The mean within `width` on both sides of each."""
    sums = np.cumsum(np.pad(values, (width + 1, width), mode="edge"), dtype=np.float64)
    means: NDArray[np.float64] = (sums[2 * width + 1 :] - sums[: -2 * width - 1]) / (2 * width + 1)
    return means
