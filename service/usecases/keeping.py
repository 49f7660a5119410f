"""Values on the shelves of the store, written and read as JSON."""

import logging
from typing import TypeVar

from service import codec
from service.store.base import Shelf, Store

T = TypeVar("T")

_log = logging.getLogger(__name__)


def keep(store: Store, shelf: Shelf, key: str, value: object) -> None:
    """Put a value on a shelf."""
    store.put(shelf, key, codec.to_json(value).encode("utf-8"))


def kept(store: Store, shelf: Shelf, key: str, kind: type[T]) -> T | None:
    """The value of a shelf, or None when there is none.

    What cannot be read is dropped, so that it is made again, and logged.
    """
    data = store.get(shelf, key)
    if data is None:
        return None
    try:
        return codec.from_json(data, kind)
    except ValueError as error:
        _log.error("value-broken shelf=%s key=%s: %s", shelf.value, key, error)
        store.drop(shelf, key)
        return None
