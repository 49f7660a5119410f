"""Tiny voices that sherpa-onnx loads and speaks: each sounds a tone as long as its text.

They have the files, inputs, outputs and metadata of the real ones, and a few thousand bytes.
"""

import json
import struct

import numpy as np
from onnx import TensorProto, helper, save_model

PIPER_RATE_HZ = 22_050
KOKORO_RATE_HZ = 24_000
SUPERTONIC_RATE_HZ = 16_000
CHUNK = 512
MS_PER_LETTER = 60
_OPSET = 17
_PIPER_SYMBOLS = (
    "_^$ !'(),-.:;?abcdefghijklmnopqrstuvwxyz0123456789"
    "æçðøħŋœθɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢʲˈˌːˑ˞ʰ"
)
# Kokoro's have no signs for the beginning and the end of a sentence.
_KOKORO_SYMBOLS = "$" + "".join(symbol for symbol in _PIPER_SYMBOLS if symbol not in "_^$")
PIPER_META = {
    "model_type": "vits",
    "comment": "piper",
    "language": "English",
    "voice": "en-us",
    "has_espeak": "1",
    "n_speakers": "1",
    "sample_rate": str(PIPER_RATE_HZ),
}
KOKORO_META = {
    "model_type": "kokoro",
    "language": "English",
    "has_espeak": "1",
    "sample_rate": str(KOKORO_RATE_HZ),
    "voice": "en-us",
    "style_dim": "64,1,4",
    "n_speakers": "2",
    "speaker_names": "af_one,am_two",
    "comment": "kokoro-like",
}


def piper(folder, metadata=None):
    """A Piper voice."""
    folder.mkdir(parents=True, exist_ok=True)
    # A text of n phonemes has about 2 n tokens; a token is heard 30 ms.
    graph = _tone_of_tokens(
        [("input", _INTS, ["n", "t"]), ("input_lengths", _INTS, ["n"]), ("scales", _FLOATS, [3])],
        30 * PIPER_RATE_HZ / 1000,
        ("scales", 1, "Mul"),
        PIPER_RATE_HZ,
        [1, 1, -1],
    )
    _save(graph, folder / "en_US-tiny-medium.onnx", PIPER_META if metadata is None else metadata)
    _tokens(folder)
    return folder


def kokoro(folder, metadata=None):
    """A Kokoro voice of the English kind, with two speakers."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = _tone_of_tokens(
        [("tokens", _INTS, [1, "t"]), ("style", _FLOATS, [1, 4]), ("speed", _FLOATS, [1])],
        60 * KOKORO_RATE_HZ / 1000,
        ("speed", 0, "Div"),
        KOKORO_RATE_HZ,
        [-1],
    )
    _save(graph, folder / "model.onnx", KOKORO_META if metadata is None else metadata)
    (folder / "voices.bin").write_bytes(np.zeros(2 * 64 * 4, np.float32).tobytes())
    _tokens(folder, _KOKORO_SYMBOLS)
    return folder


def supertonic(folder, speakers=2, known=0x10000):
    """A Supertonic voice; letters from `known` on are unknown to it, and so are Japanese ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, graph in _SUPERTONIC_GRAPHS.items():
        _save(graph(), folder / f"{name}.int8.onnx", {})
    config = {
        "ae": {"sample_rate": SUPERTONIC_RATE_HZ, "base_chunk_size": CHUNK},
        "ttl": {"chunk_compress_factor": 1, "latent_dim": 2},
    }
    (folder / "tts.json").write_text(json.dumps(config))
    index = np.where(np.arange(0x10000) < known, 1, -1).astype(np.int32)
    index[0x3040:0x3100] = -1
    (folder / "unicode_indexer.bin").write_bytes(index.tobytes())
    shape = struct.pack("<6q", speakers, 2, 3, speakers, 1, 4)
    (folder / "voice.bin").write_bytes(shape + bytes(4 * speakers * (2 * 3 + 4)))
    return folder


_INTS, _FLOATS = TensorProto.INT64, TensorProto.FLOAT


def _tone_of_tokens(inputs, samples, scale, rate_hz, form):
    """A tone of so many samples for each token, longer or shorter by an input."""
    counted, (name, index, operation) = inputs[0][0], scale
    nodes = [
        helper.make_node("Shape", [counted], ["shape"]),
        helper.make_node("Gather", ["shape", "one"], ["count"], axis=0),
        helper.make_node("Cast", ["count"], ["counted"], to=_FLOATS),
        helper.make_node("Mul", ["counted", "samples"], ["plain"]),
        helper.make_node("Gather", [name, "index"], ["scale"], axis=0),
        helper.make_node(operation, ["plain", "scale"], ["length"]),
        helper.make_node("Range", ["zero", "length", "step"], ["time"]),
        helper.make_node("Mul", ["time", "turn"], ["angle"]),
        helper.make_node("Sin", ["angle"], ["wave"]),
        helper.make_node("Mul", ["wave", "level"], ["tone"]),
        helper.make_node("Reshape", ["tone", "form"], ["output"]),
    ]
    constants = [
        *(_scalar(n, v) for n, v in (("samples", samples), ("zero", 0.0), ("step", 1.0))),
        *(_scalar(n, v) for n, v in (("turn", 2 * np.pi * 220 / rate_hz), ("level", 0.3))),
        *(_scalar(n, v, _INTS) for n, v in (("one", 1), ("index", index))),
        helper.make_tensor("form", _INTS, [len(form)], form),
    ]
    out = ("output", _FLOATS, ["samples_out" if size < 0 else size for size in form])
    return _graph(nodes, inputs, [out], constants)


def _duration():
    nodes = [
        helper.make_node("Shape", ["text_ids"], ["shape"]),
        helper.make_node("Gather", ["shape", "one"], ["count"], axis=0),
        helper.make_node("Cast", ["count"], ["counted"], to=_FLOATS),
        helper.make_node("Mul", ["counted", "each"], ["seconds"]),
        helper.make_node("Reshape", ["seconds", "form"], ["duration"]),
    ]
    constants = [
        _scalar("one", 1, _INTS),
        _scalar("each", MS_PER_LETTER / 2000),  # a syllable is two or three letters
        helper.make_tensor("form", _INTS, [1], [1]),
    ]
    inputs = [_TEXT, ("style_dp", _FLOATS, [1, 1, 4]), _TEXT_MASK]
    return _graph(nodes, inputs, [("duration", _FLOATS, [1])], constants)


def _encoder():
    nodes = [helper.make_node("Identity", ["text_mask"], ["text_emb"])]
    inputs = [_TEXT, ("style_ttl", _FLOATS, [1, 2, 3]), _TEXT_MASK]
    return _graph(nodes, inputs, [("text_emb", _FLOATS, [1, 1, "t"])], [])


def _estimator():
    nodes = [helper.make_node("Mul", ["noisy_latent", "half"], ["denoised_latent"])]
    inputs = [
        ("noisy_latent", _FLOATS, [1, 2, "l"]),
        ("text_emb", _FLOATS, [1, 1, "t"]),
        ("style_ttl", _FLOATS, [1, 2, 3]),
        ("latent_mask", _FLOATS, [1, 1, "l"]),
        _TEXT_MASK,
        ("current_step", _FLOATS, [1]),
        ("total_step", _FLOATS, [1]),
    ]
    outputs = [("denoised_latent", _FLOATS, [1, 2, "l"])]
    return _graph(nodes, inputs, outputs, [_scalar("half", 0.5)])


def _vocoder():
    nodes = [
        helper.make_node("Shape", ["latent"], ["shape"]),
        helper.make_node("Gather", ["shape", "two"], ["count"], axis=0),
        helper.make_node("Cast", ["count"], ["counted"], to=_FLOATS),
        helper.make_node("Mul", ["counted", "chunk"], ["length"]),
        helper.make_node("Range", ["zero", "length", "step"], ["time"]),
        helper.make_node("Mul", ["time", "turn"], ["angle"]),
        helper.make_node("Sin", ["angle"], ["wave"]),
        helper.make_node("Mul", ["wave", "level"], ["tone"]),
        helper.make_node("Reshape", ["tone", "form"], ["wav_tts"]),
    ]
    constants = [
        _scalar("two", 2, _INTS),
        *(_scalar(n, v) for n, v in (("chunk", CHUNK), ("zero", 0.0), ("step", 1.0))),
        *(_scalar(n, v) for n, v in (("turn", 2 * np.pi * 220 / 16_000), ("level", 0.3))),
        helper.make_tensor("form", _INTS, [2], [1, -1]),
    ]
    inputs = [("latent", _FLOATS, [1, 2, "l"])]
    return _graph(nodes, inputs, [("wav_tts", _FLOATS, [1, "samples_out"])], constants)


_TEXT = ("text_ids", _INTS, [1, "t"])
_TEXT_MASK = ("text_mask", _FLOATS, [1, 1, "t"])
_SUPERTONIC_GRAPHS = {
    "duration_predictor": _duration,
    "text_encoder": _encoder,
    "vector_estimator": _estimator,
    "vocoder": _vocoder,
}


def _scalar(name, value, kind=_FLOATS):
    return helper.make_tensor(name, kind, [], [value])


def _graph(nodes, inputs, outputs, constants):
    told = [helper.make_tensor_value_info(*each) for each in inputs]
    given = [helper.make_tensor_value_info(*each) for each in outputs]
    return helper.make_graph(nodes, "tiny", told, given, constants)


def _save(graph, path, metadata):
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)])
    model.ir_version = 8
    for key, value in metadata.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    save_model(model, str(path))


def _tokens(folder, symbols=_PIPER_SYMBOLS):
    lines = [f"{symbol} {number}" for number, symbol in enumerate(symbols)]
    (folder / "tokens.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
