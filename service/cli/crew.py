"""Workers in this process: one for reading, one for speaking, so that neither waits."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from service.jobs.worker import Worker
from service.usecases.compare_attachments import COMPARE
from service.usecases.handle_jobs import handlings
from service.usecases.make_audio import MAKE, SPEAK
from service.usecases.read_release import READ
from service.usecases.services import Services

KINDS = {"read": (READ, COMPARE), "speak": (MAKE, SPEAK)}


@contextmanager
def working(services: Services, what: Sequence[str]) -> Iterator[None]:
    """Work on the queue in threads until the block ends; jobs under way are finished first."""
    stop = threading.Event()
    table = handlings(services)
    workers = [Worker(services.queue, {kind: table[kind] for kind in KINDS[name]}) for name in what]
    crew = [threading.Thread(target=worker.run, args=(stop,)) for worker in workers]
    if "speak" in what:
        services.engine.warm()
    for thread in crew:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in crew:
            thread.join()
