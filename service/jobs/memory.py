"""A queue that forgets: for tests and for commands that work at once."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from threading import Condition

from service.errors import LeaseLost
from service.jobs.base import NOBODY_WAITS, Order
from service.model.jobs import Job, JobState

_OPEN = (JobState.QUEUED, JobState.RUNNING)


class MemoryQueue:
    """Keeps every job in this process."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._jobs: dict[int, Job] = {}
        self._until: dict[int, float] = {}
        self._over_at: dict[int, float] = {}
        self._numbers = count(1)
        self._changed = Condition()
        self._clock = clock

    def submit(self, orders: Sequence[Order]) -> None:
        """Queue work and wake a waiter."""
        with self._changed:
            for order in orders:
                self._take_in(order)
            self._changed.notify()

    def claim(self, owner: str, lease_s: float, kinds: Sequence[str]) -> Job | None:
        """Take the most urgent job."""
        with self._changed:
            waiting = self._claimable(kinds)
            if not waiting:
                return None
            job = min(waiting, key=lambda j: (j.priority, j.id))
            taken = replace(job, state=JobState.RUNNING, owner=owner, attempts=job.attempts + 1)
            self._until[job.id] = self._clock() + lease_s
            self._jobs[job.id] = taken
            return taken

    def renew(self, job: Job, lease_s: float) -> None:
        """Move the end of the lease."""
        with self._changed:
            self._held(job)
            self._until[job.id] = self._clock() + lease_s

    def release(self, job: Job) -> None:
        """Back to its place."""
        with self._changed:
            held = self._held(job)
            attempts = held.attempts - 1
            self._jobs[job.id] = replace(held, state=JobState.QUEUED, owner="", attempts=attempts)
            self._changed.notify()

    def settle(self, job: Job, error: str = "") -> None:
        """Done, or failed with a code."""
        with self._changed:
            state = JobState.FAILED if error else JobState.DONE
            self._jobs[job.id] = replace(self._held(job), state=state, error=error)
            self._over_at[job.id] = self._clock()

    def find(self, kind: str, key: str) -> Job | None:
        """The newest job of a kind and key."""
        with self._changed:
            same = [job for job in self._jobs.values() if (job.kind, job.key) == (kind, key)]
        return same[-1] if same else None

    def most_urgent(self, kinds: Sequence[str]) -> int:
        """Priority of the most urgent job that waits."""
        with self._changed:
            return min((job.priority for job in self._claimable(kinds)), default=NOBODY_WAITS)

    def counts(self) -> dict[str, int]:
        """Jobs by state."""
        with self._changed:
            states = [job.state for job in self._jobs.values()]
        return {state.value: states.count(state) for state in JobState}

    def forget(self, older_than_s: float) -> None:
        """Drop old jobs that are over."""
        with self._changed:
            border = self._clock() - older_than_s
            for number in [job for job, at in self._over_at.items() if at < border]:
                del self._jobs[number], self._over_at[number]

    def wait(self, timeout_s: float, kinds: Sequence[str]) -> bool:
        """Sleep until something is submitted or released."""
        with self._changed:
            return self._changed.wait(timeout_s)

    def close(self) -> None:
        """Nothing to give back."""

    def _take_in(self, order: Order) -> None:
        for job in self._jobs.values():
            if (job.kind, job.key) == (order.kind, order.key) and job.state in _OPEN:
                urgent = min(job.priority, int(order.priority))
                self._jobs[job.id] = replace(job, priority=urgent)
                return
        number = next(self._numbers)
        self._jobs[number] = Job(
            number, order.kind, order.key, order.payload, int(order.priority), JobState.QUEUED, 0
        )

    def _claimable(self, kinds: Sequence[str]) -> list[Job]:
        now = self._clock()
        return [
            job
            for job in self._jobs.values()
            if job.kind in kinds
            and (
                job.state is JobState.QUEUED
                or (job.state is JobState.RUNNING and self._until[job.id] < now)
            )
        ]

    def _held(self, job: Job) -> Job:
        held = self._jobs[job.id]
        if held.owner != job.owner or held.state is not JobState.RUNNING:
            raise LeaseLost(f"{job.kind} {job.key}: held by another worker")
        return held
