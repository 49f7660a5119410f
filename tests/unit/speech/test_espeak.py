import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import EngineAnswerBad, EngineUnavailable
from service.model.speech import Prosody
from service.speech.espeak.clauses import (
    MOST_SYLLABLES,
    Clause,
    clauses,
    halves,
    syllables,
)
from service.speech.espeak.engine import EspeakEngine
from service.speech.espeak.marks import clause_marks, is_whole
from service.speech.espeak.process import Event, SpeakingProcess, SpokenClause

LONG = "정부는 어려운 이웃을 살피고 아이들을 돌보며 어르신을 모시기 위하여 " * 6
STUCK = (sys.executable, "-c", "import time; time.sleep(60)")
CRASHING = (sys.executable, "-c", "raise SystemExit(1)")


def test_clauses_end_at_their_punctuation():
    assert [c.text for c in clauses("먼저, 이렇다. 다음은 저렇다.")] == [
        "먼저,",
        "이렇다.",
        "다음은 저렇다.",
    ]


def test_no_clause_is_longer_than_the_voice_can_say():
    assert all(syllables(clause.text) <= MOST_SYLLABLES for clause in clauses(LONG))


def test_a_cut_clause_gets_a_comma_that_is_not_counted_as_text():
    first, second = halves(Clause(LONG.strip(), 0))
    assert (first.text[-1], first.added, second.added) == (",", 1, 0)
    assert LONG[second.start : second.start + 5] == second.text[:5]


@given(st.text(alphabet="가나다 .,\n1a", max_size=700))
def test_clauses_cover_everything_that_is_said(text):
    said = "".join(c.text[: len(c.text) - c.added] for c in clauses(text))
    assert "".join(said.split()) == "".join(text.split())
    assert all(text.startswith(c.text[: len(c.text) - c.added], c.start) for c in clauses(text))


def spoken(*phonemes):
    return tuple(Event(name, 1, 0, 100 * at) for at, name in enumerate(phonemes))


def test_words_are_timed_by_their_vowels():
    events = spoken("n", "'a", "*", "a", "m", "u-", "l", "_:", "_")
    marks = clause_marks(Clause("나라 믈", 0), events, 0, 900)
    assert [(m.start, m.end, m.start_ms) for m in marks] == [(0, 2, 0), (3, 4, 400)]


def test_a_missing_vowel_is_noticed():
    assert is_whole(Clause("나라", 0), spoken("n", "'a", "*", "a"))
    assert not is_whole(Clause("나라", 0), spoken("n", "'a"))


class Forgetful:
    """A speaking process that loses what comes after the fortieth syllable."""

    rate_hz = 1_000

    def __init__(self):
        self.asked = []

    def ask(self, parts, voice, rate, pitch):
        self.asked += parts
        return tuple(
            SpokenClause(b"\0\0" * 10, spoken(*["'a"] * min(40, syllables(part)))) for part in parts
        )

    def close(self):
        pass


def test_a_clause_that_came_back_short_is_cut_and_said_again():
    process = Forgetful()
    engine = EspeakEngine(1, process)
    text = "나라 " * 30
    sound = engine.speak(text, engine.voices()[0], Prosody())
    assert [syllables(part) for part in process.asked] == [60, 30, 30]
    assert len(sound.marks) == 30


def test_a_clause_that_stays_short_is_an_error_and_never_silence():
    process = Forgetful()
    process.ask = lambda parts, *_: tuple(SpokenClause(b"\0\0", ()) for _ in parts)
    engine = EspeakEngine(1, process)
    with pytest.raises(EngineAnswerBad):
        engine.speak("나라 사랑", engine.voices()[0], Prosody())


@pytest.mark.parametrize("command", [STUCK, CRASHING], ids=["stuck", "crashing"])
def test_a_process_that_never_answers_is_unavailable(command, monkeypatch):
    monkeypatch.setattr("service.speech.espeak.process._START_WITHIN_S", 0.3)
    monkeypatch.setattr("service.speech.espeak.process._PATIENCE_S", 0.05)
    process = SpeakingProcess(0.3, command)
    with pytest.raises(EngineUnavailable):
        process.ask(["나라"], "ko", 175, 50)
    process.close()


def test_a_killed_process_is_replaced_unnoticed():
    engine = EspeakEngine(5)
    before = engine.speak("나라 사랑", engine.voices()[0], Prosody())
    engine._process._child.kill()
    after = engine.speak("나라 사랑", engine.voices()[0], Prosody())
    engine.close()
    assert len(before.data) == len(after.data)


def test_the_library_is_loaded_only_in_its_own_process():
    assert "espeakng_loader" not in sys.modules
