"""What the attachments of a release are to its body and to each other."""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How the text of an attachment stands to the body of its release.

    REPEATS_BODY: all of it stands in the body; HOLDS_BODY: the body is part of it; OWN_TEXT: it
    says something else; UNREAD: nobody knows.
    """

    REPEATS_BODY = "repeats-body"
    HOLDS_BODY = "holds-body"
    OWN_TEXT = "own-text"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class ComparedFile:
    """An attachment that was read, or the code of the error because of which it was not.

    `release` is the key of its reading; `kind` is what it was read from: "hwpx", "hwp", "docx",
    "tagged-pdf", "pdf", "scan", or the name of another reader.
    """

    relation: Relation = Relation.UNREAD
    kind: str = ""
    release: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The attachments of a release in its order, and which of them are one document.

    `documents` has the places of the files that are one document, the best source first; `at` is
    when they were compared, in seconds since 1970. Nothing in it means that nobody compared yet.
    """

    files: tuple[ComparedFile, ...] = ()
    documents: tuple[tuple[int, ...], ...] = ()
    at: float = 0.0

    def formats_of(self, place: int) -> tuple[int, ...]:
        """The files that are one document with this one, the best first; else only itself."""
        return next((each for each in self.documents if place in each), (place,))

    def relation_of(self, place: int) -> Relation:
        """What a file is to the body."""
        return self.files[place].relation if place < len(self.files) else Relation.UNREAD

    def kind_of(self, place: int) -> str:
        """What a file was read from, or nothing."""
        return self.files[place].kind if place < len(self.files) else ""


UNCOMPARED = Comparison()
"""What is known while nobody compared."""


@dataclass(frozen=True, slots=True)
class BetterSource:
    """The file in which the same document is read better; empty when there is none."""

    title: str = ""
    url: str = ""
    kind: str = ""


NO_BETTER_SOURCE = BetterSource()
"""No file is better than the one that was read."""
