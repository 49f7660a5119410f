"""One suite for every keeper of the Queue contract."""

import pytest

from service.errors import LeaseLost
from service.jobs.base import NOBODY_WAITS, Order
from service.jobs.memory import MemoryQueue
from service.jobs.sqlite import SqliteQueue
from service.model.jobs import JobState, Priority

KINDS = ("speak",)


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(params=["memory", "sqlite"])
def queue(request, tmp_path, clock):
    made = MemoryQueue(clock) if request.param == "memory" else SqliteQueue(tmp_path / "q", clock)
    yield made
    made.close()


def order(key, priority=Priority.BATCH):
    return Order("speak", key, "{}", priority)


def test_second_submit_joins_the_first(queue):
    queue.submit([order("a")])
    queue.submit([order("a")])
    assert queue.counts()["queued"] == 1


def test_joining_raises_the_priority_and_never_lowers_it(queue):
    queue.submit([order("a", Priority.STAFF)])
    queue.submit([order("a", Priority.LISTENER)])
    queue.submit([order("a", Priority.BATCH)])
    assert queue.most_urgent(KINDS) == Priority.LISTENER


def test_the_most_urgent_goes_first_then_the_oldest(queue):
    queue.submit([order("a"), order("b"), order("c", Priority.LISTENER)])
    assert [queue.claim("w", 9, KINDS).key for _ in range(3)] == ["c", "a", "b"]


def test_an_empty_queue_gives_nothing(queue):
    assert (queue.claim("w", 9, KINDS), queue.most_urgent(KINDS)) == (None, NOBODY_WAITS)


def test_a_job_is_held_by_one_worker_at_a_time(queue):
    queue.submit([order("a")])
    assert queue.claim("first", 9, KINDS).owner == "first"
    assert queue.claim("second", 9, KINDS) is None


def test_a_lease_that_ran_out_is_taken_over(queue, clock):
    queue.submit([order("a")])
    queue.claim("first", 2, KINDS)
    clock.now += 2.5
    assert queue.claim("second", 9, KINDS).attempts == 2


def test_a_worker_that_lost_its_lease_changes_nothing(queue, clock):
    queue.submit([order("a")])
    lost = queue.claim("first", 2, KINDS)
    clock.now += 2.5
    queue.claim("second", 9, KINDS)
    for change in (queue.settle, queue.release, lambda job: queue.renew(job, 9)):
        with pytest.raises(LeaseLost):
            change(lost)
    assert queue.find("speak", "a").state is JobState.RUNNING


def test_a_renewed_lease_is_not_taken_over(queue, clock):
    queue.submit([order("a")])
    held = queue.claim("first", 2, KINDS)
    clock.now += 1.5
    queue.renew(held, 2)
    clock.now += 1.5
    assert queue.claim("second", 9, KINDS) is None


def test_a_released_job_waits_again_without_a_lost_attempt(queue):
    queue.submit([order("a")])
    queue.release(queue.claim("first", 9, KINDS))
    assert queue.claim("second", 9, KINDS).attempts == 1


def test_settling_keeps_the_error_code(queue):
    queue.submit([order("a")])
    queue.settle(queue.claim("w", 9, KINDS), "engine-refused")
    job = queue.find("speak", "a")
    assert (job.state, job.error) == (JobState.FAILED, "engine-refused")


def test_finished_work_can_be_asked_for_again(queue):
    queue.submit([order("a")])
    queue.settle(queue.claim("w", 9, KINDS))
    queue.submit([order("a")])
    assert queue.find("speak", "a").state is JobState.QUEUED
    assert queue.counts() == {"queued": 1, "running": 0, "done": 1, "failed": 0}


def test_old_work_that_is_over_is_forgotten(queue, clock):
    queue.submit([order("a"), order("b"), order("c")])
    queue.settle(queue.claim("w", 9_000, KINDS))
    clock.now += 100
    queue.settle(queue.claim("w", 9_000, KINDS))
    queue.forget(50)
    assert (queue.find("speak", "a"), queue.find("speak", "b").state) == (None, JobState.DONE)
    assert queue.claim("w", 9, KINDS).key == "c"
    queue.submit([order("d")])
    assert queue.counts() == {"queued": 1, "running": 1, "done": 1, "failed": 0}


def test_what_nobody_submitted_is_not_found(queue):
    assert queue.find("speak", "zz") is None


def test_a_worker_gets_only_the_kinds_it_asks_for(queue):
    queue.submit([order("a", Priority.LISTENER), Order("read", "r", "{}", Priority.BATCH)])
    assert queue.most_urgent(("read",)) == Priority.BATCH
    assert queue.claim("w", 9, ("read",)).key == "r"
    assert queue.claim("w", 9, ("read",)) is None


def test_waiting_without_work_ends_with_its_time(queue):
    assert queue.wait(0, KINDS) is False
