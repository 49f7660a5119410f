"""One suite for every keeper of the Store contract."""

import pytest

from service.store.base import Shelf
from service.store.folder import FolderStore
from service.store.memory import MemoryStore

KEY = "ab" * 32
OTHER = "cd" * 32


@pytest.fixture(params=["memory", "folder"])
def store(request, tmp_path):
    return {"memory": MemoryStore, "folder": lambda: FolderStore(tmp_path)}[request.param]()


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


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "AB" * 32, "ab" * 31, "ab" * 31 + "/."])
def test_anything_but_a_key_is_refused(store, name):
    for call in (store.get, store.size, store.drop):
        with pytest.raises(ValueError, match="not a key"):
            call(Shelf.CLIPS, name)
    with pytest.raises(ValueError, match="not a key"):
        store.put(Shelf.CLIPS, name, b"x")
