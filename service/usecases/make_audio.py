"""Segments in, clips on the shelf out: the only place where speech is made."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from service import codec
from service.errors import AudioError, ListenError, SpeechError
from service.jobs.base import Order
from service.model.jobs import Priority
from service.model.manifest import Manifest
from service.model.speech import Clip, Piece, Segment
from service.store.base import Shelf
from service.store.keys import clip_key
from service.usecases.clips import Failure, Making, StandIn, heard_key, keep_clip
from service.usecases.keeping import keep, kept
from service.usecases.services import Services
from service.usecases.stand_ins import spoken
from service.usecases.time_words import timed

MAKE = "make"
SPEAK = "speak"
HEAR = "hear"
"""What SPEAK is, for somebody who waits: a kind of its own, so that a worker can be kept free."""
_AT_ONCE = 2
WINDOW = 8
"""Segments of one job: few enough that an urgent one seldom waits behind others."""
_WINDOWS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class SpeakWork:
    """What the jobs `speak` and `hear` are told: a stretch of a plan."""

    manifest: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class MakeWork:
    """What the job `make` is told: a whole plan, and how urgent its segments are."""

    manifest: str
    priority: int


@dataclass(frozen=True, slots=True)
class MadeClip:
    """A clip, the key of what it really says in the voices that really speak, and its making."""

    key: str
    clip: Clip
    making: Making


def ask_for_segment(services: Services, manifest: str, index: int) -> None:
    """Have a segment made before anything else, then what follows it: some minutes of sound."""
    border = index - index % WINDOW + WINDOW
    end = min(border + _WINDOWS_AHEAD * WINDOW, services.plans.count(manifest))
    work = codec.to_json(SpeakWork(manifest, index, 1))
    orders = [
        Order(HEAR, f"{manifest}:{index}", work, Priority.LISTENER),
        *(_speak_order(manifest, first, Priority.SOON) for first in range(border, end, WINDOW)),
    ]
    if index + 1 < min(border, end):
        orders.append(_speak_order(manifest, index + 1, Priority.NEXT))
    services.queue.submit(orders)


def ask_for_all(services: Services, manifest: str, priority: Priority) -> None:
    """Have a whole plan made; queueing it costs the same for any length."""
    work = codec.to_json(MakeWork(manifest, int(priority)))
    services.queue.submit([Order(MAKE, manifest, work, priority)])


def queue_windows(services: Services, work: MakeWork) -> None:
    """Cut what is missing of a plan into jobs, in order: the work of the job `make`."""
    keys = services.plans.keys(work.manifest)
    missing = (at for at, (key, _) in enumerate(keys) if not heard_key(services.store, key))
    windows = dict.fromkeys(at - at % WINDOW for at in missing)
    priority = Priority(work.priority)
    services.queue.submit([_speak_order(work.manifest, first, priority) for first in windows])


def speak_window(services: Services, work: SpeakWork, checkpoint: Callable[[], None]) -> None:
    """Make what is missing of a stretch: the work of the jobs `speak` and `hear`.

    `checkpoint` is called before each segment and may end the work by raising. A segment that
    fails is recorded and the others are made; one missing sentence must not silence the rest.
    """
    segments = services.plans.segments(work.manifest, work.first, work.count)
    for _ in speak_in_order(services, work.manifest, segments, checkpoint):
        pass


def speak_in_order(
    services: Services,
    manifest: str,
    segments: Sequence[Segment],
    checkpoint: Callable[[], None] = lambda: None,
) -> Iterator[Segment]:
    """Make clips, one spoken while the one before it is finished; gives each once it is there."""
    under_way: deque[tuple[Segment, Future[None]]] = deque()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for segment in segments:
            checkpoint()
            under_way.append((segment, pool.submit(speak_segment, services, manifest, segment)))
            if len(under_way) == _AT_ONCE:
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())


def _finished(segment: Segment, future: "Future[None]") -> Segment:
    future.result()
    return segment


def speak_segment(services: Services, manifest: str, segment: Segment) -> None:
    """Make one clip unless it is there; a failure is kept beside it with its code.

    Whoever else is making the same clip is waited for, so that no sentence is spoken twice.
    """
    with services.turns.hold(segment.key):
        if not heard_key(services.store, segment.key):
            _try_to_make(services, manifest, segment)


def _try_to_make(services: Services, manifest: str, segment: Segment) -> None:
    try:
        put_clip(services, segment, made_clip(services, manifest, segment))
    except (SpeechError, AudioError) as error:
        _record_failure(services, segment, error)
    else:
        services.store.drop(Shelf.FAILURES, segment.key)


def made_clip(services: Services, manifest: str, segment: Segment) -> MadeClip:
    """Speak and finish a segment of a plan; raises SpeechError and AudioError."""
    prosody = services.plans.prosody(manifest)
    sounds = spoken(services, manifest, segment, prosody)
    clip = services.finisher.finish([timed(services, sound, prosody) for sound in sounds])
    pieces = [
        replace(piece, voice=sound.voice)
        for piece, sound in zip(segment.pieces, sounds, strict=True)
    ]
    is_own = not clip.stand_in_for
    key = segment.key if is_own else clip_key(pieces, prosody, services.finisher.profile)
    return MadeClip(key, clip, _making(services, manifest, pieces))


def _making(services: Services, manifest: str, pieces: Sequence[Piece]) -> Making:
    head = kept(services.store, Shelf.MANIFESTS, manifest, Manifest)
    return Making(
        text=" ".join(piece.text for piece in pieces),
        made_with=tuple(dict.fromkeys(f"{p.voice.id} {p.voice.version}" for p in pieces)),
        rules=head.provenance.rules if head else "",
        audio=services.finisher.profile,
    )


def put_clip(services: Services, segment: Segment, made: MadeClip) -> None:
    """Keep a clip where it is heard: as the one planned, or as a stand-in for it."""
    keep_clip(services.store, made.key, made.clip, made.making)
    if reason := made.clip.stand_in_for:
        stand_in = StandIn(made.key, reason, time.time())
        keep(services.store, Shelf.STAND_INS, segment.key, stand_in)
    else:
        services.store.drop(Shelf.STAND_INS, segment.key)


def _record_failure(services: Services, segment: Segment, error: ListenError) -> None:
    keep(services.store, Shelf.FAILURES, segment.key, Failure(error.code, time.time()))


def _speak_order(manifest: str, first: int, priority: Priority) -> Order:
    """The work from a segment up to the next border between windows."""
    work = codec.to_json(SpeakWork(manifest, first, WINDOW - first % WINDOW))
    return Order(SPEAK, f"{manifest}:{first}", work, priority)
