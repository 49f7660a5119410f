import shutil
import tarfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

import pytest

from service.errors import (
    VoiceDownloadFailed,
    VoiceDownloadWrong,
    VoiceInstallRunning,
    VoiceModelBroken,
    VoicesFolderUnusable,
    VoiceUnknown,
)
from service.speech.installing import catalogue, install
from service.speech.installing.catalogue import CatalogueEntry
from service.speech.installing.download import Pace, Wanted, fetch
from service.speech.sherpa import folder, record
from tests.voices_build import tiny_voices
from tests.voices_build.voice_server import (
    VoiceServer,
    another_part,
    archive,
    cut,
    drip,
    endless,
    member,
    silent,
    status,
)

PATIENT = Pace(whole_s=30, stretch_s=30, stretch_bytes=4_096)
HURRIED = Pace(whole_s=30, stretch_s=0.3, stretch_bytes=4_096)


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return tiny_voices.supertonic(tmp_path_factory.mktemp("made") / "supertonic")


@pytest.fixture(scope="module")
def packed(tiny):
    return archive(tiny)


@pytest.fixture(scope="module")
def server():
    with VoiceServer() as made:
        yield made


@pytest.fixture
def entry(server, packed):
    return entry_for(server, packed)


def entry_for(server, data, **changes):
    told = CatalogueEntry(
        name="tiny",
        languages=("ko", "en"),
        about="",
        source=server.address,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        unpacked=5_000_000,
        licence="ours",
        page="",
        takes=("*.onnx", "*.json", "*.bin"),
        speakers=("F1", "M1"),
    )
    return replace(told, **changes)


def unheard(there, expected):
    pass


def put(entry, at, archive=None, tell=unheard, pace=PATIENT):
    return install.install(entry, at, tell, archive, pace)


def nothing_is_left(at):
    return [path.name for path in at.iterdir() if not path.name.startswith(".")] == []


def test_a_voice_is_installed_whole_and_recorded(server, entry, packed, tmp_path):
    server.offer(packed)
    heard = []
    kept = put(entry, tmp_path, tell=lambda there, expected: heard.append((there, expected)))
    assert (kept.sha256, kept.seen_first) == (entry.sha256, False)
    assert folder.check(tmp_path / "tiny").speakers == ("F1", "M1")
    record.check_hashes(tmp_path / "tiny", kept)
    assert heard[-1] == (len(packed), len(packed))
    assert [path for path in (tmp_path / ".installing").rglob("*") if path.suffix != ".lock"] == [
        tmp_path / ".installing" / "new"
    ]


def test_only_wanted_files_are_unpacked(server, tiny, tmp_path):
    data = archive(
        tiny, extra=[member("tiny-voice/espeak-ng-data/en_dict"), member("tiny-voice/run.sh")]
    )
    server.offer(data)
    put(entry_for(server, data), tmp_path)
    assert {path.suffix for path in (tmp_path / "tiny").rglob("*") if path.is_file()} == {
        ".onnx",
        ".json",
        ".bin",
    }


def test_a_download_goes_on_where_it_broke_off(server, entry, packed, tmp_path):
    server.offer(packed, cut(0.4))
    with pytest.raises(VoiceDownloadFailed):
        put(entry, tmp_path)
    assert nothing_is_left(tmp_path)
    put(entry, tmp_path)
    (_, first, _), (_, second, tag) = server.asked
    assert first is None
    assert second == f"bytes={int(len(packed) * 0.4)}-"
    assert tag == '"first"'
    assert (tmp_path / "tiny").is_dir()


def test_another_file_than_before_is_fetched_from_its_beginning(server, entry, packed, tmp_path):
    server.offer(packed, cut(0.4))
    with pytest.raises(VoiceDownloadFailed):
        put(entry, tmp_path)
    server.offer(packed, etag='"second"')
    assert put(entry, tmp_path).sha256 == entry.sha256


def test_without_a_strong_tag_the_date_is_the_mark(server, entry, packed, tmp_path):
    server.offer(packed, cut(0.4), etag='W/"weak"')
    with pytest.raises(VoiceDownloadFailed):
        put(entry, tmp_path)
    put(entry, tmp_path)
    assert server.asked[1][1:] == (None, None)  # nothing to tell by: from the beginning


@pytest.mark.parametrize(
    "behave",
    [another_part, status(416), status(404), status(500), status(403)],
    ids=["another part", "416", "404", "500", "403"],
)
def test_an_odd_answer_to_going_on_is_told_and_mends_itself(
    server, entry, packed, tmp_path, behave
):
    server.offer(packed, cut(0.4), behave)
    for _ in range(2):
        with pytest.raises(VoiceDownloadFailed):
            put(entry, tmp_path)
    assert put(entry, tmp_path).sha256 == entry.sha256


@pytest.mark.parametrize("behave", [drip, silent], ids=["drips", "falls silent"])
def test_a_server_that_is_too_slow_is_left(server, entry, packed, tmp_path, behave):
    server.offer(packed, behave)
    begun = time.monotonic()
    with pytest.raises(VoiceDownloadFailed, match="too little arrives"):
        put(entry, tmp_path, pace=HURRIED)
    assert time.monotonic() - begun < 5


def test_other_content_of_the_right_size_is_wrong_and_gone(server, entry, packed, tmp_path):
    server.offer(packed[:-1] + bytes([packed[-1] ^ 1]))
    with pytest.raises(VoiceDownloadWrong, match="SHA-256"):
        put(entry, tmp_path)
    assert nothing_is_left(tmp_path)
    assert not (tmp_path / ".installing" / "tiny.archive").exists()


@pytest.mark.parametrize("more", [-100, -1, 1, 5_000])
def test_a_file_of_another_size_is_wrong_before_it_is_fetched(
    server, entry, packed, tmp_path, more
):
    server.offer((packed + bytes(5_000))[: len(packed) + more])
    heard = []
    with pytest.raises(VoiceDownloadWrong, match="bytes, not"):
        put(entry, tmp_path, tell=lambda there, expected: heard.append(there))
    assert heard == []
    server.offer(packed)
    assert put(entry, tmp_path)


def test_more_bytes_than_told_are_wrong(server, entry, packed, tmp_path):
    server.offer(packed, endless)
    with pytest.raises(VoiceDownloadWrong, match="more than"):
        put(entry, tmp_path)
    assert not (tmp_path / ".installing" / "tiny.archive").exists()


def test_redirects_are_followed_and_counted(server, entry, packed, tmp_path):
    on = status(302, Location="/elsewhere/voice.tar.bz2")
    server.offer(packed, on, on)
    put(entry, tmp_path)
    assert [path for path, *_ in server.asked][1:] == ["/elsewhere/voice.tar.bz2"] * 2
    server.offer(packed, *[on] * 9)
    with pytest.raises(VoiceDownloadFailed, match="redirects"):
        put(replace(entry, name="other"), tmp_path)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/voice.tar.bz2",
        "file:///etc/passwd",
        "ftp://127.0.0.1/voice",
        "http://127.0.0.1.example.org/voice",
        "https:///voice",
    ],
)
def test_only_https_is_used(server, packed, tmp_path, address):
    entry = entry_for(server, packed, source=address)
    with pytest.raises(VoiceDownloadFailed, match="only https"):
        put(entry, tmp_path)
    server.offer(packed, status(302, Location=address))
    with pytest.raises(VoiceDownloadFailed, match="only https"):
        put(replace(entry, source=server.address), tmp_path)


def test_a_sum_that_nobody_knew_is_recorded_at_first_sight(server, packed, tmp_path):
    server.offer(packed)
    kept = put(entry_for(server, packed, sha256=""), tmp_path)
    assert kept.seen_first
    assert kept.sha256 == sha256(packed).hexdigest()
    assert record.read(tmp_path / "tiny") == kept


ODD = {
    "above": member("tiny-voice/../../outside.bin"),
    "absolute": member("/outside.bin"),
    "backslash": member("tiny-voice\\..\\outside.bin"),
    "symbolic link": member("tiny-voice/link.bin", kind=tarfile.SYMTYPE, link="/etc/passwd"),
    "hard link": member("tiny-voice/link.bin", kind=tarfile.LNKTYPE, link="tiny-voice/tts.json"),
    "device": member("tiny-voice/dev.bin", kind=tarfile.CHRTYPE),
    "pipe": member("tiny-voice/pipe.bin", kind=tarfile.FIFOTYPE),
    "twice": member("tiny-voice/tts.json"),
    "deep": member("tiny-voice/" + "a/" * 20 + "b.bin"),
    "bomb": member("tiny-voice/zeros.bin", bytes(6_000_000)),
    "unwanted bomb": member("tiny-voice/zeros.xyz", bytes(6_000_000)),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_archive_with_anything_odd_leaves_nothing(server, tiny, tmp_path, odd):
    data = archive(tiny, extra=[odd])
    server.offer(data)
    at = tmp_path / "a" / "b"
    with pytest.raises(VoiceDownloadWrong):
        put(entry_for(server, data), at)
    assert nothing_is_left(at)
    assert not list(tmp_path.rglob("outside*"))
    assert not list(at.rglob("*.onnx"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d[: len(d) // 2],
        lambda d: b"no archive at all",
        lambda d: d[:600] + b"\0" * 99 + d[699:],
    ],
    ids=["cut", "other", "damaged"],
)
def test_a_file_that_is_no_archive_is_told(server, packed, tmp_path, spoil):
    data = spoil(packed)
    server.offer(data)
    with pytest.raises(VoiceDownloadWrong, match="no whole archive"):
        put(entry_for(server, data), tmp_path)
    assert nothing_is_left(tmp_path)


def test_a_model_that_cannot_be_loaded_is_not_installed_over_a_good_one(
    server, entry, tiny, packed, tmp_path
):
    server.offer(packed)
    good = put(entry, tmp_path)
    bad = tmp_path.parent / f"{tmp_path.name}-bad"
    shutil.copytree(tiny, bad)
    (bad / "voice.bin").write_bytes(b"")
    data = archive(bad)
    server.offer(data)
    with pytest.raises(VoiceModelBroken):
        put(entry_for(server, data), tmp_path)
    record.check_hashes(tmp_path / "tiny", good)


def test_a_newer_one_takes_the_place_of_the_old_one(server, entry, tiny, packed, tmp_path):
    server.offer(packed)
    put(entry, tmp_path)
    (tmp_path / "tiny" / "left-over").write_text("of the old one")
    put(entry, tmp_path)
    assert not (tmp_path / "tiny" / "left-over").exists()


def test_an_exchange_that_was_interrupted_is_undone(server, entry, packed, tmp_path):
    server.offer(packed)
    put(entry, tmp_path)
    old = tmp_path / ".installing" / "old" / "tiny"
    old.parent.mkdir()
    (tmp_path / "tiny").rename(old)
    server.offer(packed, status(500))
    with pytest.raises(VoiceDownloadFailed):
        put(entry, tmp_path)
    assert folder.check(tmp_path / "tiny")


def test_an_archive_at_hand_needs_no_server_and_is_verified_too(server, entry, packed, tmp_path):
    server.offer(packed)
    path = tmp_path / "carried.tar.bz2"
    path.write_bytes(packed)
    put(entry, tmp_path / "voices", path)
    path.write_bytes(packed + b"x")
    with pytest.raises(VoiceDownloadWrong):
        put(replace(entry, name="other"), tmp_path / "voices", path)
    assert path.read_bytes() == packed + b"x"
    assert server.asked == []


def test_a_disk_that_is_too_small_is_told_before_anything_is_fetched(
    server, entry, packed, tmp_path, monkeypatch
):
    server.offer(packed)
    monkeypatch.setattr(install.shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 10**6))
    with pytest.raises(VoicesFolderUnusable, match="bytes are needed"):
        put(entry, tmp_path)
    assert server.asked == []


def test_a_folder_that_cannot_be_made_is_told(entry, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(VoicesFolderUnusable):
        put(entry, tmp_path / "file" / "voices")


def test_of_two_at_once_one_installs_and_the_other_is_told(server, entry, packed, tmp_path):
    server.offer(packed, lambda handler: (time.sleep(0.3), status(500)(handler)))
    outcomes = {VoiceDownloadFailed: 0, VoiceInstallRunning: 0}

    def one():
        try:
            put(entry, tmp_path)
        except tuple(outcomes) as error:
            outcomes[type(error)] += 1

    (tmp_path / ".installing").mkdir()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: one(), range(2)))
    assert outcomes == {VoiceDownloadFailed: 1, VoiceInstallRunning: 1}
    assert put(entry, tmp_path)


def test_what_is_there_already_is_not_asked_for_again(server, packed, tmp_path):
    server.offer(packed)
    path = tmp_path / "whole"
    path.write_bytes(packed)
    wanted = Wanted(server.address, len(packed), sha256(packed).hexdigest())
    assert fetch(wanted, path, unheard) == wanted.sha256
    assert server.asked == []


def test_the_catalogue_is_whole():
    entries = catalogue.entries()
    assert len({each.name for each in entries}) == len(entries)
    assert entries[0].languages == ("ko", "en")
    for each in entries:
        assert each.source.startswith("https://")
        assert each.page.startswith("https://")
        assert each.size > 1_000_000
        assert each.unpacked > each.size
        assert each.sha256 == "" or len(bytes.fromhex(each.sha256)) == 32
        assert each.licence
        assert all(isinstance(pattern, str) for pattern in each.takes)


def test_a_name_that_nobody_knows_lists_those_that_are():
    with pytest.raises(VoiceUnknown, match="supertonic-3"):
        catalogue.entry("nobody", catalogue.entries())
