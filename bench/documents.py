"""How right documents are read, beside the libraries that could be used instead.

Documents are generated with their truth (tests/generated), printed in the manners of office suites;
every reader gets the same bytes. `python bench/documents.py [COUNT]` prints one row for each reader.
"""

import hashlib
import io
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
        print(
            f"\n{kind:22} {'like':>6} {'rows':>6} {'ends':>6} {'joins':>6} {'numbers':>7} {'ms/doc':>7}"
        )
        for name in readers:
            begun = time.process_time()
            texts = [READERS[name](document.body) for document in documents]
            spent = (time.process_time() - begun) / count * 1000
            found = [score(doc, text) for doc, text in zip(documents, texts, strict=True)]
            row = [mean(s.likeness for s in found), mean(s.rows for s in found)]
            row += [mean(s.ends for s in found), mean(s.joins for s in found)]
            told = " ".join(f"{value:6.3f}" for value in row)
            print(f"  {name:20} {told} {sum(s.spoken_numbers for s in found):7} {spent:7.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, list(READERS))
