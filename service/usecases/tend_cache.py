"""What is kept: how much it is, whether it is whole, and what goes when there is too much."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass

from service.jobs.base import Order
from service.model.jobs import Priority
from service.model.manifest import Manifest
from service.store.base import Kept, Shelf
from service.store.keys import light_key, narration_key
from service.usecases.clips import heard_key, is_as_made
from service.usecases.keeping import keep, kept
from service.usecases.narrations import kept_narration
from service.usecases.plan_listen import plan_release, planned_voices
from service.usecases.services import Services

PRUNE = "prune"
_HEARD_JUST_NOW_S = 600.0
_DOWN_TO = 0.9
_JOBS_KEPT_S = 7 * 86_400.0
_MEGABYTE = 1_000_000
# What can be made again from what stays, or fetched again; texts and plans are small.
_GOES = (Shelf.PICTURES, Shelf.CLIPS, Shelf.LIGHT_CLIPS, Shelf.RESOURCES)
# Nobody needs them to read or to listen.
_GOES_FIRST = Shelf.PICTURES

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ShelfTotal:
    """How many things lie on a shelf, and their bytes."""

    shelf: str
    things: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Stats:
    """All shelves; `most_bytes` is the quota (0: any), `trouble` why nothing new can be kept."""

    shelves: tuple[ShelfTotal, ...]
    size_bytes: int
    most_bytes: int
    published: int
    trouble: str


@dataclass(frozen=True, slots=True)
class Verified:
    """How many clips were looked at, and the keys of those that were dropped."""

    clips: int
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many documents are planned again, and how many are not: their texts or voices changed."""

    planned: int
    lost: int


@dataclass(frozen=True, slots=True)
class Published:
    """A document whose audio is not dropped; since when, in seconds since 1970."""

    at: float


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was dropped, and what is left, in bytes."""

    things: int
    size_bytes: int
    left_bytes: int


def stats(services: Services) -> Stats:
    """Every shelf, empty ones too, and whether new things find room."""
    shelves = tuple(_total(services, shelf) for shelf in Shelf)
    return Stats(
        shelves=shelves,
        size_bytes=sum(total.size_bytes for total in shelves),
        most_bytes=services.settings.cache_max_mb * _MEGABYTE,
        published=sum(1 for _ in services.store.keys(Shelf.PUBLISHED)),
        trouble=services.store.trouble(),
    )


def publish(services: Services, manifest: str) -> None:
    """Spare a document's audio from now on."""
    keep(services.store, Shelf.PUBLISHED, manifest, Published(time.time()))


def unpublish(services: Services, manifest: str) -> None:
    """Let a document's audio go like any other."""
    services.store.drop(Shelf.PUBLISHED, manifest)


def verify(services: Services) -> Verified:
    """Check every clip against its note, and drop those that are broken."""
    keys = list(services.store.keys(Shelf.CLIPS))
    broken = tuple(key for key in keys if not _is_whole(services, key))
    for key in broken:
        _drop(services, Shelf.CLIPS, key)
    return Verified(len(keys), broken)


def rebuild(services: Services) -> Rebuilt:
    """Plan every known document again that is not in the index, from its kept narration.

    A document whose voices have changed since gets another manifest; the old one is lost then.
    """
    planned = lost = 0
    for manifest in list(services.store.keys(Shelf.MANIFESTS)):
        head = kept(services.store, Shelf.MANIFESTS, manifest, Manifest)
        if head is None or services.plans.count(manifest) >= 0:
            continue
        key = narration_key(head.release, head.provenance.rules)
        narration = kept_narration(services.store, key)
        voices = planned_voices(services, head)
        is_same = narration and plan_release(services, head.release, narration, voices) == manifest
        planned, lost = planned + bool(is_same), lost + (not is_same)
    return Rebuilt(planned, lost)


def ask_for_pruning(services: Services) -> None:
    """Queue the pruning, behind everything else."""
    services.queue.submit([Order(PRUNE, PRUNE, "{}", Priority.BATCH)])


def prune(services: Services, most_bytes: int, *, spare_published: bool = True) -> Pruned:
    """Drop what nobody used for longest until nine tenths of `most_bytes` are left (0: any).

    Pictures of pages go before anything else.
    Audio that was heard in the last ten minutes stays, and published audio unless told otherwise.
    Old jobs go too.
    """
    services.queue.forget(_JOBS_KEPT_S)
    left = stats(services).size_bytes
    spared = frozenset(_published_keys(services)) if spare_published else frozenset()
    things = size = 0
    if most_bytes and left > most_bytes:
        for shelf, kept in _oldest_first(services, spared):
            if left <= most_bytes * _DOWN_TO:
                break
            _drop(services, shelf, kept.key)
            things, size, left = things + 1, size + kept.size_bytes, left - kept.size_bytes
    if things:
        _log.info("cache-pruned things=%d bytes=%d left=%d", things, size, left)
    return Pruned(things, size, left)


def prune_as_settled(services: Services) -> Pruned:
    """Prune to the quota of the settings: the work of the job `prune`."""
    return prune(services, services.settings.cache_max_mb * _MEGABYTE)


def _is_whole(services: Services, key: str) -> bool:
    data = services.store.get(Shelf.CLIPS, key)
    return data is None or is_as_made(services.store, key, data)


def _total(services: Services, shelf: Shelf) -> ShelfTotal:
    sizes = [kept.size_bytes for kept in services.store.inventory(shelf)]
    return ShelfTotal(shelf.value, len(sizes), sum(sizes))


def _published_keys(services: Services) -> Iterator[str]:
    """What is heard of published documents, in every grade."""
    for manifest in services.store.keys(Shelf.PUBLISHED):
        for planned, _ in services.plans.keys(manifest):
            key = heard_key(services.store, planned) or planned
            yield from (key, light_key(key, services.finisher.light_profile))


def _oldest_first(services: Services, spared: frozenset[str]) -> list[tuple[Shelf, Kept]]:
    border = time.time() - _HEARD_JUST_NOW_S
    found = [
        (shelf, kept)
        for shelf in _GOES
        for kept in services.store.inventory(shelf)
        if kept.used_at < border and kept.key not in spared
    ]
    return sorted(found, key=lambda each: (each[0] is not _GOES_FIRST, each[1].used_at))


def _drop(services: Services, shelf: Shelf, key: str) -> None:
    services.store.drop(shelf, key)
    if shelf is Shelf.CLIPS:
        services.store.drop(Shelf.CLIP_NOTES, key)
