"""What a release says, as typed blocks in reading order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a block as it was printed: `start` is where it begins in the block's text.

    `page` and `box` are those of `Locator`.
    """

    start: int
    page: int
    box: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where text sits in its source: enough to highlight it and to cite it.

    `page` counts from 1 (0: the source has no pages); `box` is (left, top, right, bottom) in
    points from the top left corner of the page, or empty; `selector` is an XPath into an HTML
    source, or empty; `offset` counts characters from the start of that block's text; `lines` are
    the printed lines of the block, which tell where any stretch of its text stands.
    """

    page: int = 0
    box: tuple[float, ...] = ()
    selector: str = ""
    offset: int = 0
    lines: tuple[PrintedLine, ...] = ()


NOWHERE = Locator()
"""The place of something that is not in the source."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place in the text that a note belongs to.

    `block` is the index of a block in its document, -1 where nothing refers to the note; `offset`
    is where the mark of the note begins in the text of that block.
    """

    block: int = -1
    offset: int = 0


UNANCHORED = Anchor()
"""The anchor of a note that nothing refers to."""

# `confidence` of a block: how sure its reader is of its letters, from 0 to 1. It is below 1 where a
# program recognised them in a picture.


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the title of the document."""

    text: str
    level: int
    language: str = ""
    locator: Locator = NOWHERE
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `role` is "" or one of "subtitle", "summary", "meta", "contact", "caption"."""

    text: str
    role: str = ""
    language: str = ""
    locator: Locator = NOWHERE
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; `marker` as printed (□ ○ - 1. 가.), `depth` from 0."""

    text: str
    marker: str
    depth: int
    language: str = ""
    locator: Locator = NOWHERE
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell says how many columns and rows it covers."""

    text: str
    column_span: int = 1
    row_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data; the first `header_rows` rows and `header_columns` columns are headers.

    `unit` is what the figures count, as printed ("억 원, %"), or empty. `headers_marked` tells that
    the source itself says which cells are headers; otherwise they are our guess.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    header_columns: int = 0
    caption: str = ""
    language: str = ""
    locator: Locator = NOWHERE
    confidence: float = 1.0
    unit: str = ""
    headers_marked: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; `alt` is its alternative text, or empty."""

    alt: str
    language: str = ""
    locator: Locator = NOWHERE
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Note:
    """A note beside the text; `marker` as printed (*, **, ※, 1), `kind` "footnote" or "remark".

    `anchor` is the place in the text that it belongs to.
    """

    text: str
    marker: str
    kind: str = "footnote"
    language: str = ""
    locator: Locator = NOWHERE
    confidence: float = 1.0
    anchor: Anchor = UNANCHORED


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Page furniture, kept but not spoken.

    `kind` is "running-header", "running-footer", "page-number", "line-number", "end-mark" or
    "navigation".
    """

    text: str
    kind: str
    language: str = ""
    locator: Locator = NOWHERE
    confidence: float = 1.0


Block = Heading | Paragraph | ListItem | Table | Figure | Note | Boilerplate


@dataclass(frozen=True, slots=True)
class Origin:
    """How a document came to be: digest of its bytes, the extractor and its version."""

    digest: str
    extractor: str
    version: str


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """Something staff should know; `code` is permanent, `page` 0 when it concerns the whole."""

    code: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one body or attachment; `pages` is 0 when the source has no pages.

    The last `pages_unread` of them were not read yet: a part of a document, shown meanwhile.
    `page_sizes` are width and height of all pages as they are seen, in points, where pictures can
    be made of them; (0, 0) for a page that cannot be opened.
    """

    language: str
    title: str
    blocks: tuple[Block, ...]
    origin: Origin
    pages: int = 0
    warnings: tuple[DocumentWarning, ...] = ()
    pages_unread: int = 0
    page_sizes: tuple[tuple[int, int], ...] = ()

    @property
    def pages_read(self) -> int:
        """From how many pages its text is; all of them when it is whole."""
        return self.pages - self.pages_unread


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file offered with a release, as its page describes it.

    `url` is absolute and not yet admitted; `size_bytes`, `downloads` and `previews` are 0 when the
    page does not tell.
    """

    title: str
    url: str
    media_type: str = ""
    size_bytes: int = 0
    downloads: int = 0
    previews: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the release's own description, as printed: ("Regdate", "2023-07-12 13:02")."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The release of the same event in another language, as a release page names it.

    `language` is BCP 47; `url` is absolute and not yet admitted; `title` may be empty.
    """

    language: str
    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A published announcement; a bare file is a release without agency and attachments.

    `issued_on` is an ISO 8601 date or empty.
    """

    title: str
    agency: str
    issued_on: str
    language: str
    body: Document
    attachments: tuple[Attachment, ...] = ()
    facts: tuple[Fact, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
