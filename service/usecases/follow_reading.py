"""How far a document is read, and what of it can be shown meanwhile."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from service.extract.base import Progress, Tell
from service.store.base import Shelf
from service.store.keys import part_key, source_key
from service.usecases.keeping import keep, kept
from service.usecases.services import Services

_NOTE_EVERY_S = 0.25


@dataclass(frozen=True, slots=True)
class Underway:
    """A reading that goes on: `pages_read` of `pages`, 0 of 0 when nothing is known yet.

    `part` is the key of the release made of the first pages, or empty.
    """

    pages_read: int = 0
    pages: int = 0
    part: str = ""


def underway(services: Services, ticket: str) -> Underway:
    """How far the reading of a ticket is, as it was noted last."""
    return kept(services.store, Shelf.SOURCES, _key(ticket), Underway) or Underway()


@contextmanager
def noting(services: Services, ticket: str, also: Tell) -> Iterator["Note"]:
    """Note the progress of a reading for others until it ends; `also` hears of all of it."""
    try:
        yield Note(services, ticket, also)
    finally:
        services.store.drop(Shelf.SOURCES, _key(ticket))


class Note:
    """Notes progress where other processes look, a few times a second; parts at once."""

    def __init__(self, services: Services, ticket: str, also: Tell) -> None:
        self._services, self._ticket, self._also = services, ticket, also
        self._part, self._noted_at = "", float("-inf")

    def of(self, release_key: str) -> Tell:
        """What to call with the progress of the release that will have this key."""

        def tell(progress: Progress) -> None:
            self._note(release_key, progress)
            self._also(progress)

        return tell

    def _note(self, release_key: str, progress: Progress) -> None:
        store, now = self._services.store, time.monotonic()
        if progress.release is not None:
            self._part = part_key(release_key, progress.pages_read)
            keep(store, Shelf.RELEASES, self._part, progress.release)
        elif now - self._noted_at < _NOTE_EVERY_S:
            return
        self._noted_at = now
        state = Underway(progress.pages_read, progress.pages, self._part)
        keep(store, Shelf.SOURCES, _key(self._ticket), state)


def _key(ticket: str) -> str:
    return source_key(f"under way {ticket}")
