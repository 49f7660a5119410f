"""Checks that several kinds of models share; all raise VoiceModelBroken with the file's name."""

from collections.abc import Mapping
from pathlib import Path

from service.errors import VoiceModelBroken
from service.speech.sherpa.onnx_head import NotOnnx, OnnxHead, read

_LEAST_RATE_HZ, _MOST_RATE_HZ = 8_000, 96_000
_MOST_SPEAKERS = 10_000
_MOST_TEXT_BYTES = 1 << 20


def file_of(folder: Path, *patterns: str) -> Path:
    """The file that fits the first pattern that any file fits; of several, the plainest name."""
    for pattern in patterns:
        if fitting := sorted(folder.glob(pattern), key=lambda path: (len(path.name), path.name)):
            return fitting[0]
    raise VoiceModelBroken(f"{folder.name}: {patterns[0]} is missing")


def head_of(path: Path, inputs: int) -> OnnxHead:
    """The head of an ONNX file with at least so many inputs and an output."""
    try:
        head = read(path)
    except NotOnnx as error:
        raise broken(path, str(error)) from error
    except OSError as error:
        raise broken(path, f"it cannot be read: {error.strerror}") from error
    if len(head.inputs) < inputs or not head.outputs:
        raise broken(path, f"it has {len(head.inputs)} inputs, and {inputs} are expected")
    return head


def whole(path: Path, told: Mapping[str, object], key: str, least: int, most: int) -> int:
    """A whole number of metadata within limits."""
    try:
        value = int(str(told[key]))
    except (KeyError, ValueError) as error:
        raise broken(path, f"it does not tell {key}") from error
    if not least <= value <= most:
        raise broken(path, f"{key} is {value}")
    return value


def rate_of(path: Path, told: Mapping[str, object]) -> int:
    """Samples a second."""
    return whole(path, told, "sample_rate", _LEAST_RATE_HZ, _MOST_RATE_HZ)


def speakers_of(path: Path, told: Mapping[str, str]) -> tuple[str, ...]:
    """Names of speakers where the metadata has them, else numbers from 1; a lone one has none."""
    count = max(1, whole(path, told, "n_speakers", 0, _MOST_SPEAKERS))
    names = tuple(name.strip() for name in told.get("speaker_names", "").split(",") if name.strip())
    if len(names) == count and len(set(names)) == count:
        return names
    return numbered(count)


def numbered(count: int) -> tuple[str, ...]:
    """Names of speakers of whom nothing else is known."""
    return ("",) if count == 1 else tuple(map(str, range(1, count + 1)))


def tokens_of(path: Path, needed: str) -> frozenset[str]:
    """The symbols of a tokens file, each one character with a number of its own line.

    A line with a number only is the blank, as the library reads it.
    """
    found: dict[str, int] = {}
    for number, line in enumerate(text_of(path).splitlines(), 1):
        symbol, _, index = line.rstrip().rpartition(" ")
        symbol = symbol or " "
        if len(symbol) != 1 or not index.isascii() or not index.isdigit() or symbol in found:
            raise broken(path, f"line {number} is not a symbol and its number")
        found[symbol] = int(index)
    if missing := [symbol for symbol in needed if symbol not in found]:
        raise broken(path, f"the symbol {missing[0]!r} is missing")
    return frozenset(found)


def text_of(path: Path) -> str:
    """The text of a small file."""
    try:
        if path.stat().st_size > _MOST_TEXT_BYTES:
            raise broken(path, "it is too large")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise broken(path, f"it cannot be read: {error.strerror}") from error
    except UnicodeError as error:
        raise broken(path, "it is not UTF-8") from error


def data_of(path: Path, most: int) -> bytes:
    """The bytes of a file of limited size."""
    try:
        if path.stat().st_size > most:
            raise broken(path, "it is too large")
        return path.read_bytes()
    except OSError as error:
        raise broken(path, f"it cannot be read: {error.strerror}") from error


def broken(path: Path, problem: str) -> VoiceModelBroken:
    """The error for a file of a model."""
    return VoiceModelBroken(f"{path.parent.name}/{path.name}: {problem}")
