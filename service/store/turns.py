"""One at a time for each key, between the threads and processes of one machine."""

import fcntl
import os
import struct
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from service.errors import StoreUnavailable
from service.spare import made, spare_folder
from service.store.keys import is_key

# Keys are hashes, so their first 60 bits tell them apart; more would not fit into an offset.
_DIGITS = 15
# struct flock of Linux on 64 bits: kind, whence, start, length, process (0 for this sort of lock).
_LOCK = struct.Struct("hhqqi4x")

_MODE = 0o644


class Turns(Protocol):
    """Thread-safe and safe between processes; who dies holding a turn gives it back."""

    def hold(self, key: str) -> AbstractContextManager[None]:
        """Wait until nobody else holds the key, and hold it for the length of a `with` block.

        Raises ValueError for what is no key, and StoreUnavailable when turns cannot be kept.
        """
        ...


class FileTurns:
    """One byte of one file for each key, locked by the kernel.

    The locks belong to the open file (fcntl F_OFD_SETLKW), not to the process, so that threads keep
    each other out too; the kernel lets go of them when their holder ends, however it ends. The file
    stays empty.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def hold(self, key: str) -> Iterator[None]:
        """Hold the byte of a key."""
        if not is_key(key):
            raise ValueError(f"not a key: {key!r}")
        file = self._locked(int(key[:_DIGITS], 16))
        try:
            yield
        finally:
            os.close(file)

    def _locked(self, offset: int) -> int:
        lock = _LOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, offset, 1, 0)
        try:
            file = self._opened()
            fcntl.fcntl(file, fcntl.F_OFD_SETLKW, lock)
        except OSError as error:
            raise StoreUnavailable(f"{self._path.name}: {error}") from error
        return file

    def _opened(self) -> int:
        """The file in its folder, or where nothing can be made there, in the folder's spare."""
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self._path, flags, _MODE)
        except OSError:
            return os.open(made(spare_folder(self._path.parent)) / self._path.name, flags, _MODE)
