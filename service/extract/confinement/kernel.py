"""Requests to the Linux kernel that Python's library has no names for; a refusal is an OSError."""

import ctypes
import errno
import os
import platform
import struct
import sys

from service.extract.confinement.syscalls import CAPABILITIES, MACHINES

_libc = ctypes.CDLL(None, use_errno=True)

_SET_PARENT_DEATH_SIGNAL = 1
_KEEP_CAPABILITIES = 8
_SET_CHILD_SUBREAPER = 36
_SET_NO_NEW_PRIVILEGES = 38
_CAPABILITIES_VERSION = 0x20080522
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
    """Move to a network of this process alone, where there is nobody to talk to."""
    _checked("unshare", _NEW_NETWORK | _NEW_IPC)


def leave_users() -> None:
    """Move to users and a network of this process alone, which users without rights may do."""
    _checked("unshare", _NEW_USER | _NEW_NETWORK | _NEW_IPC)


def capabilities() -> int:
    """What of root's might this process has now: one bit for each CAP_… of linux/capability.h."""
    low, _, _, high, _, _ = struct.unpack("6I", _about_capabilities("get", bytes(24)))
    return int(low | high << 32)


def become(user: int, kept: int) -> None:
    """Be another user and group, and keep none of root's might but the capabilities `kept`."""
    _control(_KEEP_CAPABILITIES, 1)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    _about_capabilities("set", struct.pack("6I", kept, kept, 0, 0, 0, 0))


def _about_capabilities(what: str, data: bytes) -> bytes:
    if machine() not in MACHINES:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    head = ctypes.create_string_buffer(struct.pack("Ii", _CAPABILITIES_VERSION, 0))
    told = ctypes.create_string_buffer(data, len(data))
    call(CAPABILITIES[what][MACHINES.index(machine())], head, told)
    return told.raw


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
