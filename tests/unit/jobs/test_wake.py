import os
import shutil
import threading

from service.jobs.base import Order
from service.jobs.sqlite import SqliteQueue
from service.jobs.wake import Bells
from service.model.jobs import Priority


def test_a_ring_wakes_who_waits(tmp_path):
    bell = Bells(tmp_path, "q")
    assert bell.wait(0, ["speak"]) is False
    Bells(tmp_path, "q").ring(["speak"])
    assert bell.wait(5, ["speak"]) is True
    bell.close()


def test_ringing_where_nobody_listens_is_harmless(tmp_path):
    Bells(tmp_path, "nobody").ring(["speak"])
    assert list(tmp_path.iterdir()) == []


def test_ringing_too_often_never_blocks(tmp_path):
    bell = Bells(tmp_path, "q")
    bell.wait(0, ["speak"])
    for _ in range(70_000):  # a pipe holds 65,536 bytes
        bell.ring(["speak"])
    assert bell.wait(0, ["speak"]) is True
    bell.close()


def test_waiting_work_survives_the_process_that_queued_it(tmp_path):
    child = os.fork()
    if child == 0:
        queue = SqliteQueue(tmp_path / "work.db")
        queue.submit([Order("speak", "a", "{}", Priority.BATCH)])
        os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    queue = SqliteQueue(tmp_path / "work.db")
    assert queue.claim("w", 9, ["speak"]).key == "a"
    queue.close()


def test_two_threads_never_claim_the_same_job(tmp_path):
    queue = SqliteQueue(tmp_path / "work.db")
    queue.submit([Order("speak", str(n), "{}", Priority.BATCH) for n in range(100)])
    claimed = []

    def work():
        while job := queue.claim(threading.current_thread().name, 60, ["speak"]):
            claimed.append(job.key)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    queue.close()
    assert sorted(claimed, key=int) == [str(n) for n in range(100)]


def test_a_ring_wakes_only_who_waits_for_that_kind(tmp_path):
    readers, speakers = Bells(tmp_path, "q"), Bells(tmp_path, "q")
    readers.wait(0, ["read"])
    speakers.wait(0, ["make", "speak"])
    Bells(tmp_path, "q").ring(["speak", "speak"])
    assert (readers.wait(0, ["read"]), speakers.wait(0, ["make", "speak"])) == (False, True)
    readers.close()
    speakers.close()


def test_where_no_pipe_can_be_made_bells_ring_in_the_spare(tmp_path, monkeypatch):
    monkeypatch.setattr("service.spare._MEMORY", tmp_path)
    (tmp_path / "file").write_text("")
    waiter, ringer = (Bells(tmp_path / "file", "q") for _ in range(2))
    assert waiter.wait(0, ["speak"]) is False
    ringer.ring(["speak"])
    assert waiter.wait(0, ["speak"]) is True
    waiter.close()


def test_a_bell_whose_folder_was_deleted_is_heard_again_from_the_next_wait(tmp_path):
    folder = tmp_path / "cache"
    waiter = Bells(folder, "q")
    waiter.wait(0, ["hear", "speak"])
    shutil.rmtree(folder)
    assert waiter.wait(0, ["hear", "speak"]) is False
    Bells(folder, "q").ring(["speak"])
    assert waiter.wait(0, ["hear", "speak"]) is True
    waiter.close()


def test_a_thread_that_waits_while_another_makes_the_bell_anew_is_not_disturbed(tmp_path):
    folder = tmp_path / "cache"
    bells = Bells(folder, "q")
    bells.wait(0, ["speak"])
    heard = []
    waiter = threading.Thread(target=lambda: heard.append(bells.wait(0.3, ["speak"])))
    waiter.start()
    shutil.rmtree(folder)
    bells.wait(0, ["speak"])
    waiter.join()
    assert heard == [False]
    Bells(folder, "q").ring(["speak"])
    assert bells.wait(0, ["speak"]) is True
    bells.close()
