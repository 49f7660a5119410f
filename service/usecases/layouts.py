"""Layouts of joined audio that cannot change any more, remembered by the process.

Laying out a document looks at every clip; a range needs one of them.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from service.usecases.services import Services
from service.usecases.timelines import Heard, heard_if_complete

_MOST = 64
_FRESH_S = 60.0


@dataclass(slots=True)
class Layouts:
    """Thread-safe. What is remembered is looked at anew every minute: clips may have gone."""

    clock: Callable[[], float] = time.monotonic
    _kept: OrderedDict[str, tuple[float, Heard]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, manifest: str) -> Heard | None:
        """What is heard of a document that is final, or None when it must be looked at."""
        with self._lock:
            at, heard = self._kept.get(manifest, (float("-inf"), None))
            return heard if self.clock() - at < _FRESH_S else None

    def keep(self, manifest: str, heard: Heard) -> None:
        """Remember a final document; the one remembered longest goes when there are too many."""
        if not heard.is_final:
            return
        with self._lock:
            self._kept[manifest] = (self.clock(), heard)
            self._kept.move_to_end(manifest)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)

    def forget(self, manifest: str) -> None:
        """Look at a document anew the next time."""
        with self._lock:
            self._kept.pop(manifest, None)


def complete(services: Services, layouts: Layouts, manifest: str) -> Heard | None:
    """What is heard of a document of which nothing is left to be made, else None.

    Raises ManifestUnknown.
    """
    if (known := layouts.get(manifest)) is not None:
        return known
    if heard := heard_if_complete(services, manifest):
        layouts.keep(manifest, heard)
    return heard
