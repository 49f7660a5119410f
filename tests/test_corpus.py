"""Each case of tests/corpus at every stage: what comes out is what was reviewed.

A file that changed on purpose is rewritten with --accept and reviewed like code; the version of
the stage (service/extract/versions.py, service/text/reading.py) is raised with it.
"""

import hashlib
import json
from pathlib import Path

import pytest

from service import codec, samples
from service.extract.reader import Reader
from service.model.document import Boilerplate, Figure, Release, Table
from service.model.narration import Narration
from service.model.source import Resource, SourceUrl
from service.model.speech import Prosody
from service.narration.narrate import narrate
from service.speech.silent import SilentEngine
from service.usecases.plan_listen import segments_of

CORPUS = Path(__file__).parent / "corpus"
CASES = sorted(path.name for path in CORPUS.iterdir() if (path / "meta.json").exists())


def resource_of(case):
    name = json.loads((CORPUS / case / "meta.json").read_text("utf-8"))["sample"]
    file = next(file for file in samples.FILES if file.name == name)
    body = samples.read(name)
    source = SourceUrl(file.address, "https", "www.mohw.example", 443)
    digest = hashlib.sha256(body).hexdigest()
    return Resource(source, body, file.media_type, digest, file.file_name)


@pytest.fixture(params=CASES)
def case(request):
    return request.param


@pytest.fixture
def expect(case, request):
    """Compare a value with the file of a stage, or write the file."""

    def compare(stage, value):
        file = CORPUS / case / f"{stage}.json"
        told = codec.to_json(value, indent=2) + "\n"
        if request.config.getoption("--accept"):
            file.write_text(told, "utf-8")
        assert json.loads(told) == json.loads(file.read_text("utf-8"))

    return compare


@pytest.fixture
def release(case):
    file = CORPUS / case / "release.json"
    return codec.from_json(file.read_text("utf-8"), Release)


@pytest.fixture
def narration(case):
    file = CORPUS / case / "narration.json"
    return codec.from_json(file.read_text("utf-8"), Narration)


def test_it_is_extracted_as_reviewed(case, expect):
    expect("release", Reader(10).extract(resource_of(case)))


def test_it_is_narrated_as_reviewed(release, expect):
    expect("narration", narrate(release))


def test_it_is_planned_as_reviewed(narration, expect):
    voices = {voice.language: voice for voice in SilentEngine().voices()}
    expect("segments", segments_of(narration.utterances, voices, Prosody(), "test"))


def test_every_block_is_heard_or_left_out_with_a_reason(release, narration):
    heard = {said.block for said in narration.utterances}
    left_out = {omission.block for omission in narration.omissions if omission.reason}
    assert set(range(len(release.body.blocks))) <= heard | left_out


def test_spans_tile_what_is_shown(narration):
    for said in narration.utterances:
        shown = [span for span in said.spans if span.end > span.start]
        assert "".join(span.shown for span in shown) == said.display
        assert all(said.display[span.start : span.end] == span.shown for span in said.spans)


def test_sentences_of_a_block_are_its_text(release, narration):
    for index, block in enumerate(release.body.blocks):
        parts = [said.display for said in narration.utterances if said.block == index]
        if parts and not isinstance(block, (Table, Figure, Boilerplate)):
            assert "".join("".join(parts).split()) == "".join(block.text.split())


def test_page_and_attachment_say_the_same_words():
    """The body of a board page and its PDF were made from one text: they must read alike."""
    for language in ("ko", "en"):
        board, pdf = (list(words_of(f"{kind}-{language}")) for kind in ("board", "release"))
        assert board == pdf


def words_of(case):
    file = CORPUS / case / "release.json"
    blocks = codec.from_json(file.read_text("utf-8"), Release).body.blocks
    for block in blocks:
        if isinstance(block, Table):
            yield [[cell.text for cell in row] for row in block.rows]
        elif isinstance(block, Boilerplate) or getattr(block, "role", "") == "meta":
            continue  # page furniture and the masthead stand on paper only
        elif getattr(block, "level", 2) > 1:
            yield block.text
