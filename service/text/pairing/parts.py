"""Blocks and sentences as what can be compared over languages (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.model.document import (
    Block,
    Boilerplate,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Table,
)
from service.text.pairing.figures import Found, figures_in
from service.text.pairing.names import addresses_in, latin_in, shared_sounds, sounds_in
from service.text.pairing.terms import terms_in

_LETTERS_PER_SYLLABLE = 2.3
"""So many letters of English say what a syllable of Hangul says."""

HEADING, TEXT, NOTE, TABLE, FIGURE = "heading text note table figure".split()
CONTACT, SUBTITLE = "contact", "subtitle"


@dataclass(frozen=True, slots=True)
class Part:
    """A block or sentence: its kind, its length in letters of English, and its anchors.

    `level` is that of a heading or the depth of an item, -1 elsewhere; `shape` counts rows and
    columns of a table.
    """

    kind: str
    length: float
    anchors: frozenset[Found]
    level: int = -1
    shape: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Written:
    """A text with its kind, before its anchors are known."""

    text: str
    kind: str = TEXT
    level: int = -1
    shape: tuple[int, int] = (0, 0)


def written(block: Block) -> Written:
    """What of a block is compared."""
    match block:
        case Table():
            text = " | ".join(cell.text for row in block.rows for cell in row)
            columns = max((len(row) for row in block.rows), default=0)
            return Written(f"{block.caption} {text}", TABLE, -1, (len(block.rows), columns))
        case Figure():
            return Written(block.alt, FIGURE)
        case Heading() | ListItem():
            return Written(block.text, *_at_level(block))
        case _:
            return Written(block.text, _kind(block))


def _at_level(block: Heading | ListItem) -> tuple[str, int]:
    return (HEADING, block.level) if isinstance(block, Heading) else (TEXT, block.depth)


def _kind(block: Paragraph | Note | Boilerplate) -> str:
    if isinstance(block, Note):
        return NOTE
    is_own = isinstance(block, Paragraph) and block.role in (CONTACT, SUBTITLE)
    return block.role if isinstance(block, Paragraph) and is_own else TEXT


def parts_of(
    first: Sequence[Written], second: Sequence[Written], languages: tuple[str, str]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts of two documents; sounds count where both have them."""
    sounds = [
        sounds_in((each.text for each in side), language)
        for side, language in zip((first, second), languages, strict=True)
    ]
    shared = shared_sounds(*sounds)
    one, other = (
        tuple(_part(each, language, heard & shared) for each, heard in zip(side, of, strict=True))
        for side, language, of in zip((first, second), languages, sounds, strict=True)
    )
    return one, other


def _part(each: Written, language: str, sounds: Iterable[str]) -> Part:
    anchors = (
        figures_in(each.text)
        | addresses_in(each.text)
        | latin_in(each.text, language)
        | terms_in(each.text, language)
        | {("sound", sound) for sound in sounds}
    )
    return Part(each.kind, length_of(each.text), anchors, each.level, each.shape)


def length_of(text: str) -> float:
    """The length in letters of English, without spaces and marks."""
    letters = [letter for letter in text if letter.isalnum()]
    return sum(_LETTERS_PER_SYLLABLE if "가" <= each <= "힣" else 1.0 for each in letters)
