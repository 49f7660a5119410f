"""What a virtual screen reader says from the top of a preview to its end, in both languages.

It follows the standards alone; what it says is kept in `spoken/`. A real one is asked in tests/orca.
"""

import re

import pytest

from tests.browser.conftest import PREVIEWS, ROOT, until, with_files_compared
from tests.browser.test_listening import READY

READER = ROOT / "tests/js/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
EXPORT = re.compile(r"export\s*\{[^}]*?([\w$]+) as virtual[^}]*\};?")
READ = """(async () => {
  await virtual.start({ container: document.body });
  while ((await virtual.lastSpokenPhrase()) !== 'end of document') await virtual.next();
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
})()"""
# Lengths depend on how much of the sound is made.
PASSING = [
    (re.compile(r"전체 (\d+분 )?\d+초"), "전체 0초"),
    (re.compile(r"of (\d+ min )?\d+ sec"), "of 0 sec"),
    (re.compile(r"max value \d+"), "max value 0"),
    (re.compile(r"/ \d+:\d\d"), "/ 0:00"),
]


def read_aloud(page):
    """Everything that is said; the reader goes in over the browser's protocol."""
    session = page.context.new_cdp_session(page)
    module, count = EXPORT.subn(r"window.virtual = \1;", READER.read_text(encoding="utf-8"))
    assert count == 1
    for script in (f"(() => {{{module}\n}})()", READ):
        asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = session.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in answer, answer
    return answer["result"]["value"]


def lasting(said):
    for passing, instead in PASSING:
        said = passing.sub(instead, said)
    return said


@pytest.mark.kwcag("5.3.2")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_preview_is_said_as_reviewed(visit, real, expect, language):
    page = visit(f"{real}/")
    page.goto(real + PREVIEWS[language])
    until(page, READY, within_ms=60_000)
    with_files_compared(page)
    until(page, READY)
    said = [lasting(each) for each in read_aloud(page)]
    assert len(said) > 100
    expect(f"spoken/preview-{language}.txt", said)
