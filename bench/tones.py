"""An engine whose sentences can be told by ear: each is a tone, as high as its letters make it."""

import zlib
from collections.abc import Sequence

import numpy as np

from service.errors import VoiceUnknown
from service.model.speech import Capabilities, Prosody, Sound, Voice

RATE_HZ = 24_000
LOWEST_HZ, STEP_HZ, STEPS = 300, 50, 40
_MS_PER_CHARACTER = 60
_LOUD = 0.3
_VOICES = tuple(Voice(f"tones:{each}", "tones", "1", each, "Tones", 0.0) for each in ("ko", "en"))


class ToneEngine:
    """Keeps the contract of engines; 60 ms a character."""

    name = "tones"
    capabilities = Capabilities(rate=True, offline=True, sound_rules=True)

    def voices(self) -> Sequence[Voice]:
        """One for each language."""
        return _VOICES

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """A tone as long as the text; VoiceUnknown for a voice of another engine."""
        if voice not in _VOICES:
            raise VoiceUnknown(f"tones: no voice {voice.id!r}")
        times = np.arange(len(text) * _MS_PER_CHARACTER * RATE_HZ // 1000) / RATE_HZ
        wave = _LOUD * np.sin(2 * np.pi * tone_hz(text) * times)
        data = (wave * 32767).astype("<i2").tobytes()
        return Sound(data, "audio/L16", RATE_HZ, voice, text)

    def warm(self) -> None:
        """Nothing to prepare."""

    def close(self) -> None:
        """Nothing to give back."""


def tone_hz(text: str) -> int:
    """How high a text is said."""
    return LOWEST_HZ + STEP_HZ * (zlib.crc32(text.encode()) % STEPS)
