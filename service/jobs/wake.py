"""A bell between processes: who queues work rings, one of those who wait for work wakes."""

import contextlib
import errno
import os
import select
from pathlib import Path


class Bell:
    """A named pipe; ringing never blocks, and rings that nobody hears are lost harmlessly.

    Losing a ring costs time only: a worker looks at the queue anyway when its wait is over.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = -1

    def ring(self) -> None:
        """Wake one waiter, if there is one."""
        try:
            writer = os.open(self._path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno in (errno.ENXIO, errno.ENOENT):  # nobody listens
                return
            raise
        try:
            with contextlib.suppress(BlockingIOError):  # a full pipe is a bell already ringing
                os.write(writer, b"!")
        finally:
            os.close(writer)

    def wait(self, timeout_s: float) -> bool:
        """Sleep until a ring (True) or until the time is over (False)."""
        ready, _, _ = select.select([self._listening()], [], [], timeout_s)
        if ready:
            with contextlib.suppress(BlockingIOError):  # another waiter took it
                os.read(self._reader, 1)
        return bool(ready)

    def close(self) -> None:
        """Stop listening."""
        if self._reader >= 0:
            os.close(self._reader)
            self._reader = -1

    def _listening(self) -> int:
        if self._reader < 0:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):
                os.mkfifo(self._path)
            # Opened for both so that the pipe never reports its end when the last ringer leaves.
            self._reader = os.open(self._path, os.O_RDWR | os.O_NONBLOCK)
        return self._reader
