import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import miniaudio
import numpy as np
import pyloudnorm
import pytest

from service.audio.finish import GOAL_LUFS, Mp3Finisher
from service.audio.frames import (
    FRAME_BYTES,
    LEAD_SAMPLES,
    SAMPLE_RATE_HZ,
    duration_ms,
    silence,
)
from service.audio.levels import loudness
from service.audio.loudness import decibels, true_peak
from service.audio.samples import decode_mp3
from service.errors import AudioUndecodable
from service.model.speech import Mark, Prosody, Sound, Voice
from service.speech.espeak.engine import EspeakEngine

VOICE = Voice("x:ko", "x", "1", "ko", "x", 0.0)
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


@pytest.mark.parametrize("sounds", [[], [sound(np.zeros(0, dtype="<i2"))]], ids=["none", "empty"])
def test_nothing_to_finish_is_told(sounds):
    with pytest.raises(AudioUndecodable):
        FINISHER.finish(sounds)


def test_segments_and_silent_frames_join_without_a_click():
    clip = FINISHER.finish([sound(tone(400))]).data
    joined = decoded(clip + silence(10) + clip)
    pause = joined[len(decoded(clip)) + 1_200 : len(decoded(clip)) + 8 * 576]
    assert np.abs(pause).max() < 0.001
    assert np.abs(np.diff(joined)).max() < 0.06  # a 440 Hz tone of this level moves 0.035 a sample


def test_a_sound_far_too_loud_keeps_the_promise_after_decoding():
    noise = np.random.default_rng(7).integers(-32_768, 32_767, 48_000).astype("<i2")
    loud = Voice("x:ko", "x", "1", "ko", "x", gain_db=20.0)
    data = FINISHER.finish([sound(noise, voice=loud)]).data
    assert decibels(true_peak(decode_mp3(data), SAMPLE_RATE_HZ)) <= -1


def test_marks_never_leave_the_clip():
    made = sound(tone(300), text="나라", marks=[Mark(0, 1, -500, 100), Mark(1, 2, 100, 9_000)])
    clip = FINISHER.finish([made])
    assert clip.marks[0].start_ms == 0
    assert clip.marks[1].end_ms == clip.duration_ms


def test_a_clip_tells_who_was_heard_and_why_another():
    other = Voice("y:ko", "y", "1", "ko", "y")
    second = replace(sound(tone(200), voice=other), stand_in_for="engine-unavailable")
    clip = FINISHER.finish([sound(tone(200)), second, sound(tone(200))])
    assert (clip.voices, clip.stand_in_for) == (("x:ko", "y:ko"), "engine-unavailable")


def test_a_silent_sound_keeps_its_length():
    clip = FINISHER.finish([sound(np.zeros(24_000, dtype="<i2"))])
    assert clip.duration_ms == pytest.approx(1_000, abs=80)


def test_nothing_of_the_end_is_lost():
    click = np.zeros(24_000, dtype="<i2")
    click[:240] = click[-240:] = 20_000
    played = np.abs(decoded(FINISHER.finish([sound(click)]).data))
    first, last = np.flatnonzero(played > 0.3)[[0, -1]]
    assert (first - LEAD_SAMPLES, last - LEAD_SAMPLES) == pytest.approx((0, 24_000), abs=240)


def test_several_threads_may_finish_at_once():
    sounds = [sound(tone(200 + 50 * number)) for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        clips = list(pool.map(lambda each: FINISHER.finish([each]), sounds))
    assert clips == [FINISHER.finish([each]) for each in sounds]


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


@pytest.mark.parametrize("milliseconds", [30, 500, 3_000])
def test_a_light_clip_has_the_same_frames_at_the_same_time(milliseconds):
    rising = np.linspace(200, 900, 24 * milliseconds)
    full = FINISHER.finish([sound(tone(milliseconds, hertz=rising))]).data
    light = FINISHER.lighten(full)
    assert len(light) * 2 == len(full)
    heard, meant = decoded(light), decoded(full)
    shifts = range(-200, 201)
    middle = slice(300, len(meant) - 300)
    likeness = [np.dot(np.roll(heard, shift)[middle], meant[middle]) for shift in shifts]
    assert abs(shifts[int(np.argmax(likeness))]) <= 1


def test_a_light_clip_keeps_its_peaks_under_the_promise():
    full = FINISHER.finish([sound(tone(1_000, level=0.99))]).data
    assert decibels(true_peak(decode_mp3(FINISHER.lighten(full)), SAMPLE_RATE_HZ)) <= -1


def test_what_is_no_clip_cannot_be_made_light():
    with pytest.raises(AudioUndecodable):
        FINISHER.lighten(b"nothing")


@pytest.mark.parametrize("level", [0.01, 0.1, 0.6])
@pytest.mark.parametrize("milliseconds", [300, 3_000])
def test_a_voice_that_nobody_measured_is_levelled_clip_by_clip(level, milliseconds):
    unknown = Voice("y:ko", "y", "1", "ko", "y", gain_db=None)
    clip = FINISHER.finish([sound(tone(milliseconds, level=level, hertz=1_000), voice=unknown)])
    own = decode_mp3(clip.data)[LEAD_SAMPLES : LEAD_SAMPLES + 24 * milliseconds]
    assert loudness(own, SAMPLE_RATE_HZ) == pytest.approx(GOAL_LUFS, abs=1)


def test_a_voice_with_a_gain_keeps_its_quiet_sentences_quiet():
    known = Voice("y:ko", "y", "1", "ko", "y", gain_db=0.0)
    quiet, loud = (
        decode_mp3(FINISHER.finish([sound(tone(1_000, level=level), voice=known)]).data)
        for level in (0.05, 0.1)
    )
    assert loudness(loud, SAMPLE_RATE_HZ) - loudness(quiet, SAMPLE_RATE_HZ) == pytest.approx(
        6, abs=0.3
    )
