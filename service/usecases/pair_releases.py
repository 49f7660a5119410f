"""Two releases of one event, read and put in step.

Putting in step is a job beside reading: long documents take a second or two.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from service import codec
from service.errors import (
    PageUnknown,
    PairInOneLanguage,
    UnexpectedFailure,
    WorkNotFinished,
    by_code,
)
from service.jobs.base import Order
from service.model.document import Release
from service.model.jobs import JobState, Priority
from service.model.narration import Narration, TableManner
from service.model.pairing import Pairing
from service.model.speech import Voice
from service.store.base import Shelf
from service.store.keys import narration_key, pairing_key
from service.text.pairing.pair import paired
from service.text.pairing.turns import in_turns
from service.usecases.keeping import keep, kept
from service.usecases.narrations import keep_narration
from service.usecases.plan_listen import AS_THE_HOUSE, plan_release
from service.usecases.read_release import Reading, ask_for_address, narration_of, open_ticket
from service.usecases.services import Services

PAIR = "pair"
_LOOK_EVERY_S = 0.01
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)
_BY_ROWS = TableManner.ROWS


@dataclass(frozen=True, slots=True)
class PairWork:
    """What the job `pair` is told: the keys of two releases, and how their tables are said."""

    first: str
    second: str
    manner: TableManner = _BY_ROWS


@dataclass(frozen=True, slots=True)
class PairReading:
    """Two releases in different languages that are ready to be seen in step."""

    first: Reading
    second: Reading
    pairing: Pairing


def open_pair(
    services: Services, address: str, other: str, manner: TableManner = _BY_ROWS
) -> PairReading:
    """The releases at two addresses in step; both are admitted before either is read.

    Raises what `open_address` raises for each of them, and PairInOneLanguage.
    """
    tickets = [ask_for_address(services, each, Priority.LISTENER) for each in (address, other)]
    first, second = (open_ticket(services, ticket, manner) for ticket in tickets)
    if first.narration.language == second.narration.language:
        raise PairInOneLanguage(f"both are in {first.narration.language!r}")
    return PairReading(first, second, _pairing(services, first, second, manner))


def plan_in_turns(
    services: Services, pair: PairReading, chosen: Mapping[str, Voice] = AS_THE_HOUSE
) -> str:
    """Plan both releases as one that is heard step by step; gives the manifest's id.

    `chosen` voices speak in place of the house's, by language.
    """
    key = _key(pair.first, pair.second)
    said = in_turns(pair.first.narration, pair.second.narration, pair.pairing)
    name = narration_key(key, said.version)
    if services.store.size(Shelf.NARRATIONS, name) < 0:
        keep_narration(services.store, name, said)
    return plan_release(services, key, said, chosen)


def pair_now(services: Services, work: PairWork) -> Pairing:
    """Put in step at once, in this process: the work of the job `pair`."""
    first, second = (_told(services, key, work.manner) for key in (work.first, work.second))
    pairing = paired((first.release.body, first.narration), (second.release.body, second.narration))
    keep(services.store, Shelf.PAIRINGS, _key(first, second), pairing)
    return pairing


@dataclass(frozen=True, slots=True)
class _Told:
    """A release with its narration, under the key of the release."""

    key: str
    release: Release
    narration: Narration


def _told(services: Services, key: str, manner: TableManner) -> _Told:
    release = kept(services.store, Shelf.RELEASES, key, Release)
    if release is None:
        raise PageUnknown(f"no release {key}")
    return _Told(key, release, narration_of(services, key, release, manner))


def _key(first: Reading | _Told, second: Reading | _Told) -> str:
    one, two = (narration_key(each.key, each.narration.version) for each in (first, second))
    return pairing_key(one, two)


def _pairing(services: Services, first: Reading, second: Reading, manner: TableManner) -> Pairing:
    """What is known, or else what the job finds; raises WorkNotFinished when that takes long."""
    key = _key(first, second)
    known = kept(services.store, Shelf.PAIRINGS, key, Pairing)
    if known is not None:
        return known
    work = codec.to_json(PairWork(first.key, second.key, manner))
    services.queue.submit([Order(PAIR, key, work, Priority.LISTENER)])
    return _awaited(services, key)


def _awaited(services: Services, key: str) -> Pairing:
    end = time.monotonic() + services.settings.page_wait_ms / 1000
    while (job := services.queue.find(PAIR, key)) and job.state in _UNDER_WAY:
        if time.monotonic() >= end:
            raise WorkNotFinished(f"pairing {key}")
        time.sleep(_LOOK_EVERY_S)
    if job and job.error:
        raise by_code(job.error)(f"pairing {key}")
    found = kept(services.store, Shelf.PAIRINGS, key, Pairing)
    if found is None:
        raise UnexpectedFailure(f"pairing {key} ended without a result")
    return found
