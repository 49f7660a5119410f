"""Supertonic: four networks in a row, letters in, many languages; takes plain text."""

import json
import math
import struct
from pathlib import Path

from service.speech.sherpa.checks import (
    broken,
    data_of,
    file_of,
    head_of,
    numbered,
    rate_of,
    text_of,
    whole,
)
from service.speech.sherpa.model import Kind, Model

# Each network with the inputs that the library hands it.
_NETWORKS = {"duration_predictor": 3, "text_encoder": 3, "vector_estimator": 7, "vocoder": 1}
# It speaks some thirty languages; these are the ones that documents are read in here.
_LANGUAGES = ("ko", "en")
_MOST_INDEX_BYTES = 4 * 0x110000
_MOST_STYLE_BYTES = 64 << 20
_STYLE_HEAD = struct.Struct("<6q")
_MOST_SIZE = 1 << 16


def fits(folder: Path) -> bool:
    """Whether the folder looks like such a model."""
    return (folder / "tts.json").is_file()


def check(folder: Path) -> Model:
    """The model of a folder; raises VoiceModelBroken."""
    networks = {name: file_of(folder, f"{name}*.onnx") for name in _NETWORKS}
    for name, path in networks.items():
        head_of(path, _NETWORKS[name])
    config = folder / "tts.json"
    index = file_of(folder, "unicode_indexer.bin")
    style = file_of(folder, "voice.bin")
    others = {"tts_json": config, "unicode_indexer": index, "voice_style": style}
    return Model(
        name=folder.name,
        folder=folder,
        kind=Kind.SUPERTONIC,
        languages=_LANGUAGES,
        rate_hz=_rate(config),
        speakers=numbered(_speakers(style)),
        files={name: str(path) for name, path in (networks | others).items()},
        known=_letters(index),
    )


def _rate(path: Path) -> int:
    try:
        told = json.loads(text_of(path))
        sound, latent = dict(told["ae"]), dict(told["ttl"])
    except (ValueError, KeyError, TypeError) as error:
        raise broken(path, "it does not tell ae and ttl") from error
    whole(path, sound, "base_chunk_size", 1, _MOST_SIZE)
    whole(path, latent, "chunk_compress_factor", 1, _MOST_SIZE)
    whole(path, latent, "latent_dim", 1, _MOST_SIZE)
    return rate_of(path, sound)


def _speakers(path: Path) -> int:
    """How many styles a file holds: six sizes, then as many numbers as they say, twice."""
    data = data_of(path, _MOST_STYLE_BYTES)
    if len(data) < _STYLE_HEAD.size:
        raise broken(path, "it is cut short")
    sizes = _STYLE_HEAD.unpack_from(data)
    if any(not 0 < size <= _MOST_SIZE for size in sizes) or sizes[0] != sizes[3]:
        raise broken(path, f"its sizes are {sizes}")
    expected = _STYLE_HEAD.size + 4 * (math.prod(sizes[:3]) + math.prod(sizes[3:]))
    if len(data) != expected:
        raise broken(path, f"it has {len(data)} bytes, and {expected} are expected")
    return int(sizes[0])


def _letters(path: Path) -> frozenset[str]:
    """The letters that have a number; the others the networks could not look up."""
    data = data_of(path, _MOST_INDEX_BYTES)
    if not data or len(data) % 4:
        raise broken(path, f"it has {len(data)} bytes, which are no whole numbers")
    numbers = struct.unpack(f"<{len(data) // 4}i", data)
    return frozenset(chr(code) for code, number in enumerate(numbers) if number >= 0)
