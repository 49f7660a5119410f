"""Where commands write sound: in the container the file's name asks for, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

import click

from service.errors import AudioFormatUnavailable

_AS_MADE = ".mp3"


class AudioFile(click.Path):
    """A file name that sound can be written to; anything else is refused before any work."""

    name = "file"

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path; a click usage error when nothing can be written there."""
        path = Path(str(super().convert(str(value), param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"no such folder: {path.parent}", param, ctx)
        if _ending(path) != _AS_MADE:
            self._check(path, param, ctx)
        return path

    def _check(self, path: Path, param: click.Parameter | None, ctx: click.Context | None) -> None:
        from service.audio import formats  # noqa: PLC0415 - most runs write MP3 and need no pydub

        try:
            formats.require(_ending(path))
        except AudioFormatUnavailable as error:
            self.fail(f"{error.code}: {error}", param, ctx)


def write(path: Path, frames: Iterable[bytes]) -> None:
    """Segments as one file; a reader sees the old file or the new one, never a part.

    Raises AudioUndecodable when an outside command fails, and a click error that names the file
    when it cannot be written.
    """
    aside = path.with_name(f".{path.name}.part")
    try:
        with aside.open("wb") as file:
            file.writelines(_contained(frames, _ending(path)))
        aside.replace(path)
    except OSError as error:
        raise click.FileError(str(path), error.strerror or "") from error
    finally:
        aside.unlink(missing_ok=True)


def _contained(frames: Iterable[bytes], ending: str) -> Iterable[bytes]:
    if ending == _AS_MADE:
        return frames
    from service.audio import formats  # noqa: PLC0415 - most runs write MP3 and need no pydub

    return (formats.exported(b"".join(frames), ending),)


def _ending(path: Path) -> str:
    return path.suffix.lower()
