import pytest

from service.model.speech import Capabilities, Prosody
from service.settings import from_env
from service.speech.espeak.engine import EspeakEngine
from service.speech.registry import build
from service.speech.respelling import RespellingEngine, with_sound_rules
from service.speech.silent import SilentEngine


class Noting(SilentEngine):
    """An engine without sound rules that notes what it was asked to say."""

    capabilities = Capabilities()

    def __init__(self):
        self.asked = []

    def speak(self, text, voice, prosody):
        self.asked.append(text)
        return super().speak(text, voice, prosody)


def voice(engine, language):
    return next(voice for voice in engine.voices() if voice.language == language)


def test_korean_is_handed_over_as_it_sounds_and_comes_back_as_it_was_asked_for():
    inner = Noting()
    engine = RespellingEngine(inner)
    text = "국민 여러분, 옷이 좋다."
    sound = engine.speak(text, voice(engine, "ko"), Prosody())
    assert inner.asked == ["궁민 여러분, 오시 조타."]
    assert sound.text == text
    assert [text[mark.start : mark.end] for mark in sound.marks] == text.split()


def test_english_is_handed_over_as_it_is():
    inner = Noting()
    engine = RespellingEngine(inner)
    engine.speak("The 국민", voice(engine, "en"), Prosody())
    assert inner.asked == ["The 국민"]


def test_a_korean_voice_of_other_sound_rules_is_another_voice():
    engine, inner = RespellingEngine(EspeakEngine(1)), EspeakEngine(1)
    assert voice(engine, "ko").version != voice(inner, "ko").version
    assert voice(engine, "en") == voice(inner, "en")


def test_an_engine_with_sound_rules_of_its_own_is_left_alone():
    engine = SilentEngine()
    assert with_sound_rules(engine) is engine


@pytest.mark.parametrize(
    ("name", "respelled"), [("espeak", True), ("gtts", False), ("silent", False)]
)
def test_settings_give_sound_rules_to_engines_that_lack_them(name, respelled):
    engine = build([name], from_env({}))
    assert isinstance(engine, RespellingEngine) == respelled
    assert engine.capabilities.sound_rules
    engine.close()
