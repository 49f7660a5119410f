import math

import numpy as np
import pytest

from service.audio.frames import SAMPLE_RATE_HZ
from service.audio.loudness import amplify, decibels, faded, limit, true_peak


def sine(step, level, count=24_000):
    return (np.sin(np.arange(count) * step) * level).astype(np.float32)


def test_the_limiter_leaves_quiet_sound_alone():
    samples = sine(0.1, 0.3)
    assert limit(samples, SAMPLE_RATE_HZ, -2) is samples


@pytest.mark.parametrize("step", [0.1, 1.0, 1.57, 2.5])
def test_the_limiter_holds_true_peaks(step):
    limited = limit(sine(step, 1.6), SAMPLE_RATE_HZ, -2)
    assert decibels(true_peak(limited, SAMPLE_RATE_HZ)) <= -1.8


def test_the_limiter_does_not_touch_what_is_far_from_a_peak():
    samples = sine(0.1, 0.3)
    samples[12_000:12_100] *= 4
    limited = limit(samples, SAMPLE_RATE_HZ, -2)
    assert np.array_equal(limited[:11_000], samples[:11_000])
    assert np.allclose(limited[13_000:], samples[13_000:], atol=1e-6)


def test_the_limiter_moves_its_gain_slowly():
    samples = sine(0.01, 0.3)
    samples[12_000:12_100] = 1.2
    gain = limit(samples, SAMPLE_RATE_HZ, -2)[11_000:13_000] / samples[11_000:13_000]
    assert np.abs(np.diff(gain)).max() < 0.01


def test_a_peak_between_samples_is_seen():
    samples = np.array([1, 1, -1, -1] * 500, dtype=np.float32) * np.float32(0.5)
    assert np.abs(samples).max() == 0.5
    assert true_peak(samples, SAMPLE_RATE_HZ) == pytest.approx(0.5 * math.sqrt(2), rel=0.03)


def test_nothing_has_no_peak():
    empty = np.zeros(0, dtype=np.float32)
    assert (true_peak(empty, 24_000), decibels(0.0)) == (0.0, -math.inf)
    assert limit(empty, 24_000, -2).size == 0


def test_a_gain_is_in_decibels():
    assert amplify(np.ones(1, dtype=np.float32), -6.0)[0] == pytest.approx(0.501, abs=0.001)


@pytest.mark.parametrize("count", [0, 1, 5, 100])
def test_what_is_faded_begins_and_ends_with_nothing(count):
    samples = np.ones(count, dtype=np.float32)
    whole = faded(samples, 10)
    assert whole.size == count
    if count > 1:
        assert (whole[0], whole[-1]) == (0, 0)
    assert np.all(samples == 1)
