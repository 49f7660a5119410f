"""Sound rules for Korean voices that have none of their own."""

from collections.abc import Sequence
from dataclasses import replace

from service.model.speech import Capabilities, Prosody, Sound, Voice
from service.speech.base import Engine
from service.text.sounds.respelling import SOUNDS_VERSION, pronounced

_KOREAN = "ko"


def with_sound_rules(engine: Engine) -> Engine:
    """The engine itself, or one that hands it Korean spelled as it sounds, where it needs that."""
    return engine if engine.capabilities.sound_rules else RespellingEngine(engine)


class RespellingEngine:
    """Hands Korean texts to another engine spelled as they sound.

    Spelling changes no length, so that marks of the spelled text are marks of the text itself.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def name(self) -> str:
        """The name of the engine that speaks."""
        return self._engine.name

    @property
    def capabilities(self) -> Capabilities:
        """What the engine can do, and Korean sound rules."""
        return replace(self._engine.capabilities, sound_rules=True)

    def voices(self) -> Sequence[Voice]:
        """Its voices; the version of a Korean one tells the sound rules too."""
        return tuple(map(_versioned, self._engine.voices()))

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text; errors are those of the engine."""
        if voice.language != _KOREAN:
            return self._engine.speak(text, voice, prosody)
        return replace(self._engine.speak(pronounced(text), voice, prosody), text=text)

    def warm(self) -> None:
        """Get the engine ready."""
        self._engine.warm()

    def close(self) -> None:
        """Close the engine."""
        self._engine.close()


def _versioned(voice: Voice) -> Voice:
    if voice.language != _KOREAN:
        return voice
    return replace(voice, version=f"{voice.version}+sounds-{SOUNDS_VERSION}")
