"""What a queue of waiting work promises."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from service.model.jobs import Job, Priority

NOBODY_WAITS = 1_000_000
"""What `most_urgent` says when nothing can be claimed."""


@dataclass(frozen=True, slots=True)
class Order:
    """Work to be queued: see `Job`."""

    kind: str
    key: str
    payload: str
    priority: Priority


class Queue(Protocol):
    """Thread-safe and safe between processes; every method is atomic.

    At most one unfinished job exists per kind and key. Every change by a worker carries the
    owner token under which it claimed the job; a worker whose lease has gone to another raises
    LeaseLost and changes nothing.
    """

    def submit(self, orders: Sequence[Order]) -> None:
        """Queue work; joins an unfinished job of the same kind and key, raising its priority.

        A job that failed before is queued again; one that is done is queued again too: handlers
        find out themselves that nothing is left to do.
        """
        ...

    def claim(self, owner: str, lease_s: float, kinds: Sequence[str]) -> Job | None:
        """Take the most urgent job of these kinds that waits, or whose lease has run out.

        None when there is none.
        """
        ...

    def renew(self, job: Job, lease_s: float) -> None:
        """Keep a claimed job for longer."""
        ...

    def release(self, job: Job) -> None:
        """Put a claimed job back in its place, so that a more urgent one can go first."""
        ...

    def settle(self, job: Job, error: str = "") -> None:
        """Finish a claimed job: done, or failed with an error code."""
        ...

    def find(self, kind: str, key: str) -> Job | None:
        """The newest job of a kind and key."""
        ...

    def most_urgent(self, kinds: Sequence[str]) -> int:
        """Priority of the most urgent job that could be claimed; NOBODY_WAITS if there is none."""
        ...

    def counts(self) -> dict[str, int]:
        """How many jobs there are by state."""
        ...

    def forget(self, older_than_s: float) -> None:
        """Drop what is done or has failed and has not changed for so long."""
        ...

    def wait(self, timeout_s: float, kinds: Sequence[str]) -> bool:
        """Sleep until such work may have arrived (True) or the time is over (False)."""
        ...

    def close(self) -> None:
        """Give back files; closing twice is harmless."""
        ...
