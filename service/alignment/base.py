"""What aligning promises."""

from typing import Protocol

from service.model.speech import Mark, Sound


class Aligner(Protocol):
    """Thread-safe and pure."""

    def aligned(self, sound: Sound, reference: Sound) -> tuple[Mark, ...]:
        """Times of the words of a sound, from another sound of the same text that has marks.

        Both are "audio/L16". Marks are in order, inside the sound, and as many as the reference
        has; there are none when one of the two is silent.
        """
        ...

    def shared(self, sound: Sound) -> tuple[Mark, ...]:
        """Times by share: each word as long as its syllables are many. An estimate."""
        ...
