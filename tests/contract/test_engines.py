"""One suite for every keeper of the Engine contract."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from service.audio.frames import SAMPLE_RATE_HZ
from service.audio.samples import decode
from service.errors import EngineRefused, VoiceUnknown
from service.model.speech import Prosody, Voice
from service.speech.chain import ChainEngine
from service.speech.clova.engine import ClovaServer
from service.speech.espeak.engine import EspeakEngine
from service.speech.gtts.engine import GttsEngine
from service.speech.network.engine import Manners, NetworkEngine
from service.speech.network.exchange import Exchange, verified
from service.speech.openai.engine import OpenAiServer
from service.speech.respelling import with_sound_rules
from service.speech.sherpa.engine import Setup, SherpaEngine
from service.speech.silent import SilentEngine
from tests.contract.gtts_server import GttsServer
from tests.contract.voice_servers import KEY, KEY_ID, ClovaLike, OpenAiLike
from tests.voices_build import tiny_voices

KOREAN = "보건복지부는 미국의 바이오 클러스터를 방문한다고 밝혔다."
ENGLISH = "The minister will visit Los Angeles, San Diego and San Francisco."
PLAIN = Prosody()


@pytest.fixture(scope="module")
def servers():
    with GttsServer() as gtts, OpenAiLike() as openai, ClovaLike() as clova:
        yield {"gtts": gtts, "openai": openai, "clova": clova}


@pytest.fixture(scope="session", autouse=True)
def voices(tmp_path_factory):
    """Folders of tiny voices: one that takes letters, one whose voices take phonemes."""
    letters, phonemes = (tmp_path_factory.mktemp(name) for name in ("letters", "phonemes"))
    tiny_voices.supertonic(letters / "tiny")
    tiny_voices.piper(phonemes / "ko", tiny_voices.PIPER_META | {"voice": "ko"})
    tiny_voices.kokoro(phonemes / "en")
    FOLDERS.update(letters=letters, phonemes=phonemes)


FOLDERS = {}
MAKERS = {
    "espeak": lambda _: EspeakEngine(10),
    "gtts": lambda servers: GttsEngine(servers["gtts"].address, 10, Manners(1)),
    "openai": lambda servers: NetworkEngine(
        OpenAiServer(
            servers["openai"].address,
            "kokoro",
            {"ko": "hana", "en": "af_heart"},
            Exchange("openai", 10, 50_000_000, verified()),
            KEY,
        ),
        Manners(1),
    ),
    "clova": lambda servers: NetworkEngine(
        ClovaServer(
            servers["clova"].address,
            {"ko": "nara", "en": "clara"},
            Exchange("clova", 10, 50_000_000, verified()),
            KEY_ID,
            KEY,
        ),
        Manners(1),
    ),
    "sherpa": lambda _: SherpaEngine(Setup(FOLDERS["letters"], 1, 30)),
    "sherpa with phonemes": lambda _: SherpaEngine(Setup(FOLDERS["phonemes"], 1, 30)),
    "silent": lambda _: SilentEngine(),
    "espeak with sound rules": lambda _: with_sound_rules(EspeakEngine(10)),
    "chain": lambda _: ChainEngine([EspeakEngine(10), SilentEngine()]),
}


@pytest.fixture(scope="module", params=MAKERS)
def engine(request, servers):
    made = MAKERS[request.param](servers)
    yield made
    made.close()


@pytest.fixture(params=MAKERS)
def engine_of_its_own(request, servers):
    return MAKERS[request.param](servers)


def voice(engine, language):
    return next(voice for voice in engine.voices() if voice.language == language)


def seconds(sound):
    return decode(sound).size / SAMPLE_RATE_HZ


@pytest.mark.parametrize(("language", "text"), [("ko", KOREAN), ("en", ENGLISH)])
def test_a_sentence_takes_the_time_that_a_sentence_takes(engine, language, text):
    sound = engine.speak(text, voice(engine, language), PLAIN)
    assert 1.5 < seconds(sound) < 9
    assert (sound.voice, sound.text, sound.stand_in_for) == (voice(engine, language), text, "")


def test_a_long_text_is_not_lost(engine):
    once = seconds(engine.speak(KOREAN, voice(engine, "ko"), PLAIN))
    many = seconds(engine.speak(" ".join([KOREAN] * 12), voice(engine, "ko"), PLAIN))
    assert many > 10 * once


def test_a_korean_clause_of_any_length_is_said_to_its_end(engine):
    words = "나라 마바사 아자차카 타파하 "
    short, long = (
        seconds(engine.speak((words * count).strip(), voice(engine, "ko"), PLAIN))
        for count in (4, 40)
    )
    assert long > 8.5 * short


def test_marks_are_in_order_and_inside_the_text_and_the_sound(engine):
    sound = engine.speak(KOREAN, voice(engine, "ko"), PLAIN)
    starts = [mark.start_ms for mark in sound.marks]
    assert starts == sorted(starts)
    assert bool(starts) == engine.capabilities.marks
    assert all(0 <= m.start < m.end <= len(KOREAN) and m.start_ms <= m.end_ms for m in sound.marks)
    if starts:
        assert [KOREAN[m.start : m.end] for m in sound.marks] == KOREAN.split()


@pytest.mark.parametrize("text", ["", "  ", "...", "※ ·"])
def test_a_text_without_anything_to_say_is_refused(engine, text):
    with pytest.raises(EngineRefused):
        engine.speak(text, voice(engine, "ko"), PLAIN)


def test_ten_thousand_characters_are_said(engine):
    text = " ".join([KOREAN] * 320)
    assert len(text) > 10_000
    once = seconds(engine.speak(KOREAN, voice(engine, "ko"), PLAIN))
    assert seconds(engine.speak(text, voice(engine, "ko"), PLAIN)) > 280 * once


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "text", ["Los Angeles 3곳", "보건복지부 MOU 2건", "a" * 300, "1" * 300, "ㅋㅋㅋ", "한국 word"]
)
def test_either_voice_speaks_either_script(engine, language, text):
    assert seconds(engine.speak(text, voice(engine, language), PLAIN)) > 0.1


@pytest.mark.parametrize(
    "text",
    [
        "가\ud800나",
        "나\u200b라\ufeff",
        "ナラ ไทย عربي 나라",
        "\n\n나라\r\n사랑",
        "[[h@l]] 나라",
        "가\x00나\x07다",
        "나라😀 사랑",
        "<speak>나라</speak>",
        "漢字 나라",
        "가" * 900,
    ],
)
def test_odd_texts_are_spoken_and_harm_nothing(engine, text):
    assert engine.speak(text, voice(engine, "ko"), PLAIN).data
    assert engine.speak(KOREAN, voice(engine, "ko"), PLAIN).data


def test_a_voice_of_nobody_is_unknown(engine):
    with pytest.raises(VoiceUnknown):
        engine.speak(KOREAN, Voice("nobody:ko", "nobody", "1", "ko", "x"), PLAIN)


def test_voices_are_told_apart_and_say_what_engine_they_are_of(engine):
    voices = engine.voices()
    assert len({each.id for each in voices}) == len(voices)
    assert all(each.id == f"{each.engine}:{each.id.partition(':')[2]}" for each in voices)
    assert {each.language for each in voices} == {"ko", "en"}
    assert all(each.version for each in voices)


def test_many_threads_may_speak_at_once(engine):
    texts = [f"{KOREAN} {'나라 ' * n}" for n in range(16)]
    with ThreadPoolExecutor(8) as pool:
        sounds = list(pool.map(lambda text: engine.speak(text, voice(engine, "ko"), PLAIN), texts))
    assert [sound.text for sound in sounds] == texts
    assert seconds(sounds[15]) > seconds(sounds[0])


def test_a_rate_is_kept_where_it_is_promised(engine):
    if not engine.capabilities.rate:
        assert engine.capabilities.rate is False
        return
    slow, fast = (
        seconds(engine.speak(KOREAN, voice(engine, "ko"), Prosody(rate=rate)))
        for rate in (0.7, 1.4)
    )
    assert slow > 1.5 * fast


def test_getting_ready_is_harmless_at_any_time(engine_of_its_own):
    engine_of_its_own.warm()
    engine_of_its_own.warm()
    assert engine_of_its_own.speak(KOREAN, voice(engine_of_its_own, "ko"), PLAIN).data
    engine_of_its_own.close()


def test_closing_twice_is_harmless(engine_of_its_own):
    engine_of_its_own.speak(KOREAN, voice(engine_of_its_own, "ko"), PLAIN)
    engine_of_its_own.close()
    engine_of_its_own.close()
