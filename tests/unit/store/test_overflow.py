import pytest

from service.errors import StoreUnavailable
from service.store.base import Shelf
from service.store.folder import FolderStore
from service.store.memory import MemoryStore
from service.store.overflow import OverflowStore
from tests.contract.test_stores import full

KEYS = [f"{number:064x}" for number in range(5)]


@pytest.fixture
def spare():
    return MemoryStore()


def test_while_there_is_room_the_spare_stays_empty(tmp_path, spare):
    OverflowStore(FolderStore(tmp_path), spare, 100).put(Shelf.CLIPS, KEYS[0], b"sound")
    assert list(spare.keys(Shelf.CLIPS)) == []


def test_what_finds_no_room_is_in_the_spare_and_staff_are_told_once(tmp_path, spare, caplog):
    store = OverflowStore(full(tmp_path), spare, 100)
    for key in KEYS[:2]:
        store.put(Shelf.CLIPS, key, b"sound")
    assert spare.get(Shelf.CLIPS, KEYS[0]) == b"sound"
    assert [record.message.split()[0] for record in caplog.records] == ["store-unavailable"]
    assert "Not a directory" in caplog.text


def test_the_spare_lets_go_of_what_was_used_longest_ago(tmp_path, spare):
    store = OverflowStore(full(tmp_path), spare, 10)
    for key in KEYS[:2]:
        store.put(Shelf.CLIPS, key, b"sound")
    store.touch(Shelf.CLIPS, KEYS[0])
    store.put(Shelf.CLIPS, KEYS[2], b"sound")
    assert set(store.keys(Shelf.CLIPS)) == {KEYS[0], KEYS[2]}


def test_when_neither_takes_it_the_reason_is_told(tmp_path):
    store = OverflowStore(full(tmp_path), FolderStore(tmp_path / "file"), 100)
    with pytest.raises(StoreUnavailable):
        store.put(Shelf.CLIPS, KEYS[0], b"sound")
