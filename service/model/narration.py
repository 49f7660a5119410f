"""What is said, in what order, beside what is shown."""

from dataclasses import dataclass
from enum import StrEnum

from service.model.document import NOWHERE, Locator
from service.model.reading import Span


class TableManner(StrEnum):
    """How tables are said; a listener chooses.

    ROWS: each row, its cells behind the headers of their columns. COLUMNS: each column, its cells
    behind the headers of their rows. SHORT: caption, size and headers only.
    """

    ROWS = "rows"
    COLUMNS = "columns"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said in one go.

    `display` is what was published (empty for an announcement), `spoken` what is read aloud.
    `role` is "title", "heading", "text", "item", "note", "caption" or "announcement", in tables
    also "row", "header" and "cell". `block` is the index of the block in the document (-1: none).
    `part` counts the sentences of that block; in a table it is the index of a row, of the column of
    a header (-1: all), or of a cell among all cells, row by row. `pause_ms` is the silence that
    follows.
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
    lexicon could change a spoken form, and names the manner of tables.
    """

    document: str
    language: str
    title: str
    utterances: tuple[Utterance, ...]
    omissions: tuple[Omission, ...]
    version: str
