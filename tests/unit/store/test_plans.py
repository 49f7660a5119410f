import pytest

from service.model.speech import Piece, Prosody, Segment, Voice
from service.store.plans import SqlitePlans

VOICE = Voice("silent:ko", "silent", "1", "ko", "x")
SEGMENTS = tuple(
    Segment(f"{n:064x}", n, f"u{n}", (Piece(f"문장 {n}", VOICE),), n) for n in range(30)
)


@pytest.fixture
def plans(tmp_path):
    made = SqlitePlans(tmp_path / "plans.db")
    made.put("m", SEGMENTS, Prosody(rate=1.2))
    yield made
    made.close()


def test_any_stretch_is_read_alone(plans):
    assert plans.segments("m", 8, 4) == SEGMENTS[8:12]
    assert plans.segments("m", 28, 8) == SEGMENTS[28:]
    assert plans.segments("m", 99, 8) == ()


def test_keys_and_pauses_are_in_order(plans):
    assert plans.keys("m") == tuple((s.key, s.pause_frames) for s in SEGMENTS)


def test_a_clip_is_found_by_its_key(plans):
    assert plans.find(SEGMENTS[7].key) == ("m", 7)
    assert plans.find("f" * 64) is None


def test_a_plan_is_counted_and_keeps_its_prosody(plans):
    assert (plans.count("m"), plans.count("other")) == (30, -1)
    assert plans.prosody("m") == Prosody(rate=1.2)
    with pytest.raises(KeyError):
        plans.prosody("other")


def test_putting_a_plan_again_is_harmless(plans):
    plans.put("m", SEGMENTS, Prosody(rate=1.2))
    assert plans.count("m") == 30


def test_an_empty_plan_is_a_plan(plans):
    plans.put("empty", (), Prosody())
    assert (plans.count("empty"), plans.keys("empty")) == (0, ())
