"""The gtts engine: off until it is named in the settings."""

import random
import ssl
import time
from collections.abc import Callable, Sequence

from service.errors import EngineRefused, EngineUnavailable
from service.model.speech import Capabilities, Prosody, Sound, Voice
from service.speech.gtts.client import Client, ComeBackLater, verified
from service.speech.gtts.pieces import MOST_CHARACTERS, pieces

_VERSION = "2.5-1"
_RATE_HZ = 24_000
_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 20.0

# Their loudness could not be measured without the real endpoint; a gain belongs here once it is.
_VOICES = (
    Voice("gtts:ko", "gtts", _VERSION, "ko", "Google 번역 한국어", 0.0),
    Voice("gtts:en", "gtts", _VERSION, "en", "Google Translate English", 0.0),
)


class GttsEngine:
    """One request per piece; a piece that fails makes the whole text fail, never a part of it."""

    name = "gtts"
    capabilities = Capabilities(
        max_characters=MOST_CHARACTERS, offline=False, expected_ms_per_character=10.0
    )

    def __init__(
        self,
        address: str,
        timeout_s: float,
        tries: int,
        sleep: Callable[[float], None] = time.sleep,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._client = Client(address, timeout_s, tls or verified())
        self._tries = tries
        self._sleep = sleep
        self._random = random.SystemRandom()

    def voices(self) -> Sequence[Voice]:
        """One voice for each language."""
        return _VOICES

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text whole: MP3 of all its pieces, joined."""
        if not any(letter.isalnum() for letter in text):
            raise EngineRefused("gtts: nothing to say")
        said = [piece for piece in pieces(text) if any(letter.isalnum() for letter in piece)]
        data = b"".join(self._said(piece, voice.language) for piece in said)
        return Sound(data, "audio/mpeg", _RATE_HZ, voice, text)

    def close(self) -> None:
        """Nothing to give back: every request has its own connection."""

    def _said(self, piece: str, language: str) -> bytes:
        """One piece, tried again with growing waits while the server asks for patience."""
        for wait_s in self._waits():
            try:
                return self._client.ask(piece, language)
            except ComeBackLater as later:
                self._sleep(min(_LONGEST_WAIT_S, max(later.after_s, wait_s)))
        try:
            return self._client.ask(piece, language)
        except ComeBackLater as last:
            raise EngineUnavailable(f"{last}, after {self._tries} tries") from last

    def _waits(self) -> list[float]:
        """Doubling waits with jitter, one fewer than tries."""
        return [
            _FIRST_WAIT_S * 2**number * self._random.uniform(0.8, 1.2)
            for number in range(self._tries - 1)
        ]
