"""Prepare releases before anybody listens: read them and their attachments, make their audio.

Everything goes through the queue at the lowest priority, so a listener always comes first, and
everything made is kept by content, so a run that was killed goes on where it was. What would say
the same again is left out: files that repeat the body of their release, and all formats of one
document but the best.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.errors import ListenError, SourceAddressInvalid, WorkNotFinished
from service.model.comparison import Comparison, Relation
from service.model.document import Attachment
from service.model.jobs import Priority
from service.model.source import Resource
from service.narration.cautions import Caution, cautions_of
from service.narration.staff_warnings import StaffWarning, staff_warnings_of
from service.store.base import Shelf
from service.usecases.clips import failure_of, heard_key
from service.usecases.compare_attachments import comparison_awaited
from service.usecases.make_audio import ask_for_all
from service.usecases.read_release import (
    Reading,
    ask_for_address,
    ask_for_resource,
    open_ticket,
)
from service.usecases.services import Services
from service.usecases.tend_cache import publish
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
    pictures; `warnings` is everything that staff should know of the document; `error` is the code
    because of which the target could not even be read, and `detail` its text for operators.
    `left_out` is why nothing was made of it ("repeats-body", "same-document"), `instead` what is
    heard in its place.
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
    warnings: tuple[StaffWarning, ...] = ()
    error: str = ""
    detail: str = ""
    left_out: str = ""
    instead: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        is_tried = self.segments > 0 and self.made + self.failed >= self.segments
        return is_tried or bool(self.error or self.left_out)

    @property
    def is_whole(self) -> bool:
        """Whether every sentence can be heard, here or where the same is said."""
        is_made = self.segments > 0 and self.made == self.segments
        return not self.error and (is_made or bool(self.left_out))


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
    compared = comparison_awaited(services, reading, Priority.BATCH)
    for place, attachment in enumerate(reading.release.attachments):
        name = f"{target.name} › {attachment.title}"
        if known := _left_out(name, reading, compared, place) or _without_address(name, attachment):
            yield known
        else:
            yield from prepare(services, Target(name, address=attachment.url), tell)


def _left_out(name: str, reading: Reading, compared: Comparison, place: int) -> Prepared | None:
    """The outcome of a file that says nothing new, or None."""
    files, best = reading.release.attachments, compared.formats_of(place)[0]
    title = files[place].title
    if compared.relation_of(place) is Relation.REPEATS_BODY:
        return Prepared(name, title, left_out="repeats-body", instead=reading.release.title)
    if best != place:
        return Prepared(name, title, left_out="same-document", instead=files[best].title)
    return None


def _without_address(name: str, file: Attachment) -> Prepared | None:
    """The outcome of a file that only a script or a form of its page fetches, or None."""
    if file.url:
        return None
    detail = "its page gives no address for it"
    return Prepared(name, file.title, error=SourceAddressInvalid.code, detail=detail)


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
    if state.is_whole:
        publish(services, reading.manifest)
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
        warnings=staff_warnings_of(reading.release.body),
    )


def _forget_failures(services: Services, manifest: str) -> None:
    """Another run is another try."""
    for key, _ in services.plans.keys(manifest):
        if not heard_key(services.store, key) and failure_of(services.store, key):
            services.store.drop(Shelf.FAILURES, key)
