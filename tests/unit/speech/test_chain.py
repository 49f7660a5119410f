import pytest

from service.errors import EngineRefused, EngineUnavailable, SettingsInvalid, VoiceUnknown
from service.model.speech import Prosody, Voice
from service.settings import from_env
from service.speech.chain import ChainEngine
from service.speech.registry import build
from service.speech.silent import SilentEngine


class Failing(SilentEngine):
    name = "failing"

    def __init__(self, error):
        self.error = error

    def voices(self):
        return (Voice("failing:ko", "failing", "1", "ko", "x"),)

    def speak(self, text, voice, prosody):
        raise self.error("no")


def speak(chain, text="나라"):
    return chain.speak(text, chain.voices()[0], Prosody())


def test_the_first_engine_speaks_unmarked():
    assert speak(ChainEngine([SilentEngine(), Failing(EngineUnavailable)])).stand_in_for == ""


def test_a_stand_in_is_named_with_the_reason():
    sound = speak(ChainEngine([Failing(EngineUnavailable), SilentEngine()]))
    assert (sound.voice.id, sound.stand_in_for) == ("silent:ko", "engine-unavailable")


def test_when_all_fail_the_first_error_is_told():
    chain = ChainEngine([Failing(EngineUnavailable), Failing(EngineRefused)])
    with pytest.raises(EngineUnavailable):
        speak(chain)


def test_an_engine_without_the_language_does_not_stand_in():
    chain = ChainEngine([SilentEngine(), Failing(EngineRefused)])
    assert chain.speak("word", chain.voices()[1], Prosody()).voice.language == "en"


def test_a_voice_of_nobody_is_unknown():
    with pytest.raises(VoiceUnknown):
        ChainEngine([SilentEngine()]).speak("나라", Voice("x:ko", "x", "1", "ko", "x"), Prosody())


def test_settings_name_the_engines():
    assert build(["silent"], from_env({})).name == "silent"
    assert build(["gtts", "silent"], from_env({})).voices()[0].id == "gtts:ko"


def test_an_unknown_engine_lists_the_known_ones():
    with pytest.raises(SettingsInvalid, match="espeak, gtts, silent"):
        build(["festival"], from_env({}))
