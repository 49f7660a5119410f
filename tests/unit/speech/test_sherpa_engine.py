import json
import os
import signal
import sys
import time

import numpy as np
import pytest

from service.errors import EngineAnswerBad, EngineUnavailable
from service.model.speech import Prosody
from service.settings import from_env
from service.speech import registry
from service.speech.sherpa import folder, speaker
from service.speech.sherpa.engine import Setup, SherpaEngine
from service.speech.sherpa.parts import letters, short, symbols
from service.speech.sherpa.speaker import Request, Speaker
from tests.voices_build import tiny_voices

KOREAN = "보건복지부는 오늘 계획을 밝혔다."
# Says that it has loaded a model, and then nothing more.
DEAF = "import sys, time; t = b'{\"rate_hz\": 16000}'; o = sys.stdout.buffer; o.write(len(t).to_bytes(4, 'big') + t); o.flush(); time.sleep(60)"


@pytest.fixture(scope="module")
def voices(tmp_path_factory):
    base = tmp_path_factory.mktemp("voices")
    tiny_voices.supertonic(base / "tiny")
    tiny_voices.kokoro(base / "kokoro")
    tiny_voices.piper(base / "piper-ko", tiny_voices.PIPER_META | {"voice": "ko"})
    return base


@pytest.fixture(scope="module")
def engine(voices):
    made = SherpaEngine(Setup(voices, 1, 20))
    yield made
    made.close()


def speak(engine, text, name, **prosody):
    voice = next(voice for voice in engine.voices() if voice.id == f"sherpa:{name}")
    return engine.speak(text, voice, Prosody(**prosody))


def child(engine, model="tiny"):
    return engine._speakers[model]._process._child


def test_what_is_heard_is_sound(engine):
    sound = speak(engine, KOREAN, "tiny-ko-1")
    samples = np.frombuffer(sound.data, "<i2")
    assert (sound.media_type, sound.sample_rate_hz) == ("audio/L16", 16_000)
    assert 8_000 < np.abs(samples).max() < 12_000


def test_equal_requests_sound_equal(engine):
    assert speak(engine, KOREAN, "tiny-ko-1").data == speak(engine, KOREAN, "tiny-ko-1").data


def test_a_killed_process_is_replaced(engine):
    speak(engine, KOREAN, "tiny-ko-1")
    dead = child(engine)
    os.kill(dead.pid, signal.SIGKILL)
    assert speak(engine, KOREAN, "tiny-ko-1").data
    assert child(engine).pid != dead.pid


def test_a_stuck_process_is_killed_and_replaced(voices):
    made = SherpaEngine(Setup(voices, 1, 2))
    speak(made, KOREAN, "tiny-ko-1")
    stuck = child(made)
    os.kill(stuck.pid, signal.SIGSTOP)
    assert speak(made, KOREAN, "tiny-ko-1").data
    assert stuck.returncode == -signal.SIGKILL
    made.close()


def test_models_do_not_share_a_process(engine):
    speak(engine, KOREAN, "tiny-ko-1")
    speak(engine, "Good morning.", "kokoro-en-af_one")
    assert child(engine).pid != child(engine, "kokoro").pid


@pytest.mark.parametrize("program", ["raise SystemExit(1)", DEAF], ids=["ends", "falls silent"])
def test_a_process_that_fails_is_left_alone_for_a_while(voices, program):
    made = Speaker(folder.check(voices / "tiny"), 1, 0.3, (sys.executable, "-c", program))
    request = Request("나라", "", "ko", 0, 1.0)
    with pytest.raises(EngineUnavailable, match="twice in a row"):
        made.speak(request)
    begun = time.monotonic()
    with pytest.raises(EngineUnavailable, match="a moment ago"):
        made.speak(request)
    assert time.monotonic() - begun < 0.1


def test_a_model_that_ends_its_process_is_an_error_of_ours(voices, tmp_path):
    # Its inputs have other names than the library looks for: no check of ours can know all.
    at = tiny_voices.supertonic(tmp_path / "odd")
    (at / "vocoder.int8.onnx").write_bytes((at / "duration_predictor.int8.onnx").read_bytes())
    made = SherpaEngine(Setup(tmp_path, 1, 5))
    with pytest.raises((EngineUnavailable, EngineAnswerBad)):
        speak(made, KOREAN, "odd-ko-1")
    made.close()


def test_sound_that_is_too_short_for_its_text_is_not_taken(voices):
    program = (
        "import sys; o = sys.stdout.buffer\n"
        "def send(t, s=b''): o.write(len(t).to_bytes(4, 'big') + t + s); o.flush()\n"
        "send(b'{\"rate_hz\": 16000}')\n"
        "while h := sys.stdin.buffer.read(4):\n"
        "    sys.stdin.buffer.read(int.from_bytes(h, 'big')); send(b'{\"bytes\": 320}', bytes(320))\n"
    )
    made = Speaker(folder.check(voices / "tiny"), 1, 5, (sys.executable, "-c", program))
    with pytest.raises(EngineAnswerBad, match="10 ms for"):
        made.speak(Request("나라사랑", "", "ko", 0, 1.0))
    made.close()


def test_the_library_tells_no_log_what_was_said(voices, capfd):
    made = Speaker(folder.check(voices / "kokoro"), 1, 10)
    with pytest.raises(EngineAnswerBad):
        made.speak(Request("", "\u4e00\u4e01", "en", 0, 1.0))
    made.close()
    assert capfd.readouterr().err == ""


def test_what_is_asked_for_is_told_in_full(voices):
    request = Request("나라", "", "ko", 1, 1.5)
    asked = json.dumps({name: getattr(request, name) for name in Request.__slots__})
    assert json.loads(asked) == {
        "text": "나라",
        "phonemes": "",
        "language": "ko",
        "speaker": 1,
        "speed": 1.5,
    }
    assert speaker._REST_S > 0


def test_speakers_of_other_languages_are_not_offered_for_english(tmp_path):
    names = tiny_voices.KOKORO_META | {"speaker_names": "zf_one,bm_two"}
    tiny_voices.kokoro(tmp_path / "kokoro", names)
    assert [voice.id for voice in SherpaEngine(Setup(tmp_path, 1, 20)).voices()] == [
        "sherpa:kokoro-en-bm_two"
    ]


def test_getting_ready_loads_the_defaults_only(voices):
    made = SherpaEngine(Setup(voices, 1, 20))
    made.warm()
    loaded = {name for name in ("piper-ko", "tiny", "kokoro") if child(made, name)}
    made.close()
    assert loaded == {"piper-ko", "tiny"}  # the first of Korean, and the first of English


def test_the_preferred_voice_comes_first(voices):
    made = SherpaEngine(Setup(voices, 1, 20, ("sherpa:tiny-en-2",)))
    assert made.voices()[0].id == "sherpa:tiny-en-2"


def test_versions_tell_the_content_of_the_model(tmp_path):
    at = tiny_voices.supertonic(tmp_path / "tiny")
    before = {voice.version for voice in SherpaEngine(Setup(tmp_path, 1, 20)).voices()}
    (at / "tts.json").write_text((at / "tts.json").read_text() + " ")
    after = {voice.version for voice in SherpaEngine(Setup(tmp_path, 1, 20)).voices()}
    assert len(before) == len(after) == 1
    assert before != after


def test_a_korean_voice_of_phonemes_tells_its_sound_rules(engine):
    versions = {voice.id: voice.version for voice in engine.voices()}
    assert "+sounds-" in versions["sherpa:piper-ko-ko"]
    assert "+sounds-" not in versions["sherpa:tiny-ko-1"]


def test_a_broken_model_is_logged_and_the_others_speak(voices, tmp_path, caplog):
    tiny_voices.supertonic(tmp_path / "tiny")
    tiny_voices.piper(tmp_path / "bad", {})
    made = SherpaEngine(Setup(tmp_path, 1, 20))
    assert {voice.id.split("-")[0] for voice in made.voices()} == {"sherpa:tiny"}
    assert "voice-model-broken bad/" in caplog.text


def test_a_long_sentence_of_phonemes_is_cut_where_the_model_ends(engine):
    once = speak(engine, "Tomorrow and tomorrow.", "kokoro-en-af_one")
    many = speak(engine, " ".join(["Tomorrow and tomorrow"] * 20), "kokoro-en-af_one")
    assert len(many.data) > 15 * len(once.data)


@pytest.mark.parametrize(
    ("given", "expected"),
    [("nobody", ("espeak",)), ("voices", ("sherpa", "espeak"))],
)
def test_an_installed_voice_speaks_first_and_espeak_stands_in(voices, tmp_path, given, expected):
    place = voices if given == "voices" else tmp_path
    made = registry.build((), from_env({"LISTEN_VOICES_DIR": str(place)}))
    assert tuple(dict.fromkeys(voice.engine for voice in made.voices())) == expected
    made.close()


def test_engines_that_are_named_win(voices):
    settings = from_env({"LISTEN_VOICES_DIR": str(voices), "LISTEN_ENGINES": "espeak"})
    made = registry.build(settings.engines, settings)
    assert {voice.engine for voice in made.voices()} == {"espeak"}


def test_espeak_stands_in_for_a_model_that_fails(tmp_path, monkeypatch):
    monkeypatch.setattr(speaker, "_COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
    monkeypatch.setattr(Speaker.__init__, "__defaults__", (speaker._COMMAND,))
    tiny_voices.supertonic(tmp_path / "tiny")
    made = registry.build((), from_env({"LISTEN_VOICES_DIR": str(tmp_path)}))
    sound = made.speak(KOREAN, made.voices()[0], Prosody())
    assert (sound.voice.id, sound.stand_in_for) == ("espeak:ko", "engine-unavailable")
    made.close()


KNOWN = frozenset("abc. 가") | {chr(code) for code in range(0x1100, 0x1200)} | {"e", "\u0301"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "abc"),
        ("가나다", "가나다"),
        ("aナb", "a b"),
        ("cafcé", "ca cé"),
        ("😀a", "a"),
        ("  a\n\nb  ", "a b"),
        ("漢字", ""),
    ],
)
def test_letters_without_a_number_become_gaps(text, expected):
    assert letters(text, KNOWN) == expected


def test_phonemes_are_taken_apart_only_where_they_must():
    assert symbols("aõb", frozenset("ab\u0303o")) == "ao\u0303b"
    assert symbols("aõb", frozenset("abõ")) == "aõb"


@pytest.mark.parametrize(
    ("sentence", "most", "expected"),
    [
        ("aa bb cc", 20, ["aa bb cc"]),
        ("aa bb cc", 5, ["aa bb", "cc"]),
        ("aaaaaaa", 3, ["aaa", "aaa", "a"]),
        ("", 3, [""]),
    ],
)
def test_long_sentences_are_cut_between_words(sentence, most, expected):
    assert list(short([sentence], most)) == expected
