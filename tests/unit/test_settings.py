import pytest

from service.errors import SettingsInvalid
from service.settings import Settings, from_env, options


def test_everything_has_a_default_and_is_closed():
    settings = from_env({})
    assert (settings.allowed_hosts, settings.handover, settings.sample) == ((), False, False)
    assert (settings.embed_origins, settings.allow_http, settings.engines) == (
        (),
        False,
        (),
    )


def test_an_unknown_name_is_refused_with_a_suggestion():
    with pytest.raises(SettingsInvalid, match=r"LISTEN_ENGIN: .*did you mean LISTEN_ENGINES"):
        from_env({"LISTEN_ENGIN": "espeak"})


def test_all_problems_are_told_at_once():
    with pytest.raises(SettingsInvalid) as caught:
        from_env({"LISTEN_PORT": "lots", "LISTEN_SAMPLE": "maybe", "LISTEN_XYZ": "1"})
    assert str(caught.value).count("LISTEN_") >= 3
    assert "expected a port number" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LISTEN_PORT", "0"),
        ("LISTEN_PORT", "-1"),
        ("LISTEN_PORT", "８０"),
        ("LISTEN_MAX_SOURCE_BYTES", "lots"),
        ("LISTEN_SAMPLE", "2"),
        ("LISTEN_ALLOWED_HOSTS", "https://www.mohw.go.kr/"),
        ("LISTEN_EMBED_ORIGINS", "https://www.mohw.go.kr/"),
        ("LISTEN_EMBED_ORIGINS", "*"),
        ("LISTEN_GTTS_ADDRESS", "translate.google.com"),
    ],
)
def test_values_that_do_not_fit_are_refused_by_name(name, value):
    with pytest.raises(SettingsInvalid, match=name):
        from_env({name: value})


def test_lists_lose_blanks_and_hosts_their_capitals():
    settings = from_env({"LISTEN_ALLOWED_HOSTS": " WWW.mohw.go.kr , *.korea.kr,"})
    assert settings.allowed_hosts == ("www.mohw.go.kr", "*.korea.kr")


def test_other_variables_are_nobodys_business():
    assert from_env({"PATH": "/bin", "MY_LISTEN_PORT": "1"}) == from_env({})


def test_every_field_is_an_option():
    assert len(options()) == len(Settings.__dataclass_fields__)
