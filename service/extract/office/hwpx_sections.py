"""Sections of HWPX packages to items (KS X 6101, body schema).

Read is what is printed. Not read on purpose: hidden comments, memos and their marks, bookmarks,
entries of an index, the codes of fields (the shown text of a link is text like any other), what was
deleted under change tracking, and the numbers of pages.
"""

from collections.abc import Iterator

from lxml import etree

from service.errors import DocumentIsBroken
from service.extract.office.gathering import Gathered
from service.extract.office.hwpx_inline import alt_of, counted, inline, name_of, note_mark, shown
from service.extract.office.items import Footnote, Furniture, Item, Para, Picture
from service.extract.office.layout import Told, flat, spoken
from service.extract.office.looks import Styles
from service.extract.office.numbering import Counters
from service.model.document import Cell

_SHAPES = frozenset({"rect", "ellipse", "polygon", "curve", "arc", "container", "line"})
_PICTURES = frozenset({"pic", "ole", "video", "chart"})
_FURNITURE = {"header": "running-header", "footer": "running-footer"}
_NOTES = frozenset({"footNote", "endNote"})
_DEEPEST = 40
_WIDEST = 1_000


class Walk:
    """Goes through sections and counts numbers and notes on its way."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counters = Counters()
        self._notes = 0
        self._depth = 0
        self._is_deleted = False

    def section(self, root: etree._Element) -> list[Item]:
        """Items of a section; a deletion that does not end, ends with it."""
        self._is_deleted = False
        return list(self.items(root))

    def items(self, parent: etree._Element) -> Iterator[Item]:
        """Items of the paragraphs that stand directly in an element."""
        for element in parent.iterchildren(etree.Element):
            if name_of(element) == "p":
                yield from self._paragraph(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Item]:
        gathered = Gathered()
        char = ""
        for run in element.iterchildren("{*}run"):
            for child in run.iterchildren(etree.Element):
                self._part(child, gathered)
            if not char.strip() and gathered.text.strip():
                char = run.get("charPrIDRef", "")
        look = self._styles.look(element.get("paraPrIDRef", ""), char)
        mark = look.mark(self._counters) if gathered.text.strip() else ""
        yield from gathered.items(look, mark)

    def _part(self, element: etree._Element, gathered: Gathered) -> None:
        name = name_of(element)
        if name == "t":
            self._text(element, gathered)
        elif self._is_deleted:
            return
        elif name == "ctrl":
            for child in element.iterchildren(etree.Element):
                self._control(child, gathered)
        elif name == "switch":
            for child in _fallback(element):
                self._part(child, gathered)
        else:
            gathered.say(shown(element))
            gathered.hang(self._hung(element))

    def _text(self, element: etree._Element, gathered: Gathered) -> None:
        for piece in inline(element):
            if isinstance(piece, bool):
                self._is_deleted = piece
            elif not self._is_deleted:
                gathered.say(piece)

    def _control(self, element: etree._Element, gathered: Gathered) -> None:
        name = name_of(element)
        if name in _FURNITURE:
            text = spoken(self._inside(element))
            gathered.hang([Furniture(text, _FURNITURE[name])] if text else [])
        elif name in _NOTES:
            self._notes += 1
            mark = note_mark(element, self._notes)
            gathered.note(Footnote(spoken(self._inside(element)), mark))
        elif name == "autoNum":
            gathered.say(counted(element))
        else:
            gathered.say(shown(element))

    def _hung(self, element: etree._Element) -> list[Item]:
        """What is no letter: tables, pictures, boxes with text in them."""
        name = name_of(element)
        if name == "tbl":
            return self._table(element)
        if name in _PICTURES:
            return [Picture(alt_of(element)), *self._inside(element)]
        if name == "textart":
            return [Para(element.get("text", ""))] if element.get("text", "").strip() else []
        if name in _SHAPES:
            inside = self._inside(element)
            alt = alt_of(element)
            return inside or ([Picture(alt)] if alt else [])
        return []

    def _inside(self, element: etree._Element) -> list[Item]:
        """Items of the lists of paragraphs below an element, not of those inside of them."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise DocumentIsBroken("hwpx: nested too deep")
        outside, self._is_deleted = self._is_deleted, False
        found: list[Item] = []
        for child in element.iterchildren(etree.Element):
            name = name_of(child)
            if name == "subList":
                found.extend(self.items(child))
            elif name == "tbl" or name in _PICTURES or name in _SHAPES or name == "textart":
                found.extend(self._hung(child))
            elif len(child):
                found.extend(self._inside(child))
        self._is_deleted = outside
        self._depth -= 1
        return found

    def _table(self, element: etree._Element) -> list[Item]:
        rows = [
            [self._cell(cell) for cell in row.iterchildren("{*}tc")]
            for row in element.iterchildren("{*}tr")
        ]
        headers = 0
        for row in rows:
            if not row or not all(is_head for _, _, is_head in row):
                break
            headers += 1
        captions = [self._inside(each) for each in element.iterchildren("{*}caption")]
        caption = spoken([item for items in captions for item in items])
        repeats = headers if element.get("repeatHeader") == "1" else 0
        filled = [[(cell, items) for cell, items, _ in row] for row in rows]
        return flat(filled, Told(repeats, caption))

    def _cell(self, element: etree._Element) -> tuple[Cell, list[Item], bool]:
        span = next(element.iterchildren("{*}cellSpan"), None)
        columns, rows = (_number(span, name) for name in ("colSpan", "rowSpan"))
        return Cell("", columns, rows), self._inside(element), element.get("header") == "1"


def _fallback(element: etree._Element) -> Iterator[etree._Element]:
    """What a reader that does not know an extension shows: the default, else the first case."""
    cases = [*element.iterchildren("{*}default"), *element.iterchildren("{*}case")]
    yield from (child for case in cases[:1] for child in case.iterchildren(etree.Element))


def _number(element: etree._Element | None, name: str) -> int:
    told = element.get(name, "1") if element is not None else "1"
    if not told.isdecimal() or len(told) > len(str(_WIDEST)):
        raise DocumentIsBroken(f"hwpx: {name} is {told[:40]!r}")
    return max(1, min(int(told), _WIDEST))
