"""Whose word times a clip has, and what a reference that fails costs."""

from dataclasses import replace

import pytest

from service.errors import AudioUndecodable, EngineUnavailable
from service.model.speech import Prosody
from service.speech.espeak.engine import EspeakEngine
from service.speech.silent import SilentEngine
from service.usecases.time_words import timed
from tests.web.staging import staged

TEXT = "The minister will visit Los Angeles."


@pytest.fixture(scope="module")
def espeak():
    made = EspeakEngine(10)
    yield made
    made.close()


@pytest.fixture
def services(tmp_path, espeak):
    made = replace(staged(tmp_path), reference=espeak)
    yield made
    made.plans.close()


def sound_of(espeak):
    voice = next(each for each in espeak.voices() if each.language == "en")
    return espeak.speak(TEXT, voice, Prosody())


def test_an_engines_own_times_stay(services, espeak):
    sound = sound_of(espeak)
    assert timed(services, sound, Prosody()) is sound


def test_a_sound_without_times_is_aligned(services, espeak):
    sound = sound_of(espeak)
    found = timed(services, replace(sound, marks=()), Prosody())
    assert found.timing == "aligned"
    pairs = zip(found.marks, sound.marks, strict=True)
    assert all(abs(own.start_ms - true.start_ms) < 30 for own, true in pairs)


class Away(SilentEngine):
    def speak(self, text, voice, prosody):
        raise EngineUnavailable("away")


class Dumb(SilentEngine):
    def voices(self):
        return ()


@pytest.mark.parametrize("reference", [Away(), Dumb(), SilentEngine()])
def test_without_a_reference_times_are_shared(services, espeak, reference):
    found = timed(
        replace(services, reference=reference), replace(sound_of(espeak), marks=()), Prosody()
    )
    assert found.timing == "shared"
    assert [TEXT[mark.start : mark.end] for mark in found.marks] == TEXT.split()


def test_a_sound_that_cannot_be_decoded_is_told(services, espeak):
    broken = replace(sound_of(espeak), marks=(), media_type="audio/mpeg", data=b"no")
    with pytest.raises(AudioUndecodable):
        timed(services, broken, Prosody())


def test_a_clip_tells_the_least_exact_of_its_times(services, espeak):
    sound = sound_of(espeak)
    clip = services.finisher.finish([sound, replace(sound, timing="shared"), sound])
    assert clip.timing == "shared"
