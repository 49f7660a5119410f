"""Archives of voices, unpacked so that nothing lands outside, nothing is a link, nothing swells."""

import fnmatch
import lzma
import shutil
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from service.errors import VoiceDownloadWrong

_MOST_MEMBERS = 20_000
_DEPTH = 8
_CHUNK = 1 << 20


def unpack(archive: Path, target: Path, takes: Sequence[str], most: int) -> None:
    """Write the wanted files of an archive into a new folder, without the folder around them.

    `takes` are patterns of names below that folder; `most` is how many bytes the whole archive may
    hold. Raises VoiceDownloadWrong, and OSError where the disk does not take it.
    """
    target.mkdir(parents=True)
    try:
        with tarfile.open(archive, "r:*") as tar:
            for member, name in _members(tar, most):
                if any(fnmatch.fnmatchcase(name.as_posix(), pattern) for pattern in takes):
                    _write(tar, member, target / name)
    except (tarfile.TarError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise VoiceDownloadWrong(f"{archive.name}: no whole archive: {error}") from error
    except OSError as error:
        if error.errno is None:  # how bzip2 tells that its data are damaged
            raise VoiceDownloadWrong(f"{archive.name}: no whole archive: {error}") from error
        raise
    if not any(target.iterdir()):
        raise VoiceDownloadWrong(f"{archive.name}: none of the wanted files is in it")


def _members(tar: tarfile.TarFile, most: int) -> Iterator[tuple[tarfile.TarInfo, PurePosixPath]]:
    """Plain files with their names below the archive's own folder; anything odd ends it all."""
    total = 0
    for count, member in enumerate(tar):
        total += member.size
        if count >= _MOST_MEMBERS or total > most:
            raise VoiceDownloadWrong("the archive holds more than the voice")
        if member.isdir():
            continue
        name = PurePosixPath(member.name)
        parts = name.parts[1:] if len(name.parts) > 1 else name.parts
        if not member.isreg() or not _is_safe(name) or len(parts) > _DEPTH:
            raise VoiceDownloadWrong(
                f"the archive holds {member.name[:100]!r}, which is no plain file"
            )
        yield member, PurePosixPath(*parts)


def _is_safe(name: PurePosixPath) -> bool:
    text = str(name)
    return bool(name.parts) and not (
        name.is_absolute() or ".." in name.parts or "\\" in text or "\0" in text
    )


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> None:
    source = tar.extractfile(member)
    assert source is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("xb")
    except FileExistsError as error:
        raise VoiceDownloadWrong(f"the archive holds {path.name!r} twice") from error
    with file:
        shutil.copyfileobj(source, file, _CHUNK)
    if path.stat().st_size != member.size:
        raise VoiceDownloadWrong(f"the archive ends within {path.name!r}")
