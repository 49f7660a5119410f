"""Two stores as one: what the first cannot take goes into a small spare one."""

import logging
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from service.errors import StoreUnavailable
from service.store.base import Kept, Shelf, Store

T = TypeVar("T")

_TOLD_EVERY_S = 60.0

_log = logging.getLogger(__name__)


class OverflowStore:
    """Puts into `own`, and into `spare` where that fails; everything is looked for in both.

    The spare is kept under `most_bytes` by dropping what was used longest ago: a listener hears a
    document through it, and staff are told in the log and by `flask cache stats`.
    """

    def __init__(self, own: Store, spare: Store, most_bytes: int) -> None:
        self._own = own
        self._spare = spare
        self._most_bytes = most_bytes
        self._told_at = float("-inf")

    def put(self, shelf: Shelf, key: str, data: bytes) -> None:
        """Keep bytes where it can be done; StoreUnavailable when neither takes them."""
        try:
            self._own.put(shelf, key, data)
        except StoreUnavailable as error:
            self._tell(error)
            self._make_room(len(data))
            self._spare.put(shelf, key, data)

    def get(self, shelf: Shelf, key: str) -> bytes | None:
        """The bytes from either, or None."""
        found = self._tried(lambda: self._own.get(shelf, key), None)
        return self._spare.get(shelf, key) if found is None else found

    def size(self, shelf: Shelf, key: str) -> int:
        """How many bytes, -1 when neither has them."""
        found = self._tried(lambda: self._own.size(shelf, key), -1)
        return self._spare.size(shelf, key) if found < 0 else found

    def drop(self, shelf: Shelf, key: str) -> None:
        """Forget in both."""
        self._spare.drop(shelf, key)
        self._tried(lambda: self._own.drop(shelf, key), None)

    def keys(self, shelf: Shelf) -> Iterator[str]:
        """All keys of both, each once."""
        return iter({*self._own.keys(shelf), *self._spare.keys(shelf)})

    def touch(self, shelf: Shelf, key: str) -> None:
        """Note a use in both."""
        self._own.touch(shelf, key)
        self._spare.touch(shelf, key)

    def inventory(self, shelf: Shelf) -> Iterator[Kept]:
        """Everything of both; a thing that both have comes twice."""
        yield from self._own.inventory(shelf)
        yield from self._spare.inventory(shelf)

    def trouble(self) -> str:
        """Why new things go into the spare."""
        return self._own.trouble()

    def _tried(self, look: Callable[[], T], otherwise: T) -> T:
        try:
            return look()
        except StoreUnavailable as error:
            self._tell(error)
            return otherwise

    def _tell(self, error: StoreUnavailable) -> None:
        now = time.monotonic()
        if now - self._told_at >= _TOLD_EVERY_S:
            self._told_at = now
            _log.error("store-unavailable going-on-in=spare detail=%s", error)

    def _make_room(self, size_bytes: int) -> None:
        held = [
            (kept.used_at, kept, shelf) for shelf in Shelf for kept in self._spare.inventory(shelf)
        ]
        total = size_bytes + sum(kept.size_bytes for _, kept, _ in held)
        for _, kept, shelf in sorted(held, key=lambda each: each[0]):
            if total <= self._most_bytes:
                return
            self._spare.drop(shelf, kept.key)
            total -= kept.size_bytes
