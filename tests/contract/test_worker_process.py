"""Real worker processes on real files: one is killed, another goes on."""

import os
import signal
import subprocess
import sys
import time

from service import samples
from service.audio.frames import FRAME_BYTES
from service.bootstrap import build
from service.model.jobs import Priority
from service.settings import from_env
from service.usecases.follow_audio import follow
from service.usecases.make_audio import ask_for_all
from service.usecases.read_release import open_address
from service.usecases.timelines import heard_of


def worker(environ):
    return subprocess.Popen([sys.executable, "-m", "service", "worker"], env=environ)


def test_work_goes_on_when_a_worker_is_killed(tmp_path):
    given = {
        "LISTEN_CACHE_DIR": str(tmp_path),
        "LISTEN_SAMPLE": "yes",
        "LISTEN_PAGE_WAIT_MS": "30000",
        "LISTEN_CLIP_WAIT_MS": "30000",
    }
    environ = os.environ | given
    services = build(from_env(given))
    first = worker(environ)
    try:
        reading = open_address(services, samples.FILES[1].address)
        ask_for_all(services, reading.manifest, Priority.BATCH)
        while not any(
            frames > 0 for frames in heard_of(services, reading.manifest).timeline.frames
        ):
            time.sleep(0.01)
        first.send_signal(signal.SIGKILL)
        first.wait()
        second = worker(environ)
        try:
            data = b"".join(follow(services, reading.manifest))
        finally:
            second.terminate()
            second.wait(20)
    finally:
        first.kill()
        first.wait()
    heard = heard_of(services, reading.manifest)
    services.close()
    assert heard.is_final
    assert len(data) // FRAME_BYTES == sum(heard.timeline.frames) + sum(heard.pauses)
    assert second.returncode == 0
