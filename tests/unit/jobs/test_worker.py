import threading

import pytest

from service.errors import SourceNotFound, StoreUnavailable
from service.jobs import worker as workers
from service.jobs.base import Order
from service.jobs.memory import MemoryQueue
from service.jobs.worker import Handling, Worker
from service.model.jobs import JobState, Priority


@pytest.fixture
def queue():
    return MemoryQueue()


def submit(queue, kind="speak", key="a", priority=Priority.BATCH):
    queue.submit([Order(kind, key, "the payload", priority)])


def test_work_gets_its_payload_and_is_settled(queue):
    got = []
    submit(queue)
    Worker(queue, {"speak": Handling(lambda payload, _: got.append(payload))}).work_once()
    assert (got, queue.find("speak", "a").state) == (["the payload"], JobState.DONE)


def test_without_work_nothing_happens(queue):
    assert Worker(queue, {"speak": Handling(lambda *_: None)}).work_once() is False


def test_an_error_of_ours_ends_the_job_with_its_code(queue):
    def fail(payload, checkpoint):
        raise SourceNotFound("gone")

    submit(queue)
    Worker(queue, {"speak": Handling(fail)}).work_once()
    assert queue.find("speak", "a").error == "source-not-found"


def test_a_defect_ends_the_job_and_not_the_worker(queue):
    submit(queue)
    assert Worker(queue, {"speak": Handling(lambda *_: 1 / 0)}).work_once() is True
    assert queue.find("speak", "a").error == "unexpected-failure"


def test_a_job_that_was_claimed_too_often_is_given_up(queue):
    submit(queue)
    for _ in range(2):
        queue.claim("killed", -1, ["speak"])
    ran = []
    Worker(queue, {"speak": Handling(lambda *_: ran.append(1), tries=2)}).work_once()
    assert (ran, queue.find("speak", "a").state) == ([], JobState.FAILED)


def test_a_batch_steps_aside_for_a_listener(queue):
    order = []

    def speak(payload, checkpoint):
        if not order:
            submit(queue, key="b", priority=Priority.LISTENER)
        order.append(queue.find("speak", "b").state)
        checkpoint()

    submit(queue)
    worker = Worker(queue, {"speak": Handling(speak)})
    while worker.work_once():
        pass
    assert order == [JobState.QUEUED, JobState.RUNNING, JobState.DONE]
    assert queue.find("speak", "a").state is JobState.DONE


def test_a_worker_that_lost_its_lease_stops_at_the_next_checkpoint(queue, monkeypatch):
    monkeypatch.setattr(workers, "_HEARTBEAT_S", 0.001)
    beaten, reached = threading.Event(), []

    def speak(payload, checkpoint):
        queue.claim("other", 99, ["speak"])
        renew = queue.renew
        queue.renew = lambda *args: (beaten.set(), renew(*args))
        beaten.wait(5)
        while True:
            checkpoint()
            reached.append(1)

    monkeypatch.setattr(workers, "LEASE_S", -1)
    submit(queue)
    Worker(queue, {"speak": Handling(speak)}).work_once()
    assert queue.find("speak", "a").owner == "other"


def test_the_loop_ends_when_told(queue):
    stop = threading.Event()
    submit(queue)
    Worker(queue, {"speak": Handling(lambda *_: stop.set())}).run(stop)
    assert queue.find("speak", "a").state is JobState.DONE


def test_the_loop_outlives_a_queue_that_fails_for_a_while(queue, monkeypatch):
    monkeypatch.setattr(workers, "_REST_S", 0)
    stop, claim, failures = (
        threading.Event(),
        queue.claim,
        [StoreUnavailable("full"), StoreUnavailable("gone")],
    )

    def failing(*args):
        if failures:
            raise failures.pop()
        return claim(*args)

    queue.claim = failing
    submit(queue)
    Worker(queue, {"speak": Handling(lambda *_: stop.set())}).run(stop)
    assert queue.find("speak", "a").state is JobState.DONE


def test_work_outlives_a_lease_that_could_not_be_renewed_once(queue, monkeypatch):
    monkeypatch.setattr(workers, "_HEARTBEAT_S", 0.001)
    renewed, renew, failures = threading.Event(), queue.renew, [StoreUnavailable("busy")]

    def failing(*args):
        if failures:
            raise failures.pop()
        renewed.set()
        return renew(*args)

    queue.renew = failing
    submit(queue)
    Worker(queue, {"speak": Handling(lambda *_: renewed.wait(5))}).work_once()
    assert (renewed.is_set(), queue.find("speak", "a").state) == (True, JobState.DONE)


def test_a_killed_worker_is_replaced_within_two_seconds():
    assert workers.LEASE_S + workers.LOOK_ANYWAY_S < 2
