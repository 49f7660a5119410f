"""Phrases and whole sentences as ministries write them: class, written, spoken.

`korean_releases.tsv` parts whole readings that are both fine by " | ", and parts of one in braces:
`{십사 시|오후 두 시}부터`. Spaces and what makes only a pause do not count.
"""

import re
from itertools import product
from pathlib import Path

import pytest

from service.text.reading import read, runs

_TABLE = Path(__file__).with_name("korean_releases.tsv")
_PAUSES = re.compile(r"[\s.,!?]+")


def rows():
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        kind, written, spoken = line.split("\t")
        yield pytest.param(written, spoken, id=f"{kind}-{written}")


def readings(spoken):
    for whole in spoken.split(" | "):
        parts = re.split(r"(\{[^{}]*\})", whole)
        choices = [part[1:-1].split("|") if part.startswith("{") else [part] for part in parts]
        yield from (_PAUSES.sub("", "".join(chosen)) for chosen in product(*choices))


@pytest.mark.parametrize(("written", "spoken"), list(rows()))
def test_a_release_is_said_as_an_announcer_would(written, spoken):
    heard = "".join(text for _, text in runs(read(written, "ko")))
    assert _PAUSES.sub("", heard) in set(readings(spoken))
