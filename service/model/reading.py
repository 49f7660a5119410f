"""What is written beside what is said, stretch by stretch."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that is read by one rule.

    `start` and `end` are character offsets into the text, in an utterance its `display`; the spans
    of a text tile it exactly, so `shown == display[start:end]`. `spoken` is empty where nothing is
    said; `kind` names the class of the reading ("text", "date", "money", "silent" …).
    """

    start: int
    end: int
    shown: str
    spoken: str
    language: str
    kind: str
