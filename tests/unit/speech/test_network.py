"""What engines that ask a server have in common, and what is their own."""

import datetime as dt
import logging
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import (
    EngineAnswerBad,
    EngineBudgetSpent,
    EngineRefused,
    EngineUnavailable,
    SettingsInvalid,
    StoreUnavailable,
)
from service.model.speech import Prosody
from service.settings import from_env
from service.speech.clova.engine import spoken_out
from service.speech.network import breaker
from service.speech.network.answers import answer_of
from service.speech.network.breaker import Breaker, breaker_of
from service.speech.network.budget import Budget
from service.speech.registry import build
from tests.contract import voice_servers as servers
from tests.contract.voice_servers import KEY, KEY_ID, RATE_HZ, ClovaLike, OpenAiLike, sending

ROOT = Path(__file__).parents[3]
TEXT = "보건복지부는 미국을 방문한다고 밝혔다."


@pytest.fixture
def openai():
    with OpenAiLike() as made:
        yield made


@pytest.fixture
def clova():
    with ClovaLike() as made:
        yield made


def engine_of(name, address, folder, **given):
    settings = {
        "OPENAI_ADDRESS": address,
        "OPENAI_VOICES": "ko:hana,en:af_heart",
        "OPENAI_KEY": KEY,
        "CLOVA_ADDRESS": address,
        "CLOVA_KEY_ID": KEY_ID,
        "CLOVA_KEY": KEY,
        "NETWORK_TRIES": "1",
        "CACHE_DIR": str(folder),
        **given,
    }
    return build([name], from_env({f"LISTEN_{k}": v for k, v in settings.items()}))


def speak(engine, text=TEXT, voice=0, **prosody):
    return engine.speak(text, engine.voices()[voice], Prosody(**prosody))


def test_an_openai_server_is_asked_as_it_wants_to_be(openai, tmp_path):
    engine = engine_of("openai", openai.address, tmp_path, OPENAI_MODEL="kokoro-ko")
    sound = speak(engine, rate=1.25)
    assert openai.asked == [
        {
            "path": "/v1/audio/speech",
            "text": TEXT,
            "format": "wav",
            "rate": 1.25,
            "voice": "hana",
            "model": "kokoro-ko",
        }
    ]
    assert (sound.media_type, sound.sample_rate_hz) == ("audio/L16", RATE_HZ)
    engine.close()


@pytest.mark.parametrize(
    ("form", "media_type"), [("wav", "audio/L16"), ("mp3", "audio/mpeg"), ("pcm", "audio/L16")]
)
def test_every_form_of_an_answer_is_understood(openai, tmp_path, form, media_type):
    engine = engine_of("openai", openai.address, tmp_path, OPENAI_FORMAT=form)
    assert speak(engine).media_type == media_type
    engine.close()


def test_a_server_may_answer_in_another_form_than_asked(openai, tmp_path):
    engine = engine_of("openai", openai.address, tmp_path, OPENAI_FORMAT="mp3")
    openai.script = [sending(servers.wav(3_000))]
    assert speak(engine).media_type == "audio/L16"
    engine.close()


def test_clova_is_asked_as_it_wants_to_be(clova, tmp_path):
    engine = engine_of("clova", clova.address, tmp_path)
    speak(engine, "The minister said so.", 1, rate=2.0, pitch=1.2)
    assert clova.asked == [
        {
            "path": "/tts-premium/v1/tts",
            "text": "The minister said so.",
            "format": "mp3",
            "rate": 2.0,
            "pitch": -5,
            "voice": "clara",
        }
    ]
    engine.close()


@pytest.mark.parametrize(
    ("language", "written", "sent"),
    [
        ("ko", "보건복지부(장관 정은경)는 밝혔다.", "보건복지부, 장관 정은경, 는 밝혔다."),
        ("ko", "오십% 늘었다 (붙임)", "오십 퍼센트 늘었다, 붙임"),
        ("ko", "「의료법」 [참고]", "의료법, 참고"),
        ("en", "R&D grew (by 5%).", "R and D grew, by 5 percent."),
        ("ko", "５％（잠정） 늘어 20℃", "5 퍼센트, 잠정, 늘어 20 도"),
        ("ko", "〔별표〕 3〜5", "별표, 3 에서 5"),
        ("ko", "그대로 둔다.", "그대로 둔다."),
    ],
)
def test_what_clova_would_leave_out_is_said(language, written, sent):
    assert spoken_out(written, language) == sent


@given(st.text(max_size=200))
def test_nothing_is_left_that_clova_would_leave_out(text):
    assert not set(spoken_out(text, "ko")) & set(
        "()[]{}<>〈〉《》「」『』【】〔〕（）［］％＋%&+=@#~〜℃°/*$×÷€"
    )


@pytest.mark.parametrize("name", ["openai", "clova"])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b'{"error": {"message": "no such voice"}}',
        b"<html>busy</html>",
        servers.wav(3_000)[:40],
        servers.wav(100),
        b"\xff\xf3\x64\xc4" * 3,
        b"RIFF\0\0\0\0WAVEfmt \xff\xff\xff\xff",
        servers.wav(9_000)[:-2_000],
        servers.wav(3_000)[:44] + bytes(len(servers.wav(3_000)) - 44),
        servers.wav(60_000),
        servers.mp3(3_000)[:-50],
    ],
    ids="empty json html head short frames riff cut-off silence without-end half-a-frame".split(),
)
def test_an_answer_that_is_not_the_whole_sound_is_refused(request, tmp_path, name, body):
    server = request.getfixturevalue(name)
    server.script = [sending(body)]
    engine = engine_of(name, server.address, tmp_path)
    with pytest.raises(EngineAnswerBad):
        speak(engine)
    engine.close()


@pytest.mark.parametrize(
    "text",
    [
        "Internal server error; please come back later. ",
        "\n<html>busy</html>",
        "잠시 뒤에 오십시오.",
    ],
)
def test_a_message_is_not_taken_for_bare_samples(openai, tmp_path, text):
    engine = engine_of("openai", openai.address, tmp_path, OPENAI_FORMAT="pcm")
    openai.script = [sending(text.encode() * 6_000)]
    with pytest.raises(EngineAnswerBad, match="no sound"):
        speak(engine)
    engine.close()


def test_a_connection_that_breaks_off_is_tried_again(openai, tmp_path, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: None)
    engine = engine_of("openai", openai.address, tmp_path, NETWORK_TRIES="2")
    openai.script = [servers.breaking_off]
    assert speak(engine).data
    assert len(openai.asked) == 2
    engine.close()


def test_a_redirect_is_not_followed(openai, tmp_path):
    engine = engine_of("openai", openai.address, tmp_path)
    openai.script = [servers.redirecting]
    with pytest.raises(EngineUnavailable, match="307"):
        speak(engine)
    assert len(openai.asked) == 1
    engine.close()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"error": {"code": "insufficient_quota", "message": "x"}}', r"\(insufficient_quota\)$"),
        (b'{"error": {"errorCode": "VS02", "message": "x"}}', r"\(VS02\)$"),
        (b'{"error": {"code": 420}}', r"\(420\)$"),
        (b'{"error": {"message": "No such voice"}}', "status 401$"),
        (b'{"error": {"code": "a sentence, with signs"}}', "status 401$"),
        (b'{"error": "busy"}', "status 401$"),
        (b"[" * 100_000, "status 401$"),
        (b"<html>", "status 401$"),
    ],
)
def test_the_code_of_a_refusal_is_told_and_no_sentence_of_it(openai, tmp_path, body, told):
    engine = engine_of("openai", openai.address, tmp_path)
    openai.script = [sending(body, 401)]
    with pytest.raises(EngineUnavailable, match=told):
        speak(engine)
    engine.close()


@pytest.mark.parametrize("rate", [0.5, 1.0, 2.0])
def test_clova_takes_the_time_that_a_rate_asks_for(clova, tmp_path, rate):
    engine = engine_of("clova", clova.address, tmp_path)
    speak(engine, rate=rate)
    assert clova.asked[0]["rate"] == rate
    engine.close()


@pytest.mark.parametrize("address", ["v1", "v1/", "", "voices/v1"])
def test_an_address_may_end_as_clients_of_openai_write_it(openai, tmp_path, address):
    engine = engine_of("openai", openai.address + address, tmp_path)
    speak(engine)
    assert openai.asked[0]["path"].removeprefix("/voices") == "/v1/audio/speech"
    engine.close()


@pytest.mark.parametrize("name", ["openai", "clova"])
@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 503])
def test_a_status_that_is_no_success_is_unavailable(request, tmp_path, name, status):
    server = request.getfixturevalue(name)
    server.script = [sending(b"{}", status)]
    engine = engine_of(name, server.address, tmp_path)
    with pytest.raises(EngineUnavailable, match=str(status)):
        speak(engine)
    engine.close()


@pytest.mark.parametrize("name", ["openai", "clova"])
def test_keys_are_never_shown(request, tmp_path, name, caplog):
    caplog.set_level(logging.DEBUG)
    server = request.getfixturevalue(name)
    engine = engine_of(
        name, server.address, tmp_path, OPENAI_KEY="wrong-" + KEY, CLOVA_KEY="w" + KEY
    )
    with pytest.raises(EngineUnavailable) as told:
        speak(engine)
    settings = from_env(
        {"LISTEN_OPENAI_KEY": KEY, "LISTEN_CLOVA_KEY": KEY, "LISTEN_CLOVA_KEY_ID": KEY}
    )
    shown = [caplog.text, str(told.value), repr(told.value), repr(settings), repr(vars(engine))]
    assert not any(KEY in text for text in shown)
    engine.close()


def test_a_key_may_come_from_a_file(openai, tmp_path):
    (tmp_path / "key").write_text(f"{KEY}\n")
    given = {"OPENAI_KEY": "", "OPENAI_KEY_FILE": str(tmp_path / "key")}
    engine = engine_of("openai", openai.address, tmp_path, **given)
    assert speak(engine).data
    engine.close()


@pytest.mark.parametrize(
    "given",
    [
        {"OPENAI_ADDRESS": "http://voices.example.com/"},
        {"OPENAI_ADDRESS": "http://8.8.8.8/"},
        {"OPENAI_ADDRESS": "http://134744072/"},
        {"OPENAI_ADDRESS": "http://[2001:4860:4860::8888]/"},
        {"OPENAI_VOICES": ""},
        {"OPENAI_KEY": "", "OPENAI_KEY_FILE": "/no/such/file"},
    ],
)
def test_settings_that_cannot_work_are_told(tmp_path, given):
    with pytest.raises(SettingsInvalid):
        engine_of("openai", "http://127.0.0.1:1/", tmp_path, **given)


def test_clova_without_keys_is_told(tmp_path):
    with pytest.raises(SettingsInvalid, match="LISTEN_CLOVA_KEY_ID"):
        engine_of("clova", "https://127.0.0.1:1/", tmp_path, CLOVA_KEY_ID="")


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/", "http://10.1.2.3/", "http://voices:8880/", "https://a.example/"],
)
def test_http_stays_on_the_own_network(tmp_path, address):
    assert engine_of("openai", address, tmp_path).voices()[0].id == "openai:ko"


@pytest.mark.parametrize("public", ["8.8.8.8", "2001:4860:4860::8888"])
def test_a_name_that_leads_out_of_the_own_network_gets_no_plain_text(tmp_path, monkeypatch, public):
    found = [(0, 0, 0, "", (public, 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    engine = engine_of("openai", "http://voices/", tmp_path)
    with pytest.raises(EngineUnavailable, match="use https"):
        speak(engine)
    engine.close()


def test_another_model_or_speaker_is_another_version(tmp_path):
    versions = {
        engine_of("openai", "https://a.example/", tmp_path, **given).voices()[0].version
        for given in ({}, {"OPENAI_MODEL": "other"}, {"OPENAI_VOICES": "ko:duri"})
    }
    assert len(versions) == 3


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("streamed", [False, True])
def test_wav_of_every_kind_is_read(channels, streamed):
    answer = answer_of(servers.wav(1_000, channels, streamed=streamed))
    assert (answer.media_type, answer.rate_hz) == ("audio/L16", RATE_HZ)
    assert answer.duration_ms == pytest.approx(1_000, abs=10)
    assert answer.data == servers.tone(1_000)[: len(answer.data)]


def test_tags_around_the_frames_are_no_sound():
    bare = servers.mp3(1_000)
    tagged = b"ID3\x04\x00\x00\x00\x00\x00\x05" + bytes(5) + bare + b"TAG" + bytes(125)
    assert answer_of(tagged).duration_ms == answer_of(bare).duration_ms


def test_wav_of_floats_is_read():
    body = struct.pack("<2f", 0.5, -2.0)
    form = struct.pack("<HHIIHH", 3, 1, 16_000, 64_000, 4, 32)
    data = b"RIFF\0\0\0\0WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", 8)
    assert struct.unpack("<2h", answer_of(data + body).data) == (16_383, -32_767)


@given(st.binary(max_size=300), st.sampled_from([b"", b"RIFF\0\0\0\0WAVE", b"ID3", b"\xff\xfb"]))
def test_any_bytes_are_sound_or_refused(data, head):
    try:
        answer = answer_of(head + data, 24_000)
    except EngineAnswerBad:
        return
    assert answer.media_type in ("audio/L16", "audio/mpeg")


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_server_that_keeps_failing_is_left_alone_and_then_asked_once():
    clock = Clock()
    tried = Breaker(failures=2, rest_s=60, clock=clock)
    tried.failed()
    tried.check()
    tried.failed()
    with pytest.raises(EngineUnavailable, match="60 s"):
        tried.check()
    clock.now = 61
    tried.look()
    tried.check()
    with pytest.raises(EngineUnavailable):
        tried.check()
    tried.succeeded()
    tried.check()
    tried.check()


def test_one_success_between_failures_closes_the_breaker():
    tried = Breaker(failures=2)
    for _ in range(9):
        tried.failed()
        tried.succeeded()
    tried.check()


def test_a_host_has_one_breaker():
    assert breaker_of("a:1") is breaker_of("a:1")
    assert breaker_of("a:1") is not breaker_of("b:1")


def test_a_dead_server_is_not_asked_for_every_sentence(openai, tmp_path):
    engine = engine_of("openai", openai.address, tmp_path)
    openai.script = [sending(b"", 503)] * 20
    for _ in range(20):
        with pytest.raises(EngineUnavailable):
            speak(engine)
    assert len(openai.asked) == 5
    engine.close()


def test_pages_instead_of_sound_are_failures_too(clova, tmp_path):
    engine = engine_of("clova", clova.address, tmp_path)
    clova.script = [sending(b"<html>Are you a robot?</html>")] * 20
    for _ in range(20):
        with pytest.raises((EngineAnswerBad, EngineUnavailable)):
            speak(engine)
    assert len(clova.asked) == 5
    engine.close()


def test_staff_are_told_which_host_is_left_alone(openai, tmp_path, caplog):
    engine = engine_of("openai", openai.address, tmp_path)
    openai.script = [sending(b"", 503)] * 20
    for _ in range(9):
        with pytest.raises(EngineUnavailable):
            speak(engine)
    host = openai.address.split("/")[2]
    assert [r.getMessage() for r in caplog.records if r.name == breaker.__name__] == [
        f"host-left-alone host={host} seconds=60"
    ]
    with pytest.raises(EngineUnavailable, match=host):
        speak(engine)
    engine.close()


def test_who_is_left_alone_costs_nothing_of_the_budget(clova, tmp_path):
    engine = engine_of("clova", clova.address, tmp_path, DAILY_CHARACTERS=str(len(TEXT) * 6))
    clova.script = [sending(b"", 503)] * 5
    for _ in range(20):
        with pytest.raises(EngineUnavailable):
            speak(engine)
    breaker_of(clova.address.split("/")[2]).succeeded()
    assert speak(engine).data
    with pytest.raises(EngineBudgetSpent):
        speak(engine)
    engine.close()


def test_many_threads_find_one_trial_when_the_rest_is_over():
    clock = Clock()
    tried = Breaker(failures=1, rest_s=60, clock=clock)
    tried.failed()
    clock.now = 60

    def goes(_):
        try:
            tried.check()
        except EngineUnavailable:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(goes, range(64))) == 1


def at(text):
    return lambda: dt.datetime.fromisoformat(text)


def test_a_budget_is_counted_by_all_and_ends_at_midnight_in_seoul(tmp_path):
    path = tmp_path / "budget.db"
    first, second = (Budget(path, 10, at("2026-11-25T14:59:00+00:00")) for _ in range(2))
    first.take("clova", 6)
    with pytest.raises(EngineBudgetSpent, match="6 of 10"):
        second.take("clova", 5)
    second.take("clova", 4)
    second.take("openai", 10)
    Budget(path, 10, at("2026-11-25T15:00:00+00:00")).take("clova", 10)


_TAKER = """
import sys, os
from pathlib import Path
from service.speech.network.budget import Budget
budget = Budget(Path(sys.argv[1]), 1_000)
for _ in range(40):
    budget.take("clova", 5)
os.kill(os.getpid(), 9)
"""


def test_processes_that_are_killed_leave_what_they_took(tmp_path):
    path = tmp_path / "budget.db"
    takers = [
        subprocess.Popen([sys.executable, "-c", _TAKER, str(path)], cwd=ROOT) for _ in range(3)
    ]
    assert [taker.wait(30) for taker in takers] == [-9] * 3
    Budget(path, 1_000).take("clova", 400)
    with pytest.raises(EngineBudgetSpent, match="1000 of 1000"):
        Budget(path, 1_000).take("clova", 1)


def test_what_cannot_be_counted_is_not_asked_for(tmp_path, monkeypatch):
    def full(*_):
        raise StoreUnavailable("budget.db: database is locked")

    monkeypatch.setattr("service.database.Database.use", full)
    with pytest.raises(EngineUnavailable, match="counted"):
        Budget(tmp_path / "budget.db", 10).take("clova", 1)


def test_no_budget_is_no_limit(tmp_path):
    Budget(tmp_path / "budget.db", 0).take("clova", 10**9)
    assert not (tmp_path / "budget.db").exists()


def test_a_spent_budget_is_a_reason_to_stand_in(clova, tmp_path):
    engine = engine_of("clova", clova.address, tmp_path, DAILY_CHARACTERS="30")
    speak(engine)
    with pytest.raises(EngineBudgetSpent):
        speak(engine)
    assert len(clova.asked) == 1
    engine.close()


def test_a_server_of_ones_own_has_no_budget(openai, tmp_path):
    engine = engine_of("openai", openai.address, tmp_path, DAILY_CHARACTERS="30")
    for _ in range(3):
        speak(engine)
    assert not (tmp_path / "budget.db").exists()
    engine.close()


def test_a_server_outside_has_a_budget_whatever_its_kind(tmp_path):
    engine = engine_of("openai", "https://a.example/", tmp_path, DAILY_CHARACTERS="3")
    with pytest.raises(EngineBudgetSpent):
        speak(engine)
    engine.close()


def test_long_texts_go_out_in_pieces(clova, tmp_path):
    engine = engine_of("clova", clova.address, tmp_path)
    speak(engine, " ".join([TEXT] * 200))
    assert len(clova.asked) == 3
    speak(engine, "5%(잠정) 늘었다 " * 150)
    assert all(len(asked["text"]) <= 2_000 for asked in clova.asked)
    speak(engine, "%")
    assert clova.asked[-1]["text"] == "퍼센트"
    with pytest.raises(EngineRefused):
        speak(engine, "※ ·")
    engine.close()
