import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from service.errors import StoreUnavailable
from service.spare import spare_folder
from service.store.turns import FileTurns

KEY = "ab" * 32
OTHER = "cd" * 32
HOLD = """
import sys, time
from pathlib import Path
from service.store.turns import FileTurns
with FileTurns(Path(sys.argv[1])).hold(sys.argv[2]):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kept" / "turns.lock"


def test_threads_hold_a_key_one_after_the_other(path):
    turns, inside, most = FileTurns(path), [], []

    def work():
        with turns.hold(KEY):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.002)
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 12


def test_other_keys_do_not_wait(path):
    turns = FileTurns(path)
    with turns.hold(KEY), turns.hold(OTHER):
        assert path.stat().st_size == 0


def test_a_failing_block_gives_its_turn_back(path):
    turns = FileTurns(path)
    with pytest.raises(ZeroDivisionError), turns.hold(KEY):
        _ = 1 / 0
    with turns.hold(KEY):
        pass


def test_a_killed_process_gives_its_turn_back_at_once(path):
    got = threading.Event()

    def wait():
        with FileTurns(path).hold(KEY):
            got.set()

    command = [sys.executable, "-c", HOLD, str(path), KEY]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert not got.wait(0.1)
        os.kill(holder.pid, signal.SIGKILL)
        assert got.wait(10)
        waiting.join()


def test_what_is_no_key_is_refused(path):
    with pytest.raises(ValueError, match="not a key"), FileTurns(path).hold("x"):
        pass


def test_where_nothing_can_be_made_turns_are_kept_in_the_spare(tmp_path, monkeypatch):
    monkeypatch.setattr("service.spare._MEMORY", tmp_path)
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "turns.lock"
    got = threading.Event()

    def wait():
        with FileTurns(path).hold(KEY):
            got.set()

    waiting = threading.Thread(target=wait)
    with FileTurns(path).hold(KEY):
        waiting.start()
        assert not got.wait(0.05)
    waiting.join()
    assert got.is_set()


def test_where_even_the_spare_is_a_stranger_s_it_is_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr("service.spare._MEMORY", tmp_path)
    (tmp_path / "file").write_text("")
    spare_folder(tmp_path / "file").mkdir(mode=0o755)
    with pytest.raises(StoreUnavailable), FileTurns(tmp_path / "file" / "x").hold(KEY):
        pass
