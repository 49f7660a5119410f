import json
import time
from dataclasses import replace
from itertools import pairwise

import pytest

from service.audio.frames import FRAME_BYTES, FRAME_MS, LIGHT, silence
from service.cli.crew import working
from service.errors import (
    ClipUnknown,
    DocumentHasNoText,
    EngineRefused,
    HandoverClosed,
    ManifestUnknown,
    PageUnknown,
    SourceNotAllowed,
    WorkNotFinished,
)
from service.model.jobs import Priority
from service.model.narration import TableManner
from service.model.speech import Voice
from service.speech.chain import ChainEngine
from service.speech.silent import SilentEngine
from service.store.base import Shelf
from service.usecases.clips import Failure, heard_key
from service.usecases.follow_audio import follow, hear_clip
from service.usecases.join_audio import joined, read_joined
from service.usecases.keeping import keep
from service.usecases.make_audio import ask_for_all, speak_segment
from service.usecases.prepare import Target, prepare
from service.usecases.read_release import (
    READ,
    hand_over_file,
    hand_over_text,
    open_address,
    open_kept,
    open_ticket,
    ticket_of,
)
from service.usecases.timelines import cues_of, heard_of, show_manifest, starts_ms
from tests.web.staging import BROKEN, ENGLISH, KOREAN, SCANNED, TABLES, staged


@pytest.fixture
def services(tmp_path):
    made = staged(tmp_path, HANDOVER="yes", PAGE_WAIT_MS="30000", CLIP_WAIT_MS="3000")
    yield made
    made.close()


@pytest.fixture
def working_services(services):
    with working(services, ("read", "speak")):
        yield services


def segments_of(services, manifest):
    return services.plans.segments(manifest, 0, services.plans.count(manifest))


def speak_all(services, manifest):
    for segment in segments_of(services, manifest):
        speak_segment(services, manifest, segment)


def test_an_address_becomes_a_release_with_its_plan(working_services):
    reading = open_address(working_services, KOREAN)
    assert reading.release.agency == "보건복지부"
    assert working_services.plans.count(reading.manifest) == len(reading.narration.utterances)


def test_reading_again_comes_from_the_shelf(working_services):
    first = open_address(working_services, KOREAN)
    ticket = ticket_of(working_services.door.admit(KOREAN))
    done = working_services.queue.find(READ, ticket)
    assert open_address(working_services, KOREAN) == first
    assert working_services.queue.find(READ, ticket) == done


def test_a_release_is_found_by_its_key(working_services):
    reading = open_address(working_services, KOREAN)
    assert open_kept(working_services, reading.key) == reading
    with pytest.raises(PageUnknown):
        open_kept(working_services, "0" * 64)


def test_a_reading_that_takes_long_goes_on_by_itself(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="0")
    with pytest.raises(WorkNotFinished):
        open_address(services, KOREAN)
    assert services.queue.counts()["queued"] == 1
    services.close()


@pytest.mark.parametrize("times", [1, 2])
def test_a_document_that_cannot_be_read_says_why_each_time(working_services, times):
    for _ in range(times):
        with pytest.raises(DocumentHasNoText):
            open_address(working_services, SCANNED)
    assert working_services.queue.counts()["failed"] == 1


def test_an_address_off_the_list_is_refused_at_once(services):
    with pytest.raises(SourceNotAllowed):
        open_address(services, "https://www.mohw.go.kr/")


def test_what_is_handed_over_is_read_and_found_by_its_ticket(working_services):
    ticket = hand_over_text(working_services, "안내", "The minister will visit Los Angeles.")
    assert open_ticket(working_services, ticket).release.language == "en"
    assert (
        hand_over_text(working_services, "안내", "The minister will visit Los Angeles.") == ticket
    )


def test_nothing_is_handed_over_where_it_is_closed(tmp_path):
    services = staged(tmp_path)
    with pytest.raises(HandoverClosed):
        hand_over_file(services, "a.pdf", b"%PDF")
    services.close()


def test_a_ticket_of_nobody_is_unknown(services):
    with pytest.raises(PageUnknown):
        open_ticket(services, "0" * 64)


def test_every_address_is_known_before_any_audio(working_services):
    reading = open_address(working_services, KOREAN)
    shown = show_manifest(working_services, reading.manifest)
    assert set(shown.heard.timeline.frames) == {-1}
    assert starts_ms(shown.heard)[:2] == (0, -1)
    assert len({segment.key for segment in shown.manifest.segments}) > 10


def test_planning_twice_names_the_same(working_services):
    first = open_address(working_services, KOREAN)
    again = open_kept(working_services, first.key)
    assert again.manifest == first.manifest


def test_clips_outside_of_tables_are_shared_between_the_manners_of_tables(working_services):
    readings = [open_address(working_services, TABLES, manner) for manner in TableManner]
    assert len({reading.manifest for reading in readings}) == len(readings)
    keys = []
    for reading in readings:
        segments = segments_of(working_services, reading.manifest)
        outside = {u.id for u in reading.narration.utterances if u.role == "text" or u.block < 0}
        keys.append([segment.key for segment in segments if segment.utterance in outside])
        assert show_manifest(working_services, reading.manifest).narration == reading.narration
    assert len(keys[0]) > 3
    assert keys[0] == keys[1] == keys[2]


def test_a_release_without_tables_sounds_the_same_in_every_manner(working_services):
    readings = [open_address(working_services, ENGLISH, manner) for manner in TableManner]
    assert len({reading.manifest for reading in readings}) == 1


def test_the_audio_that_is_followed_is_the_audio_that_is_joined(working_services):
    manifest = open_address(working_services, KOREAN).manifest
    followed = b"".join(follow(working_services, manifest))
    heard = heard_of(working_services, manifest)
    join = joined(heard)
    assert heard.is_final
    assert followed == b"".join(read_joined(working_services, join, 0, join.size))
    assert len(followed) == join.size


def test_any_range_is_the_same_cut_of_the_whole(working_services):
    manifest = open_address(working_services, ENGLISH).manifest
    whole = b"".join(follow(working_services, manifest))
    join = joined(heard_of(working_services, manifest))
    for start, stop in ((0, 1), (100, 5_000), (len(whole) - 7, len(whole)), (3_000, 3_000)):
        assert b"".join(read_joined(working_services, join, start, stop)) == whole[start:stop]


def test_cues_are_where_the_sound_is(working_services):
    manifest = open_address(working_services, ENGLISH).manifest
    b"".join(follow(working_services, manifest))
    shown = show_manifest(working_services, manifest)
    cues = cues_of(shown.manifest.segments, shown.heard)
    starts = starts_ms(shown.heard)
    assert [cue.start_ms for cue in cues] == [start + 46 for start in starts]
    assert all(a.end_ms <= b.start_ms for a, b in pairwise(cues))
    total = starts[-1] + (shown.heard.timeline.frames[-1] + shown.heard.pauses[-1]) * FRAME_MS
    assert total == joined(shown.heard).size // FRAME_BYTES * FRAME_MS


def test_a_clip_is_made_when_it_is_asked_for(working_services):
    manifest = open_address(working_services, KOREAN).manifest
    last = segments_of(working_services, manifest)[-1]
    found, data = hear_clip(working_services, last.key)
    assert (found, len(data) % FRAME_BYTES) == (last.key, 0)


def test_a_clip_of_no_plan_is_unknown(services):
    with pytest.raises(ClipUnknown):
        hear_clip(services, "0" * 64)


def test_a_manifest_of_no_plan_is_unknown(services):
    for ask in (follow, heard_of, show_manifest):
        with pytest.raises(ManifestUnknown):
            ask(services, "0" * 64)


class Counting(SilentEngine):
    def __init__(self):
        self.spoken = []

    def speak(self, text, voice, prosody):
        self.spoken.append(text)
        return super().speak(text, voice, prosody)


def test_a_second_listener_costs_nothing(tmp_path):
    services = with_engine(tmp_path, Counting())
    with working(services, ("read", "speak")):
        manifest = open_address(services, KOREAN).manifest
        b"".join(follow(services, manifest))
        once = len(services.engine.spoken)
        b"".join(follow(services, manifest))
    services.close()
    assert len(services.engine.spoken) == once


class Refusing(SilentEngine):
    name = "refusing"

    def voices(self):
        return tuple(Voice(f"refusing:{each}", "refusing", "1", each, "x") for each in ("ko", "en"))

    def speak(self, text, voice, prosody):
        if "로스앤젤레스" in text:
            raise EngineRefused("cannot say this")
        own = next(each for each in super().voices() if each.language == voice.language)
        return replace(super().speak(text, own, prosody), voice=voice)


def with_engine(folder, engine):
    return replace(staged(folder, PAGE_WAIT_MS="30000", CLIP_WAIT_MS="3000"), engine=engine)


def test_a_missing_sentence_is_told_and_silences_nothing_else(tmp_path):
    services = with_engine(tmp_path, Refusing())
    with working(services, ("read", "speak")):
        manifest = open_address(services, KOREAN).manifest
        followed = b"".join(follow(services, manifest))
        heard = heard_of(services, manifest)
        failed = [at for at, frames in enumerate(heard.timeline.frames) if frames == 0]
        with pytest.raises(EngineRefused):
            hear_clip(services, segments_of(services, manifest)[failed[0]].key)
    services.close()
    assert len(failed) == 1
    assert (heard.timeline.is_complete, heard.is_final) == (True, False)
    assert len(followed) == joined(heard).size


def test_a_stand_in_is_heard_under_its_own_name(tmp_path):
    services = with_engine(tmp_path, ChainEngine([Refusing(), SilentEngine()]))
    with working(services, ("read", "speak")):
        manifest = open_address(services, KOREAN).manifest
        b"".join(follow(services, manifest))
        heard = heard_of(services, manifest)
    (at,) = heard.timeline.stand_ins
    planned = segments_of(services, manifest)[at].key
    assert services.store.size(Shelf.CLIPS, planned) == -1
    assert heard_key(services.store, planned) == heard.keys[at] != planned
    assert json.loads(services.store.get(Shelf.STAND_INS, planned))["reason"] == "engine-refused"
    assert not heard.is_final
    services.close()


def test_pauses_between_segments_are_silent_frames(working_services):
    manifest = open_address(working_services, ENGLISH).manifest
    first = next(follow(working_services, manifest))
    pause = segments_of(working_services, manifest)[0].pause_frames
    assert first.endswith(silence(pause))
    assert pause > 0


def test_staff_prepare_a_release_and_its_attachments(working_services):
    outcomes = list(prepare(working_services, Target("release", address=KOREAN), lambda _: None))
    assert [outcome.is_whole for outcome in outcomes] == [True, True]
    assert outcomes[1].title == "Exploring a New Strategy"


def test_what_cannot_be_prepared_is_told_by_its_code(working_services):
    (outcome,) = prepare(working_services, Target("broken", address=BROKEN), lambda _: None)
    assert (outcome.error, outcome.is_whole) == ("document-is-broken", False)


def test_a_listener_comes_before_a_batch(services):
    with working(services, ("read",)):
        batch = open_address(services, KOREAN).manifest
        listener = open_address(services, ENGLISH).manifest
    ask_for_all(services, batch, Priority.BATCH)
    follow(services, listener)
    first = services.queue.claim("worker", 60, ["speak", "make"])
    assert first.key.startswith(listener)


def test_asking_for_a_whole_document_costs_the_same_for_any_length(working_services):
    manifest = open_address(working_services, KOREAN).manifest
    begun = working_services.queue.counts()
    ask_for_all(working_services, "f" * 64, Priority.BATCH)
    assert sum(working_services.queue.counts().values()) == sum(begun.values()) + 1
    assert working_services.plans.count(manifest) > 8


def test_a_failure_is_tried_again_after_a_while(services, monkeypatch):
    with working(services, ("read",)):
        manifest = open_address(services, ENGLISH).manifest
    segment = segments_of(services, manifest)[0]
    keep(
        services.store, Shelf.FAILURES, segment.key, Failure("engine-unavailable", time.time() - 60)
    )
    with working(services, ("speak",)):
        assert hear_clip(services, segment.key)[0] == segment.key
    assert services.store.get(Shelf.FAILURES, segment.key) is None


def test_light_audio_is_the_same_in_half_the_bytes(working_services):
    manifest = open_address(working_services, ENGLISH).manifest
    full = b"".join(follow(working_services, manifest))
    light = b"".join(follow(working_services, manifest, LIGHT))
    join = joined(heard_of(working_services, manifest), LIGHT)
    assert len(light) * 2 == len(full)
    assert b"".join(read_joined(working_services, join, 0, join.size)) == light
    assert b"".join(read_joined(working_services, join, 777, 7_777)) == light[777:7_777]


def test_a_light_clip_is_made_once(working_services, monkeypatch):
    manifest = open_address(working_services, ENGLISH).manifest
    key = segments_of(working_services, manifest)[0].key
    first = hear_clip(working_services, key, LIGHT)
    monkeypatch.delattr(type(working_services.finisher), "lighten")
    assert hear_clip(working_services, key, LIGHT) == first
