"""A sound device of one's own: what browsers play can be recorded, and time runs as on a real one.

Without any device Firefox runs ahead of the clock, and Chromium plays into a sink of its own.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RATE_HZ = 24_000
_START_WITHIN_S = 20
_SETUP = """
load-module module-native-protocol-unix socket={folder}/native auth-anonymous=1
load-module module-null-sink sink_name=heard rate={rate} channels=1 format=s16le
set-default-sink heard
"""


class Device:
    """A PulseAudio server with one device that nobody hears; give `environ` to the browser."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environ = dict(os.environ) | {
            "PULSE_SERVER": f"unix:{folder}/native",
            "PULSE_COOKIE": str(folder / "cookie"),
            "XDG_RUNTIME_DIR": str(folder),
        }

    @contextmanager
    def recording(self) -> Iterator[bytearray]:
        """What is heard meanwhile, as samples of 16 bit; complete once the block is left."""
        got = bytearray()
        file = self.folder / "heard.raw"
        command = ["parec", "--device=heard.monitor", f"--rate={RATE_HZ}", "--channels=1"]
        with file.open("wb") as to:
            process = subprocess.Popen(
                [*command, "--format=s16le", "--latency-msec=10"], stdout=to, env=self.environ
            )
            try:
                yield got
            finally:
                process.terminate()
                process.wait(10)
        got += file.read_bytes()

    def is_there(self) -> bool:
        """Whether the server answers."""
        asked = ["pactl", "list", "short", "sinks"]
        told = subprocess.run(asked, env=self.environ, capture_output=True, check=False)
        return b"heard" in told.stdout


@contextmanager
def sound_device(folder: Path) -> Iterator[Device]:
    """A device in a folder of its own, gone at the end."""
    device = Device(folder)
    setup = folder / "setup.pa"
    setup.write_text(_SETUP.format(folder=folder, rate=RATE_HZ), encoding="utf-8")
    command = ["pulseaudio", "-n", "-F", setup, "--daemonize=no", "--use-pid-file=no"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--exit-idle-time=-1"], env=device.environ, stdout=log, stderr=log
        )
    try:
        wait_for(device, process)
        yield device
    finally:
        process.terminate()
        process.wait(20)


def wait_for(device: Device, process: subprocess.Popen) -> None:
    """Until the device is there; RuntimeError when it does not come."""
    end = time.monotonic() + _START_WITHIN_S
    while time.monotonic() < end and process.poll() is None:
        if device.is_there():
            return
        time.sleep(0.05)
    raise RuntimeError("no sound device: is pulseaudio installed?")
