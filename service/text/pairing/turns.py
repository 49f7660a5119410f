"""Two narrations as one that is heard in turns: a step in one language, then the other (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.model.document import NOWHERE
from service.model.narration import Narration, Utterance
from service.model.pairing import Pairing

_SIDES = 2
_TITLES_PARTED_BY = " / "


def named(language: str, utterance: str) -> str:
    """The id of an utterance where those of two documents stand on one page."""
    return f"{language}-{utterance}"


def in_turns(first: Narration, second: Narration, pairing: Pairing) -> Narration:
    """Both narrations step by step: what stands before and behind the text goes there too.

    Places in the sources are left out, as they are places in two documents.
    """
    sides = first, second
    borders = [_borders(side.utterances, pairing, at) for at, side in enumerate(sides)]
    said = (
        *(each for at in range(_SIDES) for each in _part(sides[at], at, 0, borders[at][0])),
        *_steps(sides, pairing),
        *(each for at in range(_SIDES) for each in _part(sides[at], at, borders[at][1], None)),
    )
    title = _TITLES_PARTED_BY.join(filter(None, (first.title, second.title)))
    return replace(first, title=title, utterances=said, omissions=())


def _borders(said: Sequence[Utterance], pairing: Pairing, side: int) -> tuple[int, int]:
    """Where what stands in steps begins among utterances, and where it ends."""
    held = {block for step in pairing.steps for block in (step.first, step.second)[side]}
    places = [at for at, each in enumerate(said) if each.block in held]
    return (places[0], places[-1] + 1) if places else (len(said), len(said))


def _part(side: Narration, at: int, start: int, end: int | None) -> Iterator[Utterance]:
    yield from (_placed(each, side.language, at) for each in side.utterances[start:end])


def _steps(sides: Sequence[Narration], pairing: Pairing) -> Iterator[Utterance]:
    by_block: list[dict[int, list[Utterance]]] = [{}, {}]
    for side, found in zip(sides, by_block, strict=True):
        for each in side.utterances:
            found.setdefault(each.block, []).append(each)
    for step in pairing.steps:
        for at, blocks in enumerate((step.first, step.second)):
            for block in blocks:
                said = by_block[at].get(block, ())
                yield from (_placed(each, sides[at].language, at) for each in said)


def _placed(each: Utterance, language: str, side: int) -> Utterance:
    """An utterance under its name on the page; its block is none of the other document's."""
    block = each.block * _SIDES + side if each.block >= 0 else each.block
    return replace(each, id=named(language, each.id), block=block, locator=NOWHERE)
