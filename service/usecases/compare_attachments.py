"""Read the attachments of a release, and tell what repeats its body and what is one document.

This is a job of the lowest priority behind the reading of a page: nobody waits for it, and the
page shows what it found when it is looked at again. A file that cannot be read is noted with its
code and stops no other.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service import codec
from service.errors import DocumentKindUnknown, ListenError, PageUnknown, SourceTooLarge
from service.jobs.base import Order
from service.jobs.worker import Checkpoint
from service.model.comparison import (
    NO_BETTER_SOURCE,
    UNCOMPARED,
    BetterSource,
    ComparedFile,
    Comparison,
)
from service.model.document import Attachment, Release
from service.model.jobs import JobState, Priority
from service.settings import Settings
from service.store.base import Shelf
from service.store.keys import comparison_key
from service.text.likeness import text_in
from service.usecases.keeping import keep, kept
from service.usecases.one_document import ReadFile, compared
from service.usecases.read_release import Reading, read_at
from service.usecases.services import Services

COMPARE = "compare"
_FRESH_S = 3_600
_LOOK_EVERY_S = 0.1
_NEVER_TEXT = (".zip", ".xls", ".xlsx", ".csv", ".ppt", ".pptx", ".jpg", ".jpeg", ".png", ".mp4")
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class CompareWork:
    """What the job `compare` is told: the key of a release."""

    release: str


def ask_for_comparison(services: Services, reading: Reading, priority: Priority) -> None:
    """Queue the comparison of a release's attachments, unless it is fresh or there are none."""
    offered = any(file.url for file in reading.release.attachments)
    known = comparison_of(services, reading.release)
    if not (offered and services.settings.compare_files) or time.time() - known.at < _FRESH_S:
        return
    work = codec.to_json(CompareWork(reading.key))
    services.queue.submit([Order(COMPARE, _key(reading.release), work, priority)])


def comparison_of(services: Services, release: Release) -> Comparison:
    """What is known of the attachments of a release; empty while nothing is."""
    if not release.attachments:
        return UNCOMPARED
    known = kept(services.store, Shelf.COMPARISONS, _key(release), Comparison)
    return known or UNCOMPARED


def better_source_of(services: Services, reading: Reading) -> BetterSource:
    """Where the document of a reading is read better; empty if nowhere."""
    known = kept(services.store, Shelf.BETTER_SOURCES, reading.key, BetterSource)
    return known or NO_BETTER_SOURCE


def comparison_awaited(services: Services, reading: Reading, priority: Priority) -> Comparison:
    """The comparison, once its job is over; empty when it could not be made."""
    ask_for_comparison(services, reading, priority)
    key = _key(reading.release)
    while (job := services.queue.find(COMPARE, key)) and job.state in _UNDER_WAY:
        time.sleep(_LOOK_EVERY_S)
    return comparison_of(services, reading.release)


def compare_now(services: Services, work: CompareWork, checkpoint: Checkpoint) -> Comparison:
    """Read and compare at once, in this process: the work of the job `compare`."""
    release = kept(services.store, Shelf.RELEASES, work.release, Release)
    if release is None:
        raise PageUnknown(f"no release {work.release}")
    files = tuple(_read_files(services, release.attachments, checkpoint))
    comparison = compared(release.body, files, time.time())
    keep(services.store, Shelf.COMPARISONS, _key(release), comparison)
    _keep_better_sources(services, release, comparison)
    return comparison


def _key(release: Release) -> str:
    offered = [(file.title, file.url) for file in release.attachments]
    return comparison_key(text_in(release.body), offered)


def _read_files(
    services: Services, attachments: Sequence[Attachment], checkpoint: Checkpoint
) -> Iterator[ReadFile]:
    """What was read of each attachment, in order; between two, who waits more goes first."""
    for place, attachment in enumerate(attachments):
        checkpoint()
        try:
            _check_limits(services.settings, place, attachment)
            reading = read_at(services, attachment.url)
        except ListenError as error:
            yield ReadFile(attachment.title, ComparedFile(error=error.code))
        else:
            found = ComparedFile(release=reading.key)
            yield ReadFile(attachment.title, found, reading.release.body)


def _check_limits(settings: Settings, place: int, attachment: Attachment) -> None:
    """Refuse what is not worth a fetch: too many, too large by the page's word, no text."""
    if place >= settings.compare_files:
        raise SourceTooLarge(f"attachment {place + 1} of {settings.compare_files} compared")
    if attachment.size_bytes > settings.compare_bytes:
        raise SourceTooLarge(f"{attachment.size_bytes} bytes > {settings.compare_bytes}")
    if attachment.title.lower().endswith(_NEVER_TEXT):
        raise DocumentKindUnknown(f"not compared: {attachment.title!r}")


def _keep_better_sources(services: Services, release: Release, comparison: Comparison) -> None:
    """From each worse file to the best of its document, and from no best one any more."""
    for place, file in enumerate(comparison.files):
        if not file.release:
            continue
        best = comparison.formats_of(place)[0]
        if best == place:
            services.store.drop(Shelf.BETTER_SOURCES, file.release)
            continue
        named = release.attachments[best]
        better = BetterSource(named.title, named.url, comparison.files[best].kind)
        keep(services.store, Shelf.BETTER_SOURCES, file.release, better)
