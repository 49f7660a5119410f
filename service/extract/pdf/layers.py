"""Layers (optional content, PDF 32000-1, 8.11) that are switched off: nobody sees them.

PDFium does not tell which layers are on, but it draws none that are off. So the objects of a layer
are drawn by themselves on nothing; where that leaves no trace, they are switched off for reading.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from ctypes import POINTER, c_ulong, c_void_p, cast, create_string_buffer
from typing import Any

import pypdfium2.raw as pdfium

_MOST_GROUPS = 32
_MOST_OBJECTS = 20_000
_MOST_DOTS = 500_000
_DEEPEST = 8
_NAME_BYTES = 256
_UNDRAWN = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})


def may_have_layers(body: bytes) -> bool:
    """Whether a file names a layer, or has packed objects that could."""
    return b"/OCProperties" in body or b"/ObjStm" in body


def switch_off(page: Any) -> None:
    """Make objects inactive that stand in layers which are off; others stay as they are."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if not 0 < count <= _MOST_OBJECTS:
        return
    objects = [pdfium.FPDFPage_GetObject(page.raw, at) for at in range(count)]
    groups = list(_groups(objects))[:_MOST_GROUPS]
    if not groups:
        return
    _activate(objects, is_active=False)
    unseen = [each for group in groups if not _shows(page, group) for each in group]
    _activate(objects, is_active=True)
    _activate(unseen, is_active=False)


def is_on(handle: Any) -> bool:
    """Whether an object of a page was not switched off."""
    active = pdfium.FPDF_BOOL(1)
    pdfium.FPDFPageObj_GetIsActive(handle, active)
    return bool(active.value)


def _groups(objects: Sequence[Any]) -> Iterator[list[Any]]:
    """Objects that a layer shows or hides together; those without drawn text do not matter.

    A form does not tell its layer, so each is a group.
    """
    named: dict[object, list[Any]] = {}
    for at, handle in enumerate(objects):
        if pdfium.FPDFPageObj_GetType(handle) == pdfium.FPDF_PAGEOBJ_FORM:
            named[at, "form"] = [handle]
        elif layer := _layer(handle):
            named.setdefault(layer, []).append(handle)
    return (group for group in named.values() if any(_has_text(each, 0) for each in group))


def _layer(handle: Any) -> object:
    """What tells the layer of an object apart from others: its name or its mark."""
    for at in range(max(pdfium.FPDFPageObj_CountMarks(handle), 0)):
        mark = pdfium.FPDFPageObj_GetMark(handle, at)
        if _text(pdfium.FPDFPageObjMark_GetName, mark) == "OC":
            name = _text(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name")
            return name or c_void_p.from_buffer(mark).value
    return None


def _text(ask: Any, *of: Any) -> str:
    told, length = create_string_buffer(_NAME_BYTES), c_ulong(0)
    ask(*of, cast(told, POINTER(pdfium.FPDF_WCHAR)), _NAME_BYTES, length)
    return told.raw[: min(length.value, _NAME_BYTES)].decode("utf-16-le", "replace").rstrip("\0")


def _has_text(handle: Any, depth: int) -> bool:
    """Whether there is text to be seen in an object; that of a scan is unseen on purpose."""
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        return pdfium.FPDFTextObj_GetTextRenderMode(handle) not in _UNDRAWN
    if kind != pdfium.FPDF_PAGEOBJ_FORM or depth == _DEEPEST:
        return False
    count = min(pdfium.FPDFFormObj_CountObjects(handle), _MOST_OBJECTS)
    inner = (pdfium.FPDFFormObj_GetObject(handle, at) for at in range(count))
    return any(_has_text(each, depth + 1) for each in inner)


def _activate(handles: Sequence[Any], *, is_active: bool) -> None:
    for handle in handles:
        pdfium.FPDFPageObj_SetIsActive(handle, is_active)


def _shows(page: Any, group: Sequence[Any]) -> bool:
    """Whether a group leaves a trace on an empty page; nothing else is active then."""
    wide, high = page.get_size()
    scale = min(1.0, (_MOST_DOTS / max(wide * high, 1.0)) ** 0.5)
    _activate(group, is_active=True)
    drawn = page.render(
        scale=scale,
        fill_color=(0, 0, 0, 0),
        force_bitmap_format=pdfium.FPDFBitmap_BGRA,
        draw_annots=False,
        may_draw_forms=False,
    )
    _activate(group, is_active=False)
    with closing(drawn):
        return bool(bytes(drawn.buffer).strip(b"\0"))
