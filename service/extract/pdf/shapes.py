"""What is painted on a page beside text: rules, filled boxes, pictures, asked of PDFium."""

from collections.abc import Iterator
from ctypes import c_float, c_int, c_uint, c_void_p
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from service.extract.pdf.layers import is_on
from service.extract.pdf.sheets import Box, Colour, Paint

_THIN = 3.0
_LEVEL_WITHIN = 1.0
_SHORTEST = 2.0
_MOST_OBJECTS = 50_000
_MOST_POINTS = 20_000
_DEEPEST = 8
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# A handle, its kind, the matrix around it, the outermost form that it is in.
_Found = tuple[Any, int, _Matrix, Any]


@dataclass(frozen=True, slots=True)
class TextObject:
    """Where an object with text begins, its place in the order of painting and its handle."""

    rank: int
    origin: tuple[float, float]
    handle: Any


Painted = tuple[Any, Any]
"""The handle of something painted, and that of the outermost form that it is in, or None."""


@dataclass(slots=True)
class Shapes:
    """Thin boxes that are rules, everything painted, and the text objects in order of painting."""

    rules: list[Box] = field(default_factory=list)
    paints: list[Paint] = field(default_factory=list)
    texts: dict[int, TextObject] = field(default_factory=dict)
    painted: list[Painted] = field(default_factory=list)
    points: int = 0


def shapes_of(page: Any) -> Shapes:
    """Everything painted on a page, in the order of painting, in places of the file."""
    shapes = Shapes()
    for rank, (handle, kind, matrix, form) in enumerate(_objects(page)):
        shapes.painted.append((handle, form))
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            own = _after(_matrix_of(handle), matrix)
            address = c_void_p.from_buffer(handle).value or 0
            shapes.texts[address] = TextObject(rank, (own[4], own[5]), handle)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(shapes, handle, matrix, rank)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            shapes.paints.append(Paint(_bounds(handle, matrix), rank, None))
    return shapes


def _objects(page: Any) -> Iterator[_Found]:
    """Objects with their kinds, those inside of forms in the place of the form."""
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        handle = pdfium.FPDFPage_GetObject(page, at)
        if is_on(handle):
            yield from _with_inner(handle, _SAME, 0, None)


def _with_inner(handle: Any, matrix: _Matrix, depth: int, form: Any) -> Iterator[_Found]:
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield handle, kind, matrix, form
    elif depth < _DEEPEST:
        inner = _after(_matrix_of(handle), matrix)
        for at in range(min(pdfium.FPDFFormObj_CountObjects(handle), _MOST_OBJECTS)):
            own = pdfium.FPDFFormObj_GetObject(handle, at)
            yield from _with_inner(own, inner, depth + 1, form or handle)


def _take_path(shapes: Shapes, handle: Any, matrix: _Matrix, rank: int) -> None:
    mode, is_stroked = c_int(0), c_int(0)
    pdfium.FPDFPath_GetDrawMode(handle, mode, is_stroked)
    box = _bounds(handle, matrix)
    colour = fill_of(handle)
    if mode.value and colour[3]:
        shapes.paints.append(Paint(box, rank, colour))
    is_seen = bool(mode.value and colour[3]) or bool(is_stroked.value and _stroke_shows(handle))
    if not is_seen:
        return
    if _is_thin(box):
        shapes.rules.append(box)
    elif is_stroked.value or pdfium.FPDFPath_CountSegments(handle) > _OF_A_BOX:
        shapes.rules.extend(_edges(shapes, handle, matrix))


_OF_A_BOX = 6


def fill_of(handle: Any) -> Colour:
    """Red, green, blue and opacity that an object is filled with; black where it tells none."""
    parts = [c_uint(0) for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(handle, *parts):
        return 0, 0, 0, 255
    red, green, blue, opacity = (part.value for part in parts)
    return red, green, blue, opacity


def _stroke_shows(handle: Any) -> bool:
    parts = [c_uint(0) for _ in range(4)]
    return not pdfium.FPDFPageObj_GetStrokeColor(handle, *parts) or parts[3].value > 0


def _is_thin(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) <= _THIN and max(wide, high) >= _SHORTEST


def _edges(shapes: Shapes, handle: Any, matrix: _Matrix) -> Iterator[Box]:
    """The level and upright lines of a path."""
    own = _after(_matrix_of(handle), matrix)
    start = here = (0.0, 0.0)
    x, y = c_float(), c_float()
    for at in range(pdfium.FPDFPath_CountSegments(handle)):
        shapes.points += 1
        if shapes.points > _MOST_POINTS:
            return
        segment = pdfium.FPDFPath_GetPathSegment(handle, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        there = _moved(own, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = there
        elif kind == pdfium.FPDF_SEGMENT_LINETO and _is_straight(here, there):
            yield _box(here, there)
        here = there
        if pdfium.FPDFPathSegment_GetClose(segment) and _is_straight(here, start):
            yield _box(here, start)


def _is_straight(a: tuple[float, float], b: tuple[float, float]) -> bool:
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    return min(wide, high) <= _LEVEL_WITHIN and max(wide, high) >= _SHORTEST


def _box(a: tuple[float, float], b: tuple[float, float]) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _bounds(handle: Any, matrix: _Matrix) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    corners = (left.value, bottom.value), (right.value, top.value)
    return _box(*(_moved(matrix, *corner) for corner in corners))


def _matrix_of(handle: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _moved(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _after(first: _Matrix, then: _Matrix) -> _Matrix:
    """One matrix that does what two do one after the other (PDF 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    origin = _moved(then, e, f)
    right = _moved(then, a, b)
    up = _moved(then, c, d)
    return (
        right[0] - then[4],
        right[1] - then[5],
        up[0] - then[4],
        up[1] - then[5],
        origin[0],
        origin[1],
    )
