import pytest

from service.model.speech import Prosody
from service.speech.silent import SilentEngine


def speak(text, rate=1.0):
    engine = SilentEngine()
    return engine.speak(text, engine.voices()[0], Prosody(rate=rate))


def test_the_same_words_give_the_same_sound():
    assert speak("나라 사랑") == speak("나라 사랑")


@pytest.mark.parametrize(("rate", "samples"), [(1.0, 7_200), (2.0, 3_600), (0.0, 72_000)])
def test_time_comes_from_length_and_rate(rate, samples):
    assert len(speak("나라 사랑", rate).data) == 2 * samples


def test_it_is_silent():
    assert not any(speak("나라 사랑").data)


def test_words_share_the_time_by_their_letters():
    marks = speak("나라 - 사랑").marks
    assert [(mark.start, mark.end, mark.start_ms, mark.end_ms) for mark in marks] == [
        (0, 2, 0, 120),
        (5, 7, 300, 420),
    ]
