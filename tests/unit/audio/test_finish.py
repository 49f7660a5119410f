import math

import miniaudio
import numpy as np
import pyloudnorm
import pytest

from service.audio.finish import Mp3Finisher
from service.audio.frames import (
    FRAME_BYTES,
    LEAD_SAMPLES,
    SAMPLE_RATE_HZ,
    SILENT_FRAME,
    duration_ms,
    pause_frames,
    silence,
)
from service.audio.loudness import decibels, limit, true_peak
from service.errors import AudioUndecodable
from service.model.speech import Mark, Prosody, Sound, Voice
from service.speech.espeak.engine import EspeakEngine

VOICE = Voice("x:ko", "x", "1", "ko", "x")
FINISHER = Mp3Finisher()


def tone(milliseconds, level=0.3, rate_hz=24_000, hertz=440):
    times = np.arange(rate_hz * milliseconds // 1000) / rate_hz
    return (np.sin(2 * math.pi * hertz * times) * level * 32767).astype("<i2")


def sound(samples, rate_hz=24_000, text="", marks=(), voice=VOICE):
    return Sound(samples.tobytes(), "audio/L16", rate_hz, voice, text, tuple(marks))


def decoded(data):
    return np.array(miniaudio.decode(data, nchannels=1, sample_rate=24_000).samples) / 32768


def test_a_clip_is_bare_frames_of_one_form():
    data = FINISHER.finish([sound(tone(1_000))]).data
    heads = {data[at : at + 3].hex() for at in range(0, len(data), FRAME_BYTES)}
    assert (len(data) % FRAME_BYTES, heads) == (0, {"fff364"})


def test_the_first_frame_borrows_no_bits():
    assert FINISHER.finish([sound(tone(1_000))]).data[4] == 0


def test_time_is_arithmetic():
    clip = FINISHER.finish([sound(tone(1_000))])
    assert clip.duration_ms == duration_ms(clip.data)
    assert len(decoded(clip.data)) == pytest.approx(clip.duration_ms * 24, abs=1_200)


def test_silence_at_both_ends_is_cut_to_a_margin():
    quiet = np.zeros(24_000, dtype="<i2")
    clip = FINISHER.finish([sound(np.concatenate([quiet, tone(500), quiet]))])
    assert clip.duration_ms < 650


def test_marks_follow_what_was_cut_and_the_decoder():
    quiet = np.zeros(24_000, dtype="<i2")
    made = sound(np.concatenate([quiet, tone(500)]), text="나라", marks=[Mark(0, 2, 1_000, 1_500)])
    (mark,) = FINISHER.finish([made]).marks
    assert mark.start_ms == pytest.approx(LEAD_SAMPLES / 24 + 10, abs=2)


def test_marks_of_a_second_sound_count_on():
    first = sound(tone(300), text="나라", marks=[Mark(0, 2, 0, 300)])
    second = sound(tone(300), text="word", marks=[Mark(0, 4, 0, 300)])
    marks = FINISHER.finish([first, second]).marks
    assert [(m.start, m.end) for m in marks] == [(0, 2), (3, 7)]
    assert marks[1].start_ms > marks[0].end_ms


def test_another_rate_is_brought_to_ours():
    clip = FINISHER.finish([sound(tone(1_000, rate_hz=22_050), rate_hz=22_050)])
    assert clip.duration_ms == pytest.approx(1_000, abs=80)


def test_mp3_is_taken_in():
    inner = FINISHER.finish([sound(tone(1_000))]).data
    again = FINISHER.finish([Sound(inner, "audio/mpeg", 24_000, VOICE, "")])
    assert again.duration_ms == pytest.approx(1_000, abs=120)  # both codings pad


@pytest.mark.parametrize(
    "bad",
    [
        Sound(b"<html>", "audio/mpeg", 24_000, VOICE, ""),
        Sound(b"abc", "audio/L16", 24_000, VOICE, ""),
        Sound(b"abcd", "audio/L16", 0, VOICE, ""),
    ],
    ids=["html", "odd", "no-rate"],
)
def test_what_is_no_audio_is_told(bad):
    with pytest.raises(AudioUndecodable):
        FINISHER.finish([bad])


def test_nothing_to_finish_is_told():
    with pytest.raises(AudioUndecodable):
        FINISHER.finish([])


def test_segments_and_silent_frames_join_without_a_click():
    clip = FINISHER.finish([sound(tone(400))]).data
    joined = decoded(clip + silence(10) + clip)
    pause = joined[len(decoded(clip)) + 1_200 : len(decoded(clip)) + 8 * 576]
    assert np.abs(pause).max() < 0.001
    assert np.abs(np.diff(joined)).max() < 0.06  # a 440 Hz tone of this level moves 0.035 a sample


def test_a_silent_frame_is_silent():
    assert np.abs(decoded(SILENT_FRAME * 20)).max() == 0


def test_pauses_are_whole_frames():
    assert [pause_frames(ms) for ms in (-5, 0, 11, 13, 24, 500)] == [0, 0, 0, 1, 1, 21]


def test_the_limiter_leaves_quiet_sound_alone():
    samples = np.sin(np.arange(2_400) / 10).astype(np.float32) * np.float32(0.3)
    assert limit(samples, SAMPLE_RATE_HZ, -2) is samples


def test_the_limiter_holds_true_peaks():
    samples = np.sin(np.arange(24_000) * 1.57).astype(np.float32) * np.float32(1.6)
    limited = limit(samples, SAMPLE_RATE_HZ, -2)
    assert decibels(true_peak(limited, SAMPLE_RATE_HZ)) <= -1.8


@pytest.fixture(scope="module")
def engine():
    made = EspeakEngine(10)
    yield made
    made.close()


SPEECH = {
    "ko": "보건복지부는 미국의 주요 바이오 클러스터를 방문하여 협력 방안을 논의한다고 밝혔다. 정부는 앞으로도 국민의 건강을 위해 힘쓰겠다고 덧붙였다.",
    "en": "The minister will visit Los Angeles, San Diego and San Francisco. The government will explore ways to create an innovative cluster in Korea.",
}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_voices_are_at_the_loudness_of_the_house(engine, language):
    voice = next(voice for voice in engine.voices() if voice.language == language)
    samples = decoded(FINISHER.finish([engine.speak(SPEECH[language], voice, Prosody())]).data)
    loudness = pyloudnorm.Meter(24_000).integrated_loudness(samples)
    assert loudness == pytest.approx(-19, abs=1)
    assert decibels(true_peak(samples.astype(np.float32), 24_000)) <= -1
