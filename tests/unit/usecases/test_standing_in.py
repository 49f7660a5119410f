"""A voice that fails in a document, who reads on, and how it comes back."""

from dataclasses import replace

import pytest

from service.errors import EngineRefused, EngineUnavailable
from service.model.jobs import Priority
from service.model.speech import Voice
from service.narration.narrate import narrate
from service.speech.chain import ChainEngine
from service.speech.silent import SilentEngine
from service.store.base import Shelf
from service.usecases.clips import StandIn
from service.usecases.handle_jobs import handlings
from service.usecases.keeping import keep, kept
from service.usecases.make_audio import speak_in_order
from service.usecases.plan_listen import plan_release
from service.usecases.remake_audio import REMAKE, ask_for_remaking
from service.usecases.stand_ins import Doubt
from service.usecases.timelines import heard_of
from tests.unit.usecases.test_making import release_of, sentences_of
from tests.web.staging import staged


class Moody(SilentEngine):
    """Fails at the texts it is told to, and counts how often it is asked."""

    name = "moody"

    def __init__(self):
        self.asked = []
        self.fails_at = lambda text: False
        self.error = EngineUnavailable

    def voices(self):
        return tuple(Voice(f"moody:{each}", "moody", "1", each, "x") for each in ("ko", "en"))

    def speak(self, text, voice, prosody):
        self.asked.append(text)
        if self.fails_at(text):
            raise self.error("not now")
        own = next(each for each in super().voices() if each.language == voice.language)
        return replace(super().speak(text, own, prosody), voice=voice)


@pytest.fixture
def moody():
    return Moody()


@pytest.fixture
def services(tmp_path, moody):
    made = replace(
        staged(tmp_path, STAND_IN_AFTER="3", REMAKE_AFTER_S="600"),
        engine=ChainEngine([moody, SilentEngine()]),
    )
    yield made
    made.close()


def listened(services, sentences):
    """The plan of a release with all of it made, one sentence after the other."""
    manifest = plan_release(services, "ab" * 32, narrate(release_of(sentences)))
    for segment in services.plans.segments(manifest, 0, services.plans.count(manifest)):
        for _ in speak_in_order(services, manifest, [segment]):
            pass
    return manifest


def make_again(services):
    handlings(services)[REMAKE].work("{}", lambda: None)


def let_an_hour_pass(services):
    """Every note of a stand-in and of a doubt is older now."""
    for shelf, kind in ((Shelf.STAND_INS, StandIn), (Shelf.DOUBTS, Doubt)):
        for key in list(services.store.keys(shelf)):
            found = kept(services.store, shelf, key, kind)
            keep(services.store, shelf, key, replace(found, at=found.at - 3_600))


def test_one_failure_costs_one_sentence(services, moody):
    moody.fails_at = lambda text: text.startswith("기관 삼은")
    manifest = listened(services, sentences_of(12))
    assert len(heard_of(services, manifest).timeline.stand_ins) == 1


def test_after_three_failures_the_stand_in_reads_on(services, moody):
    moody.fails_at = lambda text: text.startswith(("기관 이는", "기관 사는", "기관 육은"))
    manifest = listened(services, sentences_of(12))
    heard = heard_of(services, manifest).timeline
    third = heard.stand_ins[2]
    assert heard.stand_ins[2:] == tuple(range(third, len(heard.frames)))
    assert heard.stand_ins[:2] == (third - 4, third - 2)


def test_a_voice_that_is_given_up_is_not_asked(services, moody):
    moody.fails_at = lambda text: True
    listened(services, sentences_of(12))
    assert len(moody.asked) == 3


def test_a_text_that_cannot_be_said_is_no_failure_of_the_voice(services, moody):
    moody.error, moody.fails_at = EngineRefused, lambda text: "기관" in text
    listened(services, sentences_of(12))
    assert sum("기관" in text for text in moody.asked) == 12


def test_what_stood_in_is_made_again_when_the_voice_is_back(services, moody):
    moody.fails_at = lambda text: True
    manifest = listened(services, sentences_of(12))
    before = heard_of(services, manifest)
    assert len(before.timeline.stand_ins) == len(before.keys)
    moody.fails_at = lambda text: False
    let_an_hour_pass(services)
    make_again(services)
    after = heard_of(services, manifest)
    assert (after.is_final, after.timeline.stand_ins) == (True, ())
    assert after.etag != before.etag
    assert not set(after.keys) & set(before.keys)
    assert list(services.store.keys(Shelf.STAND_INS)) == []


def test_a_voice_that_is_still_away_is_asked_once(services, moody):
    moody.fails_at = lambda text: True
    listened(services, sentences_of(12))
    let_an_hour_pass(services)
    moody.asked.clear()
    make_again(services)
    assert len(moody.asked) == 1


def test_what_was_tried_just_now_is_left_in_peace(services, moody):
    moody.fails_at = lambda text: True
    listened(services, sentences_of(2))
    moody.asked.clear()
    make_again(services)
    assert moody.asked == []


def test_remaking_is_queued_only_where_something_stood_in(services, moody):
    ask_for_remaking(services)
    assert services.queue.find(REMAKE, REMAKE) is None
    moody.fails_at = lambda text: True
    listened(services, sentences_of(1))
    ask_for_remaking(services)
    assert services.queue.find(REMAKE, REMAKE).priority == Priority.BATCH
