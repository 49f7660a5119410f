"""One Korean article with its sound: ours as the service gives it, and what peers need of it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_WITHIN_S = 60
ANSWER_WITHIN_S = 120

TITLE = "누구나 쓰기 쉬운 누리집을 만드는 안내서를 펴냅니다"
# A step by Page Up from the middle needs more than a minute on each side.
PARAGRAPHS = tuple(
    f"{month}월에는 한빛부가 {month * 3}개 기관과 함께 누리집을 살핍니다. "
    f"글자 크기와 색의 대비, 키보드 사용 등 {month + 10}가지를 봅니다. "
    "살핀 결과는 한빛부 누리집에서 누구나 볼 수 있으며 점자책으로도 나옵니다."
    for month in range(1, 13)
)


@dataclass(frozen=True, slots=True)
class Article:
    """What all pages share: the text, the sound, and the policy that our page is sent with."""

    address: str
    policy: str
    sound: bytes


@contextmanager
def published(cache: Path) -> Iterator[Article]:
    """Our service with the article read and all its sound made."""
    with _serving(cache) as origin:
        page = _handed_over(origin)
        address, policy, manifest = _read(page)
        yield Article(address, policy, _answer(f"{origin}/audio/{manifest}.mp3"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _serving(cache: Path) -> Iterator[str]:
    port = free_port()
    given = {"CACHE_DIR": str(cache), "PORT": str(port), "HANDOVER": "yes", "LOG_LEVEL": "error"}
    environ = dict(os.environ) | {f"LISTEN_{name}": value for name, value in given.items()}
    command = [sys.executable, "-m", "service", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_until_up(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def _wait_until_up(address: str) -> None:
    end = time.monotonic() + START_WITHIN_S
    while time.monotonic() < end:
        try:
            _answer(address)
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)


def _handed_over(origin: str) -> str:
    """Hand the text over; gives the address of its page."""
    form = urllib.parse.urlencode({"title": TITLE, "text": "\n\n".join(PARAGRAPHS)}).encode()
    with urllib.request.urlopen(f"{origin}/texts", form, ANSWER_WITHIN_S) as answer:  # noqa: S310 - our own loopback
        address: str = answer.geturl()
        return address


def _read(page: str) -> tuple[str, str, str]:
    """Wait until the page has its text; gives its address, its policy and its manifest's id."""
    end = time.monotonic() + ANSWER_WITHIN_S
    while time.monotonic() < end:
        with urllib.request.urlopen(page, timeout=ANSWER_WITHIN_S) as answer:  # noqa: S310 - same
            found = re.search(r"/manifests/([0-9a-f]{64})", answer.read().decode())
            policy = answer.headers["Content-Security-Policy"]
        if found:
            return page, policy, found[1]
    raise TimeoutError(page)


def _answer(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=ANSWER_WITHIN_S) as answer:  # noqa: S310 - same
        body: bytes = answer.read()
        return body
