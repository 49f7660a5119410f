"""Comparing attachments as a job behind the reading of a page."""

from dataclasses import replace

import pytest

from service import codec
from service.cli.crew import working
from service.jobs.worker import StepAside
from service.model.comparison import NO_BETTER_SOURCE, UNCOMPARED, Relation
from service.model.jobs import JobState, Priority
from service.store.base import Shelf
from service.usecases.compare_attachments import (
    COMPARE,
    CompareWork,
    ask_for_comparison,
    better_source_of,
    compare_now,
    comparison_awaited,
    comparison_of,
)
from service.usecases.prepare import Target, prepare
from service.usecases.read_release import ReadWork, open_address, read_now
from tests.web.staging import (
    ENGLISH,
    GUIDE,
    GUIDE_FILES,
    GUIDE_HWPX,
    GUIDE_PDF,
    staged,
)


@pytest.fixture
def services(tmp_path):
    made = staged(tmp_path, PAGE_WAIT_MS="30000", CLIP_WAIT_MS="3000")
    yield made
    made.close()


@pytest.fixture
def reading(services):
    return read_now(services, ReadWork(address=GUIDE))


def compare(services, reading, checkpoint=lambda: None):
    return compare_now(services, CompareWork(reading.key), checkpoint)


def test_every_file_is_told_or_has_the_code_of_its_failure(services, reading):
    files = compare(services, reading).files
    assert [(file.kind, file.relation.value, file.error) for file in files] == [
        ("pdf", "repeats-body", ""),
        ("hwpx", "repeats-body", ""),
        ("hwp", "holds-body", ""),
        ("tagged-pdf", "own-text", ""),
        ("", "unread", "document-is-broken"),
        ("", "unread", "source-too-large"),
        ("", "unread", "document-kind-unknown"),
        ("", "unread", "source-address-invalid"),
    ]


def test_two_formats_are_one_document_read_from_the_better(services, reading):
    assert compare(services, reading).documents == ((1, 0),)


def test_the_worse_format_knows_the_better_and_the_better_knows_none(services, reading):
    compare(services, reading)
    worse, best = (read_now(services, ReadWork(address=each)) for each in (GUIDE_PDF, GUIDE_HWPX))
    found = better_source_of(services, worse)
    assert (found.title, found.url, found.kind) == ("2. 누리집 안내서.hwpx", GUIDE_HWPX, "hwpx")
    assert better_source_of(services, best) == NO_BETTER_SOURCE


def test_no_more_files_are_read_than_are_allowed(tmp_path):
    services = staged(tmp_path, COMPARE_FILES="1")
    files = compare(services, read_now(services, ReadWork(address=GUIDE))).files
    assert {file.error for file in files[1:]} == {"source-too-large"}
    assert files[0].relation is Relation.REPEATS_BODY
    services.close()


def test_who_waits_more_goes_first_between_two_files(services, reading):
    def aside():
        raise StepAside

    with pytest.raises(StepAside):
        compare(services, reading, aside)
    assert comparison_of(services, reading.release) == UNCOMPARED


def test_reading_a_page_asks_for_its_comparison_behind_everybody(services):
    with working(services, ("read",)):
        reading = open_address(services, GUIDE)
        assert comparison_awaited(services, reading, Priority.BATCH).documents == ((1, 0),)
    assert [job.priority for job in services.queue._jobs.values() if job.kind == COMPARE] == [
        Priority.BATCH
    ]


def test_a_page_whose_counters_changed_is_not_compared_again(services, reading):
    known = compare(services, reading)
    changed = replace(reading, key="f" * 64, release=replace(reading.release, facts=()))
    ask_for_comparison(services, changed, Priority.BATCH)
    assert services.queue.counts()["queued"] == 0
    assert comparison_of(services, changed.release) == known


def test_other_files_or_another_body_are_compared_anew(services, reading):
    compare(services, reading)
    fewer = replace(reading.release, attachments=reading.release.attachments[:1])
    assert comparison_of(services, fewer) == UNCOMPARED
    ask_for_comparison(services, replace(reading, release=fewer), Priority.BATCH)
    assert services.queue.counts()["queued"] == 1


def test_nothing_is_compared_without_files_or_where_it_is_off(tmp_path, services):
    ask_for_comparison(services, read_now(services, ReadWork(address=ENGLISH)), Priority.BATCH)
    assert services.queue.counts()["queued"] == 0
    (tmp_path / "off").mkdir()
    off = staged(tmp_path / "off", COMPARE_FILES="0")
    ask_for_comparison(off, read_now(off, ReadWork(address=GUIDE)), Priority.BATCH)
    assert off.queue.counts()["queued"] == 0
    off.close()


def test_a_release_that_was_purged_fails_by_its_code(services, reading):
    services.store.drop(Shelf.RELEASES, reading.key)
    ask_for_comparison(services, reading, Priority.BATCH)
    with working(services, ("read",)):
        assert comparison_awaited(services, reading, Priority.BATCH) == UNCOMPARED
    failed = [job for job in services.queue._jobs.values() if job.state is JobState.FAILED]
    assert {(job.kind, job.error) for job in failed} == {(COMPARE, "page-unknown")}


def test_what_is_kept_is_plain_json(services, reading):
    known = compare(services, reading)
    assert codec.from_json(codec.to_json(known), type(known)) == known


def test_staff_prepare_the_same_text_once(services):
    with working(services, ("read", "speak")):
        outcomes = list(prepare(services, Target("guide", address=GUIDE), lambda _: None))
    told = [(each.title or each.name, each.left_out or each.error or "made") for each in outcomes]
    assert told == [
        ("누리집 안내서", "made"),
        ("1. 누리집 안내서(PDF).pdf", "repeats-body"),
        ("2. 누리집 안내서.hwpx", "repeats-body"),
        ("누리집 안내서", "made"),
        ("누리집 안내서", "made"),
        ("guide › 깨진 파일.pdf", "document-is-broken"),
        ("guide › 큰 파일.pdf", "source-not-allowed"),
        ("guide › 그림.zip", "source-not-allowed"),
        ("원문에서만.hwp", "source-address-invalid"),
    ]
    assert outcomes[1].instead == "누리집 안내서"
    assert [each.is_whole for each in outcomes] == [True] * 5 + [False] * 4


def test_staff_prepare_a_document_from_its_best_source_only(services):
    with working(services, ("read", "speak")):
        outcomes = list(prepare(services, Target("files", address=GUIDE_FILES), lambda _: None))
    assert [(each.left_out, each.instead) for each in outcomes] == [
        ("", ""),
        ("same-document", "2. 누리집 안내서.hwpx"),
        ("", ""),
    ]
    assert all(each.is_whole for each in outcomes)
