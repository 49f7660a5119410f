"""Every code that a reader can give has its words for staff, in both languages and in the docs."""

import ast
import re
from pathlib import Path

import pytest

from service.extract import warnings
from service.messages import LANGUAGES, table
from service.model.document import Document, DocumentWarning, Origin
from service.narration.cautions import cautions_of
from service.narration.staff_warnings import CODES, StaffWarning, staff_warnings_of

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "staff.md").read_text("utf-8")


def document(*told):
    found = tuple(DocumentWarning(*each) for each in told)
    return Document("ko", "", (), Origin("d", "pdf", "1"), warnings=found)


def given_codes():
    """The codes written where warnings are made."""
    for path in (ROOT / "service" / "extract").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and getattr(node.func, "id", "")
            if is_call == "DocumentWarning" and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def test_warnings_are_grouped_with_their_pages_and_the_gravest_comes_first():
    told = [("table-without-headers", page) for page in (3, 5, 6, 7, 3)]
    assert staff_warnings_of(document(*told, ("no-tags", 0), ("page-is-broken", 2))) == (
        StaffWarning("page-is-broken", "2"),
        StaffWarning("no-tags", ""),
        StaffWarning("table-without-headers", "3, 5~7"),
    )


def test_a_code_of_tomorrow_is_told_too():
    assert staff_warnings_of(document(("ink-is-wet", 1))) == (StaffWarning("ink-is-wet", "1"),)


def test_listeners_do_not_see_what_concerns_staff_only():
    staff_only = ("no-tags", "no-language", "table-without-headers", "figure-without-text")
    assert cautions_of(document(*((code, 1) for code in staff_only))) == ()


@pytest.mark.parametrize("code", [*CODES, *given_codes()])
def test_every_code_has_a_meaning_and_a_remedy_in_both_languages(code):
    for language in LANGUAGES:
        assert len(table(language)["warning"][code]) > 8
        assert len(table(language)["remedy"][code]) > 8


@pytest.mark.parametrize("code", [*CODES, *given_codes()])
def test_every_code_has_a_row_on_the_page_for_staff(code):
    cells = re.search(rf"^\| {code} \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
    assert cells
    assert all(cell.strip() for cell in cells.groups())


def test_no_text_is_for_a_code_that_nobody_knows():
    for language in LANGUAGES:
        assert set(table(language)["warning"]) == set(table(language)["remedy"]) == set(CODES)
    assert {warnings.NO_HEADERS, warnings.NO_ALTERNATIVE} <= set(CODES)
