"""The gtts engine: off until it is named in the settings."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.errors import EngineRefused, EngineUnavailable, VoiceUnknown
from service.model.speech import Capabilities, Prosody, Sound, Voice
from service.speech.gtts.client import Client, ComeBackLater, verified
from service.speech.gtts.pieces import MOST_CHARACTERS, pieces

_VERSION = "2.5-1"
_RATE_HZ = 24_000
_FIRST_WAIT_S = 0.5
_GROWTH = 2.0
# Who asks us to come back later than this is unavailable now; another engine may stand in.
_LONGEST_WAIT_S = 20.0

# Their loudness could not be measured without the real endpoint; a gain belongs here once it is.
_LANGUAGES = {"gtts:ko": "ko", "gtts:en": "en"}
_VOICES = (
    Voice("gtts:ko", "gtts", _VERSION, "ko", "Google 번역 한국어", 0.0),
    Voice("gtts:en", "gtts", _VERSION, "en", "Google Translate English", 0.0),
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How waits are made: doubling, a fifth more or less by chance, so that callers scatter."""

    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def wait_s(self, number: int) -> float:
        """How long to wait after the try of this number, counted from 1."""
        return _FIRST_WAIT_S * _GROWTH ** (number - 1) * (0.8 + 0.4 * self.chance())


class GttsEngine:
    """One request per piece; a piece that fails makes the whole text fail, never a part of it."""

    name = "gtts"
    capabilities = Capabilities(
        max_characters=MOST_CHARACTERS,
        offline=False,
        sound_rules=True,
        expected_ms_per_character=10.0,
    )

    def __init__(
        self, address: str, timeout_s: float, tries: int, patience: Patience | None = None
    ) -> None:
        self._client = Client(address, timeout_s, verified())
        self._tries = tries
        self._patience = patience or Patience()

    def voices(self) -> Sequence[Voice]:
        """One voice for each language."""
        return _VOICES

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text whole: MP3 of all its pieces, joined.

        Raises EngineRefused when there is nothing to say, EngineUnavailable when the server stays
        away, EngineAnswerBad when one answer is not the whole sound, VoiceUnknown for a voice of
        another engine.
        """
        if voice.id not in _LANGUAGES:
            raise VoiceUnknown(f"gtts: no voice {voice.id!r}")
        said = [piece for piece in pieces(text) if any(map(str.isalnum, piece))]
        if not said:
            raise EngineRefused("gtts: nothing to say")
        data = b"".join(self._said(piece, _LANGUAGES[voice.id]) for piece in said)
        return Sound(data, "audio/mpeg", _RATE_HZ, voice, text)

    def warm(self) -> None:
        """Nothing to prepare: nobody is asked before there is something to say."""

    def close(self) -> None:
        """Nothing to give back: every request has its own connection."""

    def _said(self, piece: str, language: str) -> bytes:
        """One piece, tried again with growing waits while the server asks for patience."""
        for number in range(1, self._tries + 1):
            try:
                return self._client.ask(piece, language)
            except ComeBackLater as later:
                if number == self._tries or later.after_s > _LONGEST_WAIT_S:
                    raise EngineUnavailable(f"{later}, tries: {number}") from later
                self._patience.sleep(max(later.after_s, self._patience.wait_s(number)))
        raise EngineUnavailable("gtts: no tries are allowed")
