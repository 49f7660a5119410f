"""Rows of what is written and what is said: from our tests, and from files given.

A file has tab-separated columns: language, class, written, spoken; spoken forms that are all fine
are parted by " | ". The tables of tests/unit/text are taken wherever they hold such pairs.
"""

import csv
import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

TESTS = Path(__file__).parents[1] / "tests" / "unit" / "text"
# What is in these tables is not said by `read`.
NO_READINGS = {"NUMBERS", "SENTENCES"}
_KOREAN_PAUSES = re.compile(r"[\s.,!?:;\"'“”‘’()\[\]\-–—…]+")
_ENGLISH_PAUSES = re.compile(r"[^0-9a-z가-힣%&@$€₩£#*/+<>★→]+")
_HANGUL = re.compile("[가-힣]")


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
    for file in sorted(TESTS.glob("test_*.py")):
        tables = vars(_loaded(file))
        for name in (name for name in tables if name.isupper() and name not in NO_READINGS):
            yield from _in_table(name, tables[name])


def _loaded(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_{file.stem}", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _in_table(name: str, table: object) -> Iterator[Case]:
    if isinstance(table, dict):
        for kind, rows in table.items():
            yield from _in_rows(str(kind), rows)
    else:
        yield from _in_rows(name.lower(), table)


def _in_rows(kind: str, rows: object) -> Iterator[Case]:
    if not isinstance(rows, list):
        return
    for row in rows:
        if isinstance(row, tuple) and len(row) == 2 and all(isinstance(each, str) for each in row):
            written, spoken = row
            language = "ko" if _HANGUL.search(spoken) else "en"
            yield Case(language, kind, written, tuple(spoken.split(" | ")))


def unique(cases: Iterable[Case]) -> list[Case]:
    return list({(each.language, each.written): each for each in cases}.values())
