"""Figures, dates, addresses, law and furniture of releases: one row each in korean_figures.tsv."""

import csv
import re
from itertools import product
from pathlib import Path

import pytest

from service.text.reading import read, runs

_TABLE = Path(__file__).with_name("korean_figures.tsv")
# White space and pauses are the voice's own affair; marks that are left over are not.
_PAUSES = re.compile(r"[\s.,!?]+")


def rows():
    with _TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row[0].startswith("#"):
                yield pytest.param(row[1], row[2], id=f"{row[0]}-{row[1]}")


def readings(alternatives):
    """Every reading that is fine: each alternative with and without its bracketed parts."""
    for alternative in alternatives.split(" | "):
        parts = re.split(r"(\([^)]*\))", alternative)
        choices = [(part[1:-1], "") if part.startswith("(") else (part,) for part in parts]
        yield from (_PAUSES.sub("", "".join(chosen)) for chosen in product(*choices))


@pytest.mark.parametrize(("written", "alternatives"), list(rows()))
def test_it_is_said_in_one_of_the_ways_that_are_fine(written, alternatives):
    spoken = "".join(text for _, text in runs(read(written, "ko")))
    assert _PAUSES.sub("", spoken) in set(readings(alternatives))
