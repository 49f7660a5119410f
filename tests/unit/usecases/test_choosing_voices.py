"""Whose voice a listener may choose, and what is planned then."""

from dataclasses import replace

import pytest

from service.cli.crew import working
from service.errors import ManifestUnknown, VoiceNotOffered
from service.store.plans import SqlitePlans
from service.usecases.choose_voices import (
    in_voices,
    manifest_in_voices,
    voices_chosen,
    voices_offered,
)
from service.usecases.read_release import open_address
from service.usecases.tend_cache import rebuild
from service.usecases.timelines import show_manifest
from tests.web.staging import (
    ENGLISH,
    FAR_KOREAN,
    FAST_ENGLISH,
    FAST_KOREAN,
    KOREAN,
    ChoirEngine,
    staged,
)

FAST = "silent:ko-fast,silent:en-fast"


@pytest.fixture
def services_with(tmp_path):
    made = []

    def make(offered, engine=None):
        given = {"VOICES_OFFERED": offered, "PAGE_WAIT_MS": "5000"}
        services = replace(staged(tmp_path, **given), engine=engine or ChoirEngine())
        made.append(services)
        return services

    yield make
    for services in made:
        services.close()


@pytest.fixture
def services(services_with):
    made = services_with(FAST)
    with working(made, ("read",)):
        yield made


def ids(offered):
    return {language: [voice.id for voice in voices] for language, voices in offered.items()}


def test_the_usual_voice_comes_first_among_those_that_settings_name(services):
    assert ids(voices_offered(services)) == {
        "ko": ["silent:ko", "silent:ko-fast"],
        "en": ["silent:en", "silent:en-fast"],
    }


def test_a_language_without_a_choice_is_left_out(services_with):
    assert ids(voices_offered(services_with("silent:ko-fast"))).keys() == {"ko"}


@pytest.mark.parametrize("offered", ["none", "", "nobody:ko"])
def test_nothing_is_offered_that_settings_do_not_allow(services_with, offered):
    assert voices_offered(services_with(offered)) == {}


def test_voices_of_this_machine_need_no_setting_and_others_do(services_with):
    class Own(ChoirEngine):
        def voices(self):
            own = tuple(replace(voice, engine="espeak") for voice in super().voices())
            return tuple(FAR_KOREAN if voice.id == FAR_KOREAN.id else voice for voice in own)

    assert FAR_KOREAN.id not in ids(voices_offered(services_with("", Own())))["ko"]
    assert ids(voices_offered(services_with("", Own())))["ko"] == ["silent:ko", "silent:ko-fast"]
    assert ids(voices_offered(services_with("far:ko")))["ko"] == ["silent:ko", "far:ko"]


@pytest.mark.parametrize("asked", ["far:ko", "silent:fr", "../x", "none"])
def test_a_voice_that_is_not_offered_is_refused(services, asked):
    with pytest.raises(VoiceNotOffered):
        voices_chosen(services, [asked])


def test_the_last_of_two_voices_for_one_language_is_heard(services):
    chosen = voices_chosen(services, ["silent:ko-fast", "silent:ko", "silent:en-fast"])
    assert {language: voice.id for language, voice in chosen.items()} == {
        "ko": "silent:ko",
        "en": "silent:en-fast",
    }


def voices_of(services, manifest):
    planned = show_manifest(services, manifest).manifest
    return {piece.voice for segment in planned.segments for piece in segment.pieces}


def test_another_voice_is_another_manifest_of_the_same_words(services):
    usual = open_address(services, KOREAN)
    other = in_voices(services, usual, [FAST_KOREAN.id, FAST_ENGLISH.id])
    assert other.manifest != usual.manifest
    assert replace(other, manifest=usual.manifest) == usual
    assert voices_of(services, other.manifest) == {FAST_KOREAN, FAST_ENGLISH}


def test_choosing_the_usual_voice_or_one_that_says_nothing_here_changes_nothing(services):
    usual = open_address(services, ENGLISH)
    assert in_voices(services, usual, ["silent:en"]) == usual
    assert in_voices(services, usual, ["silent:ko-fast"]) == usual
    assert in_voices(services, usual, []) == usual


def test_a_manifest_leads_to_itself_in_other_voices_and_back(services):
    usual = open_address(services, KOREAN).manifest
    other = manifest_in_voices(services, usual, [FAST_KOREAN.id])
    assert other == in_voices(services, open_address(services, KOREAN), [FAST_KOREAN.id]).manifest
    assert manifest_in_voices(services, other, ["silent:ko"]) == usual
    with pytest.raises(ManifestUnknown):
        manifest_in_voices(services, "0" * 64, [FAST_KOREAN.id])


def test_a_rebuilt_index_knows_chosen_voices(services, tmp_path):
    usual = open_address(services, KOREAN)
    other = in_voices(services, usual, [FAST_KOREAN.id]).manifest
    without = replace(services, plans=SqlitePlans(tmp_path / "new.db"))
    assert rebuild(without).lost == 0
    assert without.plans.count(usual.manifest) > 0
    assert without.plans.count(other) > 0
    without.plans.close()
