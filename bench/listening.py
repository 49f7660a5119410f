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

import miniaudio
import numpy as np
from long_release import long_release

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from service.audio.frames import FRAME_BYTES, FRAME_SAMPLES  # noqa: E402 - behind the path

PYTHON = sys.executable
PORT = 8765
RELEASE = ROOT / "service" / "samples" / "release-ko.pdf"
ESPEAK_NAMES = {"ko": "ko", "en": "en-us"}
PAGES = (1, 10, 100, 1_000)
# Behind the opening, which documents share, and the pause after it.
OWN_WORDS_BYTES = 16_000
ENOUGH_BYTES = 8_000
QUIET = 10 ** (-50 / 20)


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        complete_file(Path(folder), runs)
        first_sound(Path(folder), runs)


def complete_file(folder: Path, runs: int) -> None:
    """The sample release to one finished MP3: ours from the PDF, the script from the text."""
    sentences = folder / "sentences.json"
    sentences.write_text(json.dumps(spoken_sentences(folder)), "utf-8")
    has_peer = shutil.which("espeak-ng") and shutil.which("ffmpeg")
    if not has_peer:
        print("the usual script was not run: it needs the commands espeak-ng and ffmpeg")
    script = [ROOT / "bench" / "usual_script.py", sentences, folder / "b.mp3"]
    command = ["-m", "service", "listen", RELEASE, "-o", folder / "a.mp3"]
    cold, warm, usual, pipe = [], [], [], []
    with serving(folder / "service") as address:
        for run in range(runs):
            cold.append(timed(command, folder, run))
            warm.append(complete_in_service(address, folder, run))
            usual += [timed(script, folder, run)] if has_peer else []
            pipe += [piped(sentences, folder)] if has_peer else []
    for what, ours in (("new process", cold), ("running service", warm)):
        print(f"complete file, {what}, PDF to MP3: {statistics.median(ours):.2f} s")
        is_warm = ours is warm
        tell("usual script", ours, usual, 10 if is_warm else 0)
        tell("espeak-ng piped to ffmpeg, from text", ours, pipe, 1 if is_warm else 0)
    shutil.rmtree(folder / "service", ignore_errors=True)


def piped(sentences: Path, folder: Path) -> float:
    """All the text through one espeak-ng command into one ffmpeg command."""
    text = "\n".join(spoken for _, spoken in json.loads(sentences.read_text("utf-8")))
    begun = time.perf_counter()
    out = ["-b:a", "48k", "-ar", "24000", folder / "c.mp3"]
    with subprocess.Popen(
        ["ffmpeg", "-loglevel", "error", "-y", "-i", "-", *out], stdin=subprocess.PIPE
    ) as encoder:
        subprocess.run(
            ["espeak-ng", "-v", "ko", "-s", "190", "--stdout"],
            input=text.encode(),
            stdout=encoder.stdin,
            check=True,
        )
        encoder.stdin.close()
    return time.perf_counter() - begun


def tell(peer: str, ours: list[float], theirs: list[float], floor: float) -> None:
    if theirs:
        ratio = statistics.median(b / a for a, b in zip(ours, theirs, strict=True))
        took = statistics.median(theirs)
        said = f" (floor {floor})" if floor else ""
        print(f"  {peer}: {took:.2f} s, {ratio:.1f} times as long{said}")


def complete_in_service(address: str, folder: Path, run: int) -> float:
    """From handing the file over to its last byte; each run speaks a text of its own."""
    pdf = RELEASE.read_bytes()
    for shelf in ("clips", "clip-notes", "releases", "narrations", "sources"):
        shutil.rmtree(folder / "service" / shelf, ignore_errors=True)
    begun = time.perf_counter()
    manifest = read_document(address, pdf)
    with urllib.request.urlopen(f"{address}/audio/{manifest}.mp3", timeout=60) as answer:  # noqa: S310 - loopback
        assert len(answer.read()) > run
    return time.perf_counter() - begun


def spoken_sentences(folder: Path) -> list[tuple[str, str]]:
    """What our narration says, so that both speak the same words."""
    command = [PYTHON, "-m", "service", "narrate", RELEASE, "--json"]
    told = subprocess.run(
        command, cwd=ROOT, env=environment(folder / "text"), capture_output=True, check=True
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


def first_sound(folder: Path, runs: int) -> None:
    """From the press to the first sample that can be heard, of documents nobody has heard yet."""
    for pages in PAGES:
        waits = []
        for _ in range(runs):
            with serving(folder / "service") as address:
                manifest = read_document(address, long_release(pages))
                waits.append(audible_ms(f"{address}/audio/{manifest}.mp3"))
            shutil.rmtree(folder / "service", ignore_errors=True)
        tell_wait(f"{pages:>5} pages, fresh service, text known", waits, 300)
    with serving(folder / "service") as address:
        read_document(address, long_release(1, 1))
        manifests = [read_document(address, long_release(1, seed)) for seed in range(3, 3 + runs)]
        fresh, own, again = (
            [audible_ms(f"{address}/audio/{manifest}.mp3", begin) for manifest in manifests]
            for begin in (0, OWN_WORDS_BYTES, 0)
        )
        sought = [seek_ms(address, manifest) for manifest in unheard(address, runs)]
    tell_wait("warm service, new document", fresh, 50)
    tell_wait("warm service, words of its own", own, 300)
    tell_wait("warm service, heard before", again, 100)
    tell_wait("place in the middle of 100 pages that nobody has heard", sought, 300)


def tell_wait(what: str, waits_ms: list[float], floor_ms: int) -> None:
    middle, worst = statistics.median(waits_ms), max(waits_ms)
    print(f"first sound, {what}: {middle:.0f} ms, at worst {worst:.0f} ms (floor {floor_ms})")


def audible_ms(address: str, begin: int = 0) -> float:
    """Until the bytes have come that hold the first sample over -50 dBFS behind `begin`."""
    begun = time.perf_counter()
    got, at = bytearray(), []
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - loopback
        while len(got) < begin + ENOUGH_BYTES and (part := answer.read1(FRAME_BYTES)):
            got += part
            at.append((len(got), (time.perf_counter() - begun) * 1000))
    needed = begin + first_audible_byte(bytes(got[begin:]))
    return next(ms for length, ms in at if length >= needed)


def first_audible_byte(frames: bytes) -> int:
    """Where the frame ends that holds the first audible sample."""
    decoded = miniaudio.mp3_read_f32(frames).samples
    loud = np.flatnonzero(np.abs(np.frombuffer(decoded, dtype=np.float32)) > QUIET)
    return (int(loud[0]) // FRAME_SAMPLES + 1) * FRAME_BYTES


def unheard(address: str, count: int) -> list[str]:
    """Manifests of long documents of which no sound was made."""
    return [read_document(address, long_release(100, seed)) for seed in range(100, 100 + count)]


def seek_ms(address: str, manifest: str) -> float:
    """From asking for a sentence in the middle to its first audible sample."""
    with urllib.request.urlopen(f"{address}/manifests/{manifest}.json", timeout=60) as answer:  # noqa: S310 - loopback
        order = json.load(answer)["readingOrder"]
    return audible_ms(f"{address}{order[len(order) // 2]['url']}")


def read_document(address: str, pdf: bytes) -> str:
    """Hand a file over, wait until it is read, and give the id of its manifest."""
    return opened(address, pdf)[1]


def opened(address: str, pdf: bytes) -> tuple[str, str]:
    """Hand a file over, wait until it is read, and give its page and the id of its manifest."""
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
    while "/manifests/" not in text or 'class="part"' in text:  # the first pages are not the whole
        with urllib.request.urlopen(page, timeout=60) as answer:  # noqa: S310 - loopback
            text = answer.read().decode()
    return page, text.partition("/manifests/")[2][:64]


@contextmanager
def serving(cache: Path, port: int = PORT) -> Iterator[str]:
    environ = environment(cache) | {"LISTEN_PORT": str(port)}
    with subprocess.Popen(
        [PYTHON, "-m", "service", "serve"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            wait_until_up(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def wait_until_up(address: str) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=1).close()  # noqa: S310 - loopback
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)


def environment(cache: Path) -> dict[str, str]:
    """As an installed service runs: with its compiled modules kept."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "LISTEN_CACHE_DIR": str(cache),
        "LISTEN_SAMPLE": "yes",
        "LISTEN_HANDOVER": "yes",
        "LISTEN_LOG_LEVEL": "error",
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
