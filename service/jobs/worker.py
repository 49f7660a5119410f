"""A worker: claims jobs, keeps its leases alive, and steps aside for who waits more."""

import logging
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from service.errors import LeaseLost, ListenError, UnexpectedFailure
from service.jobs.base import Queue
from service.model.jobs import Job

LEASE_S = 1.5
"""A worker that was killed is replaced after at most this long, and one look at the queue."""
_HEARTBEAT_S = 0.4
LOOK_ANYWAY_S = 0.25
_REST_S = 0.5

_log = logging.getLogger(__name__)

Checkpoint = Callable[[], None]


class StepAside(Exception):
    """Raised by a checkpoint when something more urgent waits; not a failure."""


@dataclass(frozen=True, slots=True)
class Handling:
    """How a kind of job is worked on.

    `work` gets the payload and a checkpoint to call between steps; `tries` is how often a job may
    be claimed before it is given up as one that kills its workers.
    """

    work: Callable[[str, Checkpoint], None]
    tries: int = 3


class Worker:
    """Works one job at a time, of the kinds it has handlings for.

    Several workers, in any processes, share one queue.
    """

    def __init__(self, queue: Queue, handlings: Mapping[str, Handling], name: str = "") -> None:
        self._queue = queue
        self._handlings = handlings
        self._kinds = tuple(handlings)
        self._owner = f"{name}{secrets.token_hex(8)}"

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop; a job under way is finished or put back first."""
        while not stop.is_set():
            try:
                if not self.work_once():
                    self._queue.wait(LOOK_ANYWAY_S, self._kinds)
            except ListenError as error:  # the queue's place fails; it may come back
                _log.error("queue-failed worker=%s code=%s: %s", self._owner, error.code, error)
                stop.wait(_REST_S)

    def work_once(self) -> bool:
        """Work one job; False when there was none."""
        job = self._queue.claim(self._owner, LEASE_S, self._kinds)
        if job is None:
            return False
        with self._held(job) as lost:
            self._work(job, lost)
        return True

    def _work(self, job: Job, lost: threading.Event) -> None:
        try:
            code = self._outcome(job, lost)
            self._queue.settle(job, code)
        except StepAside:
            self._queue.release(job)
        except LeaseLost as error:
            _log.warning("lease-lost job=%s kind=%s detail=%s", job.id, job.kind, error)

    def _outcome(self, job: Job, lost: threading.Event) -> str:
        """The error code that the job ends with; empty when it went well."""
        handling = self._handlings.get(job.kind)
        if handling is None or job.attempts > handling.tries:
            _log.error("job-given-up job=%s kind=%s attempts=%s", job.id, job.kind, job.attempts)
            return UnexpectedFailure.code
        try:
            handling.work(job.payload, lambda: self._checkpoint(job, lost))
        except (StepAside, LeaseLost):
            raise
        except ListenError as error:
            _log.warning(
                "job-failed job=%s kind=%s code=%s: %s", job.id, job.kind, error.code, error
            )
            return error.code
        except Exception:  # noqa: BLE001 - a defect must end the job, not the worker
            _log.exception("job-broke job=%s kind=%s", job.id, job.kind)
            return UnexpectedFailure.code
        return ""

    def _checkpoint(self, job: Job, lost: threading.Event) -> None:
        if lost.is_set():
            raise LeaseLost(f"{job.kind} {job.key}: not renewed in time")
        if self._queue.most_urgent(self._kinds) < job.priority:
            raise StepAside

    @contextmanager
    def _held(self, job: Job) -> Iterator[threading.Event]:
        """Renew the lease beside the work; the event tells when that failed."""
        lost, over = threading.Event(), threading.Event()
        beat = threading.Thread(target=self._keep_alive, args=(job, lost, over), daemon=True)
        beat.start()
        try:
            yield lost
        finally:
            over.set()
            beat.join()

    def _keep_alive(self, job: Job, lost: threading.Event, over: threading.Event) -> None:
        while not over.wait(_HEARTBEAT_S):
            try:
                self._queue.renew(job, LEASE_S)
            except LeaseLost:
                if not over.is_set():
                    lost.set()
                return
            except ListenError as error:  # the next beat may get through
                _log.warning("not-renewed job=%s code=%s: %s", job.id, error.code, error)
