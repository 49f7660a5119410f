"""The whole service as `flask serve` starts it: it comes up, and nothing is left when it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

WITHIN_S = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(origin):
    try:
        with urllib.request.urlopen(origin, timeout=1) as answer:  # noqa: S310 - loopback
            return answer.status == 200
    except OSError:
        return False


def until(condition):
    end = time.monotonic() + WITHIN_S
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def holders(folder):
    """Processes that were started with this cache folder and still live."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if str(folder).encode() in (entry / "environ").read_bytes():
                found.append(entry.name)
    return found


def children(pid):
    """The processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [child for task in tasks for child in task.read_text().split()]


def command_of(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode().replace("\0", " ")


@pytest.fixture(params=["granian", "waitress"])
def service(request, tmp_path):
    """A running service in a session of its own, and the folder by which its family is known."""
    port = free_port()
    given = {"CACHE_DIR": tmp_path / "kept", "PORT": port, "WEB_SERVER": request.param}
    environ = os.environ | {f"LISTEN_{name}": str(value) for name, value in given.items()}
    command = [sys.executable, "-m", "service", "serve"]
    process = subprocess.Popen(command, env=environ, start_new_session=True)
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}/"))
        yield process, tmp_path / "kept"
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("service", ["granian"], indirect=True)
def test_a_web_process_that_dies_is_replaced_and_takes_no_other_with_it(service):
    process, folder = service
    (parent,) = (pid for pid in children(process.pid) if "service.web_server" in command_of(pid))
    until(lambda: len(children(parent)) >= 2)
    dying, *_ = before = set(children(parent))
    others = set(holders(folder)) - before
    os.kill(int(dying), signal.SIGKILL)
    until(lambda: dying not in children(parent) and len(children(parent)) == len(before))
    assert others <= set(holders(folder))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_ends_everything_in_good_order(service, number):
    process, folder = service
    assert len(holders(folder)) >= 4
    os.killpg(process.pid, number)  # as a terminal does with Ctrl-C
    assert process.wait(WITHIN_S) == 0
    assert holders(folder) == []


def test_nothing_outlives_a_service_that_was_killed(service):
    process, folder = service
    process.kill()
    process.wait()
    until(lambda: holders(folder) == [])


def test_a_port_that_is_taken_ends_the_service(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        given = {"CACHE_DIR": tmp_path, "PORT": taken.getsockname()[1], "WEB_SERVER": "waitress"}
        environ = os.environ | {f"LISTEN_{name}": str(value) for name, value in given.items()}
        done = subprocess.run(
            [sys.executable, "-m", "service", "serve"],
            env=environ,
            timeout=WITHIN_S,
            check=False,
            capture_output=True,
        )
    assert done.returncode != 0
