"""What a child may try when a document has taken it over; run in the sandbox by its tests."""

import json
import os
import signal
import time
from pathlib import Path

from service.extract.sandbox import _narrow


def _tell(answers, detail):
    answers.send_bytes(json.dumps({"error": "document-took-too-long", "detail": detail}).encode())


def sleep(answers, resource, limit):
    time.sleep(60)


def die(answers, resource, limit):
    os._exit(3)


def memory(answers, resource, limit):
    _narrow(limit)
    try:
        bytearray(limit.memory_mb << 21)
    except MemoryError:
        _tell(answers, "memory")


def files(answers, resource, limit):
    _narrow(limit)
    try:
        kept = [os.open(os.devnull, os.O_RDONLY) for _ in range(200)]
    except OSError:
        _tell(answers, "files")
    else:
        del kept


def writing(answers, resource, limit):
    """A file may be made and nothing written to it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _narrow(limit)
    try:
        with Path(f"deutgi-{os.getpid()}.tmp").open("wb", buffering=0) as file:
            Path(file.name).unlink()
            file.write(b"x")
    except OSError:
        _tell(answers, "writing")


def nonsense(answers, resource, limit):
    answers.send_bytes(b'{"title": 1, "blocks": "none"}')


def no_json(answers, resource, limit):
    answers.send_bytes(b"\xff\xfe")


def stall(answers, resource, limit):
    """Promise a long answer, send some of it and stop."""
    os.write(answers.fileno(), (1_000).to_bytes(4, "big") + b"{")
    time.sleep(60)
