"""Rows of written and spoken Korean, kept in tables beside this file.

`korean_counters.tsv` and `korean_sentences.tsv` have two columns, written and spoken,
`korean_rest.tsv` has the class before them. Readings that are both fine are parted by " | ".
Spaces and what makes only a pause do not count.
"""

import re
from pathlib import Path

import pytest

from service.text.reading import read, runs

_PAUSES = re.compile(r"[\s.,!?]+")
_HERE = Path(__file__).parent


def rows(name):
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")[-2:]) for line in lines]


def heard(text):
    return _PAUSES.sub("", "".join(spoken for _, spoken in runs(read(text, "ko"))))


@pytest.mark.parametrize(("written", "spoken"), rows("korean_counters.tsv"))
def test_things_are_counted_as_an_announcer_counts(written, spoken):
    assert heard(written) in [_PAUSES.sub("", each) for each in spoken.split(" | ")]


@pytest.mark.parametrize(("written", "spoken"), rows("korean_rest.tsv"))
def test_phrases_are_said_as_an_announcer_says_them(written, spoken):
    assert heard(written) in [_PAUSES.sub("", each) for each in spoken.split(" | ")]


@pytest.mark.parametrize(("written", "spoken"), rows("korean_sentences.tsv"))
def test_whole_sentences_are_said_as_an_announcer_says_them(written, spoken):
    assert heard(written) in [_PAUSES.sub("", each) for each in spoken.split(" | ")]
