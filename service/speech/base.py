"""What every speech engine promises."""

from collections.abc import Sequence
from typing import Protocol

from service.model.speech import Capabilities, Prosody, Sound, Voice


class Engine(Protocol):
    """Thread-safe; one call speaks one text in one voice.

    Each voice carries a `version` that is part of every clip's key: raise it whenever the same
    words would sound different.
    """

    @property
    def name(self) -> str:
        """The name by which settings call the engine."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What the engine can do."""
        ...

    def voices(self) -> Sequence[Voice]:
        """Voices on offer, best first; the first of a language is that language's default."""
        ...

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text of any length whole, or raise SpeechError; never part of it.

        A text without anything to say is EngineRefused. Marks point into `text`.
        """
        ...

    def warm(self) -> None:
        """Get ready beforehand, so that the first listener need not wait.

        Never fails: an engine that cannot get ready says so when it is asked to speak.
        """
        ...

    def close(self) -> None:
        """Give back processes and connections; closing twice is harmless."""
        ...
