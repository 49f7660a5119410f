"""What people with low vision meet: sideways scroll at 320 pixels, controls lost in forced colours."""

import io
import math

import numpy as np
from naming import Control
from PIL import Image
from playwright.sync_api import Error
from visits import WIDE, Visit

LEAST_CONTRAST = 3
LEAST_PX = 2


def width_px(visit: Visit) -> int:
    return int(visit.evaluate("document.documentElement.scrollWidth"))


def invisible(visit: Visit, found: list[Control]) -> tuple[str, ...]:
    """Names of controls whose picture holds no two pixels of 3:1 (WCAG 1.4.11)."""
    return tuple(each.name for each in found if _contrast(visit, each) < LEAST_CONTRAST)


def _contrast(visit: Visit, control: Control) -> float:
    box = _box(visit, control)
    if box is None:
        return math.inf
    left, top, right, bottom = box
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    picture = Image.open(io.BytesIO(visit.page.screenshot(clip=clip)))  # type: ignore[arg-type]
    bright = _luminance(np.asarray(picture.convert("RGB"), dtype=np.float64) / 255)
    return float((bright.max() + 0.05) / (bright.min() + 0.05))


def _box(visit: Visit, control: Control) -> tuple[int, int, int, int] | None:
    """Where a control is drawn once it is scrolled to; None: nowhere, it is told only."""
    try:
        visit.send("DOM.scrollIntoViewIfNeeded", backendNodeId=control.node)
        quad = visit.send("DOM.getBoxModel", backendNodeId=control.node)["model"]["border"]
    except Error:
        return None
    left, top = max(0, math.ceil(min(quad[::2]))), max(0, math.ceil(min(quad[1::2])))
    right = min(WIDE["width"], math.floor(max(quad[::2])))
    bottom = min(WIDE["height"], math.floor(max(quad[1::2])))
    is_drawn = right - left >= LEAST_PX and bottom - top >= LEAST_PX
    return (left, top, right, bottom) if is_drawn else None


def _luminance(rgb: np.ndarray) -> np.ndarray:
    """Relative luminance (WCAG 2.2)."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    weighted: np.ndarray = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighted
