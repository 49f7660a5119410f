"""`flask cache …`: what staff see and which exit codes their scripts get."""

import json
from dataclasses import replace

import pytest

from service import cli
from service.store.base import Shelf
from service.store.folder import FolderStore
from service.store.memory import MemoryStore
from service.store.overflow import OverflowStore
from service.web import create_app
from tests.contract.test_stores import full
from tests.web.staging import ENGLISH, staged


@pytest.fixture
def services(tmp_path):
    made = replace(staged(tmp_path, PAGE_WAIT_MS="5000"), store=FolderStore(tmp_path / "kept"))
    yield made
    made.close()


def runner_of(services):
    app = create_app(services)
    cli.register(app)
    return app.test_cli_runner(mix_stderr=False)


@pytest.fixture
def runner(services):
    made = runner_of(services)
    assert made.invoke(args=["pregenerate", ENGLISH]).exit_code == 0
    return made


def test_stats_tell_every_shelf_and_the_sum(runner):
    told = json.loads(runner.invoke(args=["cache", "stats", "--json"]).stdout)
    assert {each["shelf"] for each in told["shelves"]} == {shelf.value for shelf in Shelf}
    assert sum(each["size_bytes"] for each in told["shelves"]) == told["size_bytes"] > 0
    assert (told["published"], told["trouble"]) == (1, "")
    assert "of 20,000.0 MB" in runner.invoke(args=["cache", "stats"]).stdout


def test_stats_say_why_nothing_can_be_kept(services, tmp_path):
    broken = replace(services, store=OverflowStore(full(tmp_path), MemoryStore(), 1_000))
    result = runner_of(broken).invoke(args=["cache", "stats"])
    assert result.exit_code == 1
    assert "in memory only: Not a directory" in result.stderr
    told = runner_of(broken).invoke(args=["doctor"]).stdout
    assert "BAD store: store-unavailable: new things are kept in memory only" in told


def test_verify_finds_what_is_broken_once(runner, tmp_path):
    first = next((tmp_path / "kept" / "clips").rglob("*.mp3"))
    first.write_bytes(b"x" * first.stat().st_size)
    result = runner.invoke(args=["cache", "verify"])
    assert (result.exit_code, f"dropped {first.stem}" in result.stdout) == (1, True)
    again = runner.invoke(args=["cache", "verify", "--json"])
    assert (again.exit_code, json.loads(again.stdout)["broken"]) == (0, [])


def test_prune_spares_what_was_just_heard(runner):
    told = json.loads(runner.invoke(args=["cache", "prune", "--max-mb", "0", "--json"]).stdout)
    assert told["things"] == 0
    assert "dropped 0 things" in runner.invoke(args=["cache", "prune", "--published"]).stdout


def test_what_is_exported_is_imported_elsewhere(runner, tmp_path):
    file = tmp_path / "monday.zip"
    assert "1 documents" in runner.invoke(args=["cache", "export", str(file)]).stdout
    (tmp_path / "other").mkdir()
    other = runner_of(staged(tmp_path / "other"))
    told = other.invoke(args=["cache", "import", str(file)]).stdout
    assert told.startswith("1 documents, ")
    assert list(tmp_path.glob("*.part")) == []


def test_a_file_of_a_stranger_is_refused_in_words(runner, tmp_path):
    (tmp_path / "a.zip").write_bytes(b"none")
    result = runner.invoke(args=["cache", "import", str(tmp_path / "a.zip")])
    assert result.exit_code == 1
    assert "소리 파일 묶음이 올바르지 않습니다" in result.stderr
    assert "cache-file-invalid" in result.stderr


@pytest.mark.parametrize("named", ["0" * 64, "1234"])
def test_a_document_of_nobody_is_told_and_leaves_no_file(runner, tmp_path, named):
    file = tmp_path / "a.zip"
    result = runner.invoke(args=["cache", "export", str(file), "--manifest", named])
    assert (result.exit_code, f"manifest-unknown: no manifest '{named}'" in result.stderr) == (
        1,
        True,
    )
    assert not file.exists()


def test_where_nothing_is_published_export_says_how_it_gets_there(services, tmp_path):
    result = runner_of(services).invoke(args=["cache", "export", str(tmp_path / "a.zip")])
    assert result.exit_code == 1
    assert "`flask pregenerate`" in result.stderr
    assert list(tmp_path.glob("a.zip*")) == []


def test_what_could_only_be_kept_in_memory_is_no_success(runner, services, tmp_path):
    file = tmp_path / "monday.zip"
    runner.invoke(args=["cache", "export", str(file)])
    nowhere = replace(services, store=OverflowStore(full(tmp_path), MemoryStore(), 10**8))
    without_room = runner_of(nowhere)
    for args in (["cache", "import", str(file)], ["pregenerate", ENGLISH]):
        result = without_room.invoke(args=args)
        assert result.exit_code == 1
        assert "kept in memory only" in result.stderr
        assert "LISTEN_CACHE_DIR" in result.stderr


def test_rebuild_has_nothing_to_do_where_all_is_well(runner):
    assert runner.invoke(args=["cache", "rebuild"]).stdout.startswith("0 documents planned, 0")
