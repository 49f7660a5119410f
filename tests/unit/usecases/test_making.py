"""Who is served first, and what a change costs."""

import threading
import time
from dataclasses import replace

import pytest

from service import codec
from service.model.document import Paragraph
from service.model.jobs import Priority
from service.narration.narrate import narrate
from service.speech.silent import SilentEngine
from service.text import lexicon
from service.text.lexicon.entries import Entry
from service.usecases.handle_jobs import handlings
from service.usecases.make_audio import (
    HEAR,
    MAKE,
    SPEAK,
    WINDOW,
    SpeakWork,
    ask_for_all,
    ask_for_segment,
    speak_in_order,
    speak_segment,
)
from service.usecases.plan_listen import plan_release
from tests.web.staging import KOREAN_RELEASE, document, staged

SENTENCES = 1_000
CHANGED = 500
TOGETHER = 8


class CountingEngine(SilentEngine):
    """Remembers what it was asked to say, and takes its time."""

    def __init__(self, takes_s=0.0):
        self.said = []
        self._takes_s = takes_s

    def speak(self, text, voice, prosody):
        self.said.append(text)
        time.sleep(self._takes_s)
        return super().speak(text, voice, prosody)


@pytest.fixture
def services(tmp_path):
    made = replace(staged(tmp_path), engine=CountingEngine())
    yield made
    made.close()


def release_of(sentences):
    body = document("ko", *(Paragraph(sentence) for sentence in sentences))
    return replace(KOREAN_RELEASE, body=body, attachments=())


def planned(services, sentences, key="ab" * 32):
    return plan_release(services, key, narrate(release_of(sentences)))


def sentences_of(count, *changes):
    said = [f"기관 {number}은 계획을 마련한다." for number in range(count)]
    for index, text in changes:
        said[index] = text
    return said


def made_of(services, manifest):
    """What was said to make a plan whole."""
    services.engine.said.clear()
    segments = services.plans.segments(manifest, 0, services.plans.count(manifest))
    for _ in speak_in_order(services, manifest, segments):
        pass
    return list(services.engine.said)


def test_a_changed_sentence_of_a_thousand_costs_one_clip(services):
    whole = made_of(services, planned(services, sentences_of(SENTENCES)))
    change = (CHANGED, "예산은 3억 원이다.")
    again = made_of(services, planned(services, sentences_of(SENTENCES, change), "cd" * 32))
    assert len(whole) > SENTENCES
    assert again == ["예산은 삼억 원이다."]


def test_a_changed_lexicon_costs_the_sentences_with_the_word(services):
    changes = (
        (3, "코디넷에 신청한다."),
        (7, "신청은 코디넷에서 받는다."),
        (9, "코디넷은 무료다."),
    )
    sentences = sentences_of(SENTENCES, *changes)
    made_of(services, planned(services, sentences))
    lexicon.install([Entry("코디넷", "ko", "코디네트")])
    try:
        again = made_of(services, planned(services, sentences))
    finally:
        lexicon.install(())
    assert sorted(again) == [
        "신청은 코디네트에서 받는다.",
        "코디네트는 무료다.",
        "코디네트에 신청한다.",
    ]


def test_many_at_once_have_a_sentence_spoken_once(tmp_path):
    services = replace(staged(tmp_path), engine=CountingEngine(takes_s=0.01))
    manifest = planned(services, sentences_of(3))
    segments = services.plans.segments(manifest, 0, 3)

    def make():
        for segment in segments:
            speak_segment(services, manifest, segment)

    crew = [threading.Thread(target=make) for _ in range(TOGETHER)]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    assert len(services.engine.said) == len({segment.key for segment in segments})
    services.close()


def claims(services):
    """What a worker for everything would take, one after the other."""
    while job := services.queue.claim("w", 9, (HEAR, MAKE, SPEAK)):
        yield job
        services.queue.settle(job)


def work_of(job):
    found = codec.from_json(job.payload, SpeakWork)
    return job.kind, found.first, found.count


def test_what_is_sought_goes_before_all_and_what_follows_it_before_the_rest(services):
    manifest = planned(services, sentences_of(200))
    services.engine.said.clear()
    ask_for_all(services, manifest, Priority.FOLLOWING)
    handlings(services)[MAKE].work(services.queue.claim("w", 9, (MAKE,)).payload, lambda: None)
    ask_for_segment(services, manifest, 101)
    order = [work_of(job) for job in claims(services)]
    assert order[:7] == [
        (HEAR, 101, 1),
        (SPEAK, 102, 2),
        (SPEAK, 104, WINDOW),
        (SPEAK, 112, WINDOW),
        (SPEAK, 120, WINDOW),
        (SPEAK, 128, WINDOW),
        (SPEAK, 0, WINDOW),
    ]


def test_nothing_is_asked_for_behind_the_end(services):
    manifest = planned(services, sentences_of(20))
    end = services.plans.count(manifest)
    ask_for_segment(services, manifest, end - 1)
    assert [work_of(job) for job in claims(services)] == [(HEAR, end - 1, 1)]
