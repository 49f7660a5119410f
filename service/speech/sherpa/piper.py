"""Piper: one VITS network, phonemes of espeak-ng in."""

from pathlib import Path

from service.speech.sherpa.checks import broken, file_of, head_of, rate_of, speakers_of, tokens_of
from service.speech.sherpa.model import Kind, Model

_INPUTS = 3
# Padding, begin and end of a sentence.
_NEEDED_SYMBOLS = "_^$"
# Longer sentences are cut between words, so that none takes minutes or gigabytes.
_MOST_PHONEMES = 400


def fits(folder: Path) -> bool:
    """Whether the folder looks like such a model."""
    return any(folder.glob("*.onnx"))


def check(folder: Path) -> Model:
    """The model of a folder; raises VoiceModelBroken."""
    path = file_of(folder, "*.onnx")
    told = head_of(path, _INPUTS).metadata
    if not told.get("language") or "piper" not in told.get("comment", "").lower():
        raise broken(path, "it lacks the metadata that sherpa-onnx writes into Piper voices")
    tokens = file_of(folder, "tokens.txt")
    voice = told.get("voice", "")
    return Model(
        name=folder.name,
        folder=folder,
        kind=Kind.PIPER,
        languages=(language_of(path, voice),),
        rate_hz=rate_of(path, told),
        speakers=speakers_of(path, told),
        files={"model": str(path), "tokens": str(tokens)},
        known=tokens_of(tokens, _NEEDED_SYMBOLS),
        espeak_voice=voice,
        most_phonemes=_MOST_PHONEMES,
    )


def language_of(path: Path, voice: str) -> str:
    """The language of a voice of espeak-ng ("en-us"), as BCP 47 without the country."""
    language = voice.partition("-")[0].lower()
    if not language.isascii() or not language.isalpha():
        raise broken(path, "it does not tell a voice of espeak-ng")
    return language
