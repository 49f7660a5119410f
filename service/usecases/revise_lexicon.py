"""The words that reading knows beside its rules: use, check, take in, give out, look for more."""

from collections.abc import Iterable
from pathlib import Path

from service.errors import LexiconInvalid, SettingsInvalid
from service.lexicons import folder
from service.settings import Settings
from service.text import lexicon
from service.text.lexicon.entries import Entry
from service.text.lexicon.pls import Checked, checked, flaws_told, written


def use_lexicons(settings: Settings) -> None:
    """Read with an operator's words in this process; raises LexiconInvalid with all flaws."""
    lexicon.install(folder.read(Path(settings.lexicons)) if settings.lexicons else ())


def known(language: str, agency: str = "") -> tuple[Entry, ...]:
    """All words of a language as they are read, or those of one agency only."""
    entries = lexicon.everything(language)
    return tuple(entry for entry in entries if agency in ("", entry.agency))


def exported(language: str, agency: str = "") -> str:
    """The same as a PLS file."""
    return written(known(language, agency), language)


def check(path: Path) -> Checked:
    """Entries and flaws of a file, whatever its name; raises LexiconInvalid, SourceUnreadable."""
    return checked(_body(path))


def take(settings: Settings, path: Path) -> tuple[Entry, ...]:
    """Put a file into the operator's folder; processes that start from now on read with it.

    Raises SettingsInvalid without a folder, LexiconInvalid when anything is wrong with the file.
    """
    if not settings.lexicons:
        raise SettingsInvalid("LISTEN_LEXICONS names no folder to import into")
    body = _body(path)
    found = folder.check(folder.named(path), body)
    if found.flaws:
        raise LexiconInvalid(flaws_told(str(path), found.flaws))
    try:
        folder.put(Path(settings.lexicons), path.name, body)
    except OSError as error:
        raise LexiconInvalid(f"{settings.lexicons}: {error.strerror}") from error
    return found.entries


def _body(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconInvalid(f"{path}: {error.strerror}") from error


def names_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The agencies that words belong to."""
    return frozenset(entry.agency for entry in entries if entry.agency)
