"""Links of several strands put into one order (pure).

Notes are aligned by themselves, because each language sets them elsewhere in its text; where links
cross, what lies between them is one step.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.text.pairing.path import Link


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one place to another in both texts, ends included, with the links within."""

    first: range
    second: range
    links: tuple[Link, ...] = ()


def in_order(links: Sequence[Link], lengths: tuple[int, int]) -> Iterator[Stretch]:
    """Stretches that hold every place of both texts once, in the order of both.

    Links must be pairs; places that none holds stand alone, each by itself.
    """
    at = (0, 0)
    for stretch in _apart(sorted(links, key=lambda link: (link.first[0], link.second[0]))):
        yield from _alone(at, (stretch.first.start, stretch.second.start))
        yield stretch
        at = stretch.first.stop, stretch.second.stop
    yield from _alone(at, lengths)


def _apart(links: Sequence[Link]) -> list[Stretch]:
    """Links by their order in the first text, those that cross or touch in one stretch."""
    apart: list[Stretch] = []
    for link in links:
        joined = Stretch(_reach(link.first), _reach(link.second), (link,))
        while apart and not _is_before(apart[-1], joined):
            joined = _both(apart.pop(), joined)
        apart.append(joined)
    return apart


def _is_before(one: Stretch, other: Stretch) -> bool:
    return one.first.stop <= other.first.start and one.second.stop <= other.second.start


def _both(one: Stretch, other: Stretch) -> Stretch:
    first = range(min(one.first.start, other.first.start), max(one.first.stop, other.first.stop))
    second = range(
        min(one.second.start, other.second.start), max(one.second.stop, other.second.stop)
    )
    return Stretch(first, second, (*one.links, *other.links))


def _reach(places: Sequence[int]) -> range:
    return range(min(places), max(places) + 1)


def _alone(start: tuple[int, int], end: tuple[int, int]) -> Iterator[Stretch]:
    yield from (Stretch(range(at, at + 1), range(0)) for at in range(start[0], end[0]))
    yield from (Stretch(range(0), range(at, at + 1)) for at in range(start[1], end[1]))
