"""Text that its clipping path cuts away whole (PDF 32000-1, 8.5.4); asked of PDFium."""

from collections.abc import Iterator
from ctypes import c_float
from typing import Any

import pypdfium2.raw as pdfium

from service.extract.pdf.sheets import Box

_WITHIN = 0.5
_MOST_PATHS = 16
_MOST_POINTS = 200


def is_cut_away(handle: Any) -> bool:
    """Whether nothing of an object is inside of its clipping path, by the boxes around both."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    paths = min(pdfium.FPDFClipPath_CountPaths(clip), _MOST_PATHS) if clip else 0
    if paths <= 0:
        return False
    box = _bounds(handle)
    return any(_is_apart(box, each) for at in range(paths) if (each := _path(clip, at)))


def _bounds(handle: Any) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _path(clip: Any, at: int) -> Box | None:
    """The box around a path; None where it has more points than are looked at, or none."""
    points = pdfium.FPDFClipPath_CountPathSegments(clip, at)
    if not 0 < points <= _MOST_POINTS:
        return None
    xs, ys = zip(*_points(clip, at, points), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _points(clip: Any, at: int, count: int) -> Iterator[tuple[float, float]]:
    x, y = c_float(), c_float()
    for each in range(count):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, at, each)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        yield x.value, y.value


def _is_apart(a: Box, b: Box) -> bool:
    level = a[2] < b[0] - _WITHIN or b[2] < a[0] - _WITHIN
    return level or a[3] < b[1] - _WITHIN or b[3] < a[1] - _WITHIN
