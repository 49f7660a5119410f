"""A store in a folder that a person can read: shelf/first two digits/key.ending.

Writes go to a temporary name in the same folder and are renamed, which POSIX makes atomic: a
reader, or the next process after a kill, sees the whole file or none. Files are not forced to the
disk: everything here can be made again, and a file that a power cut left empty counts as absent.
"""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from service.errors import StoreUnavailable
from service.store.base import Kept, Shelf
from service.store.keys import bytes_digest, is_key

T = TypeVar("T")

_ENDINGS = {
    Shelf.RESOURCES: ".bin",
    Shelf.CLIPS: ".mp3",
    Shelf.LIGHT_CLIPS: ".bin",
    Shelf.PICTURES: ".webp",
}
_TEMPORARY = ".part"
_PROBE = bytes_digest(b"probe")


class FolderStore:
    """Keeps each thing in a file of its own below `root`; safe between processes.

    Nothing is put when less than `least_free_bytes` of the disk would stay free: databases and
    other programs need them. `root` may be made lazily, by a `make` that also checks it.
    """

    def __init__(
        self,
        root: Path,
        least_free_bytes: int = 0,
        make: Callable[[Path], Path] | None = None,
    ) -> None:
        self._root = root
        self._least_free_bytes = least_free_bytes
        self._make = make

    def put(self, shelf: Shelf, key: str, data: bytes) -> None:
        """Keep bytes: written aside, then renamed into place."""
        path = self._path(shelf, key)
        if self._make:
            make = self._make
            _guarded(lambda: make(self._root))
        _guarded(lambda: self._check_room(len(data)))
        _guarded(lambda: _write_whole(path, data))

    def get(self, shelf: Shelf, key: str) -> bytes | None:
        """The bytes, or None; an empty file is one that never got its content."""
        path = self._path(shelf, key)
        return _guarded(lambda: _read(path)) or None

    def size(self, shelf: Shelf, key: str) -> int:
        """How many bytes, -1 when none are kept."""
        return _guarded(lambda: _size(self._name(shelf, key)))

    def drop(self, shelf: Shelf, key: str) -> None:
        """Forget."""
        path = self._path(shelf, key)
        _guarded(lambda: path.unlink(missing_ok=True))

    def keys(self, shelf: Shelf) -> Iterator[str]:
        """All keys of a shelf."""
        found = (self._root / shelf.value).glob("??/*")
        return (path.stem for path in found if is_key(path.stem) and path.suffix != _TEMPORARY)

    def touch(self, shelf: Shelf, key: str) -> None:
        """Note the use in the file's time of change: no index has to be kept in step."""
        path = self._path(shelf, key)
        with contextlib.suppress(OSError):  # a use that is not noted costs nothing now
            os.utime(path)

    def inventory(self, shelf: Shelf) -> Iterator[Kept]:
        """Everything on a shelf."""
        for path in (self._root / shelf.value).glob("??/*"):
            if is_key(path.stem) and path.suffix != _TEMPORARY:
                with contextlib.suppress(FileNotFoundError):  # dropped meanwhile
                    found = path.stat()
                    yield Kept(path.stem, found.st_size, found.st_mtime)

    def trouble(self) -> str:
        """Why a small file cannot be put."""
        try:
            self.put(Shelf.SOURCES, _PROBE, b"{}")
            self.drop(Shelf.SOURCES, _PROBE)
        except StoreUnavailable as error:
            return str(error)
        return ""

    def _check_room(self, size_bytes: int) -> None:
        if not self._least_free_bytes:
            return
        self._root.mkdir(parents=True, exist_ok=True)
        disk = os.statvfs(self._root)
        if disk.f_bavail * disk.f_frsize < self._least_free_bytes + size_bytes:
            raise OSError(errno.ENOSPC, "nearly full", str(self._root))

    def _path(self, shelf: Shelf, key: str) -> Path:
        return Path(self._name(shelf, key))

    def _name(self, shelf: Shelf, key: str) -> str:
        if not is_key(key):
            raise ValueError(f"not a key: {key!r}")
        ending = _ENDINGS.get(shelf, ".json")
        return f"{self._root}{os.sep}{shelf.value}{os.sep}{key[:2]}{os.sep}{key}{ending}"


def _guarded(work: Callable[[], T]) -> T:
    try:
        return work()
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise StoreUnavailable(f"{error.strerror}{where}") from error


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.stem}.{os.getpid()}.{secrets.token_hex(4)}{_TEMPORARY}")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk does not tell which file
        with contextlib.suppress(OSError):  # the first failure is the one to report
            aside.unlink(missing_ok=True)
        raise


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _size(name: str) -> int:
    """Of thousands of clips at once where a document is laid out, so no Path is made of each."""
    try:
        return os.stat(name).st_size or -1  # noqa: PTH116 - twice as fast
    except FileNotFoundError:
        return -1
