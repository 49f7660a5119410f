"""The parts that use cases work with, each behind its contract."""

from collections.abc import Callable
from dataclasses import dataclass

from service.alignment.base import Aligner
from service.audio.base import Finisher
from service.extract.base import Extractor
from service.fetch.base import Door
from service.jobs.base import Queue
from service.model.document import Release
from service.model.narration import Narration, TableManner
from service.settings import Settings
from service.speech.base import Engine
from service.store.base import Store
from service.store.plans import Plans
from service.store.turns import Turns


@dataclass(frozen=True, slots=True)
class Narrator:
    """The narration stage: a pure function, and the version of what it gives for a manner."""

    narrate: Callable[[Release, TableManner], Narration]
    version_of: Callable[[TableManner], str]


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a use case may need; built once in each process by `service.bootstrap`.

    `reference` is an engine with marks, from which the words of engines without them are timed.
    """

    settings: Settings
    door: Door
    extractor: Extractor
    narrator: Narrator
    engine: Engine
    reference: Engine
    aligner: Aligner
    finisher: Finisher
    store: Store
    plans: Plans
    turns: Turns
    queue: Queue

    def close(self) -> None:
        """Give back processes and files."""
        self.engine.close()
        self.reference.close()
        self.extractor.close()
        self.plans.close()
        self.queue.close()
