"""From an address, a file or pasted text to a release, its narration and its plan."""

import time
from dataclasses import dataclass, replace

from service import codec
from service.errors import (
    HandoverClosed,
    ListenError,
    PageUnknown,
    UnexpectedFailure,
    WorkNotFinished,
    by_code,
)
from service.extract.base import Progress, Tell, unheard
from service.jobs.base import Order
from service.model.document import Release
from service.model.jobs import JobState, Priority
from service.model.narration import Narration, TableManner
from service.model.source import Resource
from service.store.base import Shelf
from service.store.keys import narration_key, release_key
from service.usecases.follow_reading import noting, underway
from service.usecases.keeping import keep, kept
from service.usecases.narrations import keep_narration, kept_narration
from service.usecases.page_words import lend_words, words_for
from service.usecases.plan_listen import plan_release
from service.usecases.services import Services
from service.usecases.tickets import describe, ticket_of

READ = "read"
_FAILURE_FRESH_S = 30
_LOOK_EVERY_S = 0.01
_BY_ROWS = TableManner.ROWS
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Reading:
    """A release that is ready to be seen and heard; `manifest` is the id of its plan."""

    key: str
    release: Release
    narration: Narration
    manifest: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an address or hand-over last gave: the key of a release, or the code of an error.

    `at` is in seconds since 1970; `detail` is for operators.
    """

    release: str
    error: str
    detail: str
    at: float
    pages: int = 0


@dataclass(frozen=True, slots=True)
class ReadingState:
    """How far a reading is: "reading", "read" or "failed" with the code of an error.

    `pages` is 0 while nothing is known of them; `has_part` tells whether the first pages can be
    opened already.
    """

    status: str
    pages_read: int = 0
    pages: int = 0
    has_part: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class ReadWork:
    """What the job `read` is told: an address, or a handed-over resource (its bytes are kept)."""

    address: str = ""
    resource: Resource | None = None


def open_address(services: Services, address: str, manner: TableManner = _BY_ROWS) -> Reading:
    """The release at an address, read anew when what is known is too old.

    Raises SourceError, DocumentError, or WorkNotFinished when reading takes longer than a visitor
    is kept waiting; reading goes on meanwhile.
    """
    ticket = ask_for_address(services, address, Priority.LISTENER)
    return _wait_for(services, ticket, manner)


def ask_for_address(services: Services, address: str, priority: Priority) -> str:
    """Queue the reading of an address unless it is fresh; gives its ticket."""
    source = services.door.admit(address)
    ticket = ticket_of(source)
    if not _is_fresh(services, ticket):
        _submit(services, ticket, ReadWork(address=source.url), priority)
    return ticket


def hand_over_file(services: Services, name: str, body: bytes) -> str:
    """Take an uploaded file, queue its reading and give its ticket."""
    _check_open(services)
    return ask_for_resource(services, services.door.take_file(name, body), Priority.LISTENER)


def hand_over_text(services: Services, title: str, text: str) -> str:
    """Take pasted text, queue its reading and give its ticket."""
    _check_open(services)
    return ask_for_resource(services, services.door.take_text(title, text), Priority.LISTENER)


def ask_for_resource(services: Services, resource: Resource, priority: Priority) -> str:
    """Queue the reading of bytes that are here already; gives the ticket."""
    ticket = ticket_of(resource.source, resource.digest)
    _keep_body(services, resource)
    _submit(services, ticket, ReadWork(resource=replace(resource, body=b"")), priority)
    return ticket


def open_ticket(services: Services, ticket: str, manner: TableManner = _BY_ROWS) -> Reading:
    """The release of a hand-over; PageUnknown when there never was one, or it was purged."""
    check_ticket(services, ticket)
    return _wait_for(services, ticket, manner)


def check_ticket(services: Services, ticket: str) -> None:
    """Raise PageUnknown when nobody asked for this, or it was purged."""
    is_known = services.store.size(Shelf.SOURCES, ticket) >= 0
    if not is_known and services.queue.find(READ, ticket) is None:
        raise PageUnknown(f"no hand-over {ticket}")


def open_first_pages(services: Services, ticket: str, manner: TableManner = _BY_ROWS) -> Reading:
    """The release of a ticket; when reading takes long, what can be read of it by now.

    Raises what `open_ticket` raises; WorkNotFinished when there is not even a first page.
    """
    return _wait_for(services, ticket, manner, takes_parts=True)


def state_of(services: Services, ticket: str) -> ReadingState:
    """How far the reading of a ticket is; PageUnknown when nobody asked for it."""
    noted = kept(services.store, Shelf.SOURCES, ticket, Remembered)
    if _job_state(services, ticket) in _UNDER_WAY:
        far = underway(services, ticket)
        return ReadingState("reading", far.pages_read, far.pages, bool(far.part))
    if noted is None:
        raise PageUnknown(f"nobody asked for {ticket}")
    if noted.error:
        return ReadingState("failed", error=noted.error)
    return ReadingState("read", noted.pages, noted.pages)


def open_kept(services: Services, key: str, manner: TableManner = _BY_ROWS) -> Reading:
    """A release by its key; PageUnknown when it is not kept, or was read by older rules."""
    release = kept(services.store, Shelf.RELEASES, key, Release)
    if release is None:
        raise PageUnknown(f"no release {key}")
    return _told(services, key, release, manner)


def read_now(
    services: Services,
    work: ReadWork,
    manner: TableManner = _BY_ROWS,
    tell: Tell = unheard,
) -> Reading:
    """Read at once, in this process: the work of the job `read`, and of the command line.

    `tell` hears of progress, and so does everybody who waits for the ticket.
    """
    ticket = _ticket(services, work)
    try:
        with noting(services, ticket, tell) as note:
            resource = _resource(services, work)
            reading = read_resource(services, resource, manner, note.of(_key(services, resource)))
    except ListenError as error:
        _remember(services, ticket, error=error)
        raise
    _remember(services, ticket, reading)
    lend_words(services, reading.release)
    return reading


def read_at(services: Services, address: str) -> Reading:
    """The release at an address: what is known where that is fresh, else read at once."""
    source = services.door.admit(address)
    ticket = ticket_of(source)
    if not _is_fresh(services, ticket):
        return read_now(services, ReadWork(address=source.url))
    return _remembered(services, ticket, _BY_ROWS)


def read_resource(
    services: Services,
    resource: Resource,
    manner: TableManner = _BY_ROWS,
    tell: Tell = unheard,
) -> Reading:
    """Extract, narrate and plan; each step is taken from the store when it is there."""
    key = _key(services, resource)
    release = kept(services.store, Shelf.RELEASES, key, Release)
    if release is None:
        release = services.extractor.extract(resource, _keeping_first(services, resource, tell))
        keep(services.store, Shelf.RELEASES, key, release)
    _keep_body(services, resource)  # again, where it went to make room: pages are drawn from it
    return _told(services, key, release, manner)


def _told(services: Services, key: str, release: Release, manner: TableManner) -> Reading:
    narration = narration_of(services, key, release, manner)
    return Reading(key, release, narration, plan_release(services, key, narration))


def narration_of(
    services: Services, key: str, release: Release, manner: TableManner = _BY_ROWS
) -> Narration:
    """The narration of a release under today's rules, its tables in a manner."""
    name = narration_key(key, services.narrator.version_of(manner))
    narration = kept_narration(services.store, name)
    if narration is None:
        narration = services.narrator.narrate(release, manner)
        keep_narration(services.store, name, narration)
    return narration


def _key(services: Services, resource: Resource) -> str:
    source = describe(resource.source)
    return release_key(resource.digest, source, services.extractor.version, resource.words)


def _ticket(services: Services, work: ReadWork) -> str:
    if work.resource is None:
        return ticket_of(services.door.admit(work.address))
    return ticket_of(work.resource.source, work.resource.digest)


def _resource(services: Services, work: ReadWork) -> Resource:
    if work.resource is None:
        source = services.door.admit(work.address)
        return replace(services.door.fetch(source), words=words_for(services, source))
    body = services.store.get(Shelf.RESOURCES, work.resource.digest)
    if body is None:
        raise PageUnknown(f"the bytes of {work.resource.digest} were purged")
    return replace(work.resource, body=body)


def _check_open(services: Services) -> None:
    if not services.settings.handover:
        raise HandoverClosed("LISTEN_HANDOVER is off")


def _submit(services: Services, ticket: str, work: ReadWork, priority: Priority) -> None:
    services.queue.submit([Order(READ, ticket, codec.to_json(work), priority)])


def _is_fresh(services: Services, ticket: str) -> bool:
    noted = kept(services.store, Shelf.SOURCES, ticket, Remembered)
    if noted is None:
        return False
    lasts = _FAILURE_FRESH_S if noted.error else services.settings.source_fresh_s
    usable = bool(noted.error) or services.store.size(Shelf.RELEASES, noted.release) >= 0
    return usable and time.time() - noted.at < lasts


def _wait_for(
    services: Services, ticket: str, manner: TableManner, *, takes_parts: bool = False
) -> Reading:
    settings, begun = services.settings, time.monotonic()
    most_ms = settings.page_wait_ms
    part_ms = min(settings.part_wait_ms, most_ms)
    while _job_state(services, ticket) in _UNDER_WAY:
        waited_ms = (time.monotonic() - begun) * 1000
        if takes_parts and waited_ms >= part_ms and (part := underway(services, ticket).part):
            return open_kept(services, part, manner)
        if waited_ms >= most_ms:
            far = underway(services, ticket)
            raise WorkNotFinished(f"reading {ticket}", ticket, far.pages_read, far.pages)
        time.sleep(_LOOK_EVERY_S)
    return _remembered(services, ticket, manner)


def _remembered(services: Services, ticket: str, manner: TableManner) -> Reading:
    noted = kept(services.store, Shelf.SOURCES, ticket, Remembered)
    if noted is None:
        raise UnexpectedFailure(f"reading {ticket} ended without a result")
    if noted.error:
        raise by_code(noted.error)(noted.detail)
    return open_kept(services, noted.release, manner)


def _job_state(services: Services, ticket: str) -> JobState:
    job = services.queue.find(READ, ticket)
    return JobState.DONE if job is None else job.state


def _remember(
    services: Services,
    ticket: str,
    reading: Reading | None = None,
    error: ListenError | None = None,
) -> None:
    release, pages = (reading.key, reading.release.body.pages) if reading else ("", 0)
    code, detail = (error.code, str(error)) if error else ("", "")
    noted = Remembered(release, code, detail, time.time(), pages)
    keep(services.store, Shelf.SOURCES, ticket, noted)


def _keeping_first(services: Services, resource: Resource, tell: Tell) -> Tell:
    """The same, and the bytes are kept before anybody is shown the first pages."""

    def told(progress: Progress) -> None:
        if progress.release is not None:
            _keep_body(services, resource)
        tell(progress)

    return told


def _keep_body(services: Services, resource: Resource) -> None:
    if services.store.size(Shelf.RESOURCES, resource.digest) < 0:
        services.store.put(Shelf.RESOURCES, resource.digest, resource.body)
