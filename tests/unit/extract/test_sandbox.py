import json
import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import pytest

from service import samples
from service.errors import DocumentIsBroken, DocumentTookTooLong
from service.extract import sandbox
from service.extract.reader import Reader
from service.extract.sandbox import Limits, Sandboxed
from service.model.source import Resource, SourceFile, SourceText
from tests.unit.extract import misbehaving

TEXT = Resource(SourceText("제목"), "본문이다.".encode(), "text/plain", "d")


@pytest.fixture
def sandboxed():
    return Sandboxed(timeout_s=20, memory_mb=1024, max_pages=10)


def test_a_child_reads_like_the_reader_itself(sandboxed):
    assert sandboxed.extract(TEXT) == Reader(10).extract(TEXT)


def test_a_child_leaves_tags_aside_when_it_is_told_to(sandboxed):
    body = samples.read("release-ko.pdf")
    tagged = Resource(SourceFile("a.pdf"), body, "", "d", "a.pdf")
    ignoring = sandboxed.ignoring_tags()
    assert ignoring.extract(tagged) == Reader(10, ignore_tags=True).extract(tagged)
    assert ignoring.extract(tagged) != sandboxed.extract(tagged)


def test_the_error_of_a_child_is_raised_here(sandboxed):
    with pytest.raises(DocumentIsBroken):
        sandboxed.extract(Resource(SourceFile("a.pdf"), b"%PDF-x", "", "d", "a.pdf"))


def ask(target, monkeypatch, timeout_s=20):
    """Have a child do something else than reading."""
    monkeypatch.setattr(sandbox, "_read", target)
    return Sandboxed(timeout_s=timeout_s, memory_mb=1024, max_pages=10).extract(TEXT)


@pytest.mark.parametrize("target", [misbehaving.sleep, misbehaving.stall])
def test_a_child_that_does_not_end_is_stopped(target, monkeypatch):
    with pytest.raises(DocumentTookTooLong):
        ask(target, monkeypatch, timeout_s=1)


@pytest.mark.parametrize("target", [misbehaving.die, misbehaving.nonsense, misbehaving.no_json])
def test_a_child_that_gives_no_release_breaks_only_its_document(target, monkeypatch):
    with pytest.raises(DocumentIsBroken):
        ask(target, monkeypatch)


def test_many_threads_read_at_once_and_leave_no_child(sandboxed):
    with ThreadPoolExecutor(6) as threads:
        found = set(threads.map(sandboxed.extract, [TEXT] * 6))
    assert len(found) == 1
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("greed", ["memory", "files", "writing"])
def test_a_child_cannot_take_more_than_its_limits(greed, monkeypatch):
    with pytest.raises(DocumentTookTooLong, match=greed):
        ask(getattr(misbehaving, greed), monkeypatch)


def test_a_defect_in_the_child_is_told_without_its_objects(monkeypatch):
    monkeypatch.setattr(Reader, "extract", lambda *_: 1 / 0)
    told = json.loads(sandbox._outcome(TEXT, Limits(1, 1, 1)))
    assert told == {
        "error": "unexpected-failure",
        "detail": "ZeroDivisionError('division by zero')",
    }
