"""Which glyphs a person sees (pure).

What is white on white, covered, off the page or undrawn is not read aloud: somebody may have put it
there to be read by machines only.

A scan is the exception: the letters that a program recognised lie unseen beneath its picture.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.extract.pdf.sheets import Box, Colour, Glyph, Ink, Paint, Sheet

_SCAN_COVERS = 0.6
_SMALLEST_SIZE = 1.0
_FAINTEST = 16
_OPAQUE = 250
_SAME_COLOUR = 36
_LEAST_AREA = 12.0
_BAND = 16.0
_FAR = 15_000.0
_HAIR = 0.5
_AROUND = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Seen:
    """Glyphs to read, how many were left out, and whether they are a scan's recognised letters."""

    glyphs: tuple[Glyph, ...]
    hidden: int = 0
    is_scan: bool = False


def seen_on(sheet: Sheet) -> Seen:
    """What can be seen of the letters of a page."""
    covered = pictured(sheet)
    boxes = _boxes(sheet.glyphs)
    bands = _bands(sheet.paints)
    hidden = {key for key, (ink, box) in boxes.items() if _is_unseen(ink, box, bands)}
    on_page = [glyph for glyph in sheet.glyphs if _is_on(glyph, sheet)]
    kept = [glyph for glyph in on_page if id(glyph.ink) not in hidden]
    if covered >= _SCAN_COVERS and _are_letters(on_page) and not _are_letters(kept):
        return Seen(tuple(on_page), len(sheet.glyphs) - len(on_page), is_scan=True)
    return Seen(tuple(_once(kept)), sum(not g.text.isspace() for g in sheet.glyphs) - _count(kept))


def pictured(sheet: Sheet) -> float:
    """How much of a page its pictures cover, 1 for all of it."""
    return sum(_share(paint.box, sheet) for paint in sheet.paints if paint.colour is None)


def _count(glyphs: Iterable[Glyph]) -> int:
    return sum(not glyph.text.isspace() for glyph in glyphs)


def _are_letters(glyphs: Iterable[Glyph]) -> bool:
    return any(not glyph.text.isspace() for glyph in glyphs)


def _once(glyphs: Sequence[Glyph]) -> Iterable[Glyph]:
    """Each glyph once: some programs print a text twice, a hair apart, to make it bold."""
    places = {(glyph.text, round(glyph.left), round(glyph.base)) for glyph in glyphs}
    return glyphs if len(places) == len(glyphs) else _told_apart(glyphs)


def _told_apart(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    printed: dict[tuple[str, int, int], int] = {}
    for glyph in glyphs:
        x, y = round(glyph.left / _HAIR), round(glyph.base / _HAIR)
        near = [printed.get((glyph.text, x + dx, y + dy)) for dx, dy in _AROUND]
        if any(ink not in (None, id(glyph.ink)) for ink in near):
            continue
        printed[glyph.text, x, y] = id(glyph.ink)
        yield glyph


def _boxes(glyphs: Iterable[Glyph]) -> Mapping[int, tuple[Ink, Box]]:
    """Each run of ink with the box around its letters."""
    found: dict[int, tuple[Ink, Box]] = {}
    for glyph in glyphs:
        if glyph.text == " ":
            continue
        key = id(glyph.ink)
        left, top, right, bottom = glyph.box
        if key in found:
            a, b, c, d = found[key][1]
            left, top, right, bottom = min(a, left), min(b, top), max(c, right), max(d, bottom)
        found[key] = (glyph.ink, (left, top, right, bottom))
    return found


def _share(box: Box, sheet: Sheet) -> float:
    wide = min(box[2], sheet.width) - max(box[0], 0)
    high = min(box[3], sheet.height) - max(box[1], 0)
    return max(wide, 0) * max(high, 0) / (sheet.width * sheet.height)


def _is_on(glyph: Glyph, sheet: Sheet) -> bool:
    middle = (glyph.left + glyph.right) / 2
    return 0 <= middle <= sheet.width and 0 <= glyph.base - glyph.ink.size / 3 <= sheet.height


def _bands(paints: Iterable[Paint]) -> Mapping[int, Sequence[Paint]]:
    """Painted boxes that could lie around letters, by the level bands of the page they touch."""
    found: defaultdict[int, list[Paint]] = defaultdict(list)
    for paint in paints:
        left, top, right, bottom = paint.box
        if (right - left) * (bottom - top) < _LEAST_AREA:
            continue
        first, last = (int(max(-_FAR, min(_FAR, edge)) // _BAND) for edge in (top, bottom))
        for band in range(first, last + 1):
            found[band].append(paint)
    return found


def _is_unseen(ink: Ink, box: Box, bands: Mapping[int, Sequence[Paint]]) -> bool:
    if not ink.is_drawn or ink.colour[3] < _FAINTEST or ink.size < _SMALLEST_SIZE:
        return True
    beside = bands.get(int((box[1] + box[3]) / 2 // _BAND), ())
    around = [paint for paint in beside if _holds(paint, box)]
    if any(paint.rank > ink.rank and _hides(paint) for paint in around):
        return True
    return _is_same(ink.colour, _ground(ink, around))


def _holds(paint: Paint, box: Box) -> bool:
    """Whether a painted box lies around the middle of some letters, or of all of them."""
    left, top, right, bottom = paint.box
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    reaches = right - left >= 0.8 * (box[2] - box[0])
    return reaches and left <= x <= right and top <= y <= bottom


def _hides(paint: Paint) -> bool:
    return paint.colour is not None and paint.colour[3] >= _OPAQUE


def _ground(ink: Ink, around: Sequence[Paint]) -> Colour | None:
    """The colour behind some letters; None where a picture is."""
    beneath = [paint for paint in around if paint.rank < ink.rank]
    if not beneath:
        return _WHITE
    return max(beneath, key=lambda paint: paint.rank).colour


def _is_same(ink: Colour, ground: Colour | None) -> bool:
    if ground is None:
        return False
    return sum(abs(a - b) for a, b in zip(ink[:3], ground[:3], strict=True)) < _SAME_COLOUR
