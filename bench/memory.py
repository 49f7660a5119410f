"""Memory of every process while ten hours of sound are made and listened to.

Usage: memory.py [PAGES]. 170 pages are some ten hours. Prints the highest resident memory of each
process, and how much it grew over the second half: what is flat does not grow with the length.
"""

import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from listening import read_document, serving
from long_release import long_release

FLOOR_MB = 200
EVERY_S = 0.5
FEWEST = 20
MS_PER_BYTE = 24 / 144


def main(pages: int) -> None:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "service") as address:
        manifest = read_document(address, long_release(pages))
        over = threading.Event()
        sizes: dict[str, list[float]] = defaultdict(list)
        watch = threading.Thread(target=watched, args=(Path(folder), over, sizes))
        watch.start()
        begun = time.perf_counter()
        size = heard_bytes(f"{address}/audio/{manifest}.mp3")
        took_s = time.perf_counter() - begun
        over.set()
        watch.join()
        whole_ms = first_byte_ms(f"{address}/audio/{manifest}.mp3")
        seek_ms = first_byte_ms(f"{address}/audio/{manifest}.mp3", size // 2)
    hours = size * MS_PER_BYTE / 3_600_000
    print(f"{hours:.1f} hours of sound made in {took_s:.0f} s")
    for name, found in sorted(sizes.items()):
        if len(found) < FEWEST:  # a copy that spoke one sentence
            continue
        half = len(found) // 2
        grew = statistics.median(found[-5:]) - statistics.median(found[half : half + 5])
        print(
            f"  {name}: at most {max(found):.0f} MB (floor {FLOOR_MB}), second half {grew:+.1f} MB"
        )
    print(f"joined from the cache, first byte: {whole_ms:.0f} ms, in the middle {seek_ms:.0f} ms")


def heard_bytes(address: str) -> int:
    """Listen to the end; gives the bytes that came."""
    total = 0
    with urllib.request.urlopen(address, timeout=600) as answer:  # noqa: S310 - loopback
        while part := answer.read1(1 << 16):
            total += len(part)
    return total


def first_byte_ms(address: str, start: int = 0) -> float:
    request = urllib.request.Request(address, headers={"Range": f"bytes={start}-"})  # noqa: S310 - loopback
    begun = time.perf_counter()
    with urllib.request.urlopen(request, timeout=600) as answer:  # noqa: S310 - same
        answer.read(1)
    return (time.perf_counter() - begun) * 1000


def watched(folder: Path, over: threading.Event, sizes: dict[str, list[float]]) -> None:
    """Note the memory of each process of the service, by what it was started as."""
    while not over.wait(EVERY_S):
        for process, name in family(folder):
            with suppress(OSError, ValueError, StopIteration):
                status = (process / "status").read_text().splitlines()
                line = next(line for line in status if line.startswith("VmRSS"))
                sizes[name].append(int(line.split()[1]) / 1_000)


def family(folder: Path) -> Iterator[tuple[Path, str]]:
    """Processes that were started with this cache folder."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if str(folder).encode() in (process / "environ").read_bytes():
                words = (process / "cmdline").read_bytes().decode().split("\0")
                yield process, f"{' '.join(words[2:7]).strip()[:60]} ({process.name})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 170)
