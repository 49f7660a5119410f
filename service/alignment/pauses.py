"""Pauses that can be heard, and words that begin behind them (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from service.model.speech import Mark

_STEP_MS = 5
_QUIET_DB = -38.0
_SHORTEST_MS = 100
# A pause further away from the nearest border between words belongs inside a word, or to no border.
_NEAR_MS = 120


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of silence within the speech, in milliseconds."""

    start_ms: int
    end_ms: int


def pauses(samples: NDArray[np.float32], rate_hz: int) -> tuple[Pause, ...]:
    """All pauses of at least a tenth of a second between the first and the last sound."""
    step = rate_hz * _STEP_MS // 1000
    count = samples.size // step
    if not count:
        return ()
    peaks = np.abs(samples[: count * step]).reshape(count, step).max(axis=1)
    loud = np.flatnonzero(peaks > peaks.max() * 10 ** (_QUIET_DB / 20))
    gaps = np.flatnonzero(np.diff(loud) * _STEP_MS > _SHORTEST_MS)
    return tuple(
        Pause(int(loud[gap] + 1) * _STEP_MS, int(loud[gap + 1]) * _STEP_MS) for gap in gaps
    )


def behind_pauses(marks: Sequence[Mark], found: Sequence[Pause]) -> tuple[Mark, ...]:
    """Marks of which those beside a pause end and begin with it; others stay where they are."""
    moved = list(marks)
    for pause in found:
        borders = range(1, len(moved))
        at = min(borders, key=lambda i: _distance(moved[i].start_ms, pause), default=0)
        if at and _distance(moved[at].start_ms, pause) <= _NEAR_MS:
            before, behind = moved[at - 1], moved[at]
            if before.start_ms < pause.start_ms and pause.end_ms <= _until(moved, at):
                moved[at - 1] = replace(before, end_ms=pause.start_ms)
                moved[at] = replace(
                    behind, start_ms=pause.end_ms, end_ms=max(pause.end_ms, behind.end_ms)
                )
    return tuple(moved)


def _distance(at_ms: int, pause: Pause) -> int:
    return max(0, pause.start_ms - at_ms, at_ms - pause.end_ms)


def _until(marks: Sequence[Mark], at: int) -> int:
    """Where the word behind begins, which a moved word must not pass."""
    return marks[at + 1].start_ms if at + 1 < len(marks) else max(marks[at].end_ms, 1 << 40)
