"""Words whose spoken form no rule can know: a table in the package, and its digest."""

import csv
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib import resources

_FILE = "lexicon.tsv"


@cache
def korean_words() -> Mapping[str, str]:
    """Latin words, in lower case, as they are said in Korean."""
    rows = csv.reader(_data().decode("utf-8").splitlines(), delimiter="\t")
    return {row[0].lower(): row[1] for row in rows if row and not row[0].startswith("#")}


@cache
def digest() -> str:
    """Changes with every change of the lexicon."""
    return sha256(_data()).hexdigest()[:12]


def _data() -> bytes:
    return resources.files(__package__).joinpath(_FILE).read_bytes()
