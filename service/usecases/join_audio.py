"""The whole audio of a finished document as one file that exists nowhere: a virtual join."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from service.audio.frames import FULL, Grade, silence
from service.errors import ClipNotReady
from service.usecases.follow_audio import hear_clip
from service.usecases.services import Services
from service.usecases.timelines import Heard


@dataclass(frozen=True, slots=True)
class Joined:
    """What the join is made of: `ends[i]` is where part i ends, in bytes from the beginning.

    `head` is what stands before the first part.
    """

    keys: tuple[str, ...]
    pauses: tuple[int, ...]
    ends: tuple[int, ...]
    grade: Grade
    head: bytes = b""

    @property
    def size(self) -> int:
        """Bytes of the whole."""
        return self.ends[-1] if self.ends else len(self.head)


def joined(heard: Heard, grade: Grade = FULL, head: bytes = b"") -> Joined:
    """Lay out the join of a complete document; parts that failed have no bytes but their pause.

    The layout needs no audio: a light clip has as many frames as the full one.
    """
    frames = zip(heard.timeline.frames, heard.pauses, strict=True)
    sizes = ((count + pause) * grade.frame_bytes for count, pause in frames)
    ends = tuple(accumulate(sizes, initial=len(head)))[1:]
    return Joined(heard.keys, heard.pauses, ends, grade, head)


def read_joined(services: Services, join: Joined, start: int, stop: int) -> Iterator[bytes]:
    """The bytes from `start` up to `stop`, part by part; finding the first part is a bisection."""
    index = bisect_right(join.ends, start)
    begun = join.ends[index - 1] if index else len(join.head)
    if start < len(join.head):
        yield join.head[start:stop]
    while begun < stop and index < len(join.ends):
        data = _part(services, join, index)
        yield data[max(0, start - begun) : stop - begun]
        begun = join.ends[index]
        index += 1


def _part(services: Services, join: Joined, index: int) -> bytes:
    """The bytes of a part; a clip that is gone or broken is made again.

    Raises ClipNotReady when it comes out with other frames than were laid out: better to break off
    than to send something else than what was promised. The next request gets another layout.
    """
    key, pause = join.keys[index], silence(join.pauses[index], join.grade)
    data = hear_clip(services, key, join.grade)[1] if key else b""
    begun = join.ends[index - 1] if index else len(join.head)
    if begun + len(data) + len(pause) != join.ends[index]:
        raise ClipNotReady(f"{key} was made anew with other frames")
    return data + pause
