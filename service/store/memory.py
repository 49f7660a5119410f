"""A store that forgets: for tests and for commands that keep nothing."""

import time
from collections.abc import Iterator
from threading import Lock

from service.store.base import Kept, Shelf
from service.store.keys import is_key


class MemoryStore:
    """Keeps everything in this process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Shelf, str], bytes] = {}
        self._used_at: dict[tuple[Shelf, str], float] = {}
        self._lock = Lock()

    def put(self, shelf: Shelf, key: str, data: bytes) -> None:
        """Keep bytes."""
        with self._lock:
            self._kept[shelf, _checked(key)] = bytes(data)
            self._used_at[shelf, key] = time.time()

    def get(self, shelf: Shelf, key: str) -> bytes | None:
        """The bytes, or None."""
        return self._kept.get((shelf, _checked(key)))

    def size(self, shelf: Shelf, key: str) -> int:
        """How many bytes, -1 when none are kept."""
        data = self.get(shelf, key)
        return -1 if data is None else len(data)

    def drop(self, shelf: Shelf, key: str) -> None:
        """Forget."""
        with self._lock:
            self._kept.pop((shelf, _checked(key)), None)

    def keys(self, shelf: Shelf) -> Iterator[str]:
        """All keys of a shelf."""
        with self._lock:
            names = [key for kept_on, key in self._kept if kept_on is shelf]
        return iter(names)

    def touch(self, shelf: Shelf, key: str) -> None:
        """Note that a thing is used now."""
        with self._lock:
            if (shelf, _checked(key)) in self._kept:
                self._used_at[shelf, key] = time.time()

    def inventory(self, shelf: Shelf) -> Iterator[Kept]:
        """Everything on a shelf."""
        with self._lock:
            found = [
                Kept(key, len(data), self._used_at[kept_on, key])
                for (kept_on, key), data in self._kept.items()
                if kept_on is shelf
            ]
        return iter(found)

    def trouble(self) -> str:
        """Memory takes everything."""
        return ""


def _checked(key: str) -> str:
    if not is_key(key):
        raise ValueError(f"not a key: {key!r}")
    return key
