"""The player's modules: their own tests, their types and their size."""

import gzip
import subprocess
from pathlib import Path

from rcssmin import cssmin

from service.web import assets

HERE = Path(__file__).parent
MOST_BYTES = 10_000


def run(*command):
    done = subprocess.run(
        command, cwd=HERE, capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_the_modules_pass_their_own_tests():
    code, said = run("node", "--test")
    assert code == 0, said


def test_the_types_of_all_scripts_hold():
    code, said = run("node_modules/.bin/tsc", "--project", "tsconfig.json")
    assert code == 0, said


def test_the_player_with_its_style_takes_at_most_ten_kilobytes():
    script = assets.shelf()["listen-player/listen-player.mjs"].packed
    style = cssmin((assets.FOLDER / "listen-player" / "listen-player.css").read_text("utf-8"))
    assert 1000 < len(script) + len(gzip.compress(style.encode())) <= MOST_BYTES


def test_scripts_take_nothing_from_elsewhere():
    for name, asset in assets.shelf().items():
        assert b"http://" not in asset.body.replace(b"http://www.w3.org/", b""), name
        assert b"https://" not in asset.body.replace(b"http://www.w3.org/", b""), name
