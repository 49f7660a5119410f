"""Values on the shelves of the store, written and read as JSON."""

from typing import TypeVar

from service import codec
from service.store.base import Shelf, Store

T = TypeVar("T")


def keep(store: Store, shelf: Shelf, key: str, value: object) -> None:
    """Put a value on a shelf."""
    store.put(shelf, key, codec.to_json(value).encode("utf-8"))


def kept(store: Store, shelf: Shelf, key: str, kind: type[T]) -> T | None:
    """The value of a shelf, or None when there is none."""
    data = store.get(shelf, key)
    return None if data is None else codec.from_json(data, kind)
