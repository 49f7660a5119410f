"""The operator's folder of voices: one folder in it is one model."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from service.errors import VoiceModelBroken
from service.speech.sherpa import kokoro, piper, record, supertonic
from service.speech.sherpa.model import BrokenModel, Model

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
# In this order: a Kokoro model would look like Piper's too.
_KINDS = (supertonic, kokoro, piper)


def look(folder: Path) -> tuple[tuple[Model, ...], tuple[BrokenModel, ...]]:
    """All models that can be loaded, those with Korean first, and all that cannot.

    A folder that is not there holds none.
    """
    models: list[Model] = []
    problems: list[BrokenModel] = []
    for each in _folders(folder):
        try:
            models.append(check(each))
        except VoiceModelBroken as error:
            problems.append(BrokenModel(each.name, str(error)))
    models.sort(key=lambda model: ("ko" not in model.languages, model.name))
    return tuple(models), tuple(problems)


def check(folder: Path) -> Model:
    """The model of one folder, as the record of its installation names its speakers.

    Raises VoiceModelBroken, also when files are not of the sizes that were installed.
    """
    if not _NAME.fullmatch(folder.name):
        raise VoiceModelBroken(f"{folder.name}: rename it to letters, digits, '.', '_' and '-'")
    for kind in _KINDS:
        if kind.fits(folder):
            return _recorded(kind.check(folder))
    raise VoiceModelBroken(f"{folder.name}: {_oddity(folder)}")


def _oddity(folder: Path) -> str:
    """Why a folder is no model of any kind, as far as its look tells."""
    for inner in _folders(folder):
        if any(kind.fits(inner) for kind in _KINDS):
            return f"the files are one folder too deep: move those of {inner.name}/ up"
    return "it has no tts.json (Supertonic), voices.bin (Kokoro) or .onnx file (Piper)"


def _recorded(model: Model) -> Model:
    kept = record.read(model.folder)
    if kept is None:
        return model
    record.check_sizes(model.folder, kept)
    named = len(kept.speakers) == len(model.speakers)
    return replace(model, speakers=kept.speakers) if named else model


def _folders(folder: Path) -> Sequence[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        return ()
