"""The pages of docs that show what is said hold what the rules do."""

import re
from pathlib import Path

import pytest

from service.text.reading import read, runs

DOCS = Path(__file__).parents[3] / "docs"
ROW = re.compile(r"^\| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def rows_of(language):
    page = (DOCS / f"reading-{language}.md").read_text(encoding="utf-8")
    return [(language, *row) for row in ROW.findall(page)]


def bare(text):
    return re.sub(r"[\s,]+", "", text)


@pytest.mark.parametrize(
    ("language", "written", "said", "others", "source"), rows_of("ko") + rows_of("en")
)
def test_every_row_of_the_pages_is_what_is_said(language, written, said, others, source):
    heard = bare("".join(spoken for _, spoken in runs(read(written, language))))
    assert heard in {bare(said), *(bare(each) for each in others.split(";"))}
    assert source[0].isupper()


@pytest.mark.parametrize(("language", "least"), [("ko", 75), ("en", 40)])
def test_the_pages_have_a_table_for_each_class(language, least):
    page = (DOCS / f"reading-{language}.md").read_text(encoding="utf-8")
    assert len(rows_of(language)) >= least
    assert page.count("\n## ") == page.count("| --- | --- | --- | --- |")
    assert page.count("\n| ") - 2 * page.count("\n## ") == len(rows_of(language))
