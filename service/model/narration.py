"""What is said, in what order, beside what is shown."""

from dataclasses import dataclass

from service.model.document import NOWHERE, Locator


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an utterance that is read by one rule.

    `start` and `end` are character offsets into the utterance's `display`; the spans of an
    utterance tile it exactly, so `shown == display[start:end]`. `spoken` is empty where nothing is
    said; `kind` names the class of the reading ("text", "date", "money", "silent" …).
    """

    start: int
    end: int
    shown: str
    spoken: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said in one go.

    `display` is what was published (empty for an announcement), `spoken` what is read aloud.
    `role` is "title", "heading", "text", "item", "row", "note", "caption" or "announcement".
    `block` is the index of the block in the document (-1: none) and `part` counts the sentences of
    that block, or the rows of a table. `pause_ms` is the silence that follows.
    """

    id: str
    display: str
    spoken: str
    language: str
    role: str
    block: int
    part: int
    pause_ms: int
    spans: tuple[Span, ...]
    locator: Locator = NOWHERE


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that is not spoken, and why; `block` is its index in the document."""

    block: int
    text: str
    reason: str
    locator: Locator = NOWHERE


@dataclass(frozen=True, slots=True)
class Narration:
    """All utterances of a release, and everything that was left out.

    `document` is the digest of the source's bytes; `version` changes whenever the rules or the
    lexicon could change a spoken form.
    """

    document: str
    language: str
    title: str
    utterances: tuple[Utterance, ...]
    omissions: tuple[Omission, ...]
    version: str
