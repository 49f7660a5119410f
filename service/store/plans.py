"""Which segment stands where in which manifest, so that any stretch is found without the rest.

A manifest of a long document is large; a listener waits for one sentence. Segments are rows, read
by position or found by clip key, and the first sound does not depend on the length.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from service import codec
from service.database import Database
from service.errors import StoreUnavailable
from service.model.speech import Prosody, Segment

_SCHEMA = """
create table if not exists plans (
  manifest text primary key, segments integer not null, prosody text not null
) without rowid;
create table if not exists planned (
  manifest text not null, position integer not null, key text not null, segment text not null,
  primary key (manifest, position)
) without rowid;
create index if not exists planned_by_key on planned (key);
"""


class Plans(Protocol):
    """Planned segments; thread-safe, safe between processes, every method atomic."""

    def put(self, manifest: str, segments: Sequence[Segment], prosody: Prosody) -> None:
        """Keep a plan; putting it again is harmless."""
        ...

    def count(self, manifest: str) -> int:
        """How many segments a manifest has; -1 when it is not known."""
        ...

    def prosody(self, manifest: str) -> Prosody:
        """The prosody of a manifest; KeyError when it is not known."""
        ...

    def segments(self, manifest: str, first: int, count: int) -> tuple[Segment, ...]:
        """A stretch of a plan; shorter at the end."""
        ...

    def keys(self, manifest: str) -> tuple[tuple[str, int], ...]:
        """Key and pause frames of every segment, in order."""
        ...

    def find(self, key: str) -> tuple[str, int] | None:
        """A manifest and a position where a clip is planned, or None."""
        ...

    def close(self) -> None:
        """Give back files; closing twice is harmless."""
        ...


class SqlitePlans:
    """Plans in one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, _SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def put(self, manifest: str, segments: Sequence[Segment], prosody: Prosody) -> None:
        """Keep a plan in one transaction."""
        rows = [(manifest, s.index, s.key, codec.to_json(s)) for s in segments]
        try:
            self._insert(manifest, rows, prosody)
        except StoreUnavailable:  # the next try finds a place that can be written
            self._insert(manifest, rows, prosody)

    def _insert(
        self, manifest: str, rows: Sequence[tuple[str, int, str, str]], prosody: Prosody
    ) -> None:
        with self._database.use() as database:
            database.executemany("insert or ignore into planned values (?, ?, ?, ?)", rows)
            database.execute(
                "insert or ignore into plans values (?, ?, ?)",
                (manifest, len(rows), codec.to_json(prosody)),
            )

    def count(self, manifest: str) -> int:
        """How many segments, -1 when unknown."""
        with self._database.look() as database:
            row = database.execute("select segments from plans where manifest = ?", (manifest,))
            return next((int(count) for (count,) in row), -1)

    def prosody(self, manifest: str) -> Prosody:
        """The prosody of a manifest."""
        with self._database.look() as database:
            rows = database.execute("select prosody from plans where manifest = ?", (manifest,))
            for (text,) in rows:
                return codec.from_json(text, Prosody)
        raise KeyError(manifest)

    def segments(self, manifest: str, first: int, count: int) -> tuple[Segment, ...]:
        """A stretch of a plan."""
        query = (
            "select segment from planned where manifest = ? and position >= ?"
            " order by position limit ?"
        )
        with self._database.look() as database:
            rows = database.execute(query, (manifest, first, count)).fetchall()
        return tuple(codec.from_json(text, Segment) for (text,) in rows)

    def keys(self, manifest: str) -> tuple[tuple[str, int], ...]:
        """Key and pause of every segment."""
        query = (
            "select key, json_extract(segment, '$.pause_frames') from planned"
            " where manifest = ? order by position"
        )
        with self._database.look() as database:
            return tuple(database.execute(query, (manifest,)).fetchall())

    def find(self, key: str) -> tuple[str, int] | None:
        """Where a clip is planned."""
        query = "select manifest, position from planned where key = ? limit 1"
        with self._database.look() as database:
            row: tuple[str, int] | None = database.execute(query, (key,)).fetchone()
        return row
