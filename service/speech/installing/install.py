"""One voice into the operator's folder: downloaded, checked, and there as a whole or not at all."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.errors import VoiceInstallRunning, VoicesFolderUnusable
from service.speech.installing.catalogue import CatalogueEntry
from service.speech.installing.download import Pace, Tell, Wanted, fetch, forget, verified
from service.speech.installing.unpack import unpack
from service.speech.sherpa import folder as voices
from service.speech.sherpa import record

# Everything that is not a voice yet; the folder of voices is not looked into for hidden folders.
_WORK = ".installing"
_SPARE_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie while one voice is installed."""

    target: Path
    download: Path
    new: Path
    old: Path
    lock: Path

    @classmethod
    def of(cls, folder: Path, name: str) -> "Places":
        """The places of a voice below the folder of voices."""
        work = folder / _WORK
        return cls(
            target=folder / name,
            download=work / f"{name}.archive",
            new=work / "new" / name,
            old=work / "old" / name,
            lock=work / f"{name}.lock",
        )


def install(
    entry: CatalogueEntry,
    folder: Path,
    tell: Tell,
    archive: Path | None = None,
    pace: Pace | None = None,
) -> record.Record:
    """Install a voice, from an archive that is at hand or from its publisher, over an older one.

    Raises VoiceDownloadFailed, VoiceDownloadWrong, VoiceModelBroken when the files are no model
    that can be loaded, VoicesFolderUnusable, VoiceInstallRunning.
    """
    places = Places.of(folder, entry.name)
    with _usable(folder), _alone(places):
        _put_back(places)
        _check_room(entry, places)
        wanted = Wanted(entry.source, entry.size, entry.sha256)
        if archive is None:
            found = fetch(wanted, places.download, tell, pace)
        else:
            shutil.copyfile(archive, places.download)
            found = verified(wanted, places.download)
        kept = _unpacked(entry, places, found)
        _swap(places)
        forget(places.download)
    return kept


def _unpacked(entry: CatalogueEntry, places: Places, found: str) -> record.Record:
    shutil.rmtree(places.new, ignore_errors=True)
    try:
        unpack(places.download, places.new, entry.takes, entry.unpacked)
        model = voices.check(places.new)
        speakers = entry.speakers if len(entry.speakers) == len(model.speakers) else model.speakers
        kept = record.Record(
            name=entry.name,
            source=entry.source,
            licence=entry.licence,
            sha256=found,
            seen_first=not entry.sha256,
            speakers=speakers,
            files=record.files_of(places.new),
        )
        record.write(places.new, kept)
    except Exception:
        shutil.rmtree(places.new, ignore_errors=True)
        forget(places.download)
        raise
    return kept


def _swap(places: Places) -> None:
    """The new folder in the place of the old one, which goes only then."""
    shutil.rmtree(places.old, ignore_errors=True)
    if places.target.exists():
        places.old.parent.mkdir(parents=True, exist_ok=True)
        places.target.rename(places.old)
    places.new.rename(places.target)
    shutil.rmtree(places.old, ignore_errors=True)


def _put_back(places: Places) -> None:
    """Undo an exchange that was interrupted between its two steps."""
    if places.old.exists() and not places.target.exists():
        places.old.rename(places.target)


def _check_room(entry: CatalogueEntry, places: Places) -> None:
    there = places.download.stat().st_size if places.download.exists() else 0
    needed = max(0, entry.size - there) + entry.unpacked + _SPARE_BYTES
    free = shutil.disk_usage(places.lock.parent).free
    if free < needed:
        raise VoicesFolderUnusable(f"{needed} bytes are needed, and {free} are free")


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    """Trouble with the disk as an error of ours."""
    try:
        (folder / _WORK).mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise VoicesFolderUnusable(f"{error.filename or folder}: {error.strerror}") from error


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    """No other process installs this voice meanwhile; the lock ends with its process."""
    with places.lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise VoiceInstallRunning(places.target.name) from error
        yield
