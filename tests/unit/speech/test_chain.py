import pytest

from service.errors import EngineRefused, EngineUnavailable, SettingsInvalid, VoiceUnknown
from service.model.speech import Capabilities, Prosody, Voice
from service.settings import from_env
from service.speech.chain import ChainEngine
from service.speech.limited import LimitedEngine
from service.speech.registry import build
from service.speech.silent import SilentEngine


class Failing(SilentEngine):
    name = "failing"
    capabilities = Capabilities(max_characters=100, rate=True, expected_ms_per_character=10.0)

    def __init__(self, error):
        self.error = error
        self.closed = 0

    def close(self):
        self.closed += 1

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


def test_what_is_promised_holds_whoever_speaks():
    chain = ChainEngine([SilentEngine(), Failing(EngineRefused)])
    assert chain.capabilities == Capabilities(
        max_characters=100, rate=True, expected_ms_per_character=10.01
    )


def test_a_later_engines_own_voice_is_not_replaced_by_an_earlier_one():
    failing = Failing(EngineUnavailable)
    chain = ChainEngine([SilentEngine(), failing])
    with pytest.raises(EngineUnavailable):
        chain.speak("나라", failing.voices()[0], Prosody())


def test_closing_closes_every_engine():
    engines = [Failing(EngineRefused), Failing(EngineRefused)]
    ChainEngine(engines).close()
    assert [engine.closed for engine in engines] == [1, 1]


def test_a_defect_of_an_engine_is_not_hidden_by_a_stand_in():
    with pytest.raises(ZeroDivisionError):
        speak(ChainEngine([Failing(ZeroDivisionError), SilentEngine()]))


def test_settings_name_the_engines():
    assert build(["silent"], from_env({})).name == "silent"
    assert build(["gtts", "silent"], from_env({})).voices()[0].id == "gtts:ko"


def test_an_engine_named_twice_is_there_once():
    assert build(["silent", "silent"], from_env({})).name == "silent"


@pytest.mark.parametrize("names", [["festival"], ["silent", "espeek"]])
def test_engines_must_be_known(names):
    with pytest.raises(SettingsInvalid):
        build(names, from_env({}))


def test_an_unknown_engine_lists_the_known_ones():
    with pytest.raises(SettingsInvalid, match="clova, espeak, gtts, openai, sherpa, silent"):
        build(["festival"], from_env({}))


def test_chains_differ_by_language():
    chain = build(["ko:gtts", "silent", "en:gtts"], from_env({}))
    ids = [voice.id for voice in chain.voices()]
    assert ids == ["gtts:ko", "silent:ko", "silent:en", "gtts:en"]


def test_a_limited_engine_speaks_no_other_language():
    engine = build(["ko:silent"], from_env({}))
    (voice,) = engine.voices()
    assert engine.speak("나라", voice, Prosody()).voice == voice
    with pytest.raises(VoiceUnknown):
        engine.speak("word", Voice("silent:en", "silent", "1", "en", "x"), Prosody())


def test_one_engine_can_stand_behind_in_one_language_and_before_in_another():
    chain = ChainEngine(
        [
            LimitedEngine(Failing(EngineUnavailable), "ko"),
            SilentEngine(),
            LimitedEngine(SilentEngine(), "ko"),
        ]
    )
    assert speak(chain).voice.id == "silent:ko"
