"""One SQLite file, opened once in each process and shared by its threads."""

import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from service.errors import StoreUnavailable
from service.spare import made, spare_folder

_BUSY_MS = 10_000
_TRY_OWN_AGAIN_S = 30.0
# What says that the place cannot be written, whatever is asked: full, read-only, gone.
_UNWRITABLE = frozenset(
    {
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
    }
)
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY_CODE = 0xFF

_log = logging.getLogger(__name__)


class Database:
    """Thread-safe; every `use` is one transaction, so it happens wholly or not at all.

    Write-ahead logging lets readers and one writer of several processes work at once; a power cut
    can lose the last transactions but never mixes them. After a fork the child opens anew.

    All that is kept in such files can be made again, so work goes on whatever becomes of one: a
    file that is gone is made anew, a broken one is put aside, and where nothing can be written a
    spare in memory is used by all processes until its own place takes writing again.
    """

    def __init__(self, path: Path, schema: str) -> None:
        self._path = path
        self._schema = schema
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._file = (0, 0)
        self._spare = spare_folder(path.parent) / path.name
        self._tried_own_at = 0.0

    @contextmanager
    def use(self) -> Iterator[sqlite3.Connection]:
        """A transaction that may write; raises StoreUnavailable when the file cannot be used.

        When it cannot, what was to be written is lost, and the next try finds a place that can.
        """
        with self._lock, self._told():
            connection = self._begun()
            with connection:
                yield connection

    @contextmanager
    def look(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading one statement; waits for no writer."""
        with self._lock, self._told():
            yield self._found()

    def close(self) -> None:
        """Close the file in this process; a later use opens it again."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
            self._connection = None

    def _found(self) -> sqlite3.Connection:
        try:
            return self._opened()
        except (sqlite3.Error, OSError) as error:
            self._leave(error)
            return self._opened()

    def _begun(self) -> sqlite3.Connection:
        """A connection in a transaction; tried again in another place when the first fails."""
        connection = self._found()
        try:
            connection.execute("begin immediate")
        except sqlite3.Error as error:
            self._leave(error)
            connection = self._opened()
            connection.execute("begin immediate")
        return connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            self._leave(error)
            raise StoreUnavailable(f"{self._path.name}: {error}") from error

    def _leave(self, error: Exception) -> None:
        """Leave a file that cannot be used: a broken one aside, an unwritable one for the spare."""
        if isinstance(error, OSError):
            self._go_to_spare(error)
            return
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code in _BROKEN:
            self.close()
            _log.error("database-broken file=%s detail=%s", self._path.name, error)
            with suppress(OSError):
                place = self._place()
                place.replace(place.with_suffix(f".broken-{int(time.time())}"))
        elif code in _UNWRITABLE:
            self._go_to_spare(error)

    def _go_to_spare(self, error: Exception) -> None:
        self.close()
        if self._place() == self._spare:
            return
        _log.error("database-unwritable file=%s detail=%s", self._path.name, error)
        self._tried_own_at = time.monotonic()
        with suppress(OSError):
            made(self._spare.parent)
            self._spare.touch()

    def _place(self) -> Path:
        """Where all processes work at present: in the spare while there is one."""
        return self._spare if self._spare.exists() else self._path

    def _opened(self) -> sqlite3.Connection:
        place = self._place()
        if place == self._spare and self._own_takes_writing():
            place = self._path
        if self._connection is None or self._process != os.getpid() or self._file != _id_of(place):
            self.close()
            self._connection = self._open(place)
            self._process = os.getpid()
            self._file = _id_of(place)
        return self._connection

    def _own_takes_writing(self) -> bool:
        """Try the file's own place again, every so often; leave the spare when it works."""
        if time.monotonic() - self._tried_own_at < _TRY_OWN_AGAIN_S:
            return False
        self._tried_own_at = time.monotonic()
        try:
            with self._open(self._path) as connection:
                connection.execute("pragma user_version = 1")
            connection.close()
            for ending in ("", "-wal", "-shm"):
                self._spare.with_name(self._spare.name + ending).unlink(missing_ok=True)
        except (sqlite3.Error, OSError):
            return False
        return True

    def _open(self, place: Path) -> sqlite3.Connection:
        place.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(place, check_same_thread=False, isolation_level=None)
        connection.execute(f"pragma busy_timeout = {_BUSY_MS}")
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        connection.executescript(self._schema)
        return connection


def _id_of(place: Path) -> tuple[int, int]:
    """What file a name leads to; nothing when there is none."""
    try:
        found = place.stat()
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino
