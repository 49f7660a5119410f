import re
from pathlib import Path

import pytest

from service.text.sentences import split

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "sentences.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def unmarked(marked):
    """The paragraph without its marks, and its sentences."""
    marked = marked.replace("\\n", "\n")
    return re.sub(r" ?‖( ?)", r"\1", marked), [part.strip() for part in marked.split("‖")]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_paragraphs_are_cut_where_a_reader_would_stop(language):
    wrong = {}
    for own, marked in ROWS:
        text, sentences = unmarked(marked)
        found = [text[start:end] for start, end in split(text, language)]
        if own == language and found != sentences:
            wrong[text] = found
    assert wrong == {}


def test_the_table_has_enough_of_both_languages():
    assert sum(language == "ko" for language, _ in ROWS) >= 80
    assert sum(language == "en" for language, _ in ROWS) >= 50
