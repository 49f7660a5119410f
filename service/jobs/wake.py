"""Bells between processes: who queues work rings, one of those who wait for such work wakes."""

import contextlib
import errno
import os
import select
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from service.spare import made, spare_folder

_MOST_RINGS = 16
_NOBODY = (errno.ENXIO, errno.ENOENT, errno.ENOTDIR)


class Bells:
    """One named pipe per kind of work; ringing never blocks.

    A ring that nobody hears is lost harmlessly: it costs time only, because a worker looks at the
    queue anyway when its wait is over. Where the folder cannot be written, the pipes are in its
    spare; where it was deleted, they are made anew at the next wait.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._spare = spare_folder(folder)
        self._name = name
        self._readers: dict[str, int] = {}

    def ring(self, kinds: Iterable[str]) -> None:
        """Wake one waiter per piece of work, as far as there are any."""
        for kind, times in Counter(kinds).items():
            self._ring(kind, min(times, _MOST_RINGS))

    def wait(self, timeout_s: float, kinds: Sequence[str]) -> bool:
        """Sleep until a ring for one of these kinds (True) or until the time is over (False)."""
        readers = [self._listening(kind) for kind in kinds]
        ready, _, _ = select.select(readers, [], [], timeout_s)
        for reader in ready[:1]:
            with contextlib.suppress(BlockingIOError):  # another waiter took it
                os.read(reader, 1)
        return bool(ready)

    def close(self) -> None:
        """Stop listening."""
        for reader in self._readers.values():
            os.close(reader)
        self._readers.clear()

    def _path(self, kind: str, folder: Path) -> Path:
        return folder / f"{self._name}.{kind}.bell"

    def _ring(self, kind: str, times: int) -> None:
        writer = self._ringing(kind)
        if writer is None:
            return
        try:
            with contextlib.suppress(BlockingIOError):  # a full pipe is a bell already ringing
                os.write(writer, b"!" * times)
        finally:
            os.close(writer)

    def _ringing(self, kind: str) -> int | None:
        """The pipe at whose other end somebody listens, or None."""
        for folder in (self._folder, self._spare):
            try:
                return os.open(self._path(kind, folder), os.O_WRONLY | os.O_NONBLOCK)
            except OSError as error:
                if error.errno not in _NOBODY:
                    raise
        return None

    def _listening(self, kind: str) -> int:
        """Where this kind is heard; a pipe that was deleted, with its folder, is made anew."""
        reader = self._readers.get(kind)
        if reader is None:
            self._readers[kind] = reader = self._hung(kind)
        elif not self._leads_to(kind, reader):
            fresh = self._hung(kind)
            # The number stays: another thread may be waiting on it right now.
            os.dup2(fresh, reader, inheritable=False)
            os.close(fresh)
        return reader

    def _leads_to(self, kind: str, reader: int) -> bool:
        """Whether ringers still find the pipe."""
        own = os.fstat(reader)
        for folder in (self._folder, self._spare):
            with contextlib.suppress(OSError):
                if os.path.samestat(self._path(kind, folder).stat(), own):
                    return True
        return False

    def _hung(self, kind: str) -> int:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            return self._made(kind, self._folder)
        except OSError:
            return self._made(kind, made(self._spare))

    def _made(self, kind: str, folder: Path) -> int:
        path = self._path(kind, folder)
        with contextlib.suppress(FileExistsError):
            os.mkfifo(path)
        # Opened for both so that the pipe never reports its end when the last ringer leaves.
        return os.open(path, os.O_RDWR | os.O_NONBLOCK)
