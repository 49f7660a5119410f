"""PDFium reads the elements and marks of a tagged page; its C interface ends here.

PDFium finds the standard type of an element by the file's own list of names, and gives for each
page only the elements that stand on it. A file may hold a tree that nobody wrote: depth, number and
length are limited.
"""

from collections.abc import Callable, Iterator, Mapping
from ctypes import POINTER, c_float, c_ulong, c_ushort, cast, create_string_buffer
from typing import Any

import pypdfium2.raw as pdfium

from service.extract.pdf.drafts import INLINE
from service.extract.pdf.shapes import Painted
from service.extract.pdf.sheets import Box
from service.extract.pdf.tags import ARTIFACT, UNMARKED, Element, PageTags, Path, TagsTold
from service.extract.pdf.turning import View

_MOST_ELEMENTS = 200_000
_MOST_ON_PAGE = 20_000
_MOST_KIDS = 3_000_000
# Of so many kids a page has some in a row, behind those of the page before.
_MANY = 100
_DEEPEST = 64
_LONGEST_BYTES = 16_000
_SHORT_BYTES = 256
# Only the zero at the end of a text.
_NOTHING = 2
# For texts of usual length; PDFium is not asked by two at once.
_BUFFER = create_string_buffer(_SHORT_BYTES)
_MOST_ATTRIBUTES = 32
_MOST_SPAN = 1_000
_MOST_MARKS = 16
_MOST_BOXES = 200
_PICTURED = frozenset({"Figure", "Formula", "Form"})
_CELLS = frozenset({"TD", "TH"})
_NAMED = frozenset({"P", "H", "H1"})


def told_by(document: Any) -> TagsTold:
    """Whether a file is tagged at all, and the language that it names."""
    is_tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
    return TagsTold(is_tagged, _wide(pdfium.FPDFCatalog_GetLanguage, document))


class Trees:
    """Reads the tags of one document's pages within the limits of a document."""

    def __init__(self) -> None:
        self._elements = _MOST_ELEMENTS
        self._on_page = 0
        self._kids = _MOST_KIDS
        self._reached: dict[Path, int] = {}

    def page(self, page: Any, painted: list[Painted], view: View) -> PageTags | None:
        """The tags of an open page as it is viewed; None where it has none."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return None
        marks = _marks(painted)
        self._on_page = min(_MOST_ON_PAGE, self._elements)
        try:
            elements = self._elements_of(tree, {mark for mark in marks.values() if mark >= 0})
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        if not elements:
            return None
        wanted = {mark for element in elements for mark in _of_pictures(element)}
        drawn = {rank: mark for rank, mark in marks.items() if mark in wanted}
        is_whole = min(self._on_page, self._kids) > 0
        return PageTags(elements, marks, _pictures(painted, drawn, view), is_whole)

    def _elements_of(self, tree: Any, marks: set[int]) -> tuple[Element, ...]:
        """Elements from where the page before ended; all are asked if some mark is missing then."""
        elements = tuple(self._tops(tree))
        if marks <= {mark for element in elements for mark in element.marks()}:
            return elements
        self._reached.clear()
        return tuple(self._tops(tree))

    def _tops(self, tree: Any) -> Iterator[Element]:
        for at in range(min(pdfium.FPDF_StructTree_CountChildren(tree), self._kids)):
            self._kids -= 1
            top = pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)
            if top:
                yield self._element(top, (at,))

    def _element(self, handle: Any, path: Path) -> Element:
        self._elements -= 1
        self._on_page -= 1
        kind = _text(pdfium.FPDF_StructElement_GetType, handle)
        columns, rows, is_row = _spans(handle) if kind in _CELLS else (1, 1, False)
        is_pictured = kind in _PICTURED
        is_said = is_pictured or kind in INLINE
        return Element(
            kind=kind,
            path=path,
            kids=tuple(self._children(handle, path)),
            own=_wide(pdfium.FPDF_StructElement_GetRawType, handle) if kind in _NAMED else kind,
            alt=_text(pdfium.FPDF_StructElement_GetAltText, handle) if is_pictured else "",
            actual=_text(pdfium.FPDF_StructElement_GetActualText, handle) if is_said else "",
            expansion=_text(pdfium.FPDF_StructElement_GetExpansion, handle) if is_said else "",
            language=_text(pdfium.FPDF_StructElement_GetLang, handle),
            columns=columns,
            rows=rows,
            is_row=is_row,
        )

    def _children(self, handle: Any, path: Path) -> Iterator[Element | int]:
        """Kids on this page; in a tree that holds itself the limits end what has no end."""
        count = pdfium.FPDF_StructElement_CountChildren(handle) if len(path) < _DEEPEST else 0
        start = self._reached.get(path, 0) if count > _MANY else 0
        last = -1
        for at in range(start, count):
            self._kids -= 1
            is_past = last >= 0 and at - last > _MANY
            if is_past or self._kids <= 0 or self._on_page <= 0:
                break
            kid = pdfium.FPDF_StructElement_GetChildAtIndex(handle, at)
            if kid:
                last = at
                yield self._element(kid, (*path, at))
            elif (mark := pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, at)) >= 0:
                last = at
                yield mark
        self._reached[path] = max(last, start)


def _of_pictures(element: Element) -> Iterator[int]:
    if element.kind == "Figure":
        yield from element.marks()
        return
    for kid in element.kids:
        if not isinstance(kid, int):
            yield from _of_pictures(kid)


def _pictures(
    painted: list[Painted], drawn: Mapping[int, int], view: View
) -> Mapping[int, tuple[Box, ...]]:
    """The boxes of what is drawn and is no text; a form counts as a whole."""
    found: dict[int, tuple[Box, ...]] = {}
    for rank, mark in drawn.items():
        handle, form = painted[rank]
        if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_TEXT:
            found[mark] = (*found.get(mark, ())[-_MOST_BOXES:], view.box(_bounds(form or handle)))
    return found


def _bounds(handle: Any) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _marks(painted: list[Painted]) -> Mapping[int, int]:
    """The mark of everything printed; what is inside of a form has that of the form.

    Marks that a form gives by itself count where the page has no mark of that number.
    """
    found: dict[int, int] = {}
    inner: dict[int, int] = {}
    for rank, (handle, form) in enumerate(painted):
        mark = _mark(form) if form else UNMARKED
        if mark != UNMARKED:
            found[rank] = mark
        elif (mark := _mark(handle)) != UNMARKED:
            (inner if form else found)[rank] = mark
    taken = set(found.values()) - {ARTIFACT}
    return found | {rank: mark for rank, mark in inner.items() if mark not in taken}


def _mark(handle: Any) -> int:
    mark: int = pdfium.FPDFPageObj_GetMarkedContentID(handle)
    if mark >= 0:
        return mark
    return ARTIFACT if _is_artifact(handle) else UNMARKED


def _is_artifact(handle: Any) -> bool:
    for at in range(min(pdfium.FPDFPageObj_CountMarks(handle), _MOST_MARKS)):
        if _mark_name(pdfium.FPDFPageObj_GetMark(handle, at)) == "Artifact":
            return True
    return False


def _mark_name(mark: Any) -> str:
    buffer, length = create_string_buffer(_SHORT_BYTES), c_ulong()
    pointer = cast(buffer, POINTER(c_ushort))
    if not pdfium.FPDFPageObjMark_GetName(mark, pointer, _SHORT_BYTES, length):
        return ""
    return _decoded(buffer, length.value)


def _text(ask: Callable[..., int], handle: Any) -> str:
    """A text of an element; one that is longer than anybody would write is not read."""
    needed = ask(handle, _BUFFER, _SHORT_BYTES)
    if needed <= _NOTHING:
        return ""
    if needed <= _SHORT_BYTES:
        return _decoded(_BUFFER, needed)
    if needed > _LONGEST_BYTES:
        return ""
    buffer = create_string_buffer(needed)
    ask(handle, buffer, needed)
    return _decoded(buffer, needed)


def _wide(ask: Callable[..., int], handle: Any) -> str:
    """The same for functions that write letters of two bytes."""
    return _text(lambda own, buffer, size: ask(own, cast(buffer, POINTER(c_ushort)), size), handle)


def _decoded(buffer: Any, length: int) -> str:
    return str(buffer[:length].decode("utf-16-le", "replace").rstrip("\0"))


def _spans(handle: Any) -> tuple[int, int, bool]:
    """Columns and rows of a cell, and whether it heads its row (ISO 32000-1, 14.8.5.7)."""
    columns, rows, is_row = 1, 1, False
    count = pdfium.FPDF_StructElement_GetAttributeCount(handle)
    for at in range(min(count, _MOST_ATTRIBUTES)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(handle, at)
        if not attributes:
            continue
        columns = _number(attributes, b"ColSpan") or columns
        rows = _number(attributes, b"RowSpan") or rows
        is_row |= _name(attributes, b"Scope") == "Row"
    return columns, rows, is_row


def _number(attributes: Any, name: bytes) -> int:
    """A whole number of at least 1, or 0."""
    value, number = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name), c_float()
    if not value or not pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
        return 0
    return int(number.value) if 1 <= number.value <= _MOST_SPAN else 0


def _name(attributes: Any, name: bytes) -> str:
    value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name)
    buffer, length = create_string_buffer(_SHORT_BYTES), c_ulong()
    if not value or not pdfium.FPDF_StructElement_Attr_GetStringValue(
        value, buffer, _SHORT_BYTES, length
    ):
        return ""
    return _decoded(buffer, min(length.value, _SHORT_BYTES))
