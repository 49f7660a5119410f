"""From press to sound, and a whole release to one file, against the usual script in the same run.

Usage: listening.py [RUNS]. Prints medians and ratios; needs the espeak-ng and ffmpeg commands for
the script that we compare with, and says so when they are missing.
"""

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from long_release import long_release

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable
PORT = 8765
RELEASE = ROOT / "service" / "samples" / "release-ko.pdf"
ESPEAK_NAMES = {"ko": "ko", "en": "en-us"}
PAGES = (1, 10, 100)


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        complete_file(Path(folder), runs)
        first_bytes(Path(folder), runs)


def complete_file(folder: Path, runs: int) -> None:
    """The sample release from PDF to one finished MP3, both from nothing."""
    sentences = folder / "sentences.json"
    sentences.write_text(json.dumps(spoken_sentences(folder)), "utf-8")
    ours = [
        timed(["-m", "service", "listen", RELEASE, "-o", folder / "a.mp3"], folder, run)
        for run in range(runs)
    ]
    print(f"complete file, ours: {statistics.median(ours):.2f} s (reading the PDF included)")
    if not shutil.which("espeak-ng") or not shutil.which("ffmpeg"):
        print("the usual script was not run: it needs the commands espeak-ng and ffmpeg")
        return
    script = ROOT / "bench" / "usual_script.py"
    theirs = [timed([script, sentences, folder / "b.mp3"], folder, run) for run in range(runs)]
    print(f"complete file, usual script: {statistics.median(theirs):.2f} s (text given)")
    ratios = [b / a for a, b in zip(ours, theirs, strict=True)]
    print(f"ratio: {statistics.median(ratios):.1f} times faster (floor 5)")


def spoken_sentences(folder: Path) -> list[tuple[str, str]]:
    """What our narration says, so that both speak the same words."""
    command = [PYTHON, "-m", "service", "narrate", RELEASE, "--json"]
    told = subprocess.run(
        command, cwd=ROOT, env=environment(folder), capture_output=True, check=True
    )
    return [
        (ESPEAK_NAMES[said["language"]], said["spoken"])
        for said in json.loads(told.stdout)["utterances"]
    ]


def timed(arguments: list, folder: Path, run: int) -> float:
    begun = time.perf_counter()
    environ = environment(folder / f"cache-{run}")
    subprocess.run(
        [PYTHON, *map(str, arguments)], cwd=ROOT, env=environ, capture_output=True, check=True
    )
    shutil.rmtree(folder / f"cache-{run}", ignore_errors=True)
    return time.perf_counter() - begun


def first_bytes(folder: Path, runs: int) -> None:
    """From the request to the first bytes of audio, of documents nobody has heard yet."""
    for pages in PAGES:
        waits = []
        for _ in range(runs):
            with serving(folder / "service") as address:
                manifest = read_document(address, long_release(pages))
                waits.append(first_byte_ms(f"{address}/audio/{manifest}.mp3"))
            shutil.rmtree(folder / "service", ignore_errors=True)
        print(
            f"first bytes, {pages:>3} pages, text known: {statistics.median(waits):.0f} ms (floor 300)"
        )
    with serving(folder / "service") as address:
        warm = [
            first_byte_ms(f"{address}/audio/{read_document(address, long_release(1, seed))}.mp3")
            for seed in range(3, 3 + 3 * runs)
        ]
    print(f"first bytes, warm service, new document: {statistics.median(warm):.0f} ms (floor 50)")


def read_document(address: str, pdf: bytes) -> str:
    """Hand a file over, wait until it is read, and give the id of its manifest."""
    boundary = "bench"
    body = (
        (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
            "Content-Type: application/pdf\r\n\r\n"
        ).encode()
        + pdf
        + f"\r\n--{boundary}--\r\n".encode()
    )
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    request = urllib.request.Request(f"{address}/files", body, headers)  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - loopback
        page = answer.geturl()
        text = answer.read().decode()
    while "/manifests/" not in text:
        with urllib.request.urlopen(page, timeout=60) as answer:  # noqa: S310 - loopback
            text = answer.read().decode()
    return text.partition("/manifests/")[2][:64]


def first_byte_ms(address: str) -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - loopback
        answer.read(1)
        return (time.perf_counter() - begun) * 1000


@contextmanager
def serving(cache: Path) -> Iterator[str]:
    environ = environment(cache) | {"LISTEN_PORT": str(PORT), "LISTEN_HANDOVER": "yes"}
    with subprocess.Popen(
        [PYTHON, "-m", "service", "serve"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            wait_until_up(f"http://127.0.0.1:{PORT}/")
            yield f"http://127.0.0.1:{PORT}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def wait_until_up(address: str) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=1).close()  # noqa: S310 - loopback
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)


def environment(cache: Path) -> dict[str, str]:
    return os.environ | {
        "LISTEN_CACHE_DIR": str(cache),
        "LISTEN_SAMPLE": "yes",
        "LISTEN_LOG_LEVEL": "error",
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
