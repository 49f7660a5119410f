"""Rows of what is written and what is said: from our tests, and from files given.

A file has tab-separated columns: language, class, written, spoken; spoken forms that are all fine
are parted by " | ". The tables of tests/unit/text have ways of their own to say what is fine: what
stands in ( ) may be left out, {a|b} is either.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests" / "unit" / "text"
# Class of the rows without a column for it, by table.
TABLES = {
    "korean_counters.tsv": "counter",
    "korean_figures.tsv": "",
    "korean_latin.tsv": "latin",
    "korean_releases.tsv": "",
    "korean_rest.tsv": "",
    "korean_sentences.tsv": "sentence",
    "english.tsv": "",
}
_CHOICE = re.compile(r"(\{[^{}]*\}|\([^()]*\))")
_KOREAN_PAUSES = re.compile(r"[\s.,!?:;\"'“”‘’()\[\]\-–—…]+")
_ENGLISH_PAUSES = re.compile(r"[^0-9a-z가-힣%&@$€₩£#*/+<>★→]+")


@dataclass(frozen=True, slots=True)
class Case:
    language: str
    kind: str
    written: str
    spoken: tuple[str, ...]

    def is_met_by(self, said: str) -> bool:
        """Spaces and pauses do not count, in English neither does case; symbols do."""
        return bare(self.language, said) in {bare(self.language, each) for each in self.spoken}


def bare(language: str, said: str) -> str:
    if language == "ko":
        return _KOREAN_PAUSES.sub("", said)
    said = re.sub("o['’]clock", "o clock", said)
    plain = _ENGLISH_PAUSES.sub(" ", re.sub("['’]", "", said.lower())).strip()
    return re.sub(r"\b(?:o|oh)\b", "oh", re.sub(r"\b([ap])m\b", r"\1 m", plain))


def cases_in(file: Path) -> Iterator[Case]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) == 4 and row[0] in ("ko", "en"):
                yield Case(row[0], row[1], row[2], tuple(row[3].split(" | ")))


def cases_of_tests() -> Iterator[Case]:
    for name, kind in TABLES.items():
        language = "en" if name.startswith("english") else "ko"
        for line in (TESTS / name).read_text(encoding="utf-8").splitlines():
            *told, written, spoken = line.split("\t")
            if line.startswith("#") or written == "written":
                continue
            fine = tuple(each for whole in spoken.split(" | ") for each in readings(whole))
            yield Case(language, told[0] if told else kind, written, fine)


def readings(spoken: str) -> Iterator[str]:
    """Every reading that a cell allows."""
    parts = _CHOICE.split(spoken)
    yield from map("".join, product(*map(_choices, parts)))


def _choices(part: str) -> Iterable[str]:
    if part.startswith("{"):
        return part[1:-1].split("|")
    return (part[1:-1], "") if part.startswith("(") else (part,)


def unique(cases: Iterable[Case]) -> list[Case]:
    return list({(each.language, each.written): each for each in cases}.values())
