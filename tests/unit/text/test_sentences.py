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


@pytest.mark.parametrize("piece", ["가나다 ", "가, 나다 ", "word ", "a"])
def test_a_text_without_stops_is_cut_at_its_spaces_and_loses_nothing(piece):
    text = (piece * 3_000).strip()
    parts = split(text, "ko")
    assert max(end - start for start, end in parts) <= 600
    assert "".join(text[start:end] for start, end in parts).replace(" ", "") == text.replace(
        " ", ""
    )
    assert all(" " not in (text[start], text[end - 1]) for start, end in parts)
    ends = {text[end : end + 1] for _, end in parts}
    assert ends <= ({" ", ""} if " " in text else {"a", ""})


def test_the_table_has_enough_of_both_languages():
    assert sum(language == "ko" for language, _ in ROWS) >= 80
    assert sum(language == "en" for language, _ in ROWS) >= 50
