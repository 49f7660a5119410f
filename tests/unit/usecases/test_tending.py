"""How what is kept is looked after: checked, pruned, planned anew."""

import os
import time
from dataclasses import replace

import pytest

from service.audio.frames import FRAME_BYTES, LIGHT
from service.cli.crew import working
from service.speech.silent import SilentEngine
from service.store.base import Shelf
from service.store.folder import FolderStore
from service.store.keys import picture_key
from service.store.plans import SqlitePlans
from service.usecases.clips import ClipNote
from service.usecases.follow_audio import follow, hear_clip
from service.usecases.join_audio import joined, read_joined
from service.usecases.keeping import kept
from service.usecases.prepare import Target, prepare
from service.usecases.read_release import open_address
from service.usecases.tend_cache import (
    PRUNE,
    ask_for_pruning,
    prune,
    publish,
    rebuild,
    stats,
    unpublish,
    verify,
)
from service.usecases.timelines import heard_of
from tests.web.staging import ENGLISH, KOREAN, staged


@pytest.fixture
def services(tmp_path):
    made = replace(
        staged(tmp_path, PAGE_WAIT_MS="30000", CLIP_WAIT_MS="30000"),
        store=FolderStore(tmp_path / "kept"),
    )
    with working(made, ("read", "speak")):
        yield made
    made.close()


def listened(services, address):
    manifest = open_address(services, address).manifest
    return manifest, b"".join(follow(services, manifest))


def path_of(services, tmp_path, key):
    return tmp_path / "kept" / "clips" / key[:2] / f"{key}.mp3"


def let_an_hour_pass(tmp_path):
    then = time.time() - 3_600
    for path in (tmp_path / "kept").rglob("*.*"):
        os.utime(path, (then, then))


def damage(path, how):
    data = bytearray(path.read_bytes())
    if how == "flipped":
        data[len(data) // 2] ^= 0xFF
    path.write_bytes(data[: len(data) // 2] if how == "cut" else data)


@pytest.mark.parametrize("how", ["flipped", "cut"])
def test_a_damaged_clip_is_made_again_when_it_is_asked_for(services, tmp_path, how, caplog):
    manifest, _ = listened(services, ENGLISH)
    key = heard_of(services, manifest).keys[0]
    good = services.store.get(Shelf.CLIPS, key)
    damage(path_of(services, tmp_path, key), how)
    assert hear_clip(services, key) == (key, good)
    assert services.store.get(Shelf.CLIPS, key) == good


@pytest.mark.parametrize("grade", ["full", "light"])
def test_a_damaged_clip_is_made_again_in_the_middle_of_a_document(services, tmp_path, grade):
    manifest, whole = listened(services, ENGLISH)
    heard = heard_of(services, manifest)
    join = joined(heard, LIGHT) if grade == "light" else joined(heard)
    before = b"".join(read_joined(services, join, 0, join.size))
    damage(path_of(services, tmp_path, heard.keys[1]), "flipped")
    assert b"".join(read_joined(services, join, 0, join.size)) == before
    assert len(before) == len(whole) // (2 if grade == "light" else 1)


def test_a_damaged_light_clip_is_made_again(services, tmp_path):
    manifest, _ = listened(services, ENGLISH)
    key = heard_of(services, manifest).keys[0]
    good = hear_clip(services, key, LIGHT)
    (path,) = (tmp_path / "kept" / "light-clips").rglob("*.bin")
    damage(path, "flipped")
    assert hear_clip(services, key, LIGHT) == good


@pytest.mark.parametrize("note", [b"", b"{", b"[1, 2]", b'{"digest": 5}'])
def test_a_clip_whose_note_cannot_be_read_is_made_again(services, note):
    manifest, _ = listened(services, ENGLISH)
    key = heard_of(services, manifest).keys[0]
    good = services.store.get(Shelf.CLIPS, key)
    services.store.put(Shelf.CLIP_NOTES, key, note)
    assert hear_clip(services, key) == (key, good)
    assert kept(services.store, Shelf.CLIP_NOTES, key, ClipNote) is not None


def test_verifying_drops_what_is_broken_and_nothing_else(services, tmp_path):
    manifest, _ = listened(services, ENGLISH)
    keys = heard_of(services, manifest).keys
    damage(path_of(services, tmp_path, keys[0]), "flipped")
    found = verify(services)
    assert (found.clips, found.broken) == (len(set(keys)), (keys[0],))
    assert verify(services).broken == ()


def test_a_clip_tells_where_it_comes_from(services):
    manifest, _ = listened(services, KOREAN)
    key = heard_of(services, manifest).keys[1]
    note = kept(services.store, Shelf.CLIP_NOTES, key, ClipNote)
    assert note.text.startswith("미국 바이오클러스터 방문해")
    assert note.made_with == ("silent:ko 1",)
    assert note.audio == services.finisher.profile
    assert note.rules
    assert note.made_at == pytest.approx(time.time(), abs=60)


def test_what_was_heard_longest_ago_goes_first(services, tmp_path):
    old, _ = listened(services, ENGLISH)
    let_an_hour_pass(tmp_path)
    new, _ = listened(services, KOREAN)
    new_keys, old_keys = (set(heard_of(services, each).keys) for each in (new, old))
    found = prune(services, 1)
    assert found.things >= len(old_keys - new_keys) > 0
    assert set(heard_of(services, old).keys) <= {""} | new_keys
    assert all(heard_of(services, new).keys)


def test_pictures_of_pages_go_before_any_sound(services, tmp_path):
    manifest, _ = listened(services, ENGLISH)
    let_an_hour_pass(tmp_path)
    large = b"x" * stats(services).size_bytes
    for page in range(1, 5):
        services.store.put(Shelf.PICTURES, picture_key("0" * 64, page), large)
    then = time.time() - 1_800
    for path in (tmp_path / "kept" / "pictures").rglob("*.webp"):
        os.utime(path, (then, then))
    found = prune(services, stats(services).size_bytes - 1)
    assert found.things == 1
    assert len(list(services.store.keys(Shelf.PICTURES))) == 3
    assert all(heard_of(services, manifest).keys)


def test_room_enough_drops_nothing(services):
    listened(services, ENGLISH)
    size = stats(services).size_bytes
    assert prune(services, size).things == 0
    assert prune(services, 0).things == 0


def test_pruning_stops_at_nine_tenths(services, tmp_path):
    manifest, _ = listened(services, KOREAN)
    let_an_hour_pass(tmp_path)
    size = stats(services).size_bytes
    found = prune(services, size - 1)
    assert 0 < found.things < len(set(heard_of(services, manifest).keys))
    assert found.left_bytes <= 0.9 * size


def test_what_is_heard_is_used(services, tmp_path):
    manifest, _ = listened(services, ENGLISH)
    let_an_hour_pass(tmp_path)
    key = heard_of(services, manifest).keys[0]
    hear_clip(services, key)
    prune(services, 1)
    assert [key for key in heard_of(services, manifest).keys if key] == [key]


def test_published_audio_stays_until_it_is_not_published(services, tmp_path):
    manifest, _ = listened(services, ENGLISH)
    publish(services, manifest)
    let_an_hour_pass(tmp_path)
    prune(services, 1)
    assert all(heard_of(services, manifest).keys)
    unpublish(services, manifest)
    prune(services, 1)
    assert not any(heard_of(services, manifest).keys)


def test_what_staff_prepared_is_published(services):
    outcome, *_ = prepare(services, Target("release", address=KOREAN), lambda _: None)
    assert outcome.is_whole
    assert open_address(services, KOREAN).manifest in set(services.store.keys(Shelf.PUBLISHED))


def test_what_was_pruned_is_made_again(services, tmp_path):
    manifest, whole = listened(services, ENGLISH)
    let_an_hour_pass(tmp_path)
    prune(services, 1)
    assert b"".join(follow(services, manifest)) == whole


def test_a_lost_index_is_made_anew_from_the_texts(services, tmp_path):
    manifest, _ = listened(services, ENGLISH)
    without = replace(services, plans=SqlitePlans(tmp_path / "new.db"))
    assert without.plans.count(manifest) == -1
    assert (rebuild(without).planned, rebuild(without).planned) == (1, 0)
    assert without.plans.keys(manifest) == services.plans.keys(manifest)
    without.plans.close()


def test_a_document_whose_voices_changed_is_told_as_lost(services, tmp_path):
    listened(services, ENGLISH)

    class Other(SilentEngine):
        def voices(self):
            return tuple(replace(voice, version="2") for voice in super().voices())

    without = replace(services, plans=SqlitePlans(tmp_path / "new.db"), engine=Other())
    assert (rebuild(without).planned, rebuild(without).lost) == (0, 1)
    without.plans.close()


def test_pruning_is_a_job(services):
    ask_for_pruning(services)
    end = time.monotonic() + 10
    while services.queue.find(PRUNE, PRUNE).state.value != "done" and time.monotonic() < end:
        time.sleep(0.01)
    assert services.queue.find(PRUNE, PRUNE).state.value == "done"


def test_figures_add_up(services, tmp_path):
    listened(services, ENGLISH)
    found = stats(services)
    on_disk = [path.stat().st_size for path in (tmp_path / "kept").rglob("*.*")]
    assert found.size_bytes == sum(on_disk)
    clips = next(each for each in found.shelves if each.shelf == "clips")
    assert clips.size_bytes % FRAME_BYTES == 0
    assert found.trouble == ""
