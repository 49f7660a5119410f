"""A filter of system calls (seccomp): no network, no writing, hands off other processes.

The program is a list of instructions of classic BPF, which the kernel runs before every call of
this process and of all that it starts. See seccomp(2) and linux/seccomp.h, linux/filter.h.
"""

import ctypes
import errno
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from service.extract.confinement import kernel, syscalls
from service.extract.confinement.syscalls import numbers

_LOAD, _IF_EQUAL, _IF_ABOVE, _IF_ANY_BIT, _ANSWER = 0x20, 0x15, 0x25, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT, _ARGUMENT_BYTES = 0, 4, 16, 8
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NOT_ALLOWED, _UNKNOWN = _REFUSE | errno.EACCES, _REFUSE | errno.ENOSYS
_SET_FILTER = 1

_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FLAGS_OF = {"open": 1, "openat": 2}
# CLONE_NEW… of every kind, and CLONE_PARENT, which gives the child to somebody else.
_TO_ESCAPE = 0x7E020000 | 0x8000

Instruction = tuple[int, int, int, int]
"""Code, steps to jump if true and if false, value."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a filter holds: its architecture and process id, and whether it may start programs."""

    machine: str
    pid: int
    may_start: bool


def program(holder: Holder) -> tuple[Instruction, ...]:
    """The filter for a process (pure)."""
    return (
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_IF_EQUAL, 1, 0, syscalls.AUDIT_ARCHITECTURES[holder.machine]),
        (_ANSWER, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_IF_ABOVE, 0, 1, syscalls.NEWEST),
        (_ANSWER, 0, 0, _UNKNOWN),
        *_refusals(holder),
        *_conditions(holder),
        (_ANSWER, 0, 0, _ALLOW),
    )


def install(*, may_start: bool) -> None:
    """Hold this process from now on; OSError where the kernel has no filters for it."""
    machine = kernel.machine()
    if machine not in syscalls.MACHINES:
        raise OSError(errno.ENOSYS, f"no list of system calls for {machine}")
    kernel.give_up_privileges()
    steps = program(Holder(machine, os.getpid(), may_start))
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    # struct sock_fprog: how many instructions, and where they are.
    told = struct.pack("HP", len(steps), ctypes.addressof(code))
    kernel.call(syscalls.SECCOMP[machine], _SET_FILTER, 0, ctypes.create_string_buffer(told))


def _refusals(holder: Holder) -> Iterator[Instruction]:
    groups = (
        (syscalls.NETWORK, _NOT_ALLOWED),
        (syscalls.OTHER_PROCESSES, _NOT_ALLOWED),
        (syscalls.MACHINE_ITSELF, _NOT_ALLOWED),
        (syscalls.FILES, _NOT_ALLOWED),
        ("" if holder.may_start else syscalls.STARTING, _NOT_ALLOWED),
        (syscalls.WITH_OLDER_FORM, _UNKNOWN),
    )
    for listed, answer in groups:
        for number in numbers(listed, holder.machine).values():
            yield from ((_IF_EQUAL, 0, 1, number), (_ANSWER, 0, 0, answer))


def _conditions(holder: Holder) -> Iterator[Instruction]:
    """What is refused by an argument: opening to write, new namespaces, ids of others."""
    for name, number in numbers(syscalls.OPENING, holder.machine).items():
        yield from _refused_by(number, _FLAGS_OF[name], (_IF_ANY_BIT, 0, 1, _TO_WRITE))
    yield from _refused_by(
        numbers(syscalls.STARTING, holder.machine)["clone"], 0, (_IF_ANY_BIT, 0, 1, _TO_ESCAPE)
    )
    own = numbers(syscalls.OWN_ONLY, holder.machine)
    yield from _refused_by(own["tgkill"], 0, (_IF_EQUAL, 1, 0, holder.pid))
    yield from _refused_by(own["prlimit64"], 0, (_IF_EQUAL, 1, 0, 0))


def _refused_by(number: int, argument: int, test: Instruction) -> Iterator[Instruction]:
    """Of one call: refused when the test on the lower half of an argument leads to the next step.

    Both architectures are little-endian, so the lower half comes first.
    """
    yield _IF_EQUAL, 0, 4, number
    yield _LOAD, 0, 0, _ARGUMENTS_AT + argument * _ARGUMENT_BYTES
    yield test
    yield _ANSWER, 0, 0, _NOT_ALLOWED
    yield _ANSWER, 0, 0, _ALLOW
