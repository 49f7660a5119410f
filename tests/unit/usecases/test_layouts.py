import pytest

from service.cli.crew import working
from service.errors import ManifestUnknown
from service.usecases import layouts as module
from service.usecases.follow_audio import follow
from service.usecases.layouts import Layouts, complete
from service.usecases.read_release import open_address
from service.usecases.timelines import heard_if_complete
from tests.web.staging import ENGLISH, KOREAN, staged


@pytest.fixture
def services(tmp_path):
    made = staged(tmp_path, PAGE_WAIT_MS="30000", CLIP_WAIT_MS="30000")
    with working(made, ("read", "speak")):
        yield made
    made.close()


def listened(services, address):
    manifest = open_address(services, address).manifest
    b"".join(follow(services, manifest))
    return manifest


def test_a_final_document_is_looked_at_once_a_minute(services, monkeypatch):
    now = [0.0]
    known = Layouts(clock=lambda: now[0])
    manifest = listened(services, ENGLISH)
    looked = []
    monkeypatch.setattr(
        module, "heard_if_complete", lambda *told: looked.append(1) or heard_if_complete(*told)
    )
    first, again = (complete(services, known, manifest) for _ in range(2))
    assert (first, len(looked)) == (again, 1)
    now[0] = 61.0
    complete(services, known, manifest)
    assert len(looked) == 2


def test_a_forgotten_document_is_looked_at_anew(services):
    known = Layouts()
    manifest = listened(services, ENGLISH)
    complete(services, known, manifest)
    known.forget(manifest)
    assert known.get(manifest) is None


def test_what_is_not_made_is_not_complete(services):
    manifest = open_address(services, KOREAN).manifest
    assert complete(services, Layouts(), manifest) is None
    with pytest.raises(ManifestUnknown):
        complete(services, Layouts(), "0" * 64)


def test_only_so_many_are_remembered(services, monkeypatch):
    monkeypatch.setattr(module, "_MOST", 2)
    known = Layouts()
    heard = heard_if_complete(services, listened(services, ENGLISH))
    for name in "abc":
        known.keep(name, heard)
    assert [known.get(name) is None for name in "abc"] == [True, False, False]
