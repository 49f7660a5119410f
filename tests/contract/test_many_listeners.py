"""Real processes, many listeners at once: every sentence is made once, and all hear it grow."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from contextlib import ExitStack, contextmanager

import pytest

from service.audio.frames import FRAME_BYTES
from service.bootstrap import build
from service.settings import from_env
from service.usecases.make_audio import ask_for_segment
from service.usecases.read_release import hand_over_text, open_ticket
from service.usecases.timelines import heard_of
from tests.contract.gtts_server import GttsServer, whole
from tests.contract.test_service_process import answers, free_port, until

LISTENERS = 200
WAIT_S = 60
TEXT = "\n\n".join(f"{word} 계획을 마련한다." for word in ("가족", "건강", "보건", "복지", "연금"))


@pytest.fixture
def server():
    with GttsServer() as made:
        yield made


@pytest.fixture
def services(server, tmp_path):
    made = build(from_env(settings(server, tmp_path, free_port())))
    yield made
    made.close()


def settings(server, folder, port):
    given = {
        "ENGINES": "gtts",
        "GTTS_ADDRESS": server.address,
        "CACHE_DIR": folder,
        "HANDOVER": "yes",
        "PORT": port,
        "WEB_PROCESSES": 2,
        "WORKERS": 2,
        "PAGE_WAIT_MS": 30_000,
        "CLIP_WAIT_MS": 60_000,
        "LOG_LEVEL": "error",
    }
    return {f"LISTEN_{name}": str(value) for name, value in given.items()}


@contextmanager
def running(services, server, *arguments):
    """A command of the service beside this process; ended when the block ends."""
    found = services.settings
    environ = os.environ | settings(server, found.cache_dir, found.port)
    command = [sys.executable, "-m", "service", *arguments]
    process = subprocess.Popen(command, env=environ)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(WAIT_S)


def listened(address, heard):
    with urllib.request.urlopen(address, timeout=WAIT_S) as answer:  # noqa: S310 - loopback
        heard.append(answer.read())


def test_two_hundred_first_listeners_cost_one_synthesis_a_sentence(services, server):
    server.script += [slow] * 3
    origin = f"http://127.0.0.1:{services.settings.port}"
    with running(services, server, "serve"):
        until(lambda: answers(f"{origin}/"))
        manifest = open_ticket(services, hand_over_text(services, "안내", TEXT)).manifest
        heard = []
        address = f"{origin}/audio/{manifest}.mp3"
        crowd = [threading.Thread(target=listened, args=(address, heard)) for _ in range(LISTENERS)]
        for listener in crowd:
            listener.start()
        for listener in crowd:
            listener.join()
    made = heard_of(services, manifest)
    frames = sum(made.timeline.frames) + sum(made.pauses)
    assert Counter(map(len, heard)) == {frames * FRAME_BYTES: LISTENERS}
    assert len(set(heard)) == 1
    asked = Counter(text for text, _ in server.asked)
    assert set(asked.values()) == {1}
    assert len(asked) >= len(set(made.keys))


def slow(handler, text):
    time.sleep(0.2)
    whole(handler, text)


def test_what_a_killed_worker_held_is_made_by_another(services, server):
    begun = threading.Event()

    def never(handler, text):
        begun.set()
        handler.server.stopping.wait(WAIT_S)

    with ExitStack() as stack:
        first = stack.enter_context(running(services, server, "worker"))
        manifest = open_ticket(services, hand_over_text(services, "안내", TEXT)).manifest
        server.script += [never]
        ask_for_segment(services, manifest, 0)
        assert begun.wait(WAIT_S)
        stack.enter_context(running(services, server, "worker"))
        first.send_signal(signal.SIGKILL)
        until(lambda: heard_of(services, manifest).keys[0] != "")
    asked = Counter(text for text, _ in server.asked)
    assert asked.most_common(1)[0][1] == 2
