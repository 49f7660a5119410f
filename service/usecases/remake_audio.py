"""What a stand-in spoke is made again in the voice it was planned in, when that voice is back."""

import time
from collections.abc import Callable

from service.errors import AudioError, EngineRefused, SpeechError
from service.jobs.base import Order
from service.model.jobs import Priority
from service.store.base import Shelf
from service.usecases.clips import StandIn
from service.usecases.keeping import keep, kept
from service.usecases.make_audio import made_clip, put_clip
from service.usecases.services import Services
from service.usecases.stand_ins import trust_again

REMAKE = "remake"


def ask_for_remaking(services: Services) -> None:
    """Queue the remaking, behind everything else, when a stand-in was ever heard."""
    if next(services.store.keys(Shelf.STAND_INS), None):
        services.queue.submit([Order(REMAKE, REMAKE, "{}", Priority.BATCH)])


def remake(services: Services, checkpoint: Callable[[], None]) -> None:
    """Try every segment again whose stand-in is old enough: the work of the job `remake`.

    Ends at the first that fails in passing: the voice is still away, and need not be asked again
    for each sentence.
    """
    for key in list(services.store.keys(Shelf.STAND_INS)):
        checkpoint()
        found = kept(services.store, Shelf.STAND_INS, key, StandIn)
        is_due = found and time.time() - found.at >= services.settings.remake_after_s
        if found and is_due and not _remade(services, key, found):
            return


def _remade(services: Services, key: str, found: StandIn) -> bool:
    """Make one again; False when its voice is still away."""
    place = services.plans.find(key)
    if place is None:  # the plan was purged; nobody will ask for it
        services.store.drop(Shelf.STAND_INS, key)
        return True
    manifest, index = place
    (segment,) = services.plans.segments(manifest, index, 1)
    trust_again(services, manifest, segment)
    with services.turns.hold(key):
        try:
            made = made_clip(services, manifest, segment)
        except (SpeechError, AudioError) as error:
            reason = error.code
        else:
            reason = made.clip.stand_in_for
            if not reason:
                put_clip(services, segment, made)
                return True
        keep(services.store, Shelf.STAND_INS, key, StandIn(found.key, reason, time.time()))
    return reason == EngineRefused.code
