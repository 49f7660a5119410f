"""Voices that can be installed by name, with what is known of them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from service.errors import VoiceUnknown


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One voice at its publisher's.

    `size` is of the archive and `unpacked` the most that may come out of it, in bytes; `sha256` is
    empty where it is not known; `takes` are patterns of the files that are wanted.
    """

    name: str
    languages: tuple[str, ...]
    about: str
    source: str
    size: int
    sha256: str
    unpacked: int
    licence: str
    page: str
    takes: tuple[str, ...]
    speakers: tuple[str, ...]


def entries() -> tuple[CatalogueEntry, ...]:
    """All of them, recommended ones first."""
    text = (resources.files(__package__) / "catalogue.toml").read_text("utf-8")
    return tuple(_entry(told) for told in tomllib.loads(text)["voice"])


def entry(name: str, known: Sequence[CatalogueEntry]) -> CatalogueEntry:
    """The voice of a name; VoiceUnknown tells all names."""
    for each in known:
        if each.name == name:
            return each
    names = ", ".join(each.name for each in known)
    raise VoiceUnknown(f"{name!r} is not in the catalogue: {names}")


def _entry(told: dict[str, Any]) -> CatalogueEntry:
    lists = {key: tuple(value) for key, value in told.items() if isinstance(value, list)}
    return CatalogueEntry(**(told | lists))
