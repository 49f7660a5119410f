"""The child's side of the sandbox: narrow yourself, read, report page by page.

Reports are JSON, never pickled objects, because the child has read what a stranger wrote.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from service import codec
from service.errors import DocumentTookTooLong, ListenError, UnexpectedFailure
from service.extract.base import Hold
from service.extract.confinement.narrowing import Room, narrow
from service.extract.pdf.scans import languages
from service.model.document import Release
from service.model.source import Resource

_FIRST_PART_PAGES = 8
_FIRST_PART_S = 1.0
_GROWTH = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may take: seconds for all and for a page, megabytes, pages of a document.

    `ignore_tags` keeps it from what PDFs say of their own structure.
    """

    timeout_s: int
    memory_mb: int
    max_pages: int
    page_timeout_s: int = 10
    ignore_tags: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to read; `skipped` are pages that ended a child before, with the warning."""

    resource: Resource
    limits: Limits
    skipped: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What a child tells: page `page` of `pages` is about to be read (0: none), and what it has.

    The first report tells what holds the child, and nothing else. The last has the whole release,
    or the code of an error with a text for operators; with `page`, that page alone is the reason.
    """

    page: int = 0
    pages: int = 0
    release: Release | None = None
    is_first: bool = False
    is_last: bool = False
    error: str = ""
    detail: str = ""
    holds: tuple[Hold, ...] = ()


class Reporter:
    """A `Watch` that reports to the parent.

    Parts are wanted of the first pages, and again whenever there are four times as many or the
    reader waited four times as long; so the parts of a document cost less than its whole.
    """

    def __init__(
        self,
        answers: Connection,
        skipped: Mapping[int, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._answers = answers
        self._skipped = skipped
        self._clock = clock
        self._begun = clock()
        self._next_pages: float = _FIRST_PART_PAGES
        self._next_s = _FIRST_PART_S
        self.page, self._pages = 0, 0

    def begin(self, page: int, pages: int) -> str:
        """Tell the page; the warning of a page that is to be skipped."""
        self.page, self._pages = page, pages
        self.send(Report(page, pages))
        return self._skipped.get(page, "")

    def wants_part(self, pages_read: int, pages: int) -> bool:
        """Whether it is time for another part."""
        waited = self._clock() - self._begun
        is_time = pages_read >= self._next_pages or waited >= self._next_s
        if pages_read >= pages or not is_time:
            return False
        self._next_pages = _GROWTH * pages_read
        self._next_s = _GROWTH * max(waited, self._next_s)
        self.page = 0
        self.send(Report(0, pages))
        return True

    def part(self, release: Release) -> None:
        """Hand over a part."""
        self.send(Report(0, self._pages, release))

    def send(self, report: Report) -> None:
        """One report; letters that JSON cannot carry become question marks."""
        self._answers.send_bytes(codec.to_json(report).encode("utf-8", "replace"))


def read(answers: Connection, task: Task) -> None:
    """The whole life of a child."""
    limits = task.limits
    room = Room(limits.memory_mb, limits.timeout_s + 1, may_start=bool(languages()))
    holds = narrow(room, answers.fileno())
    with answers:
        reporter = Reporter(answers, task.skipped)
        reporter.send(Report(holds=holds, is_first=True))
        reporter.send(_outcome(task, reporter))


def _outcome(task: Task, reporter: Reporter) -> Report:
    from service.extract.reader import Reader  # noqa: PLC0415 - no reader is loaded in the parent

    try:
        reader = Reader(task.limits.max_pages, ignore_tags=task.limits.ignore_tags)
        release = reader.extract(task.resource, reporter)
        return Report(release=release, is_last=True)
    except ListenError as error:
        return Report(error=error.code, detail=str(error), is_last=True)
    except MemoryError:
        detail = f"more than {task.limits.memory_mb} MB"
        code = DocumentTookTooLong.code
        return Report(reporter.page, reporter.page, error=code, detail=detail, is_last=True)
    except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
        return Report(error=UnexpectedFailure.code, detail=repr(error), is_last=True)
