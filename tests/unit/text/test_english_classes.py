"""English as an announcer reads it, class by class.

`english.tsv` has what is written and what may be said; alternatives are parted by " | ". Case,
hyphens, apostrophes and pauses do not count.
"""

import re
from pathlib import Path

import pytest

from service.text.reading import read, runs

TABLE = Path(__file__).with_name("english.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in TABLE[1:]]


def plain(text):
    quiet = text.lower().replace("o'clock", "o clock").replace("'", "").replace("’", "")
    return re.sub(r"[^0-9a-z가-힣à-ÿ%&@$€₩£#*/+<>★→]+", " ", quiet).strip()


@pytest.mark.parametrize(("kind", "written", "spoken"), ROWS)
def test_english_is_read_as_an_announcer_reads_it(kind, written, spoken):
    said = " ".join(part for _, part in runs(read(written, "en")))
    assert plain(said) in {plain(each) for each in spoken.split(" | ")}, kind
