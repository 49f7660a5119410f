"""What each kind of job does."""

from collections.abc import Mapping

from service import codec
from service.jobs.worker import Checkpoint, Handling
from service.model.jobs import Priority
from service.usecases.compare_attachments import (
    COMPARE,
    CompareWork,
    ask_for_comparison,
    compare_now,
)
from service.usecases.draw_pages import DRAW, DrawWork, draw_now
from service.usecases.make_audio import (
    HEAR,
    MAKE,
    SPEAK,
    MakeWork,
    SpeakWork,
    queue_windows,
    speak_window,
)
from service.usecases.pair_releases import PAIR, PairWork, pair_now
from service.usecases.read_release import READ, ReadWork, read_now
from service.usecases.remake_audio import REMAKE, remake
from service.usecases.services import Services
from service.usecases.tend_cache import PRUNE, prune_as_settled


def handlings(services: Services) -> Mapping[str, Handling]:
    """The table of all kinds of jobs."""

    def read(payload: str, _: Checkpoint) -> None:
        reading = read_now(services, codec.from_json(payload, ReadWork))
        ask_for_comparison(services, reading, Priority.BATCH)

    def compare(payload: str, checkpoint: Checkpoint) -> None:
        compare_now(services, codec.from_json(payload, CompareWork), checkpoint)

    def draw(payload: str, _: Checkpoint) -> None:
        draw_now(services, codec.from_json(payload, DrawWork))

    def pair(payload: str, _: Checkpoint) -> None:
        pair_now(services, codec.from_json(payload, PairWork))

    def make(payload: str, _: Checkpoint) -> None:
        queue_windows(services, codec.from_json(payload, MakeWork))

    def speak(payload: str, checkpoint: Checkpoint) -> None:
        speak_window(services, codec.from_json(payload, SpeakWork), checkpoint)

    def make_again(_: str, checkpoint: Checkpoint) -> None:
        remake(services, checkpoint)

    def prune(_: str, __: Checkpoint) -> None:
        prune_as_settled(services)

    return {
        READ: Handling(read, tries=2),
        COMPARE: Handling(compare, tries=2),
        DRAW: Handling(draw, tries=2),
        PAIR: Handling(pair, tries=2),
        MAKE: Handling(make),
        SPEAK: Handling(speak),
        HEAR: Handling(speak),
        REMAKE: Handling(make_again),
        PRUNE: Handling(prune),
    }
