"""Kokoro: one network and a file of styles, phonemes of espeak-ng in; used for English."""

from pathlib import Path

from service.speech.sherpa.checks import broken, file_of, head_of, rate_of, speakers_of, tokens_of
from service.speech.sherpa.model import Kind, Model
from service.speech.sherpa.piper import language_of

_INPUTS = 3
_NEEDED_SYMBOLS = " "
# There must be fewer phonemes than styles; the two signs around a sentence are spared as well.
_SPARE = 3
_LEAST_STYLES = 16
_MOST_STYLES = 1 << 16
_USUAL_VOICE = "en-us"


def fits(folder: Path) -> bool:
    """Whether the folder looks like such a model."""
    return (folder / "voices.bin").is_file()


def check(folder: Path) -> Model:
    """The model of a folder; raises VoiceModelBroken."""
    path = file_of(folder, "model*.onnx", "*.onnx")
    told = head_of(path, _INPUTS).metadata
    tokens = file_of(folder, "tokens.txt")
    styles = file_of(folder, "voices.bin")
    speakers = speakers_of(path, told)
    voice = told.get("voice") or _USUAL_VOICE
    return Model(
        name=folder.name,
        folder=folder,
        kind=Kind.KOKORO,
        languages=(language_of(path, voice),),
        rate_hz=rate_of(path, told),
        speakers=speakers,
        files={"model": str(path), "tokens": str(tokens), "voices": str(styles)},
        known=tokens_of(tokens, _NEEDED_SYMBOLS),
        espeak_voice=voice,
        most_phonemes=_styles(path, told.get("style_dim", ""), styles, len(speakers)) - _SPARE,
    )


def _styles(path: Path, told: str, styles: Path, speakers: int) -> int:
    """How many lengths of a sentence have a style; the library ends its process at a longer one."""
    sizes = [int(part) for part in told.split(",") if part.strip().isdecimal()]
    if len(sizes) != 3 or sizes[1] != 1 or not 0 < sizes[2] <= _MOST_STYLES:  # noqa: PLR2004 - as the library wants them
        raise broken(path, f"style_dim is {told!r}")
    if not _LEAST_STYLES <= sizes[0] <= _MOST_STYLES:
        raise broken(path, f"style_dim is {told!r}")
    expected, there = 4 * sizes[0] * sizes[2] * speakers, styles.stat().st_size
    if there != expected:
        raise broken(styles, f"it has {there} bytes, and {expected} are expected")
    return sizes[0]
