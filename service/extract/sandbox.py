"""Reading in a child process that may die: limits on memory and time, and nothing kept.

A server process forks children that have the readers loaded and warm already, so a child costs
some milliseconds. It starts with the first document and ends with this process. What a child found
comes back as JSON, never as pickled objects, because the child has read what a stranger wrote.
"""

import json
import multiprocessing
import resource as limits
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import BoundedSemaphore, Event, Timer

from service import codec
from service.errors import (
    DocumentError,
    DocumentIsBroken,
    DocumentTookTooLong,
    ListenError,
    UnexpectedFailure,
    by_code,
)
from service.extract import versions
from service.extract.pdf.scans import languages
from service.model.document import Release
from service.model.source import Resource

_MOST_AT_ONCE = 4
_MOST_ANSWER_BYTES = 256_000_000
_MEGABYTE = 1 << 20
_OPEN_FILES = 64
_PATIENCE_S = 1.0

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["service.extract.warm"])


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may take: seconds, megabytes of memory, pages of a document.

    `ignore_tags` keeps it from what PDFs say of their own structure.
    """

    timeout_s: int
    memory_mb: int
    max_pages: int
    ignore_tags: bool = False


class Sandboxed:
    """Reads each resource in a child of its own; some at once, the others wait."""

    def __init__(self, timeout_s: int, memory_mb: int, max_pages: int) -> None:
        self._limits = Limits(timeout_s, memory_mb, max_pages)
        self._places = BoundedSemaphore(_MOST_AT_ONCE)

    @property
    def version(self) -> str:
        """Changes with what can be recognised here too: pages that are pictures read otherwise."""
        return f"{versions.ALL}.scans-{'+'.join(languages()) or 'none'}"

    def extract(self, resource: Resource) -> Release:
        """Read in a child.

        Raises the child's own DocumentError, DocumentTookTooLong when it had to be stopped,
        DocumentIsBroken when it died of the document.
        """
        with self._places:
            answer = self._ask(resource)
        return _told(answer)

    def ignoring_tags(self) -> "Sandboxed":
        """The same limits for readers that do not look at the tags of PDFs."""
        own = self._limits
        other = Sandboxed(own.timeout_s, own.memory_mb, own.max_pages)
        other._limits = replace(own, ignore_tags=True)
        return other

    def close(self) -> None:
        """Nothing to give back: a child ends with its document."""

    def _ask(self, resource: Resource) -> bytes:
        ours, theirs = _context.Pipe(duplex=False)
        child = _context.Process(target=_read, args=(theirs, resource, self._limits), daemon=True)
        with ours:
            child.start()
            theirs.close()
            try:
                return self._answer(ours, child)
            finally:
                _end(child)

    def _answer(self, ours: Connection, child: BaseProcess) -> bytes:
        """The whole answer; a child that is not done in time is killed, which ends the waiting."""
        is_late = Event()
        alarm = Timer(self._limits.timeout_s, _stop, (child, is_late))
        alarm.start()
        try:
            return ours.recv_bytes(_MOST_ANSWER_BYTES)
        except (EOFError, OSError) as error:
            raise self._failure(error, is_late=is_late.is_set()) from error
        finally:
            alarm.cancel()
            alarm.join()

    def _failure(self, error: Exception, *, is_late: bool) -> DocumentError:
        if is_late:
            return DocumentTookTooLong(f"stopped after {self._limits.timeout_s} s")
        if isinstance(error, EOFError):
            return DocumentIsBroken("the reading process died of this document")
        return DocumentTookTooLong(f"more text than a document may have: {error!r}")


def _stop(child: BaseProcess, is_late: Event) -> None:
    is_late.set()
    child.kill()


def _told(answer: bytes) -> Release:
    """The release in an answer, or its error raised; the child is not trusted to make sense."""
    try:
        told = json.loads(answer)
        if "error" not in told:
            return codec.from_json(answer, Release)
        problem = by_code(told["error"])(str(told["detail"]))
    except Exception as error:
        raise DocumentIsBroken(f"the reading process answered nonsense: {error!r}") from error
    raise problem


def _end(child: BaseProcess) -> None:
    child.join(_PATIENCE_S)
    if child.is_alive():
        child.kill()
        child.join()
    child.close()


def _read(answers: Connection, resource: Resource, limit: Limits) -> None:
    """The child: narrow itself, read, answer once."""
    _narrow(limit)
    with answers:
        answers.send_bytes(_outcome(resource, limit).encode("utf-8", "replace"))


def _narrow(limit: Limits) -> None:
    for kind, most in (
        (limits.RLIMIT_AS, limit.memory_mb * _MEGABYTE),
        (limits.RLIMIT_CPU, limit.timeout_s + 1),
        (limits.RLIMIT_FSIZE, 0),
        (limits.RLIMIT_NOFILE, _OPEN_FILES),
        (limits.RLIMIT_CORE, 0),
    ):
        limits.setrlimit(kind, (most, most))


def _outcome(resource: Resource, limit: Limits) -> str:
    from service.extract.reader import Reader  # noqa: PLC0415 - no reader is loaded in the parent

    try:
        reader = Reader(limit.max_pages, ignore_tags=limit.ignore_tags)
        return codec.to_json(reader.extract(resource))
    except ListenError as error:
        return json.dumps({"error": error.code, "detail": str(error)})
    except MemoryError:
        detail = f"more than {limit.memory_mb} MB"
        return json.dumps({"error": DocumentTookTooLong.code, "detail": detail})
    except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
        return json.dumps({"error": UnexpectedFailure.code, "detail": repr(error)})
