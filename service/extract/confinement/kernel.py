"""Requests to the Linux kernel that Python's library has no names for; a refusal is an OSError."""

import ctypes
import errno
import os
import platform
import sys

_libc = ctypes.CDLL(None, use_errno=True)

_SET_PARENT_DEATH_SIGNAL = 1
_SET_CHILD_SUBREAPER = 36
_SET_NO_NEW_PRIVILEGES = 38
_NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000


def machine() -> str:
    """What numbers the calls of this process have: "x86_64", "aarch64" or another name."""
    is_64_bit = sys.maxsize > 1 << 32
    return platform.machine() if sys.platform == "linux" and is_64_bit else "unknown"


def call(number: int, *arguments: object) -> int:
    """A system call by its number."""
    return _checked("syscall", ctypes.c_long(number), *arguments)


def die_with_parent(signal_number: int) -> None:
    """From now on, the end of the process (thread) that forked this one sends it a signal."""
    _control(_SET_PARENT_DEATH_SIGNAL, signal_number)


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ended."""
    _control(_SET_CHILD_SUBREAPER, 1)


def give_up_privileges() -> None:
    """No program that is started from here gains what this process does not have."""
    _control(_SET_NO_NEW_PRIVILEGES, 1)


def leave_network() -> None:
    """Move to a user and a network of this process alone, where there is nobody to talk to."""
    _checked("unshare", _NEW_USER | _NEW_NETWORK | _NEW_IPC)


def _control(what: int, value: int) -> None:
    _checked("prctl", what, ctypes.c_ulong(value), *[ctypes.c_ulong(0)] * 3)


def _checked(function: str, *arguments: object) -> int:
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    result: int = _libc[function](*arguments)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
