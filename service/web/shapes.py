"""What the preview page shows, as nested values that the template walks through."""

from dataclasses import dataclass
from typing import ClassVar

from service.narration.cautions import Caution
from service.web.facts import AttachmentView, FactView, FormatView
from service.web.grids import TableView
from service.web.phrases import Phrase, Run


@dataclass(frozen=True, slots=True)
class PictureView:
    """The picture of a page of the source: its address, and its size in dots."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PageMark:
    """The beginning of a page of the source; `cautions` are codes of what to know of it.

    `picture` shows the page as it is printed, where that can be done; `ids` is what its id begins
    with, where more than one document stands on the page.
    """

    shape: ClassVar[str] = "page-mark"
    page: int
    cautions: tuple[str, ...] = ()
    picture: PictureView | None = None
    ids: str = ""


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading of the text; `level` is its level on our page, without gaps."""

    shape: ClassVar[str] = "heading"
    id: str
    level: int
    phrases: tuple[Phrase, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph; `role` as in the document."""

    shape: ClassVar[str] = "paragraph"
    phrases: tuple[Phrase, ...]
    role: str
    language: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note with its marker as printed.

    `id` is where its marks in the text lead, `back` the id of the first mark; both are empty where
    nothing in the text refers to it.
    """

    shape: ClassVar[str] = "note"
    marker: str
    phrases: tuple[Phrase, ...]
    kind: str
    language: str
    id: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture of the source, of which only the description is here."""

    shape: ClassVar[str] = "figure"
    phrases: tuple[Phrase, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """A list item with what stands below it; `marks` are the pages that begin with it.

    `is_bullet` tells a marker that only decorates from one that counts.
    """

    marker: str
    is_bullet: bool
    phrases: tuple[Phrase, ...]
    language: str
    marks: tuple[PageMark, ...]
    notes: tuple[NoteView, ...]
    items: tuple["ItemView", ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list, nested as the document nests it."""

    shape: ClassVar[str] = "list"
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class CaptionedTable:
    """A table with the marks of notes that belong to it; `ids` as in `PageMark`."""

    shape: ClassVar[str] = "table"
    table: TableView
    marks: tuple[Run, ...]
    ids: str = ""


View = PageMark | HeadingView | ParagraphView | NoteView | FigureView | ListView | CaptionedTable


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not read aloud; `reason` is a code of `Omission` or `Boilerplate`."""

    text: str
    reason: str
    page: int
    language: str


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the table of contents, with those below it."""

    id: str
    text: str
    language: str
    entries: tuple["ContentsEntry", ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything that the template shows; `has_tables` tells that a listener can choose of them.

    `contents` are its headings, nested, where there are enough of them; `abbreviations` are pairs
    of a short form and what the document itself says it stands for. `has_pictures` tells that pages
    of the source can be seen.
    """

    title: tuple[Phrase, ...]
    plain_title: str
    language: str
    facts: tuple[FactView, ...]
    attachments: tuple[AttachmentView, ...]
    better: tuple[FormatView, ...]
    blocks: tuple[View, ...]
    contents: tuple[ContentsEntry, ...]
    abbreviations: tuple[tuple[str, str], ...]
    pages: tuple[int, ...]
    cautions: tuple[Caution, ...]
    left_out: tuple[LeftOut, ...]
    manifest: str
    has_tables: bool
    has_pictures: bool = False
