"""Audio as a listener gets it: each sentence as soon as it exists, the rest while it is made."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from service.audio.frames import FULL, Grade, duration_ms, silence
from service.errors import (
    AudioError,
    ClipNotReady,
    ClipUnknown,
    ManifestUnknown,
    SpeechError,
    by_code,
)
from service.model.jobs import Priority
from service.model.speech import Segment
from service.usecases.clips import failure_of, heard_key
from service.usecases.grades import clip_data
from service.usecases.make_audio import WINDOW, ask_for_all, ask_for_segment
from service.usecases.services import Services

_SHORTEST_LOOK_S = 0.002
_LONGEST_LOOK_S = 0.05
_FAILURE_STANDS_S = 30
# A clip that is found broken is made again, once.
_LOOKS = 2
# A listener so far behind what was given has no need to go before others.
_FAR_AHEAD_MS = 10_000


@dataclass(slots=True)
class _Pace:
    """How far what was given is ahead of somebody who hears it as it comes; all in milliseconds."""

    begun_at: float = field(default_factory=time.monotonic)
    given_ms: int = 0

    @property
    def is_near(self) -> bool:
        """Whether the listener may soon have to wait."""
        return self.given_ms < (time.monotonic() - self.begun_at) * 1000 + _FAR_AHEAD_MS


def follow(services: Services, manifest: str, grade: Grade = FULL) -> Iterator[bytes]:
    """The joined audio from its beginning, segment by segment, made ahead of the listener.

    Raises ManifestUnknown at once; a segment that failed is passed over (the manifest tells which),
    one that does not come in time ends the audio with ClipNotReady.
    """
    count = services.plans.count(manifest)
    if count < 0:
        raise ManifestUnknown(f"no manifest {manifest}")
    ask_for_segment(services, manifest, 0)
    ask_for_all(services, manifest, Priority.FOLLOWING)
    return _windows(services, manifest, count, grade)


def hear_clip(services: Services, key: str, grade: Grade = FULL) -> tuple[str, bytes]:
    """One clip, made first if need be: the key of what is heard, and its bytes.

    Raises ClipUnknown when it is planned nowhere, ClipNotReady when it is not made in time, and
    the error that made it fail.
    """
    for _ in range(_LOOKS):
        found = heard_key(services.store, key) or _made(services, key)
        if (data := clip_data(services, found, grade)) is not None:
            return found, data
    raise ClipNotReady(f"{found} goes as it comes")


def _made(services: Services, key: str) -> str:
    """Have a planned clip made, and give the key of what is heard."""
    place = services.plans.find(key)
    if place is None:
        raise ClipUnknown(f"no plan has {key}")
    _refuse_recent_failure(services, key)
    ask_for_segment(services, *place)
    ask_for_all(services, place[0], Priority.FOLLOWING)
    return wait_for_clip(services, key, time.time())


def wait_for_clip(services: Services, key: str, asked_at: float) -> str:
    """Wait until a clip is there, and give the key of what is heard.

    Raises the clip's own error when making it failed after `asked_at` (seconds since 1970), and
    ClipNotReady when the wait is over.
    """
    end = time.monotonic() + services.settings.clip_wait_ms / 1000
    pause_s = _SHORTEST_LOOK_S
    while not (found := heard_key(services.store, key)):
        failure = failure_of(services.store, key)
        if failure and failure.at >= asked_at:
            raise by_code(failure.code)(f"segment {key}")
        if time.monotonic() > end:
            raise ClipNotReady(f"segment {key} was not made in time")
        time.sleep(pause_s)
        pause_s = min(pause_s * 1.3, _LONGEST_LOOK_S)
    return found


def _windows(services: Services, manifest: str, count: int, grade: Grade) -> Iterator[bytes]:
    pace = _Pace()
    for first in range(0, count, WINDOW):
        asked_at = time.time() - _FAILURE_STANDS_S
        for segment in services.plans.segments(manifest, first, WINDOW):
            if first and pace.is_near and not heard_key(services.store, segment.key):
                ask_for_segment(services, manifest, segment.index)
            data = _heard(services, manifest, segment, _Want(asked_at, grade))
            whole = data + silence(segment.pause_frames, grade)
            pace.given_ms += duration_ms(whole, grade)
            yield whole


@dataclass(frozen=True, slots=True)
class _Want:
    """Since when a segment is waited for (seconds since 1970), and in which grade."""

    asked_at: float
    grade: Grade


def _heard(services: Services, manifest: str, segment: Segment, want: _Want) -> bytes:
    """The bytes of a segment; none when it failed: the manifest says so and the player tells."""
    for _ in range(_LOOKS):
        try:
            found = wait_for_clip(services, segment.key, want.asked_at)
        except (SpeechError, AudioError):
            return b""
        if (data := clip_data(services, found, want.grade)) is not None:
            return data
        ask_for_segment(services, manifest, segment.index)
    return b""


def _refuse_recent_failure(services: Services, key: str) -> None:
    failure = failure_of(services.store, key)
    if failure and time.time() - failure.at < _FAILURE_STANDS_S:
        raise by_code(failure.code)(f"segment {key}")
