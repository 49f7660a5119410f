"""Sounds whose true times are known, because we stretched or built them ourselves."""

import re
from dataclasses import replace

import numpy as np
import pytest
import soxr
from hypothesis import given
from hypothesis import strategies as st

from service.alignment.aligner import WordAligner
from service.alignment.pauses import behind_pauses, pauses
from service.alignment.shares import shares
from service.alignment.warp import places
from service.model.speech import Mark, Prosody, Sound, Voice
from service.speech.espeak.engine import EspeakEngine

ALIGNER = WordAligner()
VOICE = Voice("x:en", "x", "1", "en", "x")
TEXT = "The ministry will support small clinics, and train nurses in rural areas."
KOREAN = "보건복지부는 작은 의원을 돕고, 농촌에서 일할 간호사를 기른다."


@pytest.fixture(scope="module")
def engine():
    made = EspeakEngine(10)
    yield made
    made.close()


def spoken(engine, text, language, rate=1.0):
    voice = next(each for each in engine.voices() if each.language == language)
    return engine.speak(text, voice, Prosody(rate=rate))


def samples_of(sound):
    return np.frombuffer(sound.data, dtype="<i2").astype(np.float32)


def with_samples(sound, samples, **changes):
    return replace(sound, data=samples.astype("<i2").tobytes(), **changes)


def starts(marks):
    return np.asarray([mark.start_ms for mark in marks])


@pytest.mark.parametrize("factor", [0.8, 1.0, 1.3])
@pytest.mark.parametrize(("language", "text"), [("en", TEXT), ("ko", KOREAN)])
def test_a_stretched_sound_has_stretched_times(engine, language, text, factor):
    reference = spoken(engine, text, language)
    longer = soxr.resample(samples_of(reference), 1_000, 1_000 * factor)
    marks = ALIGNER.aligned(with_samples(reference, longer), reference)
    assert np.abs(starts(marks) - starts(reference.marks) * factor).mean() < 25


def test_a_sound_of_another_rate_is_the_same_sound(engine):
    reference = spoken(engine, TEXT, "en")
    other = soxr.resample(samples_of(reference), reference.sample_rate_hz, 16_000)
    marks = ALIGNER.aligned(with_samples(reference, other, sample_rate_hz=16_000), reference)
    assert np.abs(starts(marks) - starts(reference.marks)).max() < 25


def test_another_pace_is_followed(engine):
    reference, fast = (spoken(engine, KOREAN, "ko", rate) for rate in (1.0, 1.4))
    marks = ALIGNER.aligned(replace(fast, marks=()), reference)
    assert [(mark.start, mark.end) for mark in marks] == [(m.start, m.end) for m in fast.marks]
    assert np.abs(starts(marks) - starts(fast.marks)).mean() < 15


def test_a_pause_that_only_one_makes_does_not_move_what_follows(engine):
    reference = spoken(engine, TEXT, "en")
    cut = next(mark for mark in reference.marks if TEXT[mark.start :].startswith("small"))
    at = cut.start_ms * reference.sample_rate_hz // 1_000
    pause = np.zeros(reference.sample_rate_hz * 4 // 10)
    own = samples_of(reference)
    paused = with_samples(reference, np.concatenate([own[:at], pause, own[at:]]))
    moved = starts(ALIGNER.aligned(paused, reference)) - starts(reference.marks)
    behind = starts(reference.marks) >= cut.start_ms
    assert np.abs(moved[~behind]).mean() < 25
    assert np.abs(moved[behind] - 400).mean() < 40


def test_silence_has_no_words(engine):
    reference = spoken(engine, TEXT, "en")
    silent = with_samples(reference, np.zeros(24_000))
    assert ALIGNER.aligned(silent, reference) == ()
    assert ALIGNER.aligned(reference, silent) == ()
    assert ALIGNER.shared(silent) == ()


@given(st.integers(1, 4_000), st.integers(1, 4_000), st.integers(0, 9))
def test_any_two_sounds_give_ordered_times_inside(first, second, seed):
    random = np.random.default_rng(seed)
    made = [
        Sound(
            (random.standard_normal(size) * 9_000).astype("<i2").tobytes(),
            "audio/L16",
            8_000,
            VOICE,
            "one two three",
            (Mark(0, 3, 0, 100), Mark(4, 7, 100, 150), Mark(8, 13, 150, 900)),
        )
        for size in (first, second)
    ]
    marks = ALIGNER.aligned(*made)
    lasts_ms = first * 1_000 // 8_000
    times = [at for mark in marks for at in (mark.start_ms, mark.end_ms)]
    assert all(mark.start_ms <= mark.end_ms for mark in marks)
    assert list(starts(marks)) == sorted(starts(marks))
    assert all(0 <= at <= lasts_ms + 1 for at in times)
    assert marks == ALIGNER.aligned(*made)


@pytest.mark.parametrize("count", [1, 2, 5, 300])
@pytest.mark.parametrize("others", [1, 3, 400])
def test_places_begin_at_the_beginning_and_never_fall(count, others):
    random = np.random.default_rng(count)
    first, second = (random.standard_normal((n, 4)).astype(np.float32) for n in (count, others))
    found = places(first, second)
    assert len(found) == count
    assert np.all(np.diff(found) >= 0)
    assert 0 <= found[0] <= found[-1] <= others - 1


def test_the_same_frames_meet_each_other():
    frames = np.random.default_rng(1).standard_normal((500, 8)).astype(np.float32)
    assert np.abs(places(frames, frames) - np.arange(500)).max() == 0


def beeps(*stretches):
    """Sound (True) and silence of so many milliseconds, at 8 kHz."""
    parts = [np.full(ms * 8, 0.5 if loud else 0.0, np.float32) for loud, ms in stretches]
    return np.concatenate(parts)


def test_only_real_pauses_are_pauses():
    sound = beeps((False, 300), (True, 400), (False, 250), (True, 300), (False, 60), (True, 200))
    assert [(p.start_ms, p.end_ms) for p in pauses(sound, 8_000)] == [(700, 950)]


def test_a_border_beside_a_pause_is_moved_to_it_and_others_stay():
    marks = [Mark(0, 1, 0, 640), Mark(2, 3, 640, 1_500), Mark(4, 5, 1_500, 1_900)]
    sound = beeps((True, 700), (False, 250), (True, 950))
    moved = behind_pauses(marks, pauses(sound, 8_000))
    assert moved == (Mark(0, 1, 0, 700), Mark(2, 3, 950, 1_500), marks[2])


def test_a_pause_in_a_word_moves_nothing():
    marks = [Mark(0, 1, 0, 300), Mark(2, 3, 300, 1_900)]
    sound = beeps((True, 900), (False, 250), (True, 750))
    assert behind_pauses(marks, pauses(sound, 8_000)) == tuple(marks)


def test_shares_go_by_syllables_and_wait_at_stops():
    first, second, third = shares("나라. 대한민국은 한다.", 100, 1_200)
    assert (first.start_ms, third.end_ms) == (100, 1_200)
    assert second.end_ms - second.start_ms == pytest.approx(2.5 * (first.end_ms - 100), abs=5)
    assert second.start_ms - first.end_ms == pytest.approx(200, abs=5)
    assert third.start_ms == second.end_ms


@given(st.text(max_size=60), st.integers(0, 5_000), st.integers(0, 5_000))
def test_shares_cover_every_word_in_order(text, start_ms, lasts_ms):
    marks = shares(text, start_ms, start_ms + lasts_ms)
    words = [word for word in re.findall(r"\S+", text) if re.search(r"[^\W_]", word)]
    assert [text[mark.start : mark.end] for mark in marks] == words
    assert all(start_ms <= m.start_ms <= m.end_ms <= start_ms + lasts_ms for m in marks)
    assert list(starts(marks)) == sorted(starts(marks))
