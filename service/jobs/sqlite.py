"""The embedded queue: a table of leases in SQLite, so that waiting work survives a restart."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from service.database import Database
from service.errors import LeaseLost, StoreUnavailable
from service.jobs.base import NOBODY_WAITS, Order
from service.jobs.wake import Bells
from service.model.jobs import Job, JobState

_SCHEMA = """
create table if not exists jobs (
  id integer primary key,
  kind text not null,
  key text not null,
  payload text not null,
  priority integer not null,
  state text not null,
  attempts integer not null default 0,
  owner text not null default '',
  lease_until real not null default 0,
  error text not null default '',
  changed_at real not null
);
create unique index if not exists jobs_open on jobs (kind, key)
  where state in ('queued', 'running');
create index if not exists jobs_waiting on jobs (priority, id)
  where state in ('queued', 'running');
create index if not exists jobs_by_key on jobs (kind, key, id);
"""
_COLUMNS = "id, kind, key, payload, priority, state, attempts, owner, error"
_CLAIMABLE = (
    "(state = 'queued' or (state = 'running' and lease_until < :now))"
    " and state in ('queued', 'running') and kind in (select value from json_each(:kinds))"
)


class SqliteQueue:
    """Leases run on the wall clock, the only one that processes share."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._database = Database(path, _SCHEMA)
        self._bells = Bells(path.parent, path.name)
        self._clock = clock

    def submit(self, orders: Sequence[Order]) -> None:
        """Queue work in one transaction, then ring."""
        now = self._clock()
        rows = [(o.kind, o.key, o.payload, int(o.priority), now) for o in orders]
        try:
            self._insert(rows)
        except StoreUnavailable:  # the next try finds a place that can be written
            self._insert(rows)
        self._bells.ring([order.kind for order in orders])

    def _insert(self, rows: Sequence[tuple[str, str, str, int, float]]) -> None:
        with self._database.use() as database:
            database.executemany(
                "insert into jobs (kind, key, payload, priority, state, changed_at)"
                " values (?, ?, ?, ?, 'queued', ?)"
                " on conflict (kind, key) where state in ('queued', 'running')"
                " do update set priority = min(priority, excluded.priority)",
                rows,
            )

    def claim(self, owner: str, lease_s: float, kinds: Sequence[str]) -> Job | None:
        """Take the most urgent job in one statement."""
        now = self._clock()
        values = {"owner": owner, "now": now, "until": now + lease_s, "kinds": json.dumps(kinds)}
        with self._database.use() as database:
            row = database.execute(
                "update jobs set state = 'running', owner = :owner, lease_until = :until,"  # noqa: S608 - constants
                " attempts = attempts + 1, changed_at = :now where id ="
                f" (select id from jobs where {_CLAIMABLE} order by priority, id limit 1)"
                f" returning {_COLUMNS}",
                values,
            ).fetchone()
        return _job(row) if row else None

    def renew(self, job: Job, lease_s: float) -> None:
        """Move the end of the lease."""
        self._change(job, "lease_until = ?", self._clock() + lease_s)

    def release(self, job: Job) -> None:
        """Back to its place; the attempt does not count."""
        self._change(
            job, "state = 'queued', owner = '', attempts = attempts - 1, lease_until = ?", 0
        )
        self._bells.ring([job.kind])

    def settle(self, job: Job, error: str = "") -> None:
        """Done, or failed with a code."""
        state = JobState.FAILED if error else JobState.DONE
        self._change(job, f"state = '{state.value}', error = ?", error)

    def find(self, kind: str, key: str) -> Job | None:
        """The newest job of a kind and key."""
        query = f"select {_COLUMNS} from jobs where kind = ? and key = ? order by id desc limit 1"  # noqa: S608 - columns are a constant
        with self._database.look() as database:
            row = database.execute(query, (kind, key)).fetchone()
        return _job(row) if row else None

    def most_urgent(self, kinds: Sequence[str]) -> int:
        """Priority of the most urgent job that waits."""
        query = f"select min(priority) from jobs where {_CLAIMABLE}"  # noqa: S608 - a constant
        with self._database.look() as database:
            values = {"now": self._clock(), "kinds": json.dumps(kinds)}
            (least,) = database.execute(query, values).fetchone()
        return NOBODY_WAITS if least is None else int(least)

    def counts(self) -> dict[str, int]:
        """Jobs by state."""
        with self._database.look() as database:
            rows = database.execute("select state, count(*) from jobs group by state").fetchall()
        return {state.value: dict(rows).get(state.value, 0) for state in JobState}

    def forget(self, older_than_s: float) -> None:
        """Drop old jobs that are over."""
        with self._database.use() as database:
            database.execute(
                "delete from jobs where state in ('done', 'failed') and changed_at < ?",
                (self._clock() - older_than_s,),
            )

    def wait(self, timeout_s: float, kinds: Sequence[str]) -> bool:
        """Sleep until a bell rings."""
        return self._bells.wait(timeout_s, kinds)

    def close(self) -> None:
        """Close the files."""
        self._bells.close()
        self._database.close()

    def _change(self, job: Job, assignment: str, value: object) -> None:
        with self._database.use() as database:
            changed = database.execute(
                f"update jobs set {assignment}, changed_at = ?"  # noqa: S608 - our own constants
                " where id = ? and owner = ? and state = 'running'",
                (value, self._clock(), job.id, job.owner),
            ).rowcount
        if not changed:
            raise LeaseLost(f"{job.kind} {job.key}: held by another worker")


def _job(row: tuple[object, ...]) -> Job:
    number, kind, key, payload, priority, state, attempts, owner, error = row
    return Job(
        id=int(str(number)),
        kind=str(kind),
        key=str(key),
        payload=str(payload),
        priority=int(str(priority)),
        state=JobState(str(state)),
        attempts=int(str(attempts)),
        owner=str(owner),
        error=str(error),
    )
