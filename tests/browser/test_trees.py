"""The accessibility tree of every kind of page, name by name, in both languages.

The trees are kept in `trees/`. They are those of Playwright, which reads roles and names by the
standards, whatever the browser; Chromium's own tree must hold the same names.
"""

import re
from collections import Counter

import pytest

from tests.browser.conftest import until, with_files_compared
from tests.browser.test_looks import READY
from tests.web.staging import KOREAN, SCANNED

PAGES = {
    "home": ("/", 200),
    "preview": (f"/listen?url={KOREAN}", 200),
    "player": (f"/player?url={KOREAN}", 200),
    "error": ("/nowhere", 404),
    "unreadable": (f"/listen?url={SCANNED}", 422),
    "accessibility": ("/accessibility", 200),
}
CASES = [(name, language) for name in PAGES for language in ("ko", "en")]
OPEN = "document.querySelectorAll('{}').forEach((each) => {{ each.open = true }})"
# Addresses, lengths of sounds, references of errors, and how many tests there are.
PASSING = [
    (re.compile(r"^ *- /url: .*"), ""),
    (re.compile(r"\d+:\d\d"), "0:00"),
    (re.compile(r"[0-9a-f]{32}"), "0"),
    (re.compile(r"(Tests that check it:|확인하는 시험) \d+"), r"\1 0"),
]
CONTROLS = ("button", "checkbox", "combobox", "link", "radio", "slider", "spinbutton", "textbox")
NAMED = (*CONTROLS, "heading", "navigation", "region", "table", "columnheader", "rowheader")
LINE = re.compile(r"^ *- '?(\w+)(?: \"((?:[^\"\\]|\\.)*)\")?", re.MULTILINE)


@pytest.fixture
def opened(visit, fake):
    """Open a page and what is folded up in it; the display settings are shown at home."""

    def open_page(name, language):
        path, status = PAGES[name]
        joint = "&" if "?" in path else "?"
        page = visit(f"{fake}{path}{joint}lang={language}", expected_status=status)
        if name == "preview":
            with_files_compared(page)
        until(page, READY)
        folded = {"home": "details", "accessibility": "none"}.get(name, "main details")
        page.evaluate(OPEN.format(folded))
        return page

    return open_page


def lasting(tree):
    """A tree without what may differ from one time to the next."""
    for passing, instead in PASSING:
        tree = "\n".join(passing.sub(instead, line) for line in tree.splitlines())
    return [line for line in tree.splitlines() if line]


@pytest.mark.kwcag("8.2.1")
@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_name_is_as_reviewed_and_in_the_browsers_own_tree(opened, expect, name, language):
    page = opened(name, language)
    tree = page.locator("html").aria_snapshot()
    expect(f"trees/{name}-{language}.yaml", lasting(tree))
    named = named_by_the_browser(page)
    told = [(role, given.replace('\\"', '"')) for role, given in LINE.findall(tree)]
    assert named == Counter(each for each in told if each[0] in NAMED)
    assert [role for role, given in named if role in CONTROLS and not given] == []


def named_by_the_browser(page):
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    shown = [node for node in nodes if not node["ignored"] and node["role"]["value"] in NAMED]
    return Counter((node["role"]["value"], node["name"]["value"]) for node in shown)
