"""A process narrows itself for good before it reads; what could not be had is told, not hidden."""

import os
import resource as limits
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from service.extract.base import Hold
from service.extract.confinement import filtering, kernel, landlock

_MEGABYTE = 1 << 20
_OPEN_FILES = 64
_OWN_PROCESSES = 16
_USERS_PROCESSES = 4096
# Far from the users of systems and of namespaces.
_FIRST_USER = 1_900_000_000
# CAP_KILL; CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, of which containers have the first by default.
_TO_KILL, _TO_READ = 1 << 5, 1 << 1 | 1 << 2
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
    holds = _leave()
    _limit(room, is_alone=Hold.PROCESSES in holds)
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


def _leave() -> list[Hold]:
    """Leave root and the network behind, in the ways that are open to this user."""
    was_root = os.geteuid() == 0
    is_away = was_root and _holds(kernel.leave_network)
    is_nobody = was_root and _holds(_become_nobody)
    is_moved = not is_away and not (is_nobody and _reads_by_might()) and _holds(kernel.leave_users)
    found = {
        Hold.NETWORK: is_away or is_moved,
        Hold.USER: is_nobody or not was_root,
        Hold.PROCESSES: is_nobody or (is_moved and not was_root),
    }
    return [hold for hold, is_so in found.items() if is_so]


def _become_nobody() -> None:
    """Be a user that nobody else is, so that its processes are counted by themselves.

    What this user cannot read it reads by a capability. OSError, and nothing has changed, where the
    parent could not end such a child, or where there are no such users.
    """
    mine = kernel.capabilities()
    if not mine & _TO_KILL:
        raise PermissionError("a process of another user could not be ended")
    user = _FIRST_USER + os.getpid()
    kernel.become(user, 0 if _can_read(user) else mine & _TO_READ)
    _die_with_parent()  # a change of user forgets it


def _reads_by_might() -> bool:
    return kernel.capabilities() != 0


def _can_read(user: int) -> bool:
    """Whether another user can read what a reader needs."""
    needed = [(path, os.R_OK | (os.X_OK if path.is_dir() else 0)) for path in landlock.readable()]
    os.seteuid(user)
    try:
        return all(os.access(path, wanted, effective_ids=True) for path, wanted in needed)
    finally:
        os.seteuid(0)


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
