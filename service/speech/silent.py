"""An engine that says nothing, in exactly the time it would take: for tests and rehearsals."""

import re
from collections.abc import Sequence

from service.errors import EngineRefused, VoiceUnknown
from service.model.speech import Capabilities, Mark, Prosody, Sound, Voice

_RATE_HZ = 24_000
_MS_PER_CHARACTER = 60
_LEAST_RATE = 0.1
_WORD = re.compile(r"\S*[^\W_]\S*")

_VOICES = (
    Voice("silent:ko", "silent", "1", "ko", "고요"),
    Voice("silent:en", "silent", "1", "en", "Silence"),
)


class SilentEngine:
    """Deterministic: 60 ms of silence per character, marks by share."""

    name = "silent"
    capabilities = Capabilities(
        marks=True, rate=True, offline=True, sound_rules=True, expected_ms_per_character=0.01
    )

    def voices(self) -> Sequence[Voice]:
        """One voice for each language."""
        return _VOICES

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Silence for a text.

        Raises EngineRefused when there is nothing to say, VoiceUnknown for a voice of another
        engine.
        """
        if voice.id not in {own.id for own in _VOICES}:
            raise VoiceUnknown(f"silent: no voice {voice.id!r}")
        if not any(letter.isalnum() for letter in text):
            raise EngineRefused("silent: nothing to say")
        each_ms = _MS_PER_CHARACTER / max(_LEAST_RATE, prosody.rate)
        samples = round(len(text) * each_ms * _RATE_HZ / 1000)
        marks = tuple(
            Mark(*word.span(), round(word.start() * each_ms), round(word.end() * each_ms))
            for word in _WORD.finditer(text)
        )
        return Sound(bytes(2 * samples), "audio/L16", _RATE_HZ, voice, text, marks)

    def warm(self) -> None:
        """Nothing to prepare."""

    def close(self) -> None:
        """Nothing to give back."""
