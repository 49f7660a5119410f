"""One SQLite file, opened once in each process and shared by its threads."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from service.errors import StoreUnavailable

_BUSY_MS = 10_000


class Database:
    """Thread-safe; every `use` is one transaction, so it happens wholly or not at all.

    Write-ahead logging lets readers and one writer of several processes work at once; a power cut
    can lose the last transactions but never mixes them. After a fork the child opens anew.
    """

    def __init__(self, path: Path, schema: str) -> None:
        self._path = path
        self._schema = schema
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._process = 0

    @contextmanager
    def use(self) -> Iterator[sqlite3.Connection]:
        """A transaction that may write; raises StoreUnavailable when the file cannot be used."""
        with self._lock:
            try:
                connection = self._opened()
                connection.execute("begin immediate")
                with connection:
                    yield connection
            except (sqlite3.Error, OSError) as error:
                raise StoreUnavailable(f"{self._path.name}: {error}") from error

    @contextmanager
    def look(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading one statement; waits for no writer."""
        with self._lock:
            try:
                yield self._opened()
            except (sqlite3.Error, OSError) as error:
                raise StoreUnavailable(f"{self._path.name}: {error}") from error

    def close(self) -> None:
        """Close the file in this process; a later use opens it again."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():
            self._connection = self._open()
            self._process = os.getpid()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, check_same_thread=False, isolation_level=None)
        connection.execute(f"pragma busy_timeout = {_BUSY_MS}")
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        connection.executescript(self._schema)
        return connection
