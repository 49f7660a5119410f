"""The gtts engine: off until it is named in the settings."""

from service.speech.gtts.client import GttsServer
from service.speech.network.engine import Manners, NetworkEngine
from service.speech.network.exchange import Exchange, verified

_MOST_BYTES = 5_000_000


class GttsEngine(NetworkEngine):
    """One request per piece of at most 100 characters."""

    def __init__(self, address: str, timeout_s: float, manners: Manners) -> None:
        exchange = Exchange("gtts", timeout_s, _MOST_BYTES, verified())
        super().__init__(GttsServer(address, exchange), manners)
