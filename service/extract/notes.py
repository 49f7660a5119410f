"""Notes tied to the places in the text that their marks stand at (pure).

An asterisk belongs to the nearest mark of as many asterisks behind a word above it. A numbered note
belongs to the nearest such number behind a word, above it first, since notes at the end stand below
and notes at a foot may be read before the sentence that goes on over the page. A remark (※) has no
mark in the text: it belongs to the end of what stands before it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.model.document import (
    UNANCHORED,
    Anchor,
    Block,
    Boilerplate,
    Figure,
    Note,
    Table,
)

_STARS = re.compile(r"(?<=[^\s*†(\[<])(\*{1,3}|†)(?![*†])")
_SUPERSCRIPT = re.compile(r"(?<=\S)([⁰¹²³⁴-⁹]{1,3})\)?")
# Behind a letter, a closing mark or the end of a sentence: 인구1) · 했다.1) · 「민법」(1)
_BRACKETED = re.compile(r"(?<=[^\W\d_]|[)\]」』》”’\"'%.])(?<!\d\.)(\(\d{1,3}\)|\d{1,3}\))")
# A bare figure behind a word says most often something else: 제1 · 코로나19 · 총3명
_BARE = re.compile(
    r"(?<=[가-힣a-z)])(?<!제)(\d{1,3})(?=[\s.,;」』”’]|$|[은는이가을를의에로와과도](?![가-힣]))"
)
_FORMS = (_STARS, _SUPERSCRIPT, _BRACKETED, _BARE)
_NUMBER = re.compile(r"\(?(\d{1,3})[).]?")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_REMARKS = frozenset("※☞")
# A note and its asterisk are on the same page; a legend must not find one of chapters before.
_FARTHEST = 40

_BRACKET_WITHIN = 200

_Marks = dict[str, list[Anchor]]


def anchored(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks; notes without an anchor have that of their mark, where there is one."""
    if not any(isinstance(block, Note) for block in blocks):
        return tuple(blocks)
    free = _marks(blocks)
    for block in blocks:
        if isinstance(block, Note) and block.anchor != UNANCHORED:
            _take(free.get(_key(block.marker), []), block.anchor)
    return tuple(
        replace(block, anchor=_anchor(blocks, at, block, free))
        if isinstance(block, Note) and block.anchor == UNANCHORED
        else block
        for at, block in enumerate(blocks)
    )


def _marks(blocks: Sequence[Block]) -> _Marks:
    """Where each mark stands behind a word, in the order of reading."""
    found: _Marks = defaultdict(list)
    for at, block in enumerate(blocks):
        for offset, key in sorted(_marks_of(block)):
            anchor = Anchor(at, offset)
            if anchor not in found[key][-1:]:
                found[key].append(anchor)
    return found


def _marks_of(block: Block) -> Iterator[tuple[int, str]]:
    """Places and keys of marks; a place in a table is the table."""
    match block:
        case Boilerplate() | Figure():
            return
        case Table():
            texts = [block.caption, *(cell.text for row in block.rows for cell in row)]
            yield from ((0, key) for text in texts for _, key in _marks_in(text))
        case _:
            yield from _marks_in(block.text)


def _marks_in(text: str) -> Iterator[tuple[int, str]]:
    for form in _FORMS:
        for match in form.finditer(text):
            if not _says_otherwise(text, match):
                yield match.start(), _key(match.group(1))


def _says_otherwise(text: str, match: re.Match[str]) -> bool:
    """Whether it is a product (3*4) or closes a bracket that was opened before: (코로나19)."""
    before, mark = text[max(0, match.start() - _BRACKET_WITHIN) : match.start()], match.group(1)
    if mark == "*":
        return before[-1:].isdigit() and text[match.end() :][:1].isdigit()
    return mark.endswith(")") and "(" not in mark and before.count("(") > before.count(")")


def _key(marker: str) -> str:
    """What a mark in the text and the mark of its note have in common."""
    plain = marker.translate(_PLAIN).strip()
    number = _NUMBER.fullmatch(plain)
    return str(int(number.group(1))) if number else plain


def _anchor(blocks: Sequence[Block], at: int, note: Note, free: _Marks) -> Anchor:
    if note.marker.strip() in _REMARKS:
        return _end_before(blocks, at)
    key = _key(note.marker)
    places = free.get(key, [])
    above = [place for place in places if place.block < at]
    below = [place for place in places if place.block > at] if key.isdigit() else []
    if not key.isdigit():
        above = [place for place in above if place.block >= at - _FARTHEST]
    nearest = [place for place in above if place.block == above[-1].block] or below
    if not nearest:
        return UNANCHORED
    return _take(places, nearest[0])


def _take(places: list[Anchor], place: Anchor) -> Anchor:
    """One mark belongs to one note: the next note of the same mark goes to the next one."""
    if place in places:
        places.remove(place)
    return place


def _end_before(blocks: Sequence[Block], at: int) -> Anchor:
    """The end of the last block before a remark that is no note itself."""
    for place in range(at - 1, -1, -1):
        match blocks[place]:
            case Note() | Boilerplate():
                continue
            case Table():
                return Anchor(place, 0)
            case Figure(alt=alt):
                return Anchor(place, len(alt))
            case block:
                return Anchor(place, len(block.text))
    return UNANCHORED
