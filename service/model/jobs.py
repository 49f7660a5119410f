"""Work that waits."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Priority(IntEnum):
    """Who is waiting; the lower number goes first.

    A listener waits for it now (LISTENER), comes to it in a moment (NEXT) or in some minutes
    (SOON), or has pressed Listen on its document (FOLLOWING).
    """

    LISTENER = 0
    NEXT = 4
    SOON = 6
    FOLLOWING = 10
    STAFF = 20
    BATCH = 30


class JobState(StrEnum):
    """Where a job stands; DONE and FAILED are final."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work; equal `kind` and `key` mean the same work.

    `payload` is JSON text; `owner` is the token of the lease under which a worker holds it, empty
    when nobody does; `error` is an error code, empty unless the state is FAILED.
    """

    id: int
    kind: str
    key: str
    payload: str
    priority: int
    state: JobState
    attempts: int
    owner: str = ""
    error: str = ""
