import subprocess
import sys

import numpy as np
import pytest

from service.audio.frames import (
    FRAME_BYTES,
    FRAME_MS,
    FRAME_SAMPLES,
    FULL,
    GRADES,
    LEAD_SAMPLES,
    LIGHT,
    SAMPLE_RATE_HZ,
    duration_ms,
    pause_frames,
    silence,
)
from service.audio.samples import ENCODER_FRAMES, decode_mp3, encode


@pytest.mark.parametrize("grade", GRADES.values(), ids=str)
def test_a_silent_frame_is_silent(grade):
    heard = decode_mp3(grade.silent_frame * 20)
    assert not np.any(heard)
    assert heard.size == 20 * FRAME_SAMPLES


def test_a_light_frame_is_half_as_large():
    assert (FULL.frame_bytes, LIGHT.frame_bytes) == (FRAME_BYTES, FRAME_BYTES // 2)


def test_pauses_are_whole_frames():
    assert [pause_frames(ms) for ms in (-5, 0, 11, 13, 24, 500)] == [0, 0, 0, 1, 1, 21]


def test_silence_is_as_long_as_its_frames():
    assert duration_ms(silence(5)) == 5 * FRAME_MS == 120
    assert decode_mp3(silence(5)).size == 5 * FRAME_SAMPLES


@pytest.mark.parametrize("grade", GRADES.values(), ids=str)
@pytest.mark.parametrize("frames", [1, 2, 3, 10, 100])
def test_the_encoder_adds_as_many_frames_in_every_grade(grade, frames):
    noise = np.random.default_rng(1).standard_normal(frames * FRAME_SAMPLES).astype(np.float32)
    assert len(encode(noise / 10, grade)) == (frames + ENCODER_FRAMES) * grade.frame_bytes


def test_a_decoder_gives_the_lead_before_the_first_sample():
    step = np.zeros(SAMPLE_RATE_HZ // 2, dtype=np.float32)
    step[1_200:] = 0.5 * np.sin(np.arange(step.size - 1_200) * 0.3)
    heard = np.flatnonzero(np.abs(decode_mp3(encode(step))) > 0.1)[0]
    assert heard - 1_200 == pytest.approx(LEAD_SAMPLES, abs=12)


def test_counting_needs_no_library():
    listing = "import service.audio.frames, sys; print('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", listing], capture_output=True, check=True)
    assert told.stdout.strip() == b"False"
