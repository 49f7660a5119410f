"""HWP 5 files (compound files of Hangul word processors) to items."""

import io
from collections.abc import Callable, Iterator

import olefile

from service.errors import (
    DocumentError,
    DocumentIsBroken,
    DocumentIsEncrypted,
    DocumentIsForDistribution,
    DocumentKindUnknown,
)
from service.extract import versions
from service.extract.office.assembling import release_of
from service.extract.office.hwp_records import (
    CTRL_HEADER,
    EQUATION,
    LIST_HEADER,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PARA_TEXT,
    TABLE,
    Record,
    inflated,
    tree_of,
)
from service.extract.office.hwp_styles import first_char_shape, styles_of
from service.extract.office.hwp_text import ANCHOR, text_of
from service.extract.office.hwpx_styles import Styles
from service.extract.office.items import Footnote, Furniture, Item, Para, Picture
from service.extract.office.layout import flat
from service.extract.office.numbering import Counters
from service.model.document import Cell, Origin, Release
from service.model.source import Resource

_SIGNATURE = b"HWP Document File"
_FLAGS_AT = 36
_COMPRESSED, _PASSWORD, _DISTRIBUTION = 0x1, 0x2, 0x4
_CELL_AT = 8
_FURNITURE = {"head": "running-header", "foot": "running-footer"}
_NOTES = ("fn  ", "en  ")


class Compound:
    """An opened compound file."""

    def __init__(self, body: bytes) -> None:
        try:
            self._file = olefile.OleFileIO(io.BytesIO(body))
        except (OSError, ValueError, IndexError, TypeError) as error:
            raise DocumentIsBroken(f"ole: {error}") from error

    @property
    def is_hwp(self) -> bool:
        """Whether it is of this format."""
        return bool(self._file.exists("FileHeader"))

    def read(self, name: str) -> bytes:
        """A stream's bytes; raises DocumentIsBroken when it is missing or damaged."""
        try:
            with self._file.openstream(name) as stream:
                return bytes(stream.read())
        except (OSError, ValueError, IndexError, TypeError) as error:
            raise DocumentIsBroken(f"ole: {name}: {error}") from error

    def sections(self) -> list[str]:
        """Streams of the text in their order."""
        found = ["/".join(path) for path in self._file.listdir() if path[0] == "BodyText"]
        return sorted(found, key=lambda name: (len(name), name))


def extract_hwp(resource: Resource, compound: Compound) -> Release:
    """Read a file.

    Raises DocumentIsEncrypted, DocumentIsForDistribution, DocumentIsBroken, DocumentHasNoText,
    DocumentKindUnknown for compound files of other programs.
    """
    if not compound.is_hwp:
        raise DocumentKindUnknown(f"a compound file, but not of HWP: {resource.name!r}")
    unpacked = _opener(compound.read("FileHeader"))
    walk = _Walk(styles_of(tree_of(unpacked(compound.read("DocInfo")))))
    items = [
        item
        for name in compound.sections()
        for item in walk.items(tree_of(unpacked(compound.read(name))).children)
    ]
    return release_of(items, resource, Origin(resource.digest, "hwp", versions.OFFICE))


def _opener(header: bytes) -> Callable[[bytes], bytes]:
    """How streams are unpacked; raises the reason for which they cannot be read."""
    if not header.startswith(_SIGNATURE):
        raise DocumentIsBroken("hwp: no signature")
    flags = Record(0, 0, header).number(_FLAGS_AT, "<I")
    refusals: dict[int, DocumentError] = {
        _PASSWORD: DocumentIsEncrypted("hwp: a password is set"),
        _DISTRIBUTION: DocumentIsForDistribution("hwp: a distribution document"),
    }
    for flag, refusal in refusals.items():
        if flags & flag:
            raise refusal
    return inflated if flags & _COMPRESSED else bytes


class _Walk:
    """Goes through the records of sections and counts numbers and notes on its way."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counters = Counters()
        self._notes = 0

    def items(self, records: list[Record]) -> Iterator[Item]:
        """Items of the paragraphs among some records."""
        for record in records:
            if record.tag == PARA_HEADER:
                yield from self._paragraph(record)

    def _paragraph(self, record: Record) -> Iterator[Item]:
        text = "".join(text_of(each.data) for each in record.of(PARA_TEXT))
        beside: list[Item] = []
        said: list[str] = []
        for control in record.of(CTRL_HEADER):
            self._control(control, beside, said)
        plain = text.replace(ANCHOR, "") + "".join(said)
        if plain.strip():
            yield from self._texts(record, plain)
        yield from beside

    def _texts(self, record: Record, text: str) -> Iterator[Item]:
        shape = next((first_char_shape(each) for each in record.of(PARA_CHAR_SHAPE)), "0")
        look = self._styles.look(str(record.number(8)), shape)
        mark = look.mark(self._counters)
        for line in text.split("\n"):
            if line.strip():
                yield Para(line, look.size, look.is_bold, look.is_centred, mark, look.level)
                mark = ""

    def _control(self, record: Record, beside: list[Item], said: list[str]) -> None:
        kind = record.data[3::-1].decode("latin-1") if len(record.data) >= 4 else ""  # noqa: PLR2004
        if kind == "tbl ":
            beside.extend(self._table(record))
        elif kind in _FURNITURE:
            beside.append(Furniture(_spoken(self._inside(record)), _FURNITURE[kind]))
        elif kind in _NOTES:
            self._notes += 1
            beside.append(Footnote(_spoken(self._inside(record)), f"{self._notes})"))
        elif kind == "gso ":
            inner = self._inside(record)
            beside.extend(inner or [Picture("")])
        elif kind == "eqed":
            said.extend(_equation(each) for each in record.of(EQUATION))

    def _inside(self, record: Record) -> list[Item]:
        """Items of all paragraphs below a control, but not of those inside of them."""
        found: list[Item] = []
        for child in record.children:
            if child.tag == PARA_HEADER:
                found.extend(self._paragraph(child))
            else:
                found.extend(self._inside(child))
        return found

    def _table(self, record: Record) -> list[Item]:
        """Cells are lists of paragraphs; each says its row and column."""
        rows: dict[int, list[tuple[int, Cell, list[Item]]]] = {}
        caption: list[Item] = []
        own: list[Item] = caption
        is_inside = False
        for child in record.children:
            if child.tag == TABLE:
                is_inside = True
            elif child.tag == LIST_HEADER and is_inside:
                own = []
                column, row, columns, spans = (child.number(_CELL_AT + 2 * n) for n in range(4))
                rows.setdefault(row, []).append((column, Cell("", columns, spans), own))
            elif child.tag == PARA_HEADER:
                own.extend(self._paragraph(child))
        filled = [
            [(cell, items) for _, cell, items in sorted(rows[row], key=lambda each: each[0])]
            for row in sorted(rows)
        ]
        return [*caption, *flat(filled)]


def _spoken(items: list[Item]) -> str:
    return " ".join(item.text for item in items if isinstance(item, Para))


def _equation(record: Record) -> str:
    length = record.number(4)
    return " " + record.data[6 : 6 + 2 * length].decode("utf-16-le", "replace") + " "
