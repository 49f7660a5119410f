"""Narrations on their shelf, whole and a few utterances at a time."""

import pytest

from service import codec
from service.model.narration import Narration, Omission, Utterance
from service.store.base import Shelf
from service.store.memory import MemoryStore
from service.usecases.narrations import keep_narration, kept_narration, kept_utterances

NAME = "a" * 64
SAID = tuple(
    Utterance(f"u{at}", f"{at}번째\n줄 ]}}", f"{at}번째 줄", "ko", "text", at, 0, 300, ())
    for at in range(7)
)


def narration(utterances):
    return Narration("d", "ko", "제목", utterances, (Omission(1, "쪽", "page-number"),), "1")


@pytest.mark.parametrize("count", [0, 1, 7])
def test_what_was_kept_is_had_again(count):
    store = MemoryStore()
    keep_narration(store, NAME, narration(SAID[:count]))
    assert kept_narration(store, NAME) == narration(SAID[:count])


@pytest.mark.parametrize("count", [0, 1, 7])
@pytest.mark.parametrize(("first", "most"), [(0, 7), (2, 3), (6, 9), (7, 2), (0, 0)])
def test_some_are_those_of_the_whole(count, first, most):
    store = MemoryStore()
    keep_narration(store, NAME, narration(SAID[:count]))
    assert kept_utterances(store, NAME, first, most) == SAID[:count][first : first + most]


def test_what_is_not_asked_for_is_not_read(monkeypatch):
    store, read = MemoryStore(), []
    keep_narration(store, NAME, narration(SAID))
    whole = codec.from_json
    monkeypatch.setattr(
        codec, "from_json", lambda text, kind: (read.append(kind), whole(text, kind))[1]
    )
    kept_utterances(store, NAME, 3, 2)
    assert read == [Utterance, Utterance]


def test_a_narration_that_was_kept_on_one_line_is_understood():
    store = MemoryStore()
    store.put(Shelf.NARRATIONS, NAME, codec.to_json(narration(SAID)).encode())
    assert kept_utterances(store, NAME, 1, 2) == SAID[1:3]


def test_of_no_narration_there_are_no_utterances():
    assert kept_utterances(MemoryStore(), NAME, 0, 3) is None


def test_a_broken_narration_is_dropped_so_that_it_is_made_again():
    store = MemoryStore()
    keep_narration(store, NAME, narration(SAID))
    data = store.get(Shelf.NARRATIONS, NAME)
    store.put(Shelf.NARRATIONS, NAME, data.replace(b'"id": "u3"', b'"id": "u3'))
    assert kept_utterances(store, NAME, 3, 1) is None
    assert store.get(Shelf.NARRATIONS, NAME) is None
