"""The filter of system calls, run here step by step as the kernel would, for both architectures."""

import errno
import os

import pytest

from service.extract.confinement import syscalls
from service.extract.confinement.filtering import Holder, program
from service.extract.confinement.syscalls import AUDIT_ARCHITECTURES, MACHINES, numbers

PID = 4711
ALLOWED, KILLED = 0x7FFF0000, 0x80000000
REFUSED, UNKNOWN = 0x50000 | errno.EACCES, 0x50000 | errno.ENOSYS
NEW_USER, THREAD = 0x10000000, 0x3D0F00


def answer(machine, number, *arguments, architecture=None, may_start=True):
    """What the filter answers to a call, by the rules of classic BPF."""
    data = {0: number, 4: architecture or AUDIT_ARCHITECTURES[machine]}
    data |= {16 + 8 * at: value for at, value in enumerate(arguments)}
    steps = program(Holder(machine, PID, may_start))
    at, loaded = 0, 0
    while True:
        code, if_true, if_false, value = steps[at]
        at += 1
        match code:
            case 0x20:
                loaded = data.get(value, 0)
            case 0x06:
                return value
            case 0x15:
                at += if_true if loaded == value else if_false
            case 0x25:
                at += if_true if loaded > value else if_false
            case 0x45:
                at += if_true if loaded & value else if_false


@pytest.mark.parametrize("machine", MACHINES)
def test_every_listed_call_is_refused(machine):
    groups = (
        syscalls.NETWORK,
        syscalls.OTHER_PROCESSES,
        syscalls.MACHINE_ITSELF,
        syscalls.FILES,
    )
    listed = [number for group in groups for number in numbers(group, machine).values()]
    assert len(listed) == len(set(listed)) > 90
    assert {answer(machine, number) for number in listed} == {REFUSED}


# read, write, mmap, exit_group: what every process needs.
@pytest.mark.parametrize(
    ("machine", "needed"), [("x86_64", (0, 1, 9, 231)), ("aarch64", (63, 64, 222, 94))]
)
def test_what_a_reader_needs_is_allowed(machine, needed):
    assert {answer(machine, number) for number in needed} == {ALLOWED}


@pytest.mark.parametrize("machine", MACHINES)
def test_files_are_opened_to_read_and_never_to_write(machine):
    for name, number in numbers(syscalls.OPENING, machine).items():
        before = (0,) * (1 if name == "open" else 2)
        assert answer(machine, number, *before, os.O_RDONLY | os.O_CLOEXEC) == ALLOWED
        for flags in (os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC, os.O_TMPFILE | os.O_RDWR):
            assert answer(machine, number, *before, flags) == REFUSED


@pytest.mark.parametrize("machine", MACHINES)
def test_programs_are_started_where_that_is_needed_and_never_escape(machine):
    clone = numbers(syscalls.STARTING, machine)["clone"]
    assert answer(machine, clone, THREAD) == ALLOWED
    assert answer(machine, clone, NEW_USER) == REFUSED
    for number in numbers(syscalls.STARTING, machine).values():
        assert answer(machine, number, 17, may_start=False) == REFUSED


@pytest.mark.parametrize("machine", MACHINES)
def test_signals_and_limits_reach_nobody_else(machine):
    own = numbers(syscalls.OWN_ONLY, machine)
    assert (answer(machine, own["tgkill"], PID), answer(machine, own["tgkill"], 1)) == (
        ALLOWED,
        REFUSED,
    )
    assert (answer(machine, own["prlimit64"], 0), answer(machine, own["prlimit64"], 1)) == (
        ALLOWED,
        REFUSED,
    )


@pytest.mark.parametrize("machine", MACHINES)
def test_unknown_calls_and_the_forms_that_hide_their_arguments_do_not_exist(machine):
    hidden = numbers(syscalls.WITH_OLDER_FORM, machine).values()
    later = (syscalls.NEWEST + 1, 0x40000000 + 41)
    assert {answer(machine, number) for number in (*hidden, *later)} == {UNKNOWN}


@pytest.mark.parametrize("machine", MACHINES)
def test_calls_in_the_numbers_of_another_architecture_end_the_process(machine):
    assert answer(machine, 41, architecture=0x40000003) == KILLED
