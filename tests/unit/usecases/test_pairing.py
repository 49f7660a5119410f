"""Two addresses become two releases in step, by a job that works once."""

import pytest

from service.cli.crew import working
from service.errors import (
    DocumentHasNoText,
    ManifestUnknown,
    PageUnknown,
    PairInOneLanguage,
    SourceNotAllowed,
    WorkNotFinished,
)
from service.model.narration import TableManner
from service.store.base import Shelf
from service.usecases import pair_releases
from service.usecases.pair_releases import PAIR, PairWork, open_pair, pair_now, plan_in_turns
from service.usecases.read_release import READ, ReadWork, open_kept, read_now
from service.usecases.timelines import show_manifest
from tests.web.staging import KOREAN, SCANNED, VISIT_EN, VISIT_KO, staged


@pytest.fixture
def services(tmp_path):
    made = staged(tmp_path, PAGE_WAIT_MS="5000")
    yield made
    made.close()


@pytest.fixture
def reading_services(services):
    with working(services, ("read",)):
        yield services


def test_a_pair_is_two_readings_and_every_place_of_both_in_step(reading_services):
    pair = open_pair(reading_services, VISIT_KO, VISIT_EN)
    assert (pair.first.narration.language, pair.second.narration.language) == ("ko", "en")
    steps = pair.pairing.steps
    assert [at for step in steps for at in step.second] == list(range(8))
    assert sum(step.is_pair for step in steps) == 8


def test_it_is_put_in_step_once(reading_services, monkeypatch):
    first = open_pair(reading_services, VISIT_KO, VISIT_EN)
    monkeypatch.setattr(pair_releases, "paired", lambda *_: pytest.fail("paired again"))
    assert open_pair(reading_services, VISIT_KO, VISIT_EN) == first
    assert len(list(reading_services.store.keys(Shelf.PAIRINGS))) == 1


def test_another_manner_of_tables_pairs_other_sentences(reading_services):
    for manner in (TableManner.ROWS, TableManner.SHORT):
        pair = open_pair(reading_services, VISIT_KO, VISIT_EN, manner)
        said = {each.id for each in pair.first.narration.utterances}
        assert {
            one for step in pair.pairing.steps for s in step.sentences for one in s.first
        } <= said
    assert len(list(reading_services.store.keys(Shelf.PAIRINGS))) == 2


def test_two_documents_in_one_language_are_no_pair(reading_services):
    with pytest.raises(PairInOneLanguage):
        open_pair(reading_services, VISIT_KO, KOREAN)


def test_the_second_address_is_admitted_before_anything_is_awaited(services):
    with pytest.raises(SourceNotAllowed):
        open_pair(services, VISIT_KO, "http://127.0.0.1/x")


def test_what_cannot_be_read_says_why(reading_services):
    with pytest.raises(DocumentHasNoText):
        open_pair(reading_services, VISIT_KO, SCANNED)


def test_who_waits_too_long_hears_which_reading_goes_on(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="0")
    with pytest.raises(WorkNotFinished) as waited:
        open_pair(services, VISIT_KO, VISIT_EN)
    assert waited.value.ticket
    assert services.queue.find(READ, waited.value.ticket)
    services.close()


def test_putting_in_step_is_waited_for_no_longer_than_reading(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="20")
    for address in (VISIT_KO, VISIT_EN):
        read_now(services, ReadWork(address=address))
    with pytest.raises(WorkNotFinished):
        open_pair(services, VISIT_KO, VISIT_EN)
    assert services.queue.claim("me", 10, (PAIR,)) is not None
    services.close()


def test_the_job_needs_both_releases(services):
    with pytest.raises(PageUnknown):
        pair_now(services, PairWork("0" * 64, "1" * 64))


def test_in_turns_is_one_plan_of_the_same_clips(reading_services):
    pair = open_pair(reading_services, VISIT_KO, VISIT_EN)
    shown = show_manifest(reading_services, plan_in_turns(reading_services, pair))
    clips = {segment.key for segment in shown.manifest.segments}
    alone = set()
    for reading in (pair.first, pair.second):
        alone |= {
            s.key for s in show_manifest(reading_services, reading.manifest).manifest.segments
        }
    assert clips == alone
    assert plan_in_turns(reading_services, pair) == shown.manifest.id


def test_in_turns_begins_with_both_titles_and_ends_with_what_stands_behind_the_text(
    reading_services,
):
    pair = open_pair(reading_services, VISIT_KO, VISIT_EN)
    shown = show_manifest(reading_services, plan_in_turns(reading_services, pair))
    titles = [each.language for each in shown.narration.utterances if each.role == "title"]
    assert titles == ["ko", "en"]
    assert shown.narration.utterances[-1].display == ""
    assert shown.narration.title == f"{pair.first.release.title} / {pair.second.release.title}"
    said = sorted(each.spoken for each in shown.narration.utterances)
    assert said == sorted(
        each.spoken
        for reading in (pair.first, pair.second)
        for each in reading.narration.utterances
    )


def test_a_pair_that_was_purged_is_unknown_like_any_other(reading_services):
    pair = open_pair(reading_services, VISIT_KO, VISIT_EN)
    manifest = plan_in_turns(reading_services, pair)
    for key in list(reading_services.store.keys(Shelf.NARRATIONS)):
        reading_services.store.drop(Shelf.NARRATIONS, key)
    with pytest.raises(ManifestUnknown):
        show_manifest(reading_services, manifest)
    assert open_kept(reading_services, pair.first.key).manifest == pair.first.manifest
