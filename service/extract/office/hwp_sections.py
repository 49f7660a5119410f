"""Sections of HWP 5 files to items (file format 5.0, section 4.3)."""

from collections.abc import Iterator, Sequence

from service.errors import DocumentIsBroken
from service.extract.office.gathering import Gathered
from service.extract.office.hwp_controls import alt_of, kind_of, note_mark, shown
from service.extract.office.hwp_records import (
    CTRL_HEADER,
    LIST_HEADER,
    OLE,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PARA_TEXT,
    PICTURE,
    TABLE,
    TEXT_ART,
    Record,
)
from service.extract.office.hwp_styles import first_char_shape
from service.extract.office.hwp_text import ANCHOR, text_of, word_at
from service.extract.office.items import Footnote, Furniture, Item, Para, Picture
from service.extract.office.layout import Told, flat, spoken
from service.extract.office.looks import Styles
from service.extract.office.numbering import Counters
from service.model.document import Cell

_CELL_AT = 8
_FLAGS_AT = 4
_HEAD_CELL = 1 << 18
_REPEATS_HEAD = 1 << 2
_TEXT_ART_AT = 32
_WIDEST = 1_000
_FURNITURE = {"head": "running-header", "foot": "running-footer"}
_NOTES = ("fn  ", "en  ")


class Walk:
    """Goes through the records of sections and counts numbers and notes on its way."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counters = Counters()
        self._notes = 0

    def items(self, records: Sequence[Record]) -> Iterator[Item]:
        """Items of the paragraphs among some records."""
        for record in records:
            if record.tag == PARA_HEADER:
                yield from self._paragraph(record)

    def _paragraph(self, record: Record) -> Iterator[Item]:
        """Controls are anchored in the text in the order of their records."""
        text = "".join(text_of(each.data) for each in record.of(PARA_TEXT))
        gathered = Gathered()
        controls = record.of(CTRL_HEADER)
        for at, letters in enumerate(text.split(ANCHOR)):
            if at and (control := next(controls, None)):
                self._control(control, gathered)
            gathered.say(letters)
        for control in controls:
            self._control(control, gathered)
        shape = next((first_char_shape(each) for each in record.of(PARA_CHAR_SHAPE)), "0")
        look = self._styles.look(str(record.number(8)), shape)
        mark = look.mark(self._counters) if gathered.text.strip() else ""
        yield from gathered.items(look, mark)

    def _control(self, record: Record, gathered: Gathered) -> None:
        kind = kind_of(record)
        if kind in _FURNITURE:
            text = spoken(self._inside(record))
            gathered.hang([Furniture(text, _FURNITURE[kind])] if text else [])
        elif kind in _NOTES:
            self._notes += 1
            mark = note_mark(record, self._notes)
            gathered.note(Footnote(spoken(self._inside(record)), mark))
        elif kind == "tbl ":
            gathered.hang(self._table(record))
        elif kind == "gso ":
            gathered.hang(self._object(record))
        else:
            gathered.say(shown(record))

    def _object(self, record: Record) -> list[Item]:
        """A picture with its alternative text, or what stands in a box."""
        inside = self._inside(record)
        alt = alt_of(record)
        if alt or _holds(record, (PICTURE, OLE)) or not inside:
            return [Picture(alt), *inside]
        return inside

    def _inside(self, record: Record) -> list[Item]:
        """Items of all paragraphs below a control, but not of those inside of them."""
        found: list[Item] = []
        for child in record.children:
            if child.tag == PARA_HEADER:
                found.extend(self._paragraph(child))
            elif child.tag == TEXT_ART:
                found.extend(_text_art(child))
            else:
                found.extend(self._inside(child))
        return found

    def _table(self, record: Record) -> list[Item]:
        """Cells are lists of paragraphs; each says its row and column. A caption stands before."""
        rows: dict[int, list[tuple[int, bool, Cell, list[Item]]]] = {}
        caption: list[Item] = []
        own: list[Item] = caption
        repeats = False
        is_inside = False
        for child in record.children:
            if child.tag == TABLE:
                is_inside = True
                repeats = len(child.data) >= _FLAGS_AT and bool(child.number(0) & _REPEATS_HEAD)
            elif child.tag == LIST_HEADER and is_inside:
                own = []
                column, row, cell = _cell(child)
                is_head = bool(child.number(_FLAGS_AT, "<I") & _HEAD_CELL)
                rows.setdefault(row, []).append((column, is_head, cell, own))
            elif child.tag == PARA_HEADER:
                own.extend(self._paragraph(child))
        ordered = [sorted(rows[row], key=lambda each: each[0]) for row in sorted(rows)]
        filled = [[(cell, items) for _, _, cell, items in row] for row in ordered]
        heads = _heads([[is_head for _, is_head, _, _ in row] for row in ordered])
        return flat(filled, Told(heads if repeats else 0, spoken(caption)))


def _cell(record: Record) -> tuple[int, int, Cell]:
    """(column, row, empty cell with its spans)."""
    column, row, columns, rows = (record.number(_CELL_AT + 2 * n) for n in range(4))
    if max(columns, rows) > _WIDEST:
        raise DocumentIsBroken(f"hwp: a cell over {columns} columns and {rows} rows")
    return column, row, Cell("", max(columns, 1), max(rows, 1))


def _heads(rows: Sequence[Sequence[bool]]) -> int:
    """How many rows from the first on are of header cells only."""
    return next((at for at, row in enumerate(rows) if not all(row)), len(rows))


def _holds(record: Record, tags: Sequence[int]) -> bool:
    """Whether such records stand below a control, not below paragraphs in it."""
    return any(
        child.tag in tags or (child.tag != PARA_HEADER and _holds(child, tags))
        for child in record.children
    )


def _text_art(record: Record) -> list[Item]:
    text = word_at(record.data, _TEXT_ART_AT)
    return [Para(text)] if text.strip() else []
