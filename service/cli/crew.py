"""Workers in this process: who reads, draws pages and speaks, and one kept free for listeners."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from service.errors import ListenError
from service.jobs.worker import Worker
from service.usecases.compare_attachments import COMPARE
from service.usecases.draw_pages import DRAW
from service.usecases.handle_jobs import handlings
from service.usecases.make_audio import HEAR, MAKE, SPEAK
from service.usecases.pair_releases import PAIR
from service.usecases.read_release import READ
from service.usecases.remake_audio import REMAKE, ask_for_remaking
from service.usecases.services import Services
from service.usecases.tend_cache import PRUNE, ask_for_pruning

CREWS = {
    "read": ((READ, PAIR, COMPARE), (DRAW,)),
    "speak": ((HEAR, MAKE, SPEAK, REMAKE, PRUNE), (HEAR,)),
}
"""The kinds of work of each worker, by what a crew is for."""


@contextmanager
def working(services: Services, what: Sequence[str]) -> Iterator[None]:
    """Work on the queue in threads until the block ends; jobs under way are finished first."""
    stop = threading.Event()
    table = handlings(services)
    workers = [
        Worker(services.queue, {kind: table[kind] for kind in kinds})
        for name in what
        for kinds in CREWS[name]
    ]
    crew = [threading.Thread(target=worker.run, args=(stop,)) for worker in workers]
    if "speak" in what:
        services.engine.warm()
        crew.append(threading.Thread(target=_remind, args=(services, stop)))
    for thread in crew:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in crew:
            thread.join()


def _remind(services: Services, stop: threading.Event) -> None:
    """Every so often, have what stand-ins spoke tried again, and the cache pruned."""
    while not stop.wait(services.settings.remake_after_s):
        with suppress(ListenError):  # the next time will do
            ask_for_remaking(services)
            ask_for_pruning(services)
