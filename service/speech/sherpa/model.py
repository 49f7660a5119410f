"""One installed model, checked: what it is and which files the library gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """Families of models; each has files, metadata and a front end of its own."""

    SUPERTONIC = "supertonic"
    PIPER = "piper"
    KOKORO = "kokoro"


@dataclass(frozen=True, slots=True)
class Model:
    """A model whose files were checked.

    `languages` are BCP 47; `speakers` are names in the order of the model's numbers. `files` are
    paths by the names of the library's arguments. `known` are the letters that it takes or, where
    `espeak_voice` is not empty, the phonemes, which that voice of espeak-ng makes of a text.
    `most_phonemes` is the longest sentence in phonemes.
    """

    name: str
    folder: Path
    kind: Kind
    languages: tuple[str, ...]
    rate_hz: int
    speakers: tuple[str, ...]
    files: Mapping[str, str]
    known: frozenset[str]
    espeak_voice: str = ""
    most_phonemes: int = 0


@dataclass(frozen=True, slots=True)
class BrokenModel:
    """A folder that is no model we can load, and why."""

    name: str
    problem: str
