"""How right documents are read, beside the libraries that could be used instead.

Documents are generated with their truth (tests/generated), printed in the manners of office suites;
every reader gets the same bytes. `python bench/documents.py [COUNT]` prints one row for each reader:
words in order, rows whole, ends of paragraphs (F1), joins of lines right, spaces inside of words and
spaces lost (for each 1,000 letters), page numbers in the text, CPU ms for a page.
"""

import hashlib
import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pdfplumber
import pypdfium2
from pdfminer.high_level import extract_text

sys.path.insert(0, str(Path(__file__).parents[1]))

from service.extract.reader import Reader
from service.extract.transcript import transcript_of
from service.model.source import Resource, SourceFile
from tests.generated.manners import MANNERS, printed
from tests.generated.scoring import score


def ours(body: bytes) -> str:
    """Our own reader."""
    resource = Resource(SourceFile(""), body, "", hashlib.sha256(body).hexdigest())
    return transcript_of(Reader(10_000).extract(resource).body)


def plumber(body: bytes) -> str:
    """pdfplumber's text."""
    with pdfplumber.open(io.BytesIO(body)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def pdfium(body: bytes) -> str:
    """PDFium's text."""
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(body))
    return "\n".join(pages).replace("\r\n", "\n")


def pdfminer(body: bytes) -> str:
    """pdfminer's text."""
    return extract_text(io.BytesIO(body))


PARTS = ("likeness", "rows", "ends", "joins", "torn", "lost")
TITLES = ("like", "rows", "ends", "joins", "torn", "lost", "numbers", "ms/p")
SAMPLES = Path(__file__).parents[1] / "service" / "samples"

READERS: dict[str, Callable[[bytes], str]] = {
    "ours": ours,
    "pdfplumber": plumber,
    "pypdfium2": pdfium,
    "pdfminer": pdfminer,
}


def main(count: int, readers: list[str]) -> None:
    """Print a table for each manner of printing."""
    for kind in MANNERS:
        documents = [printed(kind, seed) for seed in range(count)]
        pages = sum(len(pypdfium2.PdfDocument(document.body)) for document in documents)
        print(f"\n{kind:24}" + "".join(f"{title:>8}" for title in TITLES))
        for name in readers:
            begun = time.process_time()
            texts = [READERS[name](document.body) for document in documents]
            spent_ms = (time.process_time() - begun) / pages * 1000
            found = [score(doc, text) for doc, text in zip(documents, texts, strict=True)]
            told = "".join(f"{mean(getattr(each, part) for each in found):8.3f}" for part in PARTS)
            numbers = sum(each.spoken_numbers for each in found)
            print(f"  {name:22}{told}{numbers:8}{spent_ms:8.1f}")
    release = (SAMPLES / "release-ko.pdf").read_bytes()
    print(f"\n{'our sample release':24}{'ms/p':>7}{'10 p':>7}{'MB':>7}")
    print(f"  {'ours':22}" + "".join(f"{value:7.1f}" for value in _alone(release)))


def _alone(release: bytes) -> tuple[float, float, float]:
    """CPU of a page and of ten, in ms, and the most memory, in a process that does nothing else."""
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from service.extract.reader import Reader\n"
        "from service.model.source import Resource, SourceFile\n"
        "given = Resource(SourceFile(''), sys.stdin.buffer.read(), '', '')\n"
        "pages = Reader(99).extract(given).body.pages; begun = time.process_time()\n"
        "for _ in range(10): Reader(99).extract(given)\n"
        "ms = (time.process_time() - begun) * 100 / pages\n"
        "status = open('/proc/self/status').read()\n"  # what exec kept of us is not counted there
        "print(ms, 10 * ms, int(status.split('VmHWM:')[1].split()[0]) / 1024)"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parents[1])]
    told = subprocess.run(command, input=release, capture_output=True, check=True).stdout.split()
    return float(told[0]), float(told[1]), float(told[2])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, list(READERS))
