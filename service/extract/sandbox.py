"""Reading in a child process that may die: confined, limited, and nothing kept.

A server process forks children that have the readers loaded and warm already, so a child costs
some milliseconds. It starts with the first document and ends with this process. A page at which a
child dies or stays too long is skipped by the next child, so it loses no other page.
"""

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import BoundedSemaphore, Event, Timer

from service import codec
from service.errors import (
    DocumentError,
    DocumentIsBroken,
    DocumentTookTooLong,
    PageNotDrawable,
    by_code,
)
from service.extract import child, drawing, versions
from service.extract.base import Hold, Progress, Size, Tell, unheard
from service.extract.child import Limits, Report, Task
from service.extract.pdf.scans import languages
from service.model.document import Release
from service.model.source import Resource, SourceText

# The warnings of `pdf.pages`, which is not loaded here: a page killed its child, or was stopped.
_BROKEN, _TOOK_TOO_LONG = "page-is-broken", "page-took-too-long"
_MOST_AT_ONCE = 4
_MOST_ANSWER_BYTES = 128_000_000
_MOST_TOLD_BYTES = 10_000
_MOST_SKIPPED = 8
_REPORTS_BESIDE_PAGES = 64
_REPORTS_OF_A_PAGE = 3
_PATIENCE_S = 1.0
_S_FOR_EACH_PAGE = 0.05

_log = logging.getLogger(__name__)
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["service.extract.warm"])


class _PageLostError(Exception):
    """One page ended its child; the others may be readable."""

    def __init__(self, page: int, warning: str, error: DocumentError) -> None:
        super().__init__(page)
        self.page, self.warning, self.error = page, warning, error


class Sandboxed:
    """Reads each resource in a child of its own; some at once, the others wait."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._places = BoundedSemaphore(_MOST_AT_ONCE)
        self._holds: tuple[Hold, ...] | None = None

    @property
    def version(self) -> str:
        """Changes with what can be recognised here too: pages that are pictures read otherwise."""
        return f"{versions.ALL}.scans-{'+'.join(languages()) or 'none'}"

    def extract(self, resource: Resource, tell: Tell = unheard) -> Release:
        """Read in a child, in another one without the page when a page ends it.

        Raises the child's own DocumentError, DocumentTookTooLong when it had to be stopped,
        DocumentIsBroken when it died of the document. `tell` is not called for pages a second
        time.
        """
        end = time.monotonic() + self._limits.timeout_s
        heard = _forwards(tell)
        skipped: dict[int, str] = {}
        with self._places:
            while True:
                try:
                    release = self._attempt(Task(resource, self._limits, dict(skipped)), end, heard)
                except _PageLostError as lost:
                    if lost.page in skipped or len(skipped) == _MOST_SKIPPED:
                        raise lost.error from None
                    _log.warning("page lost page=%d why=%s", lost.page, lost.error)
                    skipped[lost.page] = lost.warning
                else:
                    heard(Progress(release.body.pages, release.body.pages))
                    return release

    @property
    def picture_version(self) -> str:
        """Changes with how pages are drawn."""
        return versions.PICTURES

    def draw(self, body: bytes, page: int, size: Size) -> bytes:
        """Draw in a child, and make the file here; it has as long as reading a page has."""
        from service.extract import webp  # noqa: PLC0415 - web processes draw nothing

        limits = self._limits
        seconds = limits.page_timeout_s
        task = drawing.DrawTask(body, page, size, seconds, limits.memory_mb)
        with self._places:
            end = time.monotonic() + seconds
            with _running(_Work(drawing.draw, task), end, limits) as running:
                return webp.encoded(running.dots(task), size)

    def holds(self) -> tuple[Hold, ...]:
        """What holds the children here: asked of one that reads a word."""
        if self._holds is None:
            body = b"word"
            self.extract(Resource(SourceText(""), body, "text/plain", sha256(body).hexdigest()))
        return self._holds or ()

    def ignoring_tags(self) -> "Sandboxed":
        """The same limits for readers that do not look at the tags of PDFs."""
        return Sandboxed(replace(self._limits, ignore_tags=True))

    def close(self) -> None:
        """Nothing to give back: a child ends with its document."""

    def _attempt(self, task: Task, end: float, tell: Tell) -> Release:
        with _running(_Work(child.read, task), end, task.limits) as running:
            for report in running.reports():
                if report.is_last:
                    return _released(report)
                if report.is_first:
                    self._note(report.holds)
                elif report.pages and (report.page or report.release):
                    tell(_progress(report))
        raise DocumentIsBroken("the reading process talks without end")

    def _note(self, holds: tuple[Hold, ...]) -> None:
        if self._holds is None and Hold.CALLS not in holds:
            _log.warning("readers are held by limits alone holds=%s", ",".join(holds) or "none")
        self._holds = holds


@dataclass(frozen=True, slots=True)
class _Work:
    """What a child does all its life, and what it is told."""

    do: Callable[..., None]
    task: Task | drawing.DrawTask


@dataclass(frozen=True, slots=True)
class _Running:
    """A child and the time by which it must be done."""

    answers: Connection
    end: float
    is_late: Event
    limits: Limits

    def reports(self) -> Iterator[Report]:
        """Every report that makes sense, at most a few for each page.

        Raises DocumentTookTooLong, DocumentIsBroken, or _PageLostError when a page is the reason.
        """
        at = pages = 0
        for _ in range(_REPORTS_BESIDE_PAGES + _REPORTS_OF_A_PAGE * self.limits.max_pages):
            report = _understood(self._answer(at, pages), self.limits)
            at, pages = report.page, report.pages
            yield report

    def dots(self, task: drawing.DrawTask) -> bytes:
        """The dots of a page, red, green and blue each; PageNotDrawable when there are none."""
        try:
            told = codec.from_json(self._bytes(_MOST_TOLD_BYTES), drawing.Drawn)
            most = task.size.width * task.size.height * drawing.COLOURS
            dots = b"" if told.detail else self._bytes(most)
        except (EOFError, OSError, ValueError) as error:
            late = self.is_late.is_set() or time.monotonic() >= self.end
            why = f"stopped after {task.timeout_s} s" if late else f"its reader died: {error!r}"
            raise PageNotDrawable(f"page {task.page}: {why}") from error
        if told.detail or len(dots) != most:
            raise PageNotDrawable(told.detail or f"page {task.page}: {len(dots)} bytes of dots")
        return dots

    def _bytes(self, most: int) -> bytes:
        if not self.answers.poll(max(self.end - time.monotonic(), 0)):
            raise TimeoutError
        return self.answers.recv_bytes(most)

    def _answer(self, at: int, pages: int) -> bytes:
        try:
            if self.answers.poll(max(self._patience_s(at, pages), 0)):
                return self.answers.recv_bytes(_MOST_ANSWER_BYTES)
        except (EOFError, OSError) as error:
            raise self._failure(error, at) from error
        raise self._late(at)

    def _patience_s(self, at: int, pages: int) -> float:
        """How long the next report may take: a page, opening a file of pages, or its last steps."""
        left = self.end - time.monotonic()
        if not pages:
            return left
        beside = 0.0 if at else _S_FOR_EACH_PAGE * pages
        return min(left, self.limits.page_timeout_s + beside)

    def _failure(self, error: Exception, at: int) -> Exception:
        if self.is_late.is_set():
            return self._late(at)
        if not isinstance(error, EOFError | ConnectionError):
            return DocumentTookTooLong(f"more text than a document may have: {error!r}")
        if not at:
            return DocumentIsBroken("the reading process died of this document")
        return _PageLostError(at, _BROKEN, DocumentIsBroken(f"page {at}: its reader died of it"))

    def _late(self, at: int) -> Exception:
        if time.monotonic() >= self.end:
            return DocumentTookTooLong(f"stopped after {self.limits.timeout_s} s, page {at}")
        if not at:
            return DocumentTookTooLong("stopped while a file of pages was opened, or at its end")
        seconds = self.limits.page_timeout_s
        error = DocumentTookTooLong(f"page {at}: stopped after {seconds} s")
        return _PageLostError(at, _TOOK_TOO_LONG, error)


@contextmanager
def _running(work: _Work, end: float, limits: Limits) -> Iterator[_Running]:
    """A child at work; when it is left, nothing of it remains.

    A child that stops in the middle of an answer is ended by the alarm, which ends the waiting.
    """
    ours, theirs = _context.Pipe(duplex=False)
    process = _context.Process(target=work.do, args=(theirs, work.task), daemon=True)
    is_late = Event()
    alarm = Timer(max(end - time.monotonic(), 0), _stop, (process, is_late))
    with ours:
        process.start()
        theirs.close()
        alarm.start()
        try:
            yield _Running(ours, end, is_late, limits)
        finally:
            alarm.cancel()
            alarm.join()
            _end(process)


def _stop(process: BaseProcess, is_late: Event) -> None:
    is_late.set()
    process.kill()


def _end(process: BaseProcess) -> None:
    """End a child and everything that it started: it leads a group that none of them can leave."""
    if process.pid is not None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join(_PATIENCE_S)
    process.close()


def _understood(answer: bytes, limits: Limits) -> Report:
    """A report in an answer; the child is not trusted to make sense."""
    try:
        report = codec.from_json(answer, Report)
    except Exception as error:
        raise DocumentIsBroken(f"the reading process answered nonsense: {error!r}") from error
    if not 0 <= report.page <= report.pages <= limits.max_pages:
        raise DocumentIsBroken(f"the reading process counts page {report.page} of {report.pages}")
    return report


def _released(report: Report) -> Release:
    """The whole release of a last report, or its error raised."""
    if report.release is not None and not report.error:
        return report.release
    error = by_code(report.error)(report.detail)
    if report.page and isinstance(error, DocumentError):
        raise _PageLostError(report.page, _TOOK_TOO_LONG, error)
    raise error


def _progress(report: Report) -> Progress:
    if report.release is None:
        return Progress(report.page - 1, report.pages)
    return Progress(report.release.body.pages_read, report.pages, report.release)


def _forwards(tell: Tell) -> Tell:
    """Progress that never goes back, whatever children begin anew."""
    most = (-1, False)

    def heard(progress: Progress) -> None:
        nonlocal most
        now = (progress.pages_read, progress.release is not None)
        if now > most:
            most = now
            tell(progress)

    return heard
