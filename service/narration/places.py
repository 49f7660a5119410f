"""Where a stretch of a block's text was printed (pure)."""

from dataclasses import replace

from service.model.document import Locator, PrintedLine


def place_of(block: Locator, start: int, end: int) -> Locator:
    """The place of the text from `start` to `end`: its offset, and the printed lines it stands on.

    Each line reaches to the start of the next. The starts of the lines stay those in the text of
    the block, so that a stretch within the sentence is found in them too; page and box become those
    of these lines, because a paragraph may go on over a column or a page.
    """
    reaching = _with_ends(block.lines)
    lines = tuple(line for line, until in reaching if line.start < end and until > start)
    if not lines:
        return replace(block, offset=start)
    page = lines[0].page
    boxes = [line.box for line in lines if line.page == page and line.box]
    return replace(block, offset=start, lines=lines, page=page, box=_around(boxes) or block.box)


def _with_ends(lines: tuple[PrintedLine, ...]) -> list[tuple[PrintedLine, float]]:
    """Each line with where the next one begins; the last has no end."""
    ordered = sorted(lines, key=lambda line: line.start)
    starts = [line.start for line in ordered]
    return list(zip(ordered, [*starts[1:], float("inf")], strict=True)) if ordered else []


def _around(boxes: list[tuple[float, ...]]) -> tuple[float, ...]:
    """The box around all boxes; empty when there is none."""
    if not boxes:
        return ()
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
