"""Blocks of tags to blocks of a document: their lines joined, their marks read (pure)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from service.extract.kinds import Group, typed
from service.extract.marks import begins_anew, blocks_of, note_of
from service.extract.pdf.drafts import (
    CAPTION,
    FIGURE,
    HEADING,
    LABEL,
    PARAGRAPH,
    TITLE,
)
from service.extract.pdf.gaps import UNDRAWN
from service.extract.pdf.joining import Piece, joined_all
from service.extract.pdf.lines import Line, printed_lines
from service.extract.pdf.runs import without_leaders
from service.extract.pdf.spacing import Vocabulary
from service.extract.pdf.tagged import LONGEST_LABEL
from service.extract.pdf.told import ENDS, Told
from service.extract.pdf.toldtables import as_line, is_layout, leaves_of, parted, table_of
from service.extract.words import closed_up
from service.model.document import Block, Figure, ListItem, Locator, Note, Paragraph
from service.text.languages import main_language

_LOWEST = 6
_SPARE = 1.0
_SAME_SIZE = 0.6
_BESIDE = 1.4
_SAME_MIDDLE, _SAME_LEFT = 4.0, 1.0
_BY_MARKS = frozenset({PARAGRAPH, HEADING, TITLE})
_CAPTION = re.compile(
    r"\s*[<〈\[【]?\s*(?:그림|사진|도표|Figure|Fig\.|Photo)\s*\d+.{0,200}", re.IGNORECASE
)
_PRIMARY = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_HANGUL = re.compile(r"[가-힣]")

Numbered = tuple[int, Told]
"""A block with its turn among everything that is read."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A block whose lines are joined; `texts` are those of its cells where it is a table."""

    order: int
    told: Told
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its only text."""
        return self.texts[0] if self.texts else ""


def told_blocks(
    told: Sequence[Numbered], known: Vocabulary, default: str
) -> list[tuple[int, Block]]:
    """Every block with its turn; tables that only place text give the blocks inside of them."""
    flat = _on_lines([(at, one) for at, each in told for one in _flat(each)])
    flat = _gone_on(_with_labels(flat))
    read = _captioned(_joined(flat, known))
    by_marks = [each for each in read if each.told.kind in _BY_MARKS]
    marked = iter(typed(_groups(by_marks), default))
    found: list[tuple[int, Block]] = []
    for each in read:
        blocks = next(marked) if each.told.kind in _BY_MARKS else [_block(each, default)]
        found.extend((each.order, _in_language(block, each, default)) for block in blocks)
    return found


def _flat(told: Told) -> Iterator[Told]:
    """A block, or the blocks that it only holds together."""
    if is_layout(told):
        for row in told.rows:
            if line := as_line(row):
                yield line
                continue
            for block in (block for cell in row.cells for block in cell.blocks):
                yield from _flat(block)
    elif told.kind == PARAGRAPH:
        yield from _parted(told)
    else:
        yield told


def _on_lines(told: Sequence[Numbered]) -> list[Numbered]:
    """Text without a name of its own that goes on in the same line: words of one paragraph."""
    found: list[Numbered] = []
    for order, each in told:
        before = found[-1][1] if found else None
        if before and _shares_line(before, each):
            lines = (*before.lines[:-1], _one_line(before.lines[-1], each.lines[0]))
            found[-1] = (found[-1][0], replace(before, lines=lines + each.lines[1:]))
        else:
            found.append((order, each))
    return found


def _shares_line(before: Told, after: Told) -> bool:
    if not (before.kind == after.kind == PARAGRAPH) or before.path or after.path:
        return False
    last, first = before.lines[-1], after.lines[0]
    is_level = last.page == first.page and abs(last.base - first.base) < last.size / 2
    return is_level and -last.size / 2 < first.left - last.right < _BESIDE * last.size


def _one_line(one: Line, other: Line) -> Line:
    is_apart = one.ends_with_space or other.left - one.right > UNDRAWN * one.size
    whole = f"{one.text} {other.text}" if is_apart else one.text + other.text
    text = without_leaders(whole)
    is_spaced = other.ends_with_space or len(text) < len(whole)
    return replace(one, text=text, right=other.right, ends_with_space=is_spaced)


def _with_labels(told: Sequence[Numbered]) -> list[Numbered]:
    """Labels in a picture as one paragraph; longer text in it as paragraphs of its own."""
    found: list[Numbered] = []
    is_open = False
    for order, each in told:
        is_short = each.kind == LABEL and sum(len(line.text) for line in each.lines) < LONGEST_LABEL
        if is_short and is_open:
            before = found[-1][1]
            found[-1] = (found[-1][0], replace(before, lines=before.lines + parted(each.lines)))
        elif is_short:
            found.append((order, replace(each, lines=parted(each.lines))))
        else:
            kind = PARAGRAPH if each.kind == LABEL else each.kind
            found.append((order, replace(each, kind=kind)))
        is_open = is_short
    return found


def _gone_on(told: Sequence[Numbered]) -> list[Numbered]:
    """Paragraphs whole: some programs call each part of one, by columns and pages, a paragraph."""
    found: list[Numbered] = []
    for order, each in told:
        before = found[-1][1] if found else None
        if before and before.kind == each.kind == PARAGRAPH and _goes_on(before, each):
            found[-1] = (found[-1][0], replace(before, lines=before.lines + each.lines))
        else:
            found.append((order, each))
    return found


def _goes_on(before: Told, after: Told) -> bool:
    """Whether a paragraph breaks off at the end of a full line and the next begins elsewhere."""
    last, first = before.lines[-1], after.lines[0]
    is_elsewhere = last.page != first.page or first.base < last.base - last.size
    is_alike = abs(last.size - first.size) < _SAME_SIZE and last.is_bold == first.is_bold
    if not (is_elsewhere and is_alike) or last.text.endswith(ENDS) or begins_anew(first.text):
        return False
    is_full = last.right > _margin(last, before.lines) - _SPARE * last.size
    return is_full and len(before.lines) > 1


def _parted(told: Told) -> Iterator[Told]:
    """A paragraph, or several where its author began items of a list on new lines of it."""
    pieces = _pieces(told.lines)
    starts = [
        at
        for at, (before, line) in enumerate(zip(pieces, told.lines[1:], strict=False), start=1)
        if before.is_ended and begins_anew(line.text)
    ]
    for start, end in pairwise([0, *starts, len(told.lines)]):
        yield replace(told, lines=told.lines[start:end])


def _joined(told: Sequence[Numbered], known: Vocabulary) -> list[_Read]:
    """All texts at once: what one tells of the exporter helps the others."""
    leaves = [(order, each, leaves_of(each)) for order, each in told]
    pieces = [_pieces(lines) for _, _, own in leaves for lines in own]
    texts = map(closed_up, joined_all(pieces, known))
    return [_Read(order, each, tuple(next(texts) for _ in own)) for order, each, own in leaves]


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    """Lines of a block; one after which the next word would have fitted was ended on purpose."""
    ended = [
        not _is_centred(line, after) and line.right + _first_word(after) < _margin(line, lines)
        for line, after in pairwise(lines)
    ]
    return [
        Piece(line.text, line.ends_with_space, is_ended)
        for line, is_ended in zip(lines, [*ended, False], strict=True)
    ]


def _margin(line: Line, lines: Sequence[Line]) -> float:
    """How far text reaches in the column of a line."""
    beside = [
        other.right
        for other in lines
        if other.page == line.page and other.left < line.right and line.left < other.right
    ]
    return max(beside, default=line.right)


def _first_word(line: Line) -> float:
    """How much room the first word of a line needs, a space before it included."""
    word = line.text.split(" ", 1)[0]
    return (line.right - line.left) * len(word) / len(line.text) + _SPARE * line.size


def _is_centred(line: Line, other: Line) -> bool:
    middles = abs(line.left + line.right - other.left - other.right) / 2
    return middles < _SAME_MIDDLE and abs(line.left - other.left) > _SAME_LEFT


def _captioned(read: Sequence[_Read]) -> list[_Read]:
    """A line such as "그림 3. …" before or behind a picture is its caption."""
    pictures = {at for at, each in enumerate(read) if each.told.kind == FIGURE}
    return [
        replace(each, told=replace(each.told, kind=CAPTION))
        if _is_caption(each) and {at - 1, at + 1} & pictures
        else each
        for at, each in enumerate(read)
    ]


def _is_caption(each: _Read) -> bool:
    return each.told.kind == PARAGRAPH and _CAPTION.fullmatch(each.text) is not None


def _groups(read: Sequence[_Read]) -> list[Group]:
    """Headings with their levels; where there are any, size and weight make no others."""
    levels = _levels([each.told for each in read])
    letters: Counter[float] = Counter()
    for each in read:
        letters[each.told.lines[0].size] += len(each.text)
    usual = letters.most_common(1)[0][0] if letters else 0.0
    return [_group(each, levels, usual) for each in read]


def _levels(told: Sequence[Told]) -> dict[int, int]:
    """Levels as they are heard: 1 is the title of the document and no other heading."""
    heads = [each for each in told if each.kind in (HEADING, TITLE)]
    firsts = [each for each in heads if each.level == 1]
    shift = int(len(firsts) > 1)
    return {level: min(level + shift, _LOWEST) for level in range(1, _LOWEST + 1)} if heads else {}


def _group(each: _Read, levels: dict[int, int], usual: float) -> Group:
    told = each.told
    first = told.lines[0]
    level = {TITLE: 1, HEADING: levels.get(told.level, 0)}.get(told.kind, 0)
    is_plain = bool(levels) and not level
    return Group(
        text=each.text,
        size=usual if is_plain else first.size,
        is_bold=first.is_bold and not is_plain,
        is_centred=False,
        locator=_place(each),
        level=level,
    )


def _block(each: _Read, default: str) -> Block:
    told, place = each.told, _place(each)
    match told.kind:
        case "table":
            return table_of(told, each.texts, place)
        case "figure":
            return Figure(told.alt, default, place)
        case "item":
            return _item(each, place, default)
        case "note":
            return _note(each, place, default)
        case _:
            role = "caption" if told.kind == CAPTION else ""
            return Paragraph(each.text, role, default, place)


def _item(each: _Read, place: Locator, default: str) -> ListItem:
    """An item; where its bullet is no label of its own it is the first letter of its text."""
    if each.told.label:
        return ListItem(each.text, each.told.label, each.told.level, default, place)
    found = blocks_of(each.text, place, default)
    first = found[0] if len(found) == 1 else None
    if isinstance(first, (ListItem, Note)):
        return ListItem(first.text, first.marker, each.told.level, default, first.locator)
    return ListItem(each.text, "•", each.told.level, default, place)


def _note(each: _Read, place: Locator, default: str) -> Note:
    if each.told.label:
        return Note(each.text, each.told.label, "footnote", default, place)
    if note := note_of(each.text, place, default):
        return note
    found = blocks_of(each.text, place, default)
    first = found[0] if len(found) == 1 else None
    return first if isinstance(first, Note) else Note(each.text, "", "footnote", default, place)


def _in_language(block: Block, each: _Read, default: str) -> Block:
    text = " ".join(each.texts) or each.told.alt
    return replace(block, language=language_of(text, each.told.language, default))


def language_of(text: str, told: str, default: str) -> str:
    """The language of a text: what the tags name, unless its letters say otherwise.

    Korean written in a file that calls everything English is common.
    """
    match = _PRIMARY.fullmatch(told)
    if match is None or _HANGUL.search(text):
        return main_language(text, default)
    primary = match.group(1).lower()
    return main_language(text, "ko") if primary == "ko" else primary


def _place(each: _Read) -> Locator:
    box = tuple(round(edge, 1) for edge in each.told.box)
    lines = () if each.told.rows else printed_lines(each.text, each.told.lines)
    return Locator(page=each.told.page, box=box, lines=lines)
