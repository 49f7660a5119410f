import errno
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from service import cli, samples
from service.cli.progress import pages_bar
from service.errors import EngineUnavailable
from service.extract.base import Hold, Progress, unheard
from service.speech.chain import ChainEngine
from service.speech.silent import SilentEngine
from service.web import create_app
from tests.unit.speech.test_chain import Failing
from tests.web.staging import (
    BROKEN,
    ENGLISH,
    ENGLISH_RELEASE,
    GUIDE_FILES,
    KOREAN,
    RECOGNISED,
    TABLES,
    JsonExtractor,
    staged,
)


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    services = staged(tmp_path_factory.mktemp("kept"), PAGE_WAIT_MS="5000")
    app = create_app(services)
    cli.register(app)
    yield app.test_cli_runner()
    services.close()


@pytest.fixture
def parted(runner):
    """A runner that keeps standard error apart."""
    return runner.app.test_cli_runner(mix_stderr=False)


def test_extract_ignores_tags_when_asked(runner, monkeypatch):
    class WithoutTags(JsonExtractor):
        def extract(self, resource, tell=unheard):
            return ENGLISH_RELEASE

    monkeypatch.setattr(JsonExtractor, "ignoring_tags", lambda self: WithoutTags())
    with_tags, without = (
        json.loads(runner.invoke(args=["extract", KOREAN, "--json", *more]).output)["title"]
        for more in ([], ["--ignore-tags"])
    )
    assert without == ENGLISH_RELEASE.title != with_tags


def test_extract_prints_blocks_and_json(runner):
    assert "[ListItem] □" in runner.invoke(args=["extract", KOREAN]).output
    told = json.loads(runner.invoke(args=["extract", KOREAN, "--json"]).output)
    assert told["agency"] == "보건복지부"


def test_narrate_prints_what_is_shown_and_said(runner):
    output = runner.invoke(args=["narrate", ENGLISH]).output
    assert "He leaves on July 4." in output
    assert "→ He leaves on July fourth." in output


def test_say_prints_the_spoken_form_and_writes_the_sound(runner, tmp_path):
    file = tmp_path / "x.mp3"
    result = runner.invoke(args=["say", "7월 4일(화) 14시", "--lang", "ko", "-o", str(file)])
    assert result.output.strip() == "칠월 사일 화요일 십사 시"
    assert file.read_bytes()[:3].hex() == "fff364"


def test_say_in_a_language_of_nobody_is_refused(runner):
    result = runner.invoke(args=["say", "Guten Tag", "--lang", "de"])
    assert (result.exit_code, "voice-unknown" in result.output) == (1, True)


def test_listen_writes_one_file_and_tells_its_length(runner, tmp_path):
    file = tmp_path / "x.mp3"
    told = json.loads(runner.invoke(args=["listen", ENGLISH, "-o", str(file), "--json"]).stdout)
    data = file.read_bytes()
    frames = data[data.index(b"\xff\xf3d") :]
    assert told["seconds"] == len(frames) / 144 * 0.024
    assert (data[:4], told["failed"]) == (b"ID3\x04", [])
    assert [path.name for path in tmp_path.iterdir()] == ["x.mp3"]


@pytest.mark.parametrize(
    ("ending", "magic"), [(".wav", b"RIFF"), (".WAV", b"RIFF"), (".ogg", b"OggS")]
)
def test_sound_goes_into_the_container_its_name_asks_for(runner, tmp_path, ending, magic):
    for command in (["listen", ENGLISH], ["say", "칠월"]):
        file = tmp_path / f"{command[0]}{ending}"
        result = runner.invoke(args=[*command, "-o", str(file)])
        assert (result.exit_code, file.read_bytes()[:4]) == (0, magic)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("x.exe", "no way to write '.exe'"),
        ("x", "no way to write ''"),
        ("no/x.mp3", "no such folder"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_before_any_work(runner, tmp_path, name, reason):
    result = runner.invoke(args=["listen", BROKEN, "-o", str(tmp_path / name)])
    assert result.exit_code == 2
    assert reason in result.output


@pytest.mark.parametrize("command", ["extract", "narrate"])
def test_what_cannot_be_read_ends_with_what_is_wrong_and_its_code(runner, command):
    result = runner.invoke(args=[command, BROKEN])
    told = "문서가 손상되어 열 수 없습니다. 원문을 다시 내려받아 주세요."
    assert (result.exit_code, result.output) == (
        1,
        f"Error: {told} (document-is-broken: no trailer)\n",
    )


def test_a_file_that_is_not_there_is_named(runner):
    result = runner.invoke(args=["extract", "nowhere.pdf"])
    assert (result.exit_code, "nowhere.pdf" in result.output) == (2, True)


def test_pregenerate_prepares_and_tells_in_a_table(runner):
    result = runner.invoke(args=["pregenerate", KOREAN])
    assert result.exit_code == 0
    assert "Exploring a New Strategy" in result.output


def test_pregenerate_tells_apart_what_has_one_title(runner):
    alone = runner.invoke(args=["pregenerate", KOREAN]).stdout
    assert KOREAN not in alone
    together = runner.invoke(args=["pregenerate", KOREAN, KOREAN]).stdout.splitlines()
    places = [at for at, line in enumerate(together) if line.strip() == KOREAN]
    assert len(places) == 2
    assert together[places[0] - 1] == together[places[1] - 1]


def test_pregenerate_says_what_it_left_out_and_why(runner):
    output = runner.invoke(args=["pregenerate", GUIDE_FILES]).output
    assert "같은 문서를 다른 파일로 만듦 (2. 누리집 안내서.hwpx)" in output
    told = json.loads(runner.invoke(args=["pregenerate", GUIDE_FILES, "--json"]).stdout)
    assert [row["left_out"] for row in told] == ["", "same-document", ""]


def test_pages_that_were_not_read_are_told_to_staff(runner):
    told = "그림뿐이라 읽을 글자가 없는 쪽이 있습니다: 4쪽"
    for command in (["pregenerate", RECOGNISED], ["extract", RECOGNISED, "--text"]):
        assert told in runner.invoke(args=command).output


def test_every_warning_is_told_to_staff_with_its_pages_and_what_to_do(parted):
    told = "표에 머리글이 없습니다: 3, 5~7쪽"
    result = parted.invoke(args=["extract", TABLES])
    assert told in result.stderr
    assert "→ 원본의 표에서" in result.stderr
    assert told not in result.stdout
    listed = json.loads(parted.invoke(args=["extract", TABLES, "--json"]).stdout)
    assert {"code": "table-without-headers", "page": 6} in listed["warnings"]


def test_pregenerate_groups_warnings_below_each_document(runner):
    table = runner.invoke(args=["pregenerate", TABLES]).output
    assert table.count("표에 머리글이 없습니다: 3, 5~7쪽") == 1
    told = json.loads(runner.invoke(args=["pregenerate", TABLES, "--json"]).stdout)
    assert told[0]["warnings"] == [{"code": "table-without-headers", "pages": "3, 5~7"}]
    assert told[0]["cautions"] == []


@pytest.mark.parametrize(
    ("manner", "said"),
    [
        ("rows", "강원, 춘천, 올해 예산, 천이백억 원"),
        ("columns", "강원 춘천, 천이백억 원"),
        ("short", "머리글, 시도, 시군"),
    ],
)
def test_narrate_says_tables_as_it_is_asked(runner, manner, said):
    assert said in runner.invoke(args=["narrate", TABLES, "--tables", manner]).output


def test_listen_makes_the_sound_of_the_manner_that_was_asked_for(runner, tmp_path):
    seconds = []
    for manner in ("rows", "short"):
        args = ["listen", TABLES, "-o", str(tmp_path / "x.mp3"), "--tables", manner, "--json"]
        seconds.append(json.loads(runner.invoke(args=args).stdout)["seconds"])
    assert seconds[0] > seconds[1]


def test_pregenerate_fails_with_a_plain_reason(runner):
    result = runner.invoke(args=["pregenerate", BROKEN, ENGLISH])
    assert result.exit_code == 1
    assert "문서가 손상되어 열 수 없습니다" in result.output


def test_one_release_that_cannot_be_read_stops_no_other(runner, tmp_path):
    (tmp_path / "1-empty.pdf").touch()
    (tmp_path / "3-good.txt").write_text("잘 읽힌다.", "utf-8")
    result = runner.invoke(args=["pregenerate", str(tmp_path), "--json"])
    told = {row["name"].rpartition("/")[2]: row for row in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert told["1-empty.pdf"]["error"] == "document-is-empty"
    assert told["3-good.txt"]["made"] == told["3-good.txt"]["segments"] > 0


def test_a_file_that_cannot_be_opened_has_its_own_reason(runner, tmp_path, monkeypatch):
    file = tmp_path / "1.txt"
    file.write_text("잠긴 글이다.", "utf-8")

    def locked(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", locked)
    result = runner.invoke(args=["pregenerate", str(file)])
    assert result.exit_code == 1
    assert "source-unreadable" in result.output


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (["pregenerate", "nowhere"], "no such file"),
        (["pregenerate", "{folder}"], "no releases in this folder"),
        (["extract", "{folder}"], "a folder, not a file"),
    ],
)
def test_a_target_without_anything_to_read_is_a_mistake(runner, tmp_path, command, reason):
    result = runner.invoke(args=[each.format(folder=tmp_path) for each in command])
    assert (result.exit_code, reason in result.output) == (2, True)


def test_doctor_finds_everything_well(runner):
    result = runner.invoke(args=["doctor", "--json"])
    findings = json.loads(result.stdout)
    assert (result.exit_code, {finding["is_well"] for finding in findings}) == (0, {True})


def test_every_command_is_in_the_groups(runner):
    for command in cli.commands():
        assert f"flask {command.name}" in cli.GROUPS
        assert "Example" in (command.help or "")


def test_samples_can_be_read_by_name_only():
    with pytest.raises(KeyError):
        samples.read("../settings.py")


def test_pages_are_counted_on_a_terminal_and_nowhere_else(monkeypatch, capsys):
    with pages_bar("a.pdf") as tell:
        tell(Progress(1, 2))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pages_bar("a.pdf") as tell:
        for read in (0, 1, 2):
            tell(Progress(read, 2))
    told = capsys.readouterr()
    assert ("2/2" in told.err, told.out) == (True, "")


def test_the_doctor_calls_readers_without_a_filter_bad(runner, monkeypatch):
    monkeypatch.setattr(JsonExtractor, "holds", lambda _: (Hold.USER,))
    result = runner.invoke(args=["doctor", "--json"])
    finding = next(each for each in json.loads(result.output) if each["name"] == "confinement")
    assert (result.exit_code, finding["is_well"]) == (1, False)
    assert "seccomp" in finding["advice"]


def test_the_doctor_tells_what_holds_the_readers(runner):
    found = json.loads(runner.invoke(args=["doctor", "--json"]).output)
    finding = next(each for each in found if each["name"] == "confinement")
    assert finding["is_well"]
    assert "no network" in finding["detail"]


def test_a_full_disk_is_told_with_the_name_of_the_file(runner, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    file = tmp_path / "x.mp3"
    for args in (["listen", ENGLISH, "-o", str(file)], ["say", "가", "-o", str(file)]):
        result = runner.invoke(args=args)
        assert result.exit_code == 1
        assert f"'{file}': No space left on device" in result.output
        assert isinstance(result.exception, SystemExit)


def listened(tmp_path, engine):
    services = replace(staged(tmp_path, LANGUAGES="ko"), engine=engine)
    app = create_app(services)
    cli.register(app)
    file = tmp_path / "x.mp3"
    result = app.test_cli_runner(mix_stderr=False).invoke(args=["listen", KOREAN, "-o", str(file)])
    services.close()
    return result


def test_listen_counts_the_sentences_that_failed_by_their_reasons(tmp_path):
    result = listened(tmp_path, Failing(EngineUnavailable))
    assert result.exit_code == 1
    assert re.search(r"(\d+) sentences .* \(\1 engine-unavailable\).*flask doctor", result.stderr)


def test_listen_tells_that_another_voice_spoke(tmp_path):
    chain = ChainEngine([Failing(EngineUnavailable), SilentEngine()])
    result = listened(tmp_path, chain)
    assert result.exit_code == 0
    assert re.search(r"^\d+ sentences were spoken by a stand-in voice", result.stdout, re.MULTILINE)


def test_doctor_says_when_a_voice_does_not_answer_and_who_stands_in(tmp_path):
    chain = ChainEngine([Failing(EngineUnavailable), SilentEngine()])
    services = replace(staged(tmp_path), engine=chain)
    app = create_app(services)
    cli.register(app)
    result = app.test_cli_runner().invoke(args=["doctor"])
    services.close()
    assert result.exit_code == 1
    assert re.search(r"BAD voices: engine-unavailable: .*silent:ko stands in", result.output)


def test_a_service_in_which_a_language_has_no_voice_does_not_start(tmp_path):
    services = staged(tmp_path, LANGUAGES="ko,fr")
    app = create_app(services)
    cli.register(app)
    result = app.test_cli_runner().invoke(args=["serve"])
    services.close()
    assert result.exit_code == 1
    assert re.search("no engine speaks 'fr'.*LISTEN_ENGINES.*LISTEN_LANGUAGES", result.output)
