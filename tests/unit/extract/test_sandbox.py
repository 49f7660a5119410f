import multiprocessing
import multiprocessing.forkserver
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service import samples
from service.errors import DocumentIsBroken, DocumentTookTooLong
from service.extract import child, sandbox
from service.extract.base import Hold, Progress
from service.extract.child import Limits, Reporter, Task
from service.extract.reader import Reader
from service.extract.sandbox import Sandboxed
from service.extract.transcript import transcript_of
from service.model.source import Resource, SourceFile, SourceText
from tests.unit.extract import misbehaving
from tests.unit.extract.documents import pdf, words

TEXT = Resource(SourceText("제목"), "본문이다.".encode(), "text/plain", "d")
SENTENCES = ("The first page says this.", "Nobody reads this page.", "The third page says that.")
THREE_PAGES = Resource(SourceFile("a.pdf"), pdf(*map(words, SENTENCES)), "", "d", "a.pdf")
ONE_PAGE = Resource(SourceFile("c.pdf"), pdf(words(SENTENCES[0])), "", "f", "c.pdf")
HUNDRED_PAGES = Resource(
    SourceFile("b.pdf"),
    pdf(*(words(f"This is page {number} of a long document.") for number in range(1, 101))),
    "",
    "e",
    "b.pdf",
)
LIMITS = Limits(timeout_s=20, memory_mb=1024, max_pages=10)
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def sandboxed():
    return Sandboxed(LIMITS)


def ask(target, monkeypatch, timeout_s=20, resource=TEXT, tell=lambda _: None):
    """Have a child do something else than reading."""
    monkeypatch.setattr(child, "read", target)
    limits = Limits(timeout_s=timeout_s, memory_mb=1024, max_pages=100, page_timeout_s=1)
    return Sandboxed(limits).extract(resource, tell)


def programs_below():
    """Processes that a child started, running or dead and not looked after."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            line = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            state = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        server = multiprocessing.forkserver._forkserver._forkserver_pid
        if misbehaving.BELOW in line or int(state[1]) == server:
            found.append((place.name, line, state[0]))
    return found


def nothing_is_left():
    """Whether all processes of children end within a moment: the server buries the dead."""
    return within_a_while(lambda: not programs_below() and not multiprocessing.active_children())


def within_a_while(is_so):
    for _ in range(500):
        if is_so():
            return True
        time.sleep(0.02)
    return False


def test_a_child_reads_like_the_reader_itself(sandboxed):
    assert sandboxed.extract(TEXT) == Reader(10).extract(TEXT)
    assert sandboxed.extract(THREE_PAGES) == Reader(10).extract(THREE_PAGES)


def test_a_child_leaves_tags_aside_when_it_is_told_to(sandboxed):
    body = samples.read("release-ko.pdf")
    tagged = Resource(SourceFile("a.pdf"), body, "", "d", "a.pdf")
    ignoring = sandboxed.ignoring_tags()
    assert ignoring.extract(tagged) == Reader(10, ignore_tags=True).extract(tagged)
    assert ignoring.extract(tagged) != sandboxed.extract(tagged)


def test_the_error_of_a_child_is_raised_here(sandboxed):
    with pytest.raises(DocumentIsBroken):
        sandboxed.extract(Resource(SourceFile("a.pdf"), b"%PDF-x", "", "d", "a.pdf"))


@pytest.mark.parametrize("target", [misbehaving.sleep, misbehaving.stall])
def test_a_child_that_does_not_end_is_stopped(target, monkeypatch):
    with pytest.raises(DocumentTookTooLong):
        ask(target, monkeypatch, timeout_s=1)
    assert nothing_is_left()


@pytest.mark.parametrize("target", ["die", "nonsense", "no_json", "odd_pages", "talk", "processor"])
def test_a_child_that_gives_no_release_breaks_only_its_document(target, monkeypatch):
    with pytest.raises(DocumentIsBroken):
        ask(getattr(misbehaving, target), monkeypatch)
    assert nothing_is_left()


def test_many_threads_read_at_once_and_leave_no_child(sandboxed):
    with ThreadPoolExecutor(6) as threads:
        found = set(threads.map(sandboxed.extract, [TEXT] * 6))
    assert len(found) == 1
    assert nothing_is_left()


@pytest.mark.parametrize(
    "greed",
    ["memory", "files", "writing", "network", "old_socket", "secrets", "others", "starting"],
)
def test_a_child_cannot_take_more_than_it_is_given(greed, monkeypatch):
    with pytest.raises(DocumentTookTooLong, match=greed):
        ask(getattr(misbehaving, greed), monkeypatch)


@pytest.mark.parametrize("target", ["bomb", "leave_one_behind"])
def test_what_a_child_started_ends_with_it(target, monkeypatch):
    with pytest.raises(DocumentTookTooLong):
        ask(getattr(misbehaving, target), monkeypatch, timeout_s=1)
    assert nothing_is_left()


def test_a_child_can_have_a_few_processes_where_they_are_counted(sandboxed, monkeypatch):
    if Hold.PROCESSES not in sandboxed.holds():
        pytest.skip("processes of one child cannot be counted here")
    with pytest.raises(DocumentTookTooLong, match=r"^1\d children"):
        ask(misbehaving.counted_bomb, monkeypatch)
    assert nothing_is_left()


def test_nothing_outlives_a_service_that_is_killed(tmp_path):
    script = tmp_path / "service_that_hangs.py"
    script.write_text(
        "from service.extract import child\n"
        "from service.extract.sandbox import Sandboxed\n"
        "from tests.unit.extract import misbehaving, test_sandbox\n"
        "if __name__ == '__main__':\n"
        "    child.read = misbehaving.leave_one_behind\n"
        "    Sandboxed(test_sandbox.LIMITS).extract(test_sandbox.TEXT)\n"
    )
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).parents[3]))
    service = subprocess.Popen([sys.executable, str(script)], env=environment)
    assert within_a_while(programs_below)
    service.kill()
    service.wait()
    assert within_a_while(lambda: not programs_below())


def test_what_a_child_left_behind_an_answer_ends_too(monkeypatch):
    with pytest.raises(DocumentTookTooLong, match="answered"):
        ask(misbehaving.answer_and_leave_one, monkeypatch)
    assert nothing_is_left()


def test_a_file_that_does_not_open_is_given_up_soon(monkeypatch):
    begun = time.monotonic()
    with pytest.raises(DocumentTookTooLong, match="opened"):
        ask(misbehaving.hang_on_opening, monkeypatch, resource=THREE_PAGES)
    assert time.monotonic() - begun < 10
    assert nothing_is_left()


@pytest.mark.parametrize(
    ("target", "warning"),
    [
        ("crash_on_page_2", "page-is-broken"),
        ("hang_on_page_2", "page-took-too-long"),
        ("hang_below_page_2", "page-took-too-long"),
        ("eat_on_page_2", "page-took-too-long"),
    ],
)
def test_a_page_that_ends_its_child_loses_no_other_page(target, warning, monkeypatch):
    release = ask(getattr(misbehaving, target), monkeypatch, resource=THREE_PAGES)
    assert transcript_of(release.body).splitlines() == [SENTENCES[0], SENTENCES[2]]
    assert [(w.code, w.page) for w in release.body.warnings if w.page] == [(warning, 2)]
    assert nothing_is_left()


def test_a_document_of_which_every_page_kills_is_broken(monkeypatch):
    with pytest.raises(DocumentIsBroken, match="none of 3 pages"):
        ask(misbehaving.crash_on_every_page, monkeypatch, resource=THREE_PAGES)


def test_a_document_whose_only_page_is_stopped_took_too_long(monkeypatch):
    with pytest.raises(DocumentTookTooLong, match="none of 1 pages"):
        ask(misbehaving.hang_on_page_1, monkeypatch, resource=ONE_PAGE)


def test_children_are_not_started_for_ever(monkeypatch):
    monkeypatch.setattr(sandbox, "_MOST_SKIPPED", 1)
    with pytest.raises(DocumentIsBroken, match="page 2"):
        ask(misbehaving.crash_on_every_page, monkeypatch, resource=THREE_PAGES)


def test_every_page_is_told_once_although_a_child_began_anew(monkeypatch):
    told = []
    ask(misbehaving.crash_on_page_2, monkeypatch, resource=THREE_PAGES, tell=told.append)
    assert told == [Progress(read, 3) for read in (0, 1, 2, 3)]


def test_the_first_pages_are_there_while_a_later_page_is_not_read(monkeypatch):
    """The ninth page is never finished: what is told of the first eight came before."""
    told = []

    class EnoughError(Exception):
        pass

    def tell(progress):
        told.append(progress)
        if progress.release:
            raise EnoughError

    with pytest.raises(EnoughError):
        ask(misbehaving.hang_on_page_9, monkeypatch, resource=HUNDRED_PAGES, tell=tell)
    part = told[-1]
    assert (part.pages_read, part.pages) == (8, 100)
    assert (part.release.body.pages_read, part.release.body.pages_unread) == (8, 92)
    assert transcript_of(part.release.body).startswith("This is page 1 of a long document.")
    assert "page 9" not in transcript_of(part.release.body)
    assert nothing_is_left()


def test_what_holds_a_child_is_known(sandboxed):
    holds = sandboxed.holds()
    assert Hold.CALLS in holds
    assert IS_ROOT or Hold.USER in holds


def test_a_machine_that_cannot_confine_reads_all_the_same_and_says_so(monkeypatch, caplog):
    monkeypatch.setattr(child, "read", misbehaving.without_filter)
    sandboxed = Sandboxed(LIMITS)
    assert sandboxed.extract(TEXT) == Reader(10).extract(TEXT)
    assert not {Hold.CALLS, Hold.FILES, Hold.NETWORK} & set(sandboxed.holds())
    assert "held by limits alone" in caplog.text


def test_a_defect_in_the_child_is_told_without_its_objects(monkeypatch):
    monkeypatch.setattr(Reader, "extract", lambda *_: 1 / 0)
    told = child._outcome(Task(TEXT, LIMITS), Reporter(None, {}))
    assert (told.error, told.detail) == (
        "unexpected-failure",
        "ZeroDivisionError('division by zero')",
    )
    assert told.is_last
