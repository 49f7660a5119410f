"""What was installed, kept in the folder of the voice: where from, and the hash of every file."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from service.errors import VoiceModelBroken

FILE = "voice.json"
_FORM = 1


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file: its path below the folder with '/', its size in bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """One installed voice; `seen_first` says that its publisher's checksum was not known."""

    name: str
    source: str
    licence: str
    sha256: str
    seen_first: bool
    speakers: tuple[str, ...]
    files: tuple[FileRecord, ...]

    @property
    def digest(self) -> str:
        """One hash of all files and their names."""
        told = "\n".join(f"{each.sha256} {each.path}" for each in self.files)
        return sha256(told.encode()).hexdigest()


def files_of(folder: Path) -> tuple[FileRecord, ...]:
    """All files below a folder, hashed; raises VoiceModelBroken for one that cannot be read."""
    return tuple(_hashed(folder, path) for path in _paths(folder))


def read(folder: Path) -> Record | None:
    """The record of a folder, or nothing where somebody copied the bare files.

    Raises VoiceModelBroken for one that makes no sense.
    """
    try:
        told = json.loads((folder / FILE).read_text(encoding="utf-8"))
        files = tuple(FileRecord(**each) for each in told["files"])
        known = {key: told[key] for key in ("name", "source", "licence", "sha256", "seen_first")}
        return Record(**known, speakers=tuple(map(str, told["speakers"])), files=files)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise VoiceModelBroken(
            f"{folder.name}/{FILE}: it is no record of a voice; install it again"
        ) from error


def write(folder: Path, record: Record) -> None:
    """Keep a record; OSError where the folder cannot be written."""
    text = json.dumps({"form": _FORM} | asdict(record), ensure_ascii=False, indent=1)
    aside = folder / f".{FILE}.part"
    aside.write_text(text + "\n", encoding="utf-8")
    aside.replace(folder / FILE)


def check_sizes(folder: Path, record: Record) -> None:
    """Raises VoiceModelBroken when a file is missing or has another size than was installed."""
    for each in record.files:
        try:
            size = (folder / each.path).stat().st_size
        except OSError as error:
            raise VoiceModelBroken(f"{folder.name}/{each.path}: {error.strerror}") from error
        if size != each.size:
            raise VoiceModelBroken(
                f"{folder.name}/{each.path}: {size} bytes instead of {each.size}; install it again"
            )


def check_hashes(folder: Path, record: Record) -> None:
    """Raises VoiceModelBroken when the content of any file is not what was installed."""
    check_sizes(folder, record)
    for each in record.files:
        if _hashed(folder, folder / each.path).sha256 != each.sha256:
            raise VoiceModelBroken(f"{folder.name}/{each.path}: changed; install it again")


def digest_of(folder: Path) -> str:
    """The digest of a folder: the recorded one, else of its files as they are."""
    kept = read(folder)
    if kept is not None:
        return kept.digest
    return Record(
        folder.name, "", "", "", seen_first=True, speakers=(), files=files_of(folder)
    ).digest


def _paths(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in (FILE, f".{FILE}.part"):
            yield path


def _hashed(folder: Path, path: Path) -> FileRecord:
    try:
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
        return FileRecord(path.relative_to(folder).as_posix(), path.stat().st_size, found)
    except OSError as error:
        raise VoiceModelBroken(f"{folder.name}/{path.name}: {error.strerror}") from error
