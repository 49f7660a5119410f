"""What finishing audio promises."""

from collections.abc import Sequence
from typing import Protocol

from service.model.speech import Clip, Sound


class Finisher(Protocol):
    """Thread-safe and pure; `profile` is part of every clip's key."""

    @property
    def profile(self) -> str:
        """Name and version of the format that comes out ("mp3-24k-48-1")."""
        ...

    @property
    def light_profile(self) -> str:
        """The same of what `lighten` gives."""
        ...

    def finish(self, sounds: Sequence[Sound]) -> Clip:
        """Trim, level and join the sounds of one utterance into one clip.

        The clip's marks keep their offsets relative to the texts joined by one space. Raises
        AudioError when a sound cannot be decoded.
        """
        ...

    def plain(self, sound: Sound) -> Sound:
        """The same sound as "audio/L16" at the house's rate; raises AudioError."""
        ...

    def lighten(self, data: bytes) -> bytes:
        """The frames of a clip in the light grade: as many, with the same sound at the same time.

        Raises AudioError when they cannot be decoded.
        """
        ...
