"""Engines one behind the other: where the first fails, the next stands in and says so."""

from collections.abc import Sequence
from dataclasses import replace

from service.errors import SpeechError, VoiceUnknown
from service.model.speech import Capabilities, Prosody, Sound, Voice
from service.speech.base import Engine


class ChainEngine:
    """Speaks with the voice's own engine, then with those after it; never mixes within a text."""

    name = "chain"

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = tuple(engines)

    @property
    def capabilities(self) -> Capabilities:
        """What holds whoever speaks: the promises that all make, and the time that all take."""
        each = [engine.capabilities for engine in self._engines]
        return Capabilities(
            max_characters=min((c.max_characters for c in each if c.max_characters), default=0),
            marks=all(c.marks for c in each),
            rate=all(c.rate for c in each),
            pitch=all(c.pitch for c in each),
            offline=all(c.offline for c in each),
            sound_rules=all(c.sound_rules for c in each),
            expected_ms_per_character=sum(c.expected_ms_per_character for c in each),
        )

    def voices(self) -> Sequence[Voice]:
        """All voices, those of the first engine first."""
        return tuple(voice for engine in self._engines for voice in engine.voices())

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text; the sound tells who really spoke, and because of which error.

        Raises VoiceUnknown for a voice of no engine here, and the first engine's error when all
        failed.
        """
        first: SpeechError | None = None
        for engine, own in self._able(voice):
            try:
                sound = engine.speak(text, own, prosody)
            except SpeechError as error:
                first = first or error
            else:
                return replace(sound, stand_in_for=first.code) if first else sound
        raise first or VoiceUnknown(f"no engine has the voice {voice.id!r}")

    def warm(self) -> None:
        """Get every engine ready; a stand-in is needed when there is no time to wait."""
        for engine in self._engines:
            engine.warm()

    def close(self) -> None:
        """Close every engine."""
        for engine in self._engines:
            engine.close()

    def _able(self, voice: Voice) -> list[tuple[Engine, Voice]]:
        """The voice's own engine and those behind it, each with its voice of the language."""
        own = (at for at, each in enumerate(self._engines) if _has(each, voice))
        first = next(own, len(self._engines))
        able: list[tuple[Engine, Voice]] = [(each, voice) for each in self._engines[first:][:1]]
        for engine in self._engines[first + 1 :]:
            fitting = [each for each in engine.voices() if each.language == voice.language]
            able += [(engine, fitting[0])] if fitting else []
        return able


def _has(engine: Engine, voice: Voice) -> bool:
    return voice.id in {each.id for each in engine.voices()}
