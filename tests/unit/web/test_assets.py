"""Scripts and styles as they are sent."""

import subprocess

import pytest

from service.web import sheets
from service.web.assets import FOLDER, shelf
from service.web.modules import joined, parts_of

PAGE = FOLDER / "css" / "page.css"
PLAYER = FOLDER / "listen-player" / "listen-player.mjs"


def test_no_comment_is_sent():
    for name, asset in shelf().items():
        assert b"/*" not in asset.body, name


def test_what_is_joined_is_sent_in_one_file_only():
    sent = {name for name in shelf() if name.startswith("listen-player/")}
    assert sent == {f"listen-player/{PLAYER.name}"}


def test_the_sheets_of_every_kind_of_page_are_sent_in_one_file_only():
    sent = {name: asset.body for name, asset in shelf().items() if name.endswith(".css")}
    assert set(sent) == {f"css/{name}.css" for name in ("frame", "page", "pair", "preview")}
    assert not any(b"@import" in body for body in sent.values())
    with_player = {name for name, body in sent.items() if b".listen-player__panel" in body}
    assert with_player == {"css/frame.css", "css/pair.css", "css/preview.css"}


def test_a_sheet_comes_behind_those_that_it_imports():
    names = [part.name for part in sheets.parts_of(PAGE)]
    assert names == ["tokens.css", "base.css", "appearance.css"]
    whole = sheets.joined(PAGE)
    texts = [part.read_text("utf-8") for part in sheets.parts_of(PAGE)]
    assert [whole.index(text) for text in texts] == sorted(whole.index(text) for text in texts)


def test_every_module_stands_behind_what_it_needs():
    names = [part.stem for part in parts_of(PLAYER)]
    assert len(names) == len(set(names)) > 10
    assert names.index("cues") < names.index("track") < names.index("listening")
    assert PLAYER.stem not in names


def test_of_the_joined_module_only_its_own_exports_are_seen():
    script = joined(PLAYER)
    assert "\nimport {" not in script
    assert script.count("\nexport ") == 1


@pytest.mark.parametrize("name", [name for name in shelf() if name.endswith(".mjs")])
def test_shortened_scripts_are_still_scripts(name, tmp_path):
    path = tmp_path / "script.mjs"
    path.write_bytes(shelf()[name].body)
    assert subprocess.run(["node", "--check", path], check=False).returncode == 0
