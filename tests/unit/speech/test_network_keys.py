"""Keys go to their server and nowhere else, whatever that server does with them."""

import logging
import string
import traceback

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as rules
from hypothesis import strategies as st

from service.errors import SettingsInvalid, SpeechError
from service.model.speech import Prosody
from service.settings import from_env
from service.speech.network import breaker
from service.speech.registry import build
from tests.contract.voice_servers import KEY, REPEATING, ClovaLike, OpenAiLike

LETTERS = string.ascii_letters + string.digits + string.punctuation
SERVERS = {"openai": OpenAiLike, "clova": ClovaLike}
TEXT = "보건복지부는 밝혔다."


@pytest.fixture(scope="module")
def servers():
    with OpenAiLike() as openai, ClovaLike() as clova:
        yield {"openai": openai, "clova": clova}


@pytest.fixture(params=SERVERS)
def server(request, servers):
    return request.param, servers[request.param]


def settings_of(name, address, folder, **given):
    told = {f"{name}_ADDRESS": address, f"{name}_VOICES": "ko:hana", "NETWORK_TRIES": "1"}
    ids = {"CLOVA_KEY_ID": "the-id-of-a-customer", "CACHE_DIR": str(folder)}
    return from_env({f"LISTEN_{k.upper()}": v for k, v in {**told, **ids, **given}.items()})


@pytest.mark.parametrize("behave", REPEATING, ids=lambda behave: behave.__name__)
@given(key=st.text(LETTERS, min_size=12, max_size=60))
@rules(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_key_is_never_shown_whatever_its_server_does(server, tmp_path, caplog, behave, key):
    name, asked = server
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    breaker._breakers.clear()
    settings = settings_of(name, asked.address, tmp_path, **{f"{name}_KEY": key})
    engine = build([name], settings)
    asked.script = [behave]
    with pytest.raises(SpeechError) as caught:
        engine.speak(TEXT, engine.voices()[0], Prosody())
    told = "".join(traceback.format_exception(caught.value))
    shown = [told, repr(caught.value), caplog.text, repr(settings), repr(vars(engine))]
    assert not any(key in text for text in shown)
    engine.close()


@pytest.mark.parametrize("name", SERVERS)
@pytest.mark.parametrize(
    "key", ["two\nlines-of-it", "two words-of-it", "열쇠-of-it", "tab\tof-it", "bell\aof-it"]
)
def test_a_key_that_no_header_can_carry_is_refused_unseen(tmp_path, name, key):
    (tmp_path / "key").write_text(key, encoding="utf-8")
    given = {f"{name}_KEY_FILE": str(tmp_path / "key")}
    with pytest.raises(SettingsInvalid, match=f"LISTEN_{name.upper()}_KEY") as told:
        build([name], settings_of(name, "https://a.example/", tmp_path, **given))
    assert "of-it" not in "".join(traceback.format_exception(told.value))


def test_a_file_of_a_key_may_begin_and_end_as_editors_write_it(servers, tmp_path):
    (tmp_path / "key").write_text(f"\ufeff{KEY}\r\n", encoding="utf-8")
    servers["openai"].script = []
    breaker._breakers.clear()
    given = {"OPENAI_KEY_FILE": str(tmp_path / "key")}
    engine = build(["openai"], settings_of("openai", servers["openai"].address, tmp_path, **given))
    assert engine.speak(TEXT, engine.voices()[0], Prosody()).data
    engine.close()


@pytest.mark.parametrize("name", ["openai", "clova", "gtts"])
def test_a_key_in_an_address_is_refused_unseen(tmp_path, name):
    given = {f"LISTEN_{name.upper()}_ADDRESS": "https://me:my-secret@voices.example.com/"}
    with pytest.raises(SettingsInvalid, match="ADDRESS") as told:
        build([name], from_env({**given, "LISTEN_CLOVA_KEY": "k", "LISTEN_CLOVA_KEY_ID": "i"}))
    assert "my-secret" not in "".join(traceback.format_exception(told.value))
