"""One suite for every keeper of the Store contract."""

import time

import pytest

from service.store.base import Shelf
from service.store.folder import FolderStore
from service.store.memory import MemoryStore
from service.store.overflow import OverflowStore

KEY = "ab" * 32
OTHER = "cd" * 32


def full(tmp_path):
    """A store that can put nothing."""
    (tmp_path / "file").write_text("")
    return FolderStore(tmp_path / "file")


MAKERS = {
    "memory": lambda _: MemoryStore(),
    "folder": FolderStore,
    "overflow": lambda folder: OverflowStore(FolderStore(folder), MemoryStore(), 1_000),
    "overflow of a full one": lambda folder: OverflowStore(full(folder), MemoryStore(), 1_000),
}


@pytest.fixture(params=MAKERS)
def store(request, tmp_path):
    return MAKERS[request.param](tmp_path)


def test_what_was_put_is_got_back(store):
    store.put(Shelf.CLIPS, KEY, b"sound")
    assert (store.get(Shelf.CLIPS, KEY), store.size(Shelf.CLIPS, KEY)) == (b"sound", 5)


def test_nothing_is_none_and_minus_one(store):
    assert (store.get(Shelf.CLIPS, KEY), store.size(Shelf.CLIPS, KEY)) == (None, -1)


def test_putting_again_replaces(store):
    store.put(Shelf.SOURCES, KEY, b"old")
    store.put(Shelf.SOURCES, KEY, b"newer")
    assert store.get(Shelf.SOURCES, KEY) == b"newer"


def test_shelves_do_not_mix(store):
    store.put(Shelf.CLIPS, KEY, b"sound")
    assert store.get(Shelf.RELEASES, KEY) is None


def test_dropping_forgets_and_is_harmless_twice(store):
    store.put(Shelf.CLIPS, KEY, b"sound")
    store.drop(Shelf.CLIPS, KEY)
    store.drop(Shelf.CLIPS, KEY)
    assert store.size(Shelf.CLIPS, KEY) == -1


def test_keys_lists_what_is_kept(store):
    store.put(Shelf.CLIPS, KEY, b"one")
    store.put(Shelf.CLIPS, OTHER, b"two")
    assert sorted(store.keys(Shelf.CLIPS)) == [KEY, OTHER]


def test_an_inventory_tells_sizes_and_uses(store):
    store.put(Shelf.CLIPS, KEY, b"sound")
    store.put(Shelf.RELEASES, OTHER, b"text")
    (kept,) = store.inventory(Shelf.CLIPS)
    assert (kept.key, kept.size_bytes) == (KEY, 5)
    assert kept.used_at == pytest.approx(time.time(), abs=60)


def test_a_use_is_noted(store):
    store.put(Shelf.CLIPS, KEY, b"sound")
    (before,) = store.inventory(Shelf.CLIPS)
    while time.time() <= before.used_at:
        pass
    store.touch(Shelf.CLIPS, KEY)
    (after,) = store.inventory(Shelf.CLIPS)
    assert after.used_at > before.used_at


def test_a_use_of_nothing_is_harmless(store):
    store.touch(Shelf.CLIPS, KEY)
    assert store.size(Shelf.CLIPS, KEY) == -1


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "AB" * 32, "ab" * 31, "ab" * 31 + "/."])
def test_anything_but_a_key_is_refused(store, name):
    for call in (store.get, store.size, store.drop, store.touch):
        with pytest.raises(ValueError, match="not a key"):
            call(Shelf.CLIPS, name)
    with pytest.raises(ValueError, match="not a key"):
        store.put(Shelf.CLIPS, name, b"x")
