"""How loud samples are to an ear: ITU-R BS.1770-4, one channel."""

import math

import numpy as np
from numpy.typing import NDArray

from service.audio.loudness import Samples

# Annex 1: blocks of 400 ms that overlap by three quarters, an absolute gate and one relative to
# what passes it. The two filters are given there at 48 kHz; these are their prototypes.
_BLOCK_MS = 400
_OVERLAP = 4
_OFFSET = -0.691
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_SHELF_HZ, _SHELF_DB, _SHELF_Q = 1_500.0, 4.0, 1 / math.sqrt(2)
_PASS_HZ, _PASS_Q = 38.0, 0.5

Coefficients = tuple[tuple[float, float, float], tuple[float, float, float]]


def loudness(samples: Samples, rate_hz: int) -> float:
    """Integrated loudness in LUFS; -inf for silence. What is shorter than a block is one block."""
    powers = _block_powers(_weighted(samples, rate_hz), rate_hz * _BLOCK_MS // 1000)
    heard = powers[_lufs(powers) > _ABSOLUTE_GATE]
    if not heard.size:
        return -math.inf
    border = _lufs(heard.mean()) + _RELATIVE_GATE
    return float(_lufs(heard[_lufs(heard) > border].mean()))


def _lufs(power: NDArray[np.float64] | np.floating) -> NDArray[np.float64]:
    with np.errstate(divide="ignore"):
        levels: NDArray[np.float64] = _OFFSET + 10 * np.log10(np.asarray(power, dtype=np.float64))
    return levels


def _weighted(samples: Samples, rate_hz: int) -> NDArray[np.float64]:
    """Samples through both filters; padded, so that the end does not run into the beginning."""
    size = samples.size + rate_hz // 4
    turns = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    response = _response(_high_shelf(rate_hz), turns) * _response(_high_pass(rate_hz), turns)
    whole: NDArray[np.float64] = np.fft.irfft(np.fft.rfft(samples, size) * response, size)
    return whole[: samples.size]


def _response(coefficients: Coefficients, turns: NDArray[np.complex128]) -> NDArray[np.complex128]:
    (b0, b1, b2), (a0, a1, a2) = coefficients
    found: NDArray[np.complex128] = (b0 + b1 * turns + b2 * turns**2) / (
        a0 + a1 * turns + a2 * turns**2
    )
    return found


def _high_shelf(rate_hz: int) -> Coefficients:
    gain = 10 ** (_SHELF_DB / 40)
    turn = 2 * math.pi * _SHELF_HZ / rate_hz
    cosine, alpha = math.cos(turn), math.sin(turn) / (2 * _SHELF_Q)
    root = 2 * math.sqrt(gain) * alpha
    up, down = gain + 1, gain - 1
    above = (
        gain * (up + down * cosine + root),
        -2 * gain * (down + up * cosine),
        gain * (up + down * cosine - root),
    )
    return above, (up - down * cosine + root, 2 * (down - up * cosine), up - down * cosine - root)


def _high_pass(rate_hz: int) -> Coefficients:
    turn = 2 * math.pi * _PASS_HZ / rate_hz
    cosine, alpha = math.cos(turn), math.sin(turn) / (2 * _PASS_Q)
    half = (1 + cosine) / 2
    return (half, -2 * half, half), (1 + alpha, -2 * cosine, 1 - alpha)


def _block_powers(samples: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    if samples.size <= size:
        return np.asarray([np.square(samples).mean() if samples.size else 0.0])
    step = size // _OVERLAP
    sums = np.concatenate([[0.0], np.cumsum(np.square(samples))])
    starts = np.arange(0, samples.size - size + 1, step)
    found: NDArray[np.float64] = (sums[starts + size] - sums[starts]) / size
    return found
