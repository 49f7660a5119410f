"""Audio from one network into another, and files that are not what they say."""

import io
import json
import zipfile
from dataclasses import replace

import pytest

from service.cli.crew import working
from service.errors import CacheFileInvalid, ManifestUnknown
from service.speech.chain import ChainEngine
from service.speech.silent import SilentEngine
from service.store.base import Shelf
from service.usecases.carry_cache import Carried, export, published, take_in
from service.usecases.follow_audio import follow
from service.usecases.join_audio import joined, read_joined
from service.usecases.read_release import open_address
from service.usecases.tend_cache import publish
from service.usecases.timelines import heard_of
from tests.unit.usecases.test_listening import Refusing
from tests.web.staging import ENGLISH, KOREAN, staged


@pytest.fixture
def sender(tmp_path):
    chain = ChainEngine([Refusing(), SilentEngine()])
    made = replace(staged(tmp_path, PAGE_WAIT_MS="30000", CLIP_WAIT_MS="30000"), engine=chain)
    with working(made, ("read", "speak")):
        yield made
    made.close()


@pytest.fixture
def receiver(tmp_path):
    (tmp_path / "closed").mkdir()
    made = staged(tmp_path / "closed")
    yield made
    made.close()


def carried(sender, *addresses):
    """The exported file of documents that were listened to."""
    manifests = []
    for address in addresses:
        manifests.append(open_address(sender, address).manifest)
        b"".join(follow(sender, manifests[-1]))
    file = io.BytesIO()
    told = export(sender, tuple(manifests), file)
    return file.getvalue(), tuple(manifests), told


def changed(data, change):
    """The same archive with other entries: name to bytes, None to leave one out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            body = change(name, old.read(name))
            if body is not None:
                new.writestr(name, body)
    return file.getvalue()


def test_what_is_carried_is_heard_on_the_other_side(sender, receiver):
    data, (manifest, other), told = carried(sender, KOREAN, ENGLISH)
    found = take_in(receiver, io.BytesIO(data))
    assert (found.documents, found.clips) == (told.documents, told.clips) == (2, told.clips)
    for each in (manifest, other):
        theirs, ours = (joined(heard_of(side, each)) for side in (sender, receiver))
        assert b"".join(read_joined(receiver, ours, 0, ours.size)) == b"".join(
            read_joined(sender, theirs, 0, theirs.size)
        )
    assert set(published(receiver)) == {manifest, other}


def test_stand_ins_are_carried_as_such(sender, receiver):
    data, (manifest,), _ = carried(sender, KOREAN)
    take_in(receiver, io.BytesIO(data))
    stand_ins = heard_of(sender, manifest).timeline.stand_ins
    assert heard_of(receiver, manifest).timeline.stand_ins == stand_ins != ()


def test_carrying_twice_is_harmless(sender, receiver):
    data, _, told = carried(sender, ENGLISH)
    take_in(receiver, io.BytesIO(data))
    assert take_in(receiver, io.BytesIO(data)) == Carried(1, 0, told.clips)


def test_a_clip_that_is_broken_here_is_not_carried(sender, receiver):
    _, (manifest,), told = carried(sender, ENGLISH)
    key = heard_of(sender, manifest).keys[0]
    sender.store.put(Shelf.CLIPS, key, sender.store.get(Shelf.CLIPS, key)[:-1] + b"?")
    file = io.BytesIO()
    assert export(sender, (manifest,), file).clips == told.clips - 1
    assert take_in(receiver, file).clips == told.clips - 1


def test_published_documents_are_known(sender):
    manifest = open_address(sender, ENGLISH).manifest
    publish(sender, manifest)
    assert published(sender) == (manifest,)


@pytest.mark.parametrize("named", ["0" * 64, "1234", ""])
def test_a_document_of_nobody_cannot_be_carried(sender, named):
    with pytest.raises(ManifestUnknown):
        export(sender, (named,), io.BytesIO())


def flipped(name, body):
    return body[:-1] + bytes([body[-1] ^ 1]) if name.startswith("clips/") else body


def without_notes(name, body):
    return None if name.startswith("clip-notes/") else body


def other_plan(name, body):
    if not name.startswith("plans/"):
        return body
    plan = json.loads(body)
    plan["segments"] = plan["segments"][1:]
    return json.dumps(plan).encode()


def no_values(name, body):
    return b"[1, 2]" if name.startswith("narrations/") else body


def other_form(name, body):
    return b'{"format": "deutgi-audio-9"}' if name == "about.json" else body


@pytest.mark.parametrize("change", [flipped, without_notes, other_plan, no_values, other_form])
def test_what_is_not_as_it_was_written_is_refused(sender, receiver, change):
    data, (manifest,), _ = carried(sender, ENGLISH)
    with pytest.raises(CacheFileInvalid):
        take_in(receiver, io.BytesIO(changed(data, change)))
    assert receiver.plans.count(manifest) == -1
    assert list(receiver.store.keys(Shelf.PUBLISHED)) == []


def archive_of(**entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", '{"format": "deutgi-audio-1"}')
        for name, body in entries.items():
            archive.writestr(name, body)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive",
        archive_of(**{"../../etc/passwd": b"x"}),
        archive_of(**{"/clips/" + "a" * 64 + ".mp3": b"x"}),
        archive_of(**{"sources/" + "a" * 64 + ".json": b"{}"}),
        archive_of(**{"clips/" + "a" * 63 + ".mp3": b"x"}),
        archive_of(**{"releases/" + "a" * 64 + ".json": b"[" * 100_000}),
        archive_of(**{"releases/" + "a" * 64 + ".json": bytes(50_000_000)}),
    ],
    ids=["empty", "text", "traversal", "absolute", "shelf", "key", "nested", "bomb"],
)
def test_a_stranger_s_file_is_refused(receiver, data):
    with pytest.raises(CacheFileInvalid):
        take_in(receiver, io.BytesIO(data))
    assert all(not list(receiver.store.keys(shelf)) for shelf in Shelf)
