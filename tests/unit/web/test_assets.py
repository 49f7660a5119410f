"""Scripts and styles as they are sent."""

import pytest

from service.web.assets import FOLDER, shelf, without_comments


@pytest.mark.parametrize(
    ("source", "sent"),
    [
        (b"/** one */\na();\n", b"\na();\n"),
        (b"/*\n * two\n */\na();\n", b"\n\n\na();\n"),
        (b"  // three\na(); // stays\n", b"\na(); // stays\n"),
        (b"/** @type {X} */ (a);\n/* b */\n", b"/** @type {X} */ (a);\n\n"),
        (b"const u = 'http://x';\n", b"const u = 'http://x';\n"),
        (b"/* a */ b();\nc();\n/* d */\n", b"/* a */ b();\nc();\n\n"),
    ],
)
def test_only_comments_that_fill_lines_stay_behind(source, sent):
    assert without_comments(source) == sent


def test_every_script_and_style_keeps_its_lines():
    for name, asset in shelf().items():
        assert asset.body.count(b"\n") == (FOLDER / name).read_bytes().count(b"\n"), name
