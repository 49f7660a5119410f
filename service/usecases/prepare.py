"""Prepare releases before anybody listens: read them and their attachments, make their audio.

Everything goes through the queue at the lowest priority, so a listener always comes first, and
everything made is kept by content, so a run that was killed goes on where it was.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.errors import ListenError, WorkNotFinished
from service.model.jobs import Priority
from service.model.source import Resource
from service.narration.cautions import Caution, cautions_of
from service.store.base import Shelf
from service.usecases.clips import failure_of, heard_key
from service.usecases.make_audio import ask_for_all
from service.usecases.read_release import (
    Reading,
    ask_for_address,
    ask_for_resource,
    open_ticket,
)
from service.usecases.services import Services
from service.usecases.timelines import heard_of

_LOOK_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Target:
    """Something to prepare: an address, or a resource at hand; `name` is what staff call it."""

    name: str
    address: str = ""
    resource: Resource | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of a target.

    `pages_read` of `pages` are read. `made` of `segments` can be heard, `failed` cannot be made;
    there are none before all pages are read. `cautions` are pages that were not read, or read from
    pictures; `error` is the code because of which the target could not even be read, and `detail`
    its text for operators.
    """

    name: str
    title: str = ""
    segments: int = 0
    made: int = 0
    failed: int = 0
    stand_ins: int = 0
    pages_read: int = 0
    pages: int = 0
    cautions: tuple[Caution, ...] = ()
    error: str = ""
    detail: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return bool(self.error) or (self.segments > 0 and self.made + self.failed >= self.segments)

    @property
    def is_whole(self) -> bool:
        """Whether every sentence can be heard."""
        return not self.error and self.segments > 0 and self.made == self.segments


def prepare(
    services: Services, target: Target, tell: Callable[[Prepared], None]
) -> Iterator[Prepared]:
    """Prepare a target and its attachments; `tell` hears of progress, the result ends each."""
    try:
        reading = _read(services, target, tell)
    except ListenError as error:
        yield Prepared(target.name, error=error.code, detail=str(error))
        return
    yield _make(services, target.name, reading, tell)
    for attachment in reading.release.attachments:
        name = f"{target.name} › {attachment.title}"
        yield from prepare(services, Target(name, address=attachment.url), tell)


def _read(services: Services, target: Target, tell: Callable[[Prepared], None]) -> Reading:
    if target.resource is not None:
        ticket = ask_for_resource(services, target.resource, Priority.BATCH)
    else:
        ticket = ask_for_address(services, target.address, Priority.BATCH)
    while True:
        try:
            return open_ticket(services, ticket)
        except WorkNotFinished as error:
            tell(Prepared(target.name, pages_read=error.pages_read, pages=error.pages))
            time.sleep(_LOOK_EVERY_S)


def _make(
    services: Services, name: str, reading: Reading, tell: Callable[[Prepared], None]
) -> Prepared:
    _forget_failures(services, reading.manifest)
    ask_for_all(services, reading.manifest, Priority.BATCH)
    while not (state := _state(services, name, reading)).is_over:
        tell(state)
        time.sleep(_LOOK_EVERY_S)
    tell(state)
    return state


def _state(services: Services, name: str, reading: Reading) -> Prepared:
    timeline = heard_of(services, reading.manifest).timeline
    return Prepared(
        name=name,
        title=reading.release.title,
        segments=len(timeline.frames),
        made=sum(frames > 0 for frames in timeline.frames),
        failed=sum(frames == 0 for frames in timeline.frames),
        stand_ins=len(timeline.stand_ins),
        pages_read=reading.release.body.pages_read,
        pages=reading.release.body.pages,
        cautions=cautions_of(reading.release.body),
    )


def _forget_failures(services: Services, manifest: str) -> None:
    """Another run is another try."""
    for key, _ in services.plans.keys(manifest):
        if not heard_key(services.store, key) and failure_of(services.store, key):
            services.store.drop(Shelf.FAILURES, key)
