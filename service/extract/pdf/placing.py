"""Where text without tags belongs among the blocks of a tagged page (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from service.extract.pdf.lines import Line
from service.extract.pdf.sheets import Box
from service.extract.pdf.told import Told, box_of

_WITHIN = 1.0


def placed_among(blocks: Sequence[Told], lines: Iterable[Line]) -> Iterator[Told | Line]:
    """Blocks in their order; lines behind the last one that ends above them in their column."""
    turns = [(_turn(box_of(line), blocks), line) for line in lines]
    found = {turn: [line for _, line in own] for turn, own in groupby(_by_turn(turns), _first)}
    yield from found.get(0, ())
    for at, block in enumerate(blocks, start=1):
        yield block
        yield from found.get(at, ())


def _by_turn(turns: Iterable[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """In the order of turns, lines of one turn as they came."""
    return sorted(turns, key=_first)


def _first(pair: tuple[int, Line]) -> int:
    return pair[0]


def _turn(box: Box, blocks: Sequence[Told]) -> int:
    """How many blocks are read before a line."""
    above = [at for at, block in enumerate(blocks, start=1) if _ends_above(block.box, box)]
    return max(above, default=0)


def _ends_above(block: Box, box: Box) -> bool:
    is_beside = block[2] < box[0] or box[2] < block[0]
    return block[3] <= box[1] + _WITHIN and not is_beside
