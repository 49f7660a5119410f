"""Models are checked before the library loads them, since it ends its process at a bad one."""

import json
import shutil
import struct

import numpy as np
import pytest
from onnx import TensorProto, helper, load_model, save_model

from service.errors import VoiceModelBroken
from service.speech.sherpa import folder, record
from service.speech.sherpa.model import Kind
from tests.voices_build import tiny_voices
from tests.voices_build.tiny_voices import KOKORO_META, PIPER_META


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder with a whole model of each kind."""
    base = tmp_path_factory.mktemp("whole")
    tiny_voices.piper(base / "piper")
    tiny_voices.kokoro(base / "kokoro")
    tiny_voices.supertonic(base / "supertonic", speakers=3)
    return base


@pytest.fixture
def copy(whole, tmp_path):
    """A model of a kind that may be spoiled."""
    return lambda kind: shutil.copytree(whole / kind, tmp_path / kind)


def without(metadata, key):
    return {name: value for name, value in metadata.items() if name != key}


def cut(name, share=0.5):
    def spoil(at):
        data = (at / name).read_bytes()
        (at / name).write_bytes(data[: int(len(data) * share)])

    return spoil


def replaced(name, data):
    return lambda at: (at / name).write_bytes(data)


def gone(name):
    return lambda at: (at / name).unlink()


def told(kind, metadata):
    return lambda at: getattr(tiny_voices, kind)(at, metadata)


def tokens(change):
    def spoil(at):
        path = at / "tokens.txt"
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    return spoil


def config(change):
    def spoil(at):
        told = json.loads((at / "tts.json").read_text())
        change(told)
        (at / "tts.json").write_text(json.dumps(told))

    return spoil


def style(*sizes, data=b""):
    return replaced("voice.bin", struct.pack("<6q", *sizes) + data)


def weights_elsewhere(at):
    path = at / "en_US-tiny-medium.onnx"
    model = load_model(str(path))
    tensor = model.graph.initializer[0]
    tensor.data_location = TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "../../secret"
    path.write_bytes(model.SerializeToString())


def one_input(at):
    value = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    out = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "g", [value], [out])
    model = helper.make_model(graph)
    for key, text in PIPER_META.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, text
    save_model(model, str(at / "en_US-tiny-medium.onnx"))


PIPER_FILE = "en_US-tiny-medium.onnx"
BROKEN = [
    ("piper", "cut short", cut(PIPER_FILE)),
    ("piper", "cut by a byte", cut(PIPER_FILE, 0.999)),
    ("piper", "empty", replaced(PIPER_FILE, b"")),
    ("piper", "a page of HTML", replaced(PIPER_FILE, b"<!DOCTYPE html><html>not found</html>")),
    ("piper", "zeros", replaced(PIPER_FILE, bytes(5000))),
    ("piper", "a pointer", replaced(PIPER_FILE, b"version https://git-lfs.github.com/spec/v1\n")),
    ("piper", "no rate", told("piper", without(PIPER_META, "sample_rate"))),
    ("piper", "rate of nothing", told("piper", PIPER_META | {"sample_rate": "0"})),
    ("piper", "rate in words", told("piper", PIPER_META | {"sample_rate": "fast"})),
    ("piper", "no language", told("piper", without(PIPER_META, "language"))),
    ("piper", "no speakers", told("piper", without(PIPER_META, "n_speakers"))),
    ("piper", "not of Piper", told("piper", PIPER_META | {"comment": "coqui"})),
    ("piper", "no voice of espeak", told("piper", without(PIPER_META, "voice"))),
    ("piper", "too few inputs", one_input),
    ("piper", "weights in another file", weights_elsewhere),
    ("piper", "no tokens", gone("tokens.txt")),
    ("piper", "token twice", tokens(lambda text: text + "a 999\n")),
    ("piper", "token of two letters", tokens(lambda text: text + "ab 999\n")),
    ("piper", "token without number", tokens(lambda text: text + "x y\n")),
    ("piper", "no beginning", tokens(lambda text: text.replace("^ 1\n", ""))),
    ("piper", "tokens are no text", replaced("tokens.txt", b"\xff\xfe\x00")),
    ("kokoro", "styles too short", cut("voices.bin")),
    ("kokoro", "styles too long", replaced("voices.bin", bytes(4 * 2 * 64 * 4 + 4))),
    ("kokoro", "no sizes of styles", told("kokoro", without(KOKORO_META, "style_dim"))),
    ("kokoro", "two sizes of styles", told("kokoro", KOKORO_META | {"style_dim": "64,4"})),
    ("kokoro", "odd sizes of styles", told("kokoro", KOKORO_META | {"style_dim": "64,2,4"})),
    ("kokoro", "a speaker more", told("kokoro", KOKORO_META | {"n_speakers": "3"})),
    ("kokoro", "no model", gone("model.onnx")),
    ("supertonic", "no vocoder", gone("vocoder.int8.onnx")),
    ("supertonic", "cut estimator", cut("vector_estimator.int8.onnx")),
    ("supertonic", "no index", gone("unicode_indexer.bin")),
    ("supertonic", "index of odd size", replaced("unicode_indexer.bin", bytes(4099))),
    ("supertonic", "empty index", replaced("unicode_indexer.bin", b"")),
    ("supertonic", "cut styles", cut("voice.bin", 0.9)),
    ("supertonic", "head of styles only", cut("voice.bin", 0.1)),
    ("supertonic", "negative styles", style(-1, 2, 3, -1, 1, 4)),
    ("supertonic", "huge styles", style(1 << 40, 1 << 40, 8, 1 << 40, 1, 1)),
    ("supertonic", "different speakers", style(1, 1, 1, 2, 1, 1, data=bytes(12))),
    ("supertonic", "no JSON", replaced("tts.json", b"{")),
    ("supertonic", "JSON of a list", replaced("tts.json", b"[]")),
    ("supertonic", "no rate", config(lambda told: told["ae"].pop("sample_rate"))),
    ("supertonic", "no latent", config(lambda told: told.pop("ttl"))),
    ("supertonic", "latent of nothing", config(lambda told: told["ttl"].update(latent_dim=0))),
]


@pytest.mark.parametrize("kind", ["piper", "kokoro", "supertonic"])
def test_a_whole_model_is_known_for_what_it_is(whole, kind):
    model = folder.check(whole / kind)
    assert model.kind is Kind(kind)
    assert model.rate_hz in (16_000, 22_050, 24_000)
    assert all(path.startswith(str(whole / kind)) for path in model.files.values())


def test_speakers_and_languages_are_told(whole):
    kokoro, supertonic = (folder.check(whole / kind) for kind in ("kokoro", "supertonic"))
    assert (kokoro.languages, kokoro.speakers) == (("en",), ("af_one", "am_two"))
    assert (supertonic.languages, supertonic.speakers) == (("ko", "en"), ("1", "2", "3"))
    assert kokoro.most_phonemes == 61


@pytest.mark.parametrize(("kind", "how", "spoil"), BROKEN, ids=[f"{k}: {h}" for k, h, _ in BROKEN])
def test_a_spoiled_model_is_refused_by_name(copy, kind, how, spoil):
    at = copy(kind)
    spoil(at)
    with pytest.raises(VoiceModelBroken, match=kind):
        folder.check(at)


@pytest.mark.parametrize("share", np.linspace(0.01, 0.99, 25))
def test_a_model_cut_anywhere_is_refused(copy, share):
    at = copy("piper")
    cut(PIPER_FILE, share)(at)
    with pytest.raises(VoiceModelBroken, match="piper"):
        folder.check(at)


def test_broken_models_do_not_hide_whole_ones(whole, tmp_path):
    at = tmp_path / "voices"
    shutil.copytree(whole, at)
    (at / "piper" / "tokens.txt").unlink()
    (at / "empty").mkdir()
    (at / ".installing").mkdir()
    (at / "a name").mkdir()
    (at / "notes.txt").write_text("no folder")
    models, problems = folder.look(at)
    assert [model.name for model in models] == ["supertonic", "kokoro"]
    assert [problem.name for problem in problems] == ["a name", "empty", "piper"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert folder.look(tmp_path / "nowhere") == ((), ())


def test_the_digest_changes_with_any_file(copy):
    at = copy("piper")
    before = record.digest_of(at)
    (at / "tokens.txt").write_text((at / "tokens.txt").read_text("utf-8") + "ß 500\n", "utf-8")
    assert record.digest_of(at) != before


def recorded(at, **changes):
    told = {"source": "", "licence": "", "sha256": "", "seen_first": True, "speakers": ()}
    kept = record.Record(name=at.name, files=record.files_of(at), **(told | changes))
    record.write(at, kept)
    return kept


def test_a_record_names_speakers_and_spares_hashing(copy):
    at = copy("supertonic")
    kept = recorded(at, speakers=("F1", "F2", "M1"))
    assert record.read(at) == kept
    assert folder.check(at).speakers == ("F1", "F2", "M1")
    assert record.digest_of(at) == kept.digest


def test_a_file_of_another_size_than_installed_is_told(copy):
    at = copy("supertonic")
    recorded(at)
    (at / "tts.json").write_text((at / "tts.json").read_text() + " ")
    with pytest.raises(VoiceModelBroken, match="install it again"):
        folder.check(at)


def test_a_file_of_the_same_size_with_other_content_is_found_by_hash(copy):
    at = copy("supertonic")
    kept = recorded(at)
    data = bytearray((at / "voice.bin").read_bytes())
    data[-1] ^= 1
    (at / "voice.bin").write_bytes(data)
    assert folder.check(at).kind is Kind.SUPERTONIC
    with pytest.raises(VoiceModelBroken, match=r"voice\.bin: changed"):
        record.check_hashes(at, kept)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": [{"path": "a"}]}', '{"files": 3}'])
def test_a_record_that_makes_no_sense_is_told(copy, text):
    at = copy("piper")
    (at / record.FILE).write_text(text)
    with pytest.raises(VoiceModelBroken, match=r"voice\.json"):
        folder.check(at)
