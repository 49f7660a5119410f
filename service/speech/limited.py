"""An engine that is used for one language only."""

from collections.abc import Sequence

from service.errors import VoiceUnknown
from service.model.speech import Capabilities, Prosody, Sound, Voice
from service.speech.base import Engine


class LimitedEngine:
    """Offers the voices of one language of another engine, so that chains differ by language."""

    def __init__(self, engine: Engine, language: str) -> None:
        self._engine = engine
        self._language = language

    @property
    def name(self) -> str:
        """The name of the engine that speaks."""
        return self._engine.name

    @property
    def capabilities(self) -> Capabilities:
        """What the engine can do."""
        return self._engine.capabilities

    def voices(self) -> Sequence[Voice]:
        """Its voices of the language."""
        return tuple(v for v in self._engine.voices() if v.language == self._language)

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text; VoiceUnknown for a voice of another language, else the engine's errors."""
        if voice.language != self._language:
            raise VoiceUnknown(f"{self.name}: {voice.id!r} is not used for {self._language!r}")
        return self._engine.speak(text, voice, prosody)

    def warm(self) -> None:
        """Get the engine ready."""
        self._engine.warm()

    def close(self) -> None:
        """Close the engine."""
        self._engine.close()
