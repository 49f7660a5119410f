"""Pages of a PDF as pictures: what is offered, what is kept, and what is drawn when somebody asks.

Only documents that were read here are drawn: an offer notes whose bytes they are. Pictures are
drawn one at a time for each machine's reader, by a job, from the bytes that reading kept.
"""

import time
from dataclasses import dataclass
from math import sqrt

from service import codec
from service.errors import PageNotDrawable, PictureNotReady, PictureUnknown, by_code
from service.extract.base import LONGEST_SIDE, Size
from service.jobs.base import Order
from service.model.document import Document
from service.model.jobs import JobState, Priority
from service.store.base import Shelf
from service.store.keys import picture_key, pictured_key
from service.usecases.clips import Failure, failure_of
from service.usecases.keeping import keep, kept
from service.usecases.services import Services

DRAW = "draw"
_MOST_DOTS = 6_000_000
_NO_SIZE = Size(0, 0)
# Drawing the same bytes again would hardly go better.
_FAILURE_STANDS_S = 600
_SHORTEST_LOOK_S = 0.005
_LONGEST_LOOK_S = 0.05
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)
_RIFF, _RIFF_HEAD_BYTES = b"RIFF", 8


@dataclass(frozen=True, slots=True)
class Pictured:
    """A document whose pages can be drawn: the digest of its bytes, and the size of each page.

    A page of size 0 × 0 cannot be drawn.
    """

    source: str
    sizes: tuple[Size, ...]

    def size_of(self, page: int) -> Size:
        """The size of a page, numbered from 1; 0 × 0 where there is none."""
        return self.sizes[page - 1] if 0 < page <= len(self.sizes) else _NO_SIZE


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page may show: `key` names the pictures of a document, empty where there are none."""

    key: str = ""
    sizes: tuple[Size, ...] = ()


NO_PICTURES = Offer()


@dataclass(frozen=True, slots=True)
class DrawWork:
    """What the job `draw` is told: a page, and when somebody began to wait (seconds since 1970)."""

    key: str
    page: int
    asked_at: float


def size_for(points: tuple[int, int], width: int) -> Size:
    """The size in which a page of so many points is drawn: so wide, or smaller to stay in bounds.

    0 × 0 for a page that has no size.
    """
    wide, high = points
    if wide < 1 or high < 1:
        return _NO_SIZE
    scale = min(width / wide, sqrt(_MOST_DOTS / wide / high), LONGEST_SIDE / max(wide, high))
    return Size(max(round(wide * scale), 1), max(round(high * scale), 1))


def offer_pictures(services: Services, document: Document) -> Offer:
    """The pictures of a document, from now on drawn for whoever asks.

    There are none but of PDFs, and none without their bytes: these may have gone to make room, or a
    text may have come without them from another machine.
    """
    settings, source = services.settings, document.origin.digest
    is_offered = settings.pictures and bool(document.page_sizes)
    if not is_offered or services.store.size(Shelf.RESOURCES, source) < 0:
        return NO_PICTURES
    key = pictured_key(source, settings.picture_width, services.extractor.picture_version)
    sizes = tuple(size_for(points, settings.picture_width) for points in document.page_sizes)
    if services.store.size(Shelf.PICTURED, key) < 0:
        keep(services.store, Shelf.PICTURED, key, Pictured(source, sizes))
    return Offer(key, sizes)


def picture_of(services: Services, key: str, page: int) -> bytes:
    """The picture of a page, drawn first if need be.

    Raises PictureUnknown when no document read here has such a page or its bytes were purged,
    PageNotDrawable, PictureNotReady when it is not drawn in time.
    """
    name = picture_key(key, page)
    if (data := _whole(services, name)) is not None:
        return data
    _check(services, key, page)
    return _awaited(services, key, page)


def draw_now(services: Services, work: DrawWork) -> None:
    """Draw a page unless it is there, or nobody waits for it any more: the work of `draw`."""
    name = picture_key(work.key, work.page)
    if time.time() - work.asked_at > services.settings.picture_wait_ms / 1000:
        return
    with services.turns.hold(name):
        if _whole(services, name) is None:
            try:
                services.store.put(Shelf.PICTURES, name, _drawn(services, work))
            except PageNotDrawable as error:
                keep(services.store, Shelf.FAILURES, name, Failure(error.code, time.time()))
                raise


def _drawn(services: Services, work: DrawWork) -> bytes:
    pictured = _check(services, work.key, work.page)
    body = services.store.get(Shelf.RESOURCES, pictured.source)
    if body is None:
        raise PictureUnknown(f"the bytes of {pictured.source} were purged")
    services.store.touch(Shelf.RESOURCES, pictured.source)
    return services.extractor.draw(body, work.page, pictured.size_of(work.page))


def _check(services: Services, key: str, page: int) -> Pictured:
    """The document of a page that can be asked for; PictureUnknown, or its recent failure."""
    pictured = kept(services.store, Shelf.PICTURED, key, Pictured)
    if not (services.settings.pictures and pictured and pictured.size_of(page) != _NO_SIZE):
        raise PictureUnknown(f"no page {page} of pictures {key}")
    failure = failure_of(services.store, picture_key(key, page))
    if failure and time.time() - failure.at < _FAILURE_STANDS_S:
        raise by_code(failure.code)(f"page {page} of pictures {key}")
    return pictured


def _awaited(services: Services, key: str, page: int) -> bytes:
    """Have a page drawn and wait for it; asked for again where a job was given up meanwhile."""
    name, end = picture_key(key, page), time.monotonic() + services.settings.picture_wait_ms / 1000
    pause_s = _SHORTEST_LOOK_S
    _ask(services, key, page)
    while time.monotonic() < end:
        job = services.queue.find(DRAW, name)
        if (data := _whole(services, name)) is not None:
            return data
        if job and job.error:
            raise by_code(job.error)(f"page {page} of pictures {key}")
        if job is None or job.state not in _UNDER_WAY:
            _ask(services, key, page)
        time.sleep(pause_s)
        pause_s = min(pause_s * 1.3, _LONGEST_LOOK_S)
    raise PictureNotReady(f"page {page} of pictures {key} was not drawn in time")


def _ask(services: Services, key: str, page: int) -> None:
    work = codec.to_json(DrawWork(key, page, time.time()))
    services.queue.submit([Order(DRAW, picture_key(key, page), work, Priority.LISTENER)])


def _whole(services: Services, name: str) -> bytes | None:
    """A picture as it was made: its head tells how long it is (RFC 9649, 2.3)."""
    data = services.store.get(Shelf.PICTURES, name)
    if data is None:
        return None
    told = int.from_bytes(data[len(_RIFF) : _RIFF_HEAD_BYTES], "little")
    if not data.startswith(_RIFF) or told != len(data) - _RIFF_HEAD_BYTES:
        services.store.drop(Shelf.PICTURES, name)
        return None
    services.store.touch(Shelf.PICTURES, name)
    return data
