"""Two releases of one event in step: block by block, and sentence by sentence within (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from service.model.document import Boilerplate, Document, Table
from service.model.narration import Narration, Utterance
from service.model.pairing import Pairing, SaidAlike, Step
from service.text.pairing.merging import Stretch, in_order
from service.text.pairing.parts import NOTE, Part, Written, parts_of, written
from service.text.pairing.path import Link, links_of

FLOOR = 0.6
"""Less sure pairs are none: the page claims nothing that may well be wrong."""

FEWEST_OF_SHORTER = 0.3
"""Where less of the shorter document has a partner, the two do not tell of one event."""

MOST_SENTENCES = 6_000
"""Of so many sentences, of both sides together, partners are looked for within blocks; blocks
behind them are paired as a whole. Each block alone may be long, and there may be many of them."""

_TITLE = "title"


def paired(first: tuple[Document, Narration], second: tuple[Document, Narration]) -> Pairing:
    """All blocks of both documents in steps, in the order of both; furniture and titles are none.

    Documents that hardly say the same are put into steps without any pair.
    """
    sides = _Side(*first), _Side(*second)
    parts = parts_of(sides[0].texts, sides[1].texts, _languages(sides))
    lengths = len(parts[0]), len(parts[1])
    links = tuple(_links(parts))
    paired_most = max(len({at for link in links for at in side}) for side in _places(links))
    if paired_most < FEWEST_OF_SHORTER * min(lengths):
        links = ()
    stretches = tuple(in_order(links, lengths))
    alike = _within((link for stretch in stretches for link in stretch.links), sides)
    return Pairing(tuple(_step(stretch, sides, alike) for stretch in stretches))


def _places(links: Sequence[Link]) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    return [link.first for link in links], [link.second for link in links]


class _Side:
    """A document with what is said of each of its blocks."""

    def __init__(self, document: Document, narration: Narration) -> None:
        self.document, self.language = document, narration.language
        self.said = _by_block(narration)
        titles = {each.block for each in narration.utterances if each.role == _TITLE}
        self.places = tuple(
            at
            for at, block in enumerate(document.blocks)
            if at not in titles and not isinstance(block, Boilerplate)
        )

    @property
    def texts(self) -> tuple[Written, ...]:
        """What of each block is compared."""
        return tuple(written(self.document.blocks[at]) for at in self.places)

    def blocks(self, places: Sequence[int]) -> tuple[int, ...]:
        """The indexes of blocks in the document."""
        return tuple(self.places[at] for at in places)

    def sentences(self, places: Sequence[int]) -> tuple[Utterance, ...]:
        """What is said of blocks and shown, in order; of a table, its rows."""
        return tuple(
            each
            for block in self.blocks(places)
            for each in self.said.get(block, ())
            if each.display and (each.role == "row" or not self._is_table(block))
        )

    def _is_table(self, block: int) -> bool:
        return isinstance(self.document.blocks[block], Table)


_Sides = tuple[_Side, _Side]


def _languages(sides: _Sides) -> tuple[str, str]:
    return sides[0].language, sides[1].language


def _by_block(narration: Narration) -> Mapping[int, Sequence[Utterance]]:
    found: dict[int, list[Utterance]] = {}
    for each in narration.utterances:
        found.setdefault(each.block, []).append(each)
    return found


def _links(parts: tuple[Sequence[Part], Sequence[Part]]) -> Iterator[Link]:
    """Pairs of running text, and pairs of notes, which stand elsewhere in each language."""
    for of_notes in (False, True):
        places = [
            [at for at, part in enumerate(side) if (part.kind == NOTE) is of_notes]
            for side in parts
        ]
        strand = [[side[at] for at in at_] for side, at_ in zip(parts, places, strict=True)]
        for link in links_of(strand[0], strand[1], FLOOR):
            if link.first and link.second:
                yield replace(
                    link,
                    first=tuple(places[0][at] for at in link.first),
                    second=tuple(places[1][at] for at in link.second),
                )


def _within(links: Iterable[Link], sides: _Sides) -> Mapping[Link, tuple[SaidAlike, ...]]:
    """The sentences that say the same, by the link that holds them."""
    found: dict[Link, tuple[SaidAlike, ...]] = {}
    looked_at = 0
    for link in links:
        looked_at += len(sides[0].sentences(link.first)) + len(sides[1].sentences(link.second))
        if looked_at > MOST_SENTENCES:
            break
        found[link] = tuple(_alike(link, sides))
    return found


def _step(stretch: Stretch, sides: _Sides, within: Mapping[Link, tuple[SaidAlike, ...]]) -> Step:
    first, second = sides[0].blocks(stretch.first), sides[1].blocks(stretch.second)
    confidence = min((link.confidence for link in stretch.links), default=0.0)
    alike = tuple(each for link in stretch.links for each in within.get(link, ()))
    return Step(first, second, confidence, alike)


def _alike(link: Link, sides: _Sides) -> Iterator[SaidAlike]:
    """The sentences of a link that say the same; where one side has one, it says all of it."""
    said = sides[0].sentences(link.first), sides[1].sentences(link.second)
    if min(map(len, said)) == 1 and max(map(len, said)) <= _FEW:
        yield SaidAlike(_ids(said[0]), _ids(said[1]), link.confidence)
        return
    texts = [[Written(each.display) for each in side] for side in said]
    for inner in links_of(*parts_of(texts[0], texts[1], _languages(sides)), FLOOR):
        if inner.first and inner.second:
            one, two = (
                [side[at] for at in at_]
                for side, at_ in zip(said, (inner.first, inner.second), strict=True)
            )
            yield SaidAlike(_ids(one), _ids(two), inner.confidence * link.confidence)


_FEW = 2


def _ids(said: Sequence[Utterance]) -> tuple[str, ...]:
    return tuple(each.id for each in said)
