import math

import numpy as np
import pyloudnorm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.audio.levels import loudness

RATE_HZ = 24_000


def noise(seconds, level=0.1, seed=1):
    samples = np.random.default_rng(seed).standard_normal(int(seconds * RATE_HZ)) * level
    return samples.astype(np.float32)


def tone(seconds, hertz, level=0.5):
    times = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    return (np.sin(2 * math.pi * hertz * times) * level).astype(np.float32)


def by_peer(samples):
    return pyloudnorm.Meter(RATE_HZ).integrated_loudness(samples.astype(np.float64))


@pytest.mark.parametrize(
    "samples",
    [
        noise(3),
        noise(0.5, 0.01),
        tone(2, 100),
        tone(2, 997),
        tone(2, 5_000),
        np.concatenate([noise(2), np.zeros(3 * RATE_HZ, np.float32), noise(2, 0.02)]),
    ],
    ids=["noise", "short", "low", "middle", "high", "pause"],
)
def test_loudness_is_what_another_meter_says(samples):
    assert loudness(samples, RATE_HZ) == pytest.approx(by_peer(samples), abs=0.15)


def test_silence_and_nothing_have_no_loudness():
    assert loudness(np.zeros(RATE_HZ, np.float32), RATE_HZ) == -math.inf
    assert loudness(np.zeros(0, np.float32), RATE_HZ) == -math.inf


@given(st.floats(-20, 20), st.integers(1, 30_000))
def test_a_gain_moves_loudness_by_as_much(gain_db, size):
    samples = noise(2)[:size] * np.float32(0.1)
    louder = samples * np.float32(10 ** (gain_db / 20))
    moved = loudness(louder, RATE_HZ) - loudness(samples, RATE_HZ)
    assert moved == pytest.approx(gain_db, abs=0.1)
