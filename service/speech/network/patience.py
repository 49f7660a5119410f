"""Tries with growing waits, behind a breaker."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from service.errors import EngineAnswerBad, EngineUnavailable
from service.speech.network.breaker import Breaker
from service.speech.network.exchange import ComeBackLater

T = TypeVar("T")

_FIRST_WAIT_S = 0.5
_GROWTH = 2.0
# Who asks us to come back later than this is unavailable now; another engine may stand in.
_LONGEST_WAIT_S = 20.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How waits are made: doubling, a fifth more or less by chance, so that callers scatter."""

    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def wait_s(self, number: int) -> float:
        """How long to wait after the try of this number, counted from 1."""
        return _FIRST_WAIT_S * _GROWTH ** (number - 1) * (0.8 + 0.4 * self.chance())

    def asked(self, ask: Callable[[], T], tries: int, breaker: Breaker) -> T:
        """What `ask` gives, tried again while it raises ComeBackLater; errors of a `Server`."""
        for number in range(1, tries + 1):
            breaker.check()
            try:
                found = ask()
            except (EngineUnavailable, EngineAnswerBad):
                breaker.failed()
                raise
            except ComeBackLater as later:
                breaker.failed()
                if number == tries or later.after_s > _LONGEST_WAIT_S:
                    raise EngineUnavailable(f"{later}, tries: {number}") from later
                self.sleep(max(later.after_s, self.wait_s(number)))
            else:
                breaker.succeeded()
                return found
        raise EngineUnavailable("no tries are allowed")
