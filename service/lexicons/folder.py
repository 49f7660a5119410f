"""A folder of PLS files, named after their language and agency.

| file | whose words |
| --- | --- |
| ko.pls | Korean, everybody's |
| ko-mohw.pls | Korean, of the agency `mohw`: before those of ko.pls |
| en.pls | English, everybody's |

Files are read in the order of their names, everybody's first; of equal graphemes the later counts.
"""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from service.errors import LexiconInvalid
from service.text.lexicon.entries import Entry
from service.text.lexicon.lexemes import Flaw
from service.text.lexicon.pls import Checked, checked, flaws_told

_NAME = re.compile(r"(ko|en)(?:-([a-z0-9][a-z0-9-]{0,39}))?\.pls")


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """A file with its language and agency, as its name tells them."""

    path: Path
    language: str
    agency: str


def files_in(folder: Path) -> tuple[LexiconFile, ...]:
    """The PLS files of a folder in the order in which they count; others are not looked at.

    Raises LexiconInvalid for a folder that cannot be listed and for a name of no language.
    """
    try:
        paths = [path for path in folder.iterdir() if path.suffix == ".pls"]
    except OSError as error:
        raise LexiconInvalid(f"{folder}: {error.strerror}") from error
    found = [named(path) for path in paths]
    return tuple(sorted(found, key=lambda file: (file.language, file.agency)))


def named(path: Path) -> LexiconFile:
    """Language and agency of a file's name; raises LexiconInvalid when it tells none."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        raise LexiconInvalid(f"{path}: not named like ko.pls or ko-mohw.pls")
    return LexiconFile(path, match.group(1), match.group(2) or "")


def read(folder: Path) -> tuple[Entry, ...]:
    """All entries of a folder, the more important behind; raises LexiconInvalid with all flaws."""
    return tuple(entry for file in files_in(folder) for entry in entries_of(file))


def entries_of(file: LexiconFile) -> tuple[Entry, ...]:
    """The entries of one file; raises LexiconInvalid with all flaws."""
    found = check(file, _bytes_of(file.path))
    if found.flaws:
        raise LexiconInvalid(flaws_told(str(file.path), found.flaws))
    return found.entries


def check(file: LexiconFile, body: bytes) -> Checked:
    """Entries and flaws of a file; one is that its language is not that of its name."""
    found = checked(body, file.agency)
    others = {entry.language for entry in found.entries} - {file.language}
    flaws = [Flaw(1, f"xml:lang is {other!r}, the name says {file.language!r}") for other in others]
    return Checked(found.entries, (*flaws, *found.flaws))


def put(folder: Path, name: str, body: bytes) -> None:
    """Write a file into the folder: whole or not at all. Raises OSError."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False) as file:
        aside = Path(file.name)
        try:
            file.write(body)
            file.flush()
            aside.chmod(0o644)
            aside.replace(folder / name)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconInvalid(f"{path}: {error.strerror}") from error
