import os
import signal
import subprocess
import sys
import time

import pytest

from service.errors import StoreUnavailable
from service.model.speech import Piece, Prosody, Segment, Voice
from service.store.base import Shelf
from service.store.folder import FolderStore
from service.store.keys import (
    audio_etag,
    bytes_digest,
    clip_key,
    is_key,
    manifest_key,
    narration_key,
    release_key,
    source_key,
)

KEY = "ab" * 32
SIZE = 3_000_000
WRITER = f"""
import sys
from pathlib import Path
from service.store.base import Shelf
from service.store.folder import FolderStore
store = FolderStore(Path(sys.argv[1]))
print("writing", flush=True)
while True:
    for letter in (b"a", b"b"):
        store.put(Shelf.CLIPS, {KEY!r}, letter * {SIZE})
"""


def test_a_writer_killed_at_any_moment_leaves_no_broken_file(tmp_path):
    store = FolderStore(tmp_path)
    for delay_s in (0.0, 0.003, 0.006, 0.009, 0.013):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE
        ) as writer:
            writer.stdout.readline()
            end = time.monotonic() + delay_s
            while time.monotonic() < end:
                pass
            os.kill(writer.pid, signal.SIGKILL)
        data = store.get(Shelf.CLIPS, KEY)
        assert data is None or (len(data) == SIZE and len(set(data)) == 1)
        assert set(store.keys(Shelf.CLIPS)) <= {KEY}


def test_a_reader_never_sees_half_a_file(tmp_path):
    store = FolderStore(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE
    ) as writer:
        writer.stdout.readline()
        for _ in range(60):
            data = store.get(Shelf.CLIPS, KEY)
            assert data is None or (len(data) == SIZE and len(set(data)) == 1)
        writer.kill()


def test_an_empty_file_counts_as_absent(tmp_path):
    store = FolderStore(tmp_path)
    store.put(Shelf.CLIPS, KEY, b"")
    assert (store.get(Shelf.CLIPS, KEY), store.size(Shelf.CLIPS, KEY)) == (None, -1)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "clips").write_text("in the way")
    with pytest.raises(StoreUnavailable):
        FolderStore(tmp_path).put(Shelf.CLIPS, KEY, b"x")


def test_files_are_where_a_person_looks(tmp_path):
    FolderStore(tmp_path).put(Shelf.CLIPS, KEY, b"x")
    assert [str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.mp3")] == [
        f"clips/ab/{KEY}.mp3"
    ]


VOICE = Voice("espeak:ko", "espeak", "1", "ko", "x")


def key(text="나라", voice=VOICE, prosody=Prosody(), profile="p"):  # noqa: B008 - frozen
    return clip_key([Piece(text, voice)], prosody, profile)


def test_a_clip_is_named_by_everything_that_changes_its_sound():
    others = {
        key("나무"),
        key(voice=Voice("espeak:en", "espeak", "1", "ko", "x")),
        key(voice=Voice("espeak:ko", "espeak", "2", "ko", "x")),
        key(voice=Voice("espeak:ko", "espeak", "1", "ko", "x", 1.0)),
        key(prosody=Prosody(rate=1.1)),
        key(profile="q"),
        clip_key([Piece("나", VOICE), Piece("라", VOICE)], Prosody(), "p"),
    }
    assert len(others) == 7
    assert key() not in others
    assert key() == key(voice=Voice("espeak:ko", "espeak", "1", "ko", "another name"))


def test_a_pause_changes_the_manifest_and_not_the_clip():
    short, long = (Segment(key(), 0, "u0", (), pause) for pause in (1, 2))
    assert manifest_key("r", [short]) != manifest_key("r", [long])


def test_names_of_different_things_differ():
    names = {
        source_key("a"),
        bytes_digest(b"a"),
        release_key("a", "b", "c"),
        narration_key("a", "b"),
        audio_etag([("a", 1, 2)]),
    }
    assert len(names) == 5
    assert all(is_key(name) for name in names)
