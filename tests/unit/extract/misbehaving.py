"""What a child may try when a document has taken it over; run in the sandbox by its tests."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from service.extract import child, drawing
from service.extract.confinement import filtering, kernel, landlock
from service.extract.confinement.narrowing import Room, narrow
from service.extract.pdf import pages, prints, scans

BELOW = "61.73"
"""Seconds that a program below a child sleeps; its name in the list of processes."""


def _tell(answers, detail):
    answers.send_bytes(
        json.dumps({"error": "document-took-too-long", "detail": detail, "is_last": True}).encode()
    )


def _narrowed(answers, task, *, may_start=True):
    limits = task.limits
    return narrow(Room(limits.memory_mb, limits.timeout_s + 1, may_start), answers.fileno())


def _refused(answers, name, *tries):
    """Tell the name when every try fails."""
    for attempt in tries:
        try:
            attempt()
        except OSError:
            continue
        return
    _tell(answers, name)


def without_filter(answers, task):
    """Read on a machine whose kernel has neither filters nor Landlock nor namespaces."""

    def missing(*_, **__):
        raise OSError(38, "Function not implemented")

    filtering.install = landlock.install = missing
    kernel.leave_network = kernel.leave_users = kernel.become = missing
    child.read(answers, task)


def sleep(answers, task):
    time.sleep(60)


def die(answers, task):
    os._exit(3)


def memory(answers, task):
    _narrowed(answers, task)
    try:
        bytearray(task.limits.memory_mb << 21)
    except MemoryError:
        _tell(answers, "memory")


def processor(answers, task):
    narrow(Room(task.limits.memory_mb, 1, may_start=False), answers.fileno())
    while True:
        pass


def files(answers, task):
    _narrowed(answers, task)
    kept = []
    _refused(
        answers,
        "files",
        lambda: kept.extend(os.open(os.devnull, os.O_RDONLY) for _ in range(200)),
    )


def writing(answers, task):
    """No file is made, none is changed, none is removed."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    here = Path(__file__)
    _narrowed(answers, task)
    _refused(
        answers,
        "writing",
        lambda: Path(f"deutgi-{os.getpid()}.tmp").touch(),
        lambda: here.open("ab").close(),
        lambda: here.with_suffix(".gone").mkdir(),
        lambda: here.rename(here.with_suffix(".moved")),
        lambda: here.chmod(0o600),
        lambda: os.truncate(here, 0),
        lambda: here.with_suffix(".link").symlink_to(here),
    )


def network(answers, task):
    _narrowed(answers, task)
    _refused(
        answers,
        "network",
        *(
            lambda family=family, kind=kind: socket.socket(family, kind)
            for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK)
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW)
        ),
        socket.socketpair,
    )


def old_socket(answers, task):
    """A socket that is open already cannot be used either."""
    pair = socket.socketpair()
    os.dup2(pair[0].fileno(), 0)  # where it stays open
    _narrowed(answers, task)
    left = socket.socket(fileno=0)
    _refused(
        answers,
        "old_socket",
        lambda: left.send(b"x"),
        lambda: left.recv(1, socket.MSG_DONTWAIT),
        lambda: left.connect("/nowhere/there"),
        lambda: left.bind("/nowhere/here"),
    )


def secrets(answers, task):
    """Settings of the service and files of others cannot be read."""
    parent = os.getppid()
    _narrowed(answers, task)
    _refused(
        answers,
        "secrets",
        lambda: Path(f"/proc/{parent}/environ").read_bytes(),
        lambda: Path("/etc/passwd").read_bytes(),
        lambda: Path(__file__).read_bytes(),
    )


def others(answers, task):
    """Other processes, and the machine itself, are out of reach."""
    parent = os.getppid()
    _narrowed(answers, task)
    libc = ctypes.CDLL(None, use_errno=True)

    def call(name, *arguments):
        if libc[name](*arguments) < 0:
            raise OSError(ctypes.get_errno(), name)

    _refused(
        answers,
        "others",
        lambda: os.kill(parent, 0),
        lambda: os.killpg(0, 0),
        lambda: call("ptrace", 16, parent, 0, 0),
        lambda: call("mount", b"none", b"/", None, 0, None),
        lambda: call("unshare", 0x10000000),
        lambda: call("syscall", 321, 0, 0, 0),
        lambda: call("syscall", 425, 1, None),
        os.setsid,
        lambda: os.setpgid(0, 0),
    )


def starting(answers, task):
    """Where nothing has to be started, nothing can be."""
    _narrowed(answers, task, may_start=False)
    _refused(
        answers,
        "starting",
        os.fork,
        lambda: subprocess.run(["true"], check=False),
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
    )


def bomb(answers, task):
    """Two hundred children that wait, if they can be made; then hang."""
    _narrowed(answers, task)
    _children(200)
    time.sleep(60)


def counted_bomb(answers, task):
    """Tell how many children could be made."""
    _narrowed(answers, task)
    _tell(answers, f"{_children(200)} children")


def _children(most):
    for made in range(most):
        try:
            if os.fork() == 0:
                time.sleep(60)
                os._exit(0)
        except OSError:
            return made
    return most


def leave_one_behind(answers, task):
    """Start a program and its program, leave them and hang."""
    _narrowed(answers, task)
    subprocess.Popen(["sh", "-c", f"sleep {BELOW} & sleep {BELOW}"])
    time.sleep(60)


def answer_and_leave_one(answers, task):
    """Start a program and answer as if nothing were."""
    _narrowed(answers, task)
    subprocess.Popen(["sleep", BELOW])
    _tell(answers, "answered")


def nonsense(answers, task):
    answers.send_bytes(b'{"release": {"title": 1, "blocks": "none"}}')


def no_json(answers, task):
    answers.send_bytes(b"\xff\xfe")


def odd_pages(answers, task):
    answers.send_bytes(json.dumps({"page": 7, "pages": 3}).encode())


def talk(answers, task):
    while True:
        answers.send_bytes(b'{"page": 1, "pages": 1}')


def stall(answers, task):
    """Promise a long answer, send some of it and stop."""
    os.write(answers.fileno(), (1_000).to_bytes(4, "big") + b"{")
    time.sleep(60)


def _read_but(answers, task, what, page=2):
    """Read as always, but do something else on one page."""
    usual = prints._sheet
    prints._sheet = lambda pdf, body, number: what() if number == page else usual(pdf, body, number)
    child.read(answers, task)


def _segfault():
    ctypes.string_at(0)


def _eat():
    kept = []
    while True:
        kept.append(bytearray(64 << 20))


def _hang_below():
    scans.subprocess.run(["sleep", BELOW], preexec_fn=scans._die_with_reader, check=False)


def crash_on_page_2(answers, task):
    _read_but(answers, task, _segfault)


def hang_on_opening(answers, task):
    pages.opened = lambda *_, **__: time.sleep(60)
    child.read(answers, task)


def hang_on_page_1(answers, task):
    _read_but(answers, task, lambda: time.sleep(60), page=1)


def hang_on_page_2(answers, task):
    _read_but(answers, task, lambda: time.sleep(60))


def hang_on_page_9(answers, task):
    _read_but(answers, task, lambda: time.sleep(60), page=9)


def hang_below_page_2(answers, task):
    _read_but(answers, task, _hang_below)


def eat_on_page_2(answers, task):
    _read_but(answers, task, _eat)


def crash_on_every_page(answers, task):
    prints._sheet = lambda *_: _segfault()
    child.read(answers, task)


def _draw_but(answers, task, what):
    """Be narrowed as always, then do something else than drawing."""
    drawing._dots = lambda _: what()
    drawing.draw(answers, task)


def draw_reaching_out(answers, task):
    """Tell whatever can be reached from a process that draws."""
    parent = os.getppid()

    def reach():
        tries = {
            "network": socket.socket,
            "secrets": Path("/etc/passwd").read_bytes,
            "settings": Path(f"/proc/{parent}/environ").read_bytes,
            "writing": Path(f"deutgi-{os.getpid()}.tmp").touch,
            "starting": os.fork,
            "others": lambda: os.kill(parent, 0),
        }
        reached = [name for name, attempt in tries.items() if _succeeds(attempt)]
        raise RuntimeError(f"reached {reached}")

    _draw_but(answers, task, reach)


def _succeeds(attempt):
    try:
        attempt()
    except OSError:
        return False
    return True


def draw_and_die(answers, task):
    _draw_but(answers, task, _segfault)


def draw_for_ever(answers, task):
    _draw_but(answers, task, lambda: time.sleep(60))


def draw_and_eat(answers, task):
    _draw_but(answers, task, _eat)


def draw_too_little(answers, task):
    _draw_but(answers, task, lambda: b"\xff" * 12)


def draw_too_much(answers, task):
    _draw_but(answers, task, lambda: b"\xff" * 10_000_000)


def draw_nonsense(answers, task):
    answers.send_bytes(b"[1, 2]")


def draw_half(answers, task):
    """Promise all dots, send some of them and stop."""
    answers.send_bytes(b"{}")
    os.write(answers.fileno(), (30_000).to_bytes(4, "big") + b"\xff" * 9)
    time.sleep(60)
