"""Lines to paragraphs: which line goes on from the one before it (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from service.extract.kinds import Group
from service.extract.marks import (
    asks_or_answers,
    begins_anew,
    begins_note,
    comes_before,
    is_complete,
    letter_mark,
    mentions_annex,
)
from service.extract.pdf.joining import Piece, joined_all
from service.extract.pdf.lines import Line, printed_lines
from service.extract.pdf.sheets import Box
from service.extract.pdf.spacing import Vocabulary
from service.extract.words import closed_up
from service.model.document import Locator

_SAME_SIZE = 0.6
_WIDER_AT_END, _WIDER_PITCH = 1.18, 1.28
_WIDEST_PITCH = 1.75
_USUAL_PITCH = 1.6
_CENTRED_WITHIN = 4.0
_INDENT = 0.7
_HANGING = 1.6
_OUTDENT = 3.0
_NEAR, _BRIM = 2.0, 0.5
_FEWEST_BRIM, _MOST_BRIM = 4, 0.7
_SPARE = 1.0
_SPARE_AT_END = -0.1
_RAGGED = 4
_TERMINAL = (".", "!", "?", "다", "음", "함", "임", ":", "”", ")")
_SPACE_WIDE = 0.25
_WIDEST_INSET = 8.0
_CLOSE = 2.2
_MOST_COMPLETE = 3
# Shorter lines of one width are names below each other.
_FEW_LETTERS = 8


def with_margins(lines: Sequence[Line], frame: Box | None = None) -> list[Line]:
    """Lines of one region, each told how far text of its region reaches and whether it must.

    In a box text could reach as near to the right edge as it comes to the left one.
    """
    if not lines:
        return []
    margin = max(line.right for line in lines)
    if frame:
        inset = min(_WIDEST_INSET, min(line.left for line in lines) - frame[0])
        margin = max(margin, frame[2] - inset)
    near = [line for line in lines if line.right > margin - _NEAR * line.size]
    brim = [line for line in near if line.right > margin - _BRIM * line.size]
    is_justified = len(brim) >= _FEWEST_BRIM and len(brim) >= _MOST_BRIM * len(near)
    return [
        replace(line, margin=margin + _shift(line, frame), is_justified=is_justified)
        for line in lines
    ]


def _shift(line: Line, frame: Box | None) -> float:
    """How much further a line in the middle of its box could reach by moving to the left."""
    if frame is None or abs(line.left + line.right - frame[0] - frame[2]) > _CENTRED_WITHIN:
        return 0.0
    return max(0.0, line.left - frame[0] - _WIDEST_INSET)


def groups_of(stretches: Sequence[Sequence[Line]], known: Vocabulary) -> tuple[Group, ...]:
    """Paragraphs in order; none goes on from one stretch of lines into the next."""
    gathered = [each for lines in stretches for each in _gathered(lines)]
    pieces = [[Piece(line.text, line.ends_with_space) for line in lines] for lines in gathered]
    texts = map(closed_up, joined_all(pieces, known))
    return tuple(_group(lines, text) for lines, text in zip(gathered, texts, strict=True))


def _gathered(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    pitches = _pitches(lines)
    held: list[Line] = []
    marks: set[str] = set()
    for line in lines:
        mark = letter_mark(line.text)
        is_anew = _is_note(line) or _is_marked(line, held, comes_before(mark) in {"", *marks})
        pitch = pitches.get(round(held[-1].size), _USUAL_PITCH) if held else 0.0
        if held and (is_anew or not _goes_on(held, line, pitch)):
            yield held
            held = []
        if is_anew and mark:
            marks.add(mark)
        held.append(line)
    if held:
        yield held


def _is_marked(line: Line, held: Sequence[Line], counts_on: bool) -> bool:  # noqa: FBT001
    """Whether a line begins with a mark that is not part of a sentence that goes on."""
    if asks_or_answers(line.text):
        return True
    if not (begins_anew(line.text) and counts_on):
        return False
    is_within = bool(held) and not _ends(held[-1]) and _is_full(held, line)
    return not (is_within and mentions_annex(line.text))


def _is_note(line: Line) -> bool:
    """Whether a line at the foot begins a note of its own."""
    return line.is_foot and begins_note(line.text)


def _group(lines: Sequence[Line], text: str) -> Group:
    first = lines[0]
    same_page = [line for line in lines if line.page == first.page]
    box = (
        min(line.left for line in same_page),
        first.top,
        max(line.right for line in same_page),
        same_page[-1].bottom,
    )
    place = Locator(
        page=first.page,
        box=tuple(round(edge, 1) for edge in box),
        lines=printed_lines(text, lines),
    )
    is_centred = all(_is_centred(line) for line in lines)
    return Group(
        text, first.size, first.is_bold, is_centred, place, first.order, is_foot=first.is_foot
    )


def _goes_on(held: Sequence[Line], line: Line, pitch: float) -> bool:
    before = held[-1]
    if before.is_entry or _is_complete(held):
        return False
    if abs(before.size - line.size) > _SAME_SIZE:
        return False
    if before.region != line.region:
        return _crosses(held, line)
    if not 0 < line.base - before.base <= pitch * _most(before) * before.size:
        return False
    if _are_centred(held, line):
        return before.is_bold == line.is_bold
    return _is_full(held, line) and _is_same_paragraph(held, line)


def _is_complete(held: Sequence[Line]) -> bool:
    """Whether lines are a subtitle, or a caption in brackets, from its first mark to its last."""
    return len(held) <= _MOST_COMPLETE and is_complete(" ".join(line.text for line in held))


def _is_same_paragraph(held: Sequence[Line], line: Line) -> bool:
    """Whether a line behind a full one belongs to it by its weight and where it begins."""
    if _ends(held[-1]):
        return held[-1].is_bold == line.is_bold and not _is_indented(held, line)
    return _is_brim_full(held, line) or not _is_indented(held, line)


def _most(before: Line) -> float:
    """How much wider than usual the step to the next line may be, by how sure it goes on."""
    if _ends(before):
        return _WIDER_AT_END
    is_brim = before.right > before.margin - _BRIM * before.size
    return _WIDEST_PITCH if is_brim else _WIDER_PITCH


def _ends(line: Line) -> bool:
    return line.text.endswith(_TERMINAL)


def _are_centred(held: Sequence[Line], line: Line) -> bool:
    """Whether lines share their middle and not their left edge, as those of titles do."""
    if len(held) >= _RAGGED or not (_is_centred(line) and all(map(_is_centred, held))):
        return False
    return abs(line.left - held[-1].left) > line.size / 2


def _crosses(held: Sequence[Line], line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page.

    Behind a finished sentence it does only where paragraphs begin further in than they go on.
    """
    before = held[-1]
    if before.is_framed != line.is_framed or _is_set_apart(before, line):
        return False
    if before.is_bold != line.is_bold or not _is_full([before], line):
        return False
    if not _ends(before):
        return True
    step = held[0].left - line.left
    return before.page != line.page and _INDENT / 2 * line.size < step < _OUTDENT * line.size


def _is_set_apart(before: Line, line: Line) -> bool:
    """Whether a line of the same page stands in another box, or further down than lines go on."""
    if line.page != before.page:
        return False
    return before.is_framed or line.base > before.base + _CLOSE * before.size


def _is_indented(held: Sequence[Line], line: Line) -> bool:
    """Whether a line begins further in, or further out, than the paragraph goes on."""
    first, before = held[0], held[-1]
    step = line.left - before.left
    if len(held) > 1:
        return abs(step) > _INDENT * line.size
    hangs = begins_anew(first.text)
    if hangs:
        return step < -_OUTDENT * line.size or line.left > first.begins_at + _HANGING * line.size
    return step > _HANGING * line.size


def _is_full(held: Sequence[Line], following: Line) -> bool:
    """Whether a line is so full that the first word of the next one would not have fitted."""
    line = held[-1]
    if _is_brim_full(held, following):
        return True
    if following.text[0].islower() and not _ends(line):
        return line.right - line.left > (line.margin - line.left) / 2
    if line.is_justified and _ends(line):
        return False
    space = 0.0 if line.ends_with_space else _SPACE_WIDE
    spare = _SPARE_AT_END if _ends(line) else _SPARE
    return line.right + following.first_word + (space + spare) * line.size > line.margin


def _is_brim_full(held: Sequence[Line], following: Line) -> bool:
    """Whether a line reaches the margin of its region, or that of the lines beside it.

    That of a box is known by the box.
    """
    line = held[-1]
    if line.is_framed:
        return abs(line.right - line.margin) < _BRIM * line.size
    rights = [line.margin, *(each.right for each in held[-3:-1])]
    if not _ends(line) and line.right - line.left >= _FEW_LETTERS * line.size:
        rights.append(following.right)
    return any(abs(line.right - right) < _BRIM * line.size for right in rights)


def _is_centred(line: Line) -> bool:
    return abs((line.left + line.right) / 2 - line.page_width / 2) < _CENTRED_WITHIN


def _pitches(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance of lines, in sizes of their letters, for each size."""
    near = [
        (round(line.size), (line.base - before.base) / line.size)
        for before, line in pairwise(lines)
        if before.region == line.region
        and abs(before.size - line.size) <= _SAME_SIZE
        and 0 < line.base - before.base < 2 * _USUAL_PITCH * line.size
    ]
    return {
        size: median(step for _, step in steps)
        for size, steps in groupby(sorted(near), key=lambda pair: pair[0])
    }
