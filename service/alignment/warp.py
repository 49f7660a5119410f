"""Which frame of one sound is which of another: dynamic time warping in a band (pure).

Every frame of the first sound is used once; the second waits, goes on, or leaves one out. It is
first stretched evenly to the length of the first, and neither may run ahead of that by more than a
second, so that time and memory grow with the length only.
"""

import numpy as np
from numpy.typing import NDArray

from service.alignment.features import HOP_MS, Frames

_REACH = 1_000 // HOP_MS
_WIDTH = 2 * _REACH + 1
_OFFSETS = np.arange(-_REACH, _REACH + 1)
_BLOCK = 128
_WAITING, _LEAVING_OUT = 1.2, 1.2
"""What it costs to wait or to leave out, as a multiple of a step."""
_LOOSE_ENDS = 3
_FAR = np.float32(1e9)

Places = NDArray[np.float64]


def places(first: Frames, second: Frames) -> Places:
    """For each frame of the first sound the place in the second, in its frames; never falling."""
    count, others = len(first), len(second)
    stretched = second[np.rint(np.linspace(0, others - 1, count)).astype(int)]
    band = _band(first, stretched)
    steps = np.zeros(band.shape, dtype=np.int8)
    cost = np.full(_WIDTH + 4, _FAR, dtype=np.float32)
    cost[2:-2] = np.where(_OFFSETS <= _LOOSE_ENDS, band[0], _FAR)
    for at in range(1, count):
        steps[at], reached = _best(cost, band[at])
        cost[2:-2] = np.minimum(reached, _FAR)
    last = np.where(_OFFSETS >= -_LOOSE_ENDS, np.where(_OFFSETS <= 0, cost[2:-2], _FAR), _FAR)
    path = _traced(steps, int(last.argmin()))
    scaled: Places = np.maximum.accumulate(path) * (others - 1) / max(1, count - 1)
    return scaled


def _band(first: Frames, stretched: Frames) -> Frames:
    """How far each frame of the first is from those around the same place of the other.

    Block by block, so that the distances are few large products and memory stays a band.
    """
    count = len(first)
    padded = np.pad(stretched, ((_REACH, _REACH), (0, 0)))
    squares = np.full(len(padded), _FAR, dtype=np.float32)
    squares[_REACH : _REACH + count] = np.square(stretched).sum(axis=1)
    band = np.empty((count, _WIDTH), dtype=np.float32)
    for begin in range(0, count, _BLOCK):
        rows = first[begin : begin + _BLOCK]
        columns = slice(begin, begin + len(rows) + 2 * _REACH)
        apart = squares[columns] - 2 * (rows @ padded[columns].T)
        apart += np.square(rows).sum(axis=1)[:, None]
        down, right = apart.strides
        shape, strides = (len(rows), _WIDTH), (down + right, right)
        diagonals = np.lib.stride_tricks.as_strided(apart, shape, strides, writeable=False)
        band[begin : begin + len(rows)] = np.sqrt(np.maximum(diagonals, 0))
    return band


def _best(cost: Frames, step: Frames) -> tuple[NDArray[np.int8], Frames]:
    """The cheapest way into each place: 0 by waiting, 1 by going on, 2 by leaving one out.

    The band moves on by one with every frame, so that who waits is one place further in it.
    """
    size = step.size
    ways = np.stack(
        [
            cost[3 : 3 + size] + step * _WAITING,
            cost[2 : 2 + size] + step,
            cost[1 : 1 + size] + step * _LEAVING_OUT,
        ]
    )
    chosen = ways.argmin(axis=0)
    return chosen.astype(np.int8), ways[chosen, np.arange(size)]


def _traced(steps: NDArray[np.int8], place: int) -> Places:
    """The cheapest path, from its end to its beginning."""
    count, size = steps.shape
    path = np.zeros(count)
    for at in range(count - 1, -1, -1):
        path[at] = at - _REACH + place
        place = min(size - 1, max(0, place + 1 - int(steps[at, place])))
    return np.clip(path, 0, count - 1)
