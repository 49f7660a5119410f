"""What two releases of one event say together, step by step."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaidAlike:
    """Utterances of both documents, by their ids, that say the same."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Step:
    """What both documents say at one place: the indexes of their blocks, in order.

    One side is empty where the other document has nothing for it, or nobody can be sure;
    `confidence`, from 0 to 1, tells how sure it is that both sides say the same, and is 0 then.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    confidence: float = 0.0
    sentences: tuple[SaidAlike, ...] = ()

    @property
    def is_pair(self) -> bool:
        """Whether both sides are here."""
        return bool(self.first and self.second)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two documents in step: every block of both that is text stands in one step."""

    steps: tuple[Step, ...]
