import re
from dataclasses import replace
from hashlib import sha256

import pytest

from service import cli
from service.speech.installing import catalogue
from service.web import create_app
from tests.voices_build import tiny_voices
from tests.voices_build.voice_server import VoiceServer, archive, cut
from tests.web.staging import staged


@pytest.fixture
def voices(tmp_path):
    return tmp_path / "voices"


@pytest.fixture
def runner(tmp_path, voices):
    services = staged(tmp_path / "kept", VOICES_DIR=str(voices))
    app = create_app(services)
    cli.register(app)
    yield app.test_cli_runner()
    services.close()


@pytest.fixture
def publisher(tmp_path, monkeypatch):
    """A local server that has the first voice of the catalogue, in a tiny form."""
    packed = archive(tiny_voices.supertonic(tmp_path / "made"))
    first, *others = catalogue.entries()
    with VoiceServer() as server:
        tiny = replace(
            first,
            name="tiny-voice",
            source=server.address,
            size=len(packed),
            sha256=sha256(packed).hexdigest(),
            speakers=("F1", "M1"),
        )
        monkeypatch.setattr(catalogue, "entries", lambda: (tiny, *others))
        yield server.offer(packed)


def test_the_list_tells_what_can_be_installed(runner, voices):
    told = runner.invoke(args=["voices", "list"]).output
    assert re.search(r"supertonic-3 +available +ko,en +129 MB .*OpenRAIL-M", told)
    assert told.endswith(f"folder: {voices}\n")


def test_a_voice_is_installed_listed_and_checked(runner, publisher):
    installed = runner.invoke(args=["voices", "install", "tiny-voice"])
    assert installed.exit_code == 0
    assert "OpenRAIL-M" in installed.output
    assert re.search(r"tiny-voice +installed +ko,en", runner.invoke(args=["voices", "list"]).output)
    ids = runner.invoke(args=["voices", "list", "--ids"]).output.split()
    assert ids[0] == "sherpa:tiny-voice-ko-f1"
    checked = runner.invoke(args=["voices", "check"])
    assert checked.exit_code == 0
    assert re.search(r"ok +tiny-voice: 7 files as installed, .*-f1: .*-f1: ", checked.output)


def test_a_download_that_broke_off_is_told_and_goes_on(runner, publisher):
    publisher.offer(publisher._server.data, cut(0.5))
    broken = runner.invoke(args=["voices", "install", "tiny-voice"])
    assert broken.exit_code == 1
    assert "voice-download-failed" in broken.output
    assert runner.invoke(args=["voices", "install", "tiny-voice"]).exit_code == 0


def test_an_archive_that_was_carried_here_is_taken(runner, publisher, tmp_path):
    path = tmp_path / "carried"
    path.write_bytes(publisher._server.data)
    publisher.asked.clear()
    told = runner.invoke(args=["voices", "install", "tiny-voice", "--archive", str(path)])
    assert told.exit_code == 0
    assert publisher.asked == []


def test_a_checksum_that_nobody_knew_is_said(runner, publisher, monkeypatch):
    first, *others = catalogue.entries()
    unknown = replace(first, sha256="")
    monkeypatch.setattr(catalogue, "entries", lambda: (unknown, *others))
    told = runner.invoke(args=["voices", "install", "tiny-voice"]).output
    assert "nobody's checksum was known" in told
    assert first.sha256 in told


def test_a_folder_that_was_copied_is_recorded_by_the_check(runner, voices):
    tiny_voices.supertonic(voices / "copied")
    told = [runner.invoke(args=["voices", "check"]).output for _ in range(2)]
    assert "7 files recorded as they are now" in told[0]
    assert "7 files as installed" in told[1]


def test_a_file_that_changed_fails_the_check(runner, voices, publisher):
    runner.invoke(args=["voices", "install", "tiny-voice"])
    path = voices / "tiny-voice" / "voice.bin"
    path.write_bytes(path.read_bytes()[:-1] + b"\1")
    checked = runner.invoke(args=["voices", "check"])
    assert checked.exit_code == 1
    assert re.search(r"BAD tiny-voice: .*voice\.bin: changed", checked.output)


def test_a_broken_folder_is_shown_as_broken(runner, voices):
    (voices / "odd").mkdir(parents=True)
    assert re.search(r"odd +broken", runner.invoke(args=["voices", "list"]).output)
    assert runner.invoke(args=["voices", "check"]).exit_code == 1


def test_no_voice_at_all_is_no_failure(runner):
    checked = runner.invoke(args=["voices", "check"])
    assert checked.exit_code == 0
    assert "no voice is installed" in checked.output


def test_an_unknown_name_lists_those_that_are_known(runner):
    told = runner.invoke(args=["voices", "install", "nobody"])
    assert told.exit_code == 1
    assert "piper-ljspeech" in told.output
