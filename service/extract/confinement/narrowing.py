"""A process narrows itself for good before it reads; what could not be had is told, not hidden."""

import os
import resource as limits
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from service.extract.base import Hold
from service.extract.confinement import filtering, kernel, landlock

_MEGABYTE = 1 << 20
_OPEN_FILES = 64
_OWN_PROCESSES = 16
_USERS_PROCESSES = 4096
_NOBODY = 65534
_FIRST_OF_ALL = 3


@dataclass(frozen=True, slots=True)
class Room:
    """What a process may take; `may_start` tells whether it may start programs."""

    memory_mb: int
    cpu_s: int
    may_start: bool


def narrow(room: Room, keep: int) -> tuple[Hold, ...]:
    """Narrow this process; `keep` is the one descriptor that stays open. Gives what holds now."""
    _stand_alone(keep)
    holds = [
        hold
        for hold, take in (
            (Hold.USER, _leave_root),
            (Hold.NETWORK, kernel.leave_network),
        )
        if _holds(take)
    ]
    _limit(room, is_alone=Hold.NETWORK in holds)
    holds += [Hold.FILES] if _holds(landlock.install) else []
    if _holds(lambda: filtering.install(may_start=room.may_start)):
        holds += [Hold.CALLS] if room.may_start else [Hold.CALLS, Hold.STARTS]
    return tuple(holds)


def _stand_alone(keep: int) -> None:
    """A group of its own, so that all of it can be ended; nothing else stays open."""
    with suppress(PermissionError):  # it leads a group already
        os.setsid()
    _holds(_die_with_parent)
    os.closerange(_FIRST_OF_ALL, keep)
    os.closerange(keep + 1, limits.getrlimit(limits.RLIMIT_NOFILE)[0])


def _holds(take: Callable[[], None]) -> bool:
    try:
        take()
    except OSError:
        return False
    return True


def _die_with_parent() -> None:
    kernel.die_with_parent(signal.SIGKILL)


def _leave_root() -> None:
    """Become nobody, if nobody can read what reading needs; OSError if not."""
    if os.geteuid() != 0:
        return
    needed = tuple(landlock.readable())
    os.seteuid(_NOBODY)
    can_read = all(_is_readable(path) for path in needed)
    os.seteuid(0)
    if not can_read:
        raise PermissionError(f"user {_NOBODY} cannot read the program")
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    _die_with_parent()  # a change of user forgets it


def _is_readable(path: Path) -> bool:
    return os.access(path, os.R_OK, effective_ids=True)


def _limit(room: Room, *, is_alone: bool) -> None:
    """Limits of each process; processes are counted by user, or by the user's namespace."""
    memory = room.memory_mb * _MEGABYTE
    processes = _OWN_PROCESSES if is_alone else _USERS_PROCESSES
    for kind, most in (
        (limits.RLIMIT_AS, memory),
        (limits.RLIMIT_CPU, room.cpu_s),
        (limits.RLIMIT_FSIZE, 0),
        (limits.RLIMIT_NOFILE, _OPEN_FILES),
        (limits.RLIMIT_CORE, 0),
        (limits.RLIMIT_NPROC, processes),
    ):
        hard = limits.getrlimit(kind)[1]
        least = most if hard == limits.RLIM_INFINITY else min(most, hard)
        limits.setrlimit(kind, (least, least))
