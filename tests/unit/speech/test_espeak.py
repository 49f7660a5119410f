import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from service.errors import EngineAnswerBad, EngineUnavailable
from service.model.speech import Prosody
from service.speech.espeak.clauses import syllables
from service.speech.espeak.engine import EspeakEngine
from service.speech.espeak.pool import SpeakingPool
from service.speech.espeak.process import Event, SpeakingProcess, SpokenClause

STUCK = (sys.executable, "-c", "import time; time.sleep(60)")
CRASHING = (sys.executable, "-c", "raise SystemExit(1)")
MISSING = ("/no/such/program",)
NONSENSE = (sys.executable, "-c", "print('no length and no answer' * 99, flush=True); input()")
DEAF = (
    sys.executable,
    "-c",
    "import sys, time\n"
    "text = b'{\"rate_hz\": 22050}'\n"
    "sys.stdout.buffer.write(len(text).to_bytes(4, 'big') + text)\n"
    "sys.stdout.flush()\n"
    "time.sleep(60)",
)


@pytest.fixture(scope="module")
def engine():
    made = EspeakEngine(10)
    yield made
    made.close()


def speak(engine, text, language="ko", **prosody):
    voice = next(voice for voice in engine.voices() if voice.language == language)
    return engine.speak(text, voice, Prosody(**prosody))


def process_of(engine):
    """The child process of the first of an engine's speaking processes."""
    return engine._process._all[0]._process


def words(sound):
    return [sound.text[mark.start : mark.end] for mark in sound.marks]


def test_the_same_words_give_the_same_sound_whatever_was_said_before(engine):
    texts = [("ko", "가족과 함께."), ("en", "The minister will leave."), ("ko", "예, 문의하세요.")]
    first = [speak(engine, text, language).data for language, text in texts]
    again = [speak(engine, text, language).data for language, text in reversed(texts)]
    assert again[::-1] == first


class Slow:
    """A speaking process that takes until it is told to go on."""

    rate_hz = 1_000

    def __init__(self, gate):
        self.gate, self.asked = gate, 0

    def ask(self, clauses, voice, rate, pitch):
        self.asked += 1
        assert self.gate.wait(10)
        return ()


def test_who_waits_does_not_stand_behind_a_busy_process():
    busy, free = threading.Event(), threading.Event()
    free.set()
    crew = [Slow(busy), Slow(free)]
    pool = SpeakingPool(crew)
    first = threading.Thread(target=pool.ask, args=((), "ko", 1, 1))
    first.start()
    while not crew[0].asked:
        pass
    assert pool.ask((), "ko", 1, 1) == ()
    busy.set()
    first.join()
    assert [process.asked for process in crew] == [1, 1]


def test_one_speaker_keeps_one_process_busy():
    gate = threading.Event()
    gate.set()
    crew = [Slow(gate), Slow(gate)]
    pool = SpeakingPool(crew)
    for _ in range(5):
        pool.ask((), "ko", 1, 1)
    assert [process.asked for process in crew] == [5, 0]


class Forgetful:
    """A speaking process that loses what comes after the fortieth syllable."""

    rate_hz = 1_000

    def __init__(self):
        self.asked = []

    def ask(self, parts, voice, rate, pitch):
        self.asked += parts
        return tuple(
            SpokenClause(
                b"\0\0" * 10,
                tuple(Event("'a", 0, 9 * n) for n in range(min(40, syllables(part)))),
            )
            for part in parts
        )

    def close(self):
        pass


def test_a_clause_that_came_back_short_is_cut_and_said_again():
    process = Forgetful()
    sound = speak(EspeakEngine(1, process), "나라 " * 30)
    assert [syllables(part) for part in process.asked] == [60, 30, 30]
    assert len(sound.marks) == 30


def test_a_clause_that_stays_short_is_an_error_and_never_silence():
    process = Forgetful()
    process.ask = lambda parts, *_: tuple(SpokenClause(b"\0\0", ()) for _ in parts)
    with pytest.raises(EngineAnswerBad):
        speak(EspeakEngine(1, process), "나라 사랑")


def test_a_long_text_is_asked_for_in_parts_so_that_others_get_between():
    process = Forgetful()
    process.batches = []
    ask = process.ask
    process.ask = lambda parts, *rest: process.batches.append(len(parts)) or ask(parts, *rest)
    speak(EspeakEngine(1, process), "나라 사랑. " * 20)
    assert process.batches == [8, 8, 4]


@pytest.mark.parametrize(
    "command",
    [STUCK, CRASHING, MISSING, NONSENSE, DEAF],
    ids=["stuck", "crashing", "missing", "nonsense", "deaf"],
)
def test_a_process_that_never_answers_is_unavailable(command, monkeypatch):
    monkeypatch.setattr("service.speech.espeak.process._START_WITHIN_S", 0.3)
    process = SpeakingProcess(0.3, command)
    with pytest.raises(EngineUnavailable):
        process.ask(["나라" * 100_000], "ko", 175, 50)  # more than a pipe holds
    process.close()


def test_a_killed_process_is_replaced_unnoticed(engine):
    before = speak(engine, "나라 사랑")
    os.kill(process_of(engine)._child.pid, signal.SIGKILL)
    assert len(speak(engine, "나라 사랑").data) == pytest.approx(len(before.data), rel=0.01)


def test_a_stuck_process_is_replaced_unnoticed():
    made = EspeakEngine(1)
    made.warm()
    os.kill(process_of(made)._child.pid, signal.SIGSTOP)
    stuck = process_of(made)._child
    assert speak(made, "나라 사랑").data
    assert stuck.poll() == -signal.SIGKILL
    made.close()


def test_after_a_fork_the_child_is_left_to_the_parent(engine):
    engine.warm()
    parents = process_of(engine)._child
    process_of(engine)._owner = os.getpid() + 1  # as it looks from a forked process
    assert speak(engine, "나라").data
    assert parents.poll() is None
    assert process_of(engine)._child.pid != parents.pid
    parents.stdin.close()
    parents.stdout.close()
    parents.wait(5)


def test_a_process_that_does_not_start_is_told_when_it_is_needed():
    made = EspeakEngine(1, SpeakingProcess(1, CRASHING))
    made.warm()
    with pytest.raises(EngineUnavailable):
        speak(made, "나라")


def test_a_started_process_is_the_one_that_speaks():
    made = EspeakEngine(10)
    made.warm()
    child = process_of(made)._child
    speak(made, "나라")
    assert process_of(made)._child is child
    made.close()


def test_closing_ends_the_process():
    made = EspeakEngine(10)
    made.warm()
    child = process_of(made)._child
    made.close()
    assert child.returncode == 0


def test_ctrl_c_is_left_to_the_parent(engine):
    engine.warm()
    os.kill(process_of(engine)._child.pid, signal.SIGINT)
    child = process_of(engine)._child
    speak(engine, "나라")
    assert process_of(engine)._child is child


def test_the_library_is_loaded_only_in_its_own_process(engine):
    assert speak(engine, "나라").data
    assert "espeakng_loader" not in sys.modules
    assert "libespeak-ng" not in Path("/proc/self/maps").read_text()


def test_the_program_that_speaks_imports_nothing_of_ours():
    listing = (
        "import service.speech.espeak.child, sys; "
        "print(*sorted(n for n in sys.modules if n.startswith('service.')))"
    )
    told = subprocess.run([sys.executable, "-c", listing], capture_output=True, check=True)
    assert told.stdout.split() == [
        b"service.speech",
        b"service.speech.espeak",
        b"service.speech.espeak.child",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "나라 마을 사랑 누리 마음"),
        ("ko", "보건복지부는 Los Angeles 방문 2023년 나라 마을 넘어 간다"),
        ("ko", "3 나라 5 마을 누리"),
        ("en", "Dr. Smith met “U.S. officials”, today, at the café."),
        ("en", "Ministry of 보건복지부 said today"),
    ],
)
def test_every_word_of_mixed_texts_has_its_time(engine, language, text):
    sound = speak(engine, text, language)
    spoken = words(sound)
    # The voice binds a weak word to the one before it ("at the") and tells one time for both.
    assert [word for word in text.split() if word not in spoken] in ([], ["the"])
    assert len({mark.start_ms for mark in sound.marks}) == len(spoken)


def test_every_korean_syllable_is_one_vowel(engine):
    letters = [chr(code) for code in range(ord("가"), ord("힣") + 1, 7)]
    text = ", ".join("".join(letters[i : i + 6]) for i in range(0, len(letters), 6))
    assert len(words(speak(engine, text))) == len(text.split())


def test_a_comma_is_heard(engine):
    assert len(speak(engine, "나라, 사랑").data) > len(speak(engine, "나라 사랑").data) + 2_000


def test_it_speaks_at_an_announcers_pace(engine):
    text = "정부는 어려운 이웃을 살피고, 아이들을 돌보며, 어르신을 모시겠다고 밝혔다."
    minutes = len(speak(engine, text).data) / 2 / 22_050 / 60
    assert 310 < syllables(text) / minutes < 360


def test_rate_and_pitch_change_the_sound(engine):
    plain, fast, high = (
        speak(engine, "나라 사랑", **asked).data for asked in ({}, {"rate": 1.5}, {"pitch": 1.8})
    )
    assert len(fast) < 0.8 * len(plain)
    assert len(high) == pytest.approx(len(plain), rel=0.1)
    assert high != plain


@pytest.mark.parametrize("rate", [0.0, 0.1, 10.0])
def test_a_rate_out_of_reach_is_the_nearest_that_can_be_had(engine, rate):
    assert speak(engine, "나라, 사랑", rate=rate).data


def test_mark_up_in_a_text_is_read_and_not_obeyed(engine):
    plain = speak(engine, "Hello", "en")
    marked = speak(engine, '<break time="9s"/>Hello [[h@l]]', "en")
    assert len(marked.data) > 1.5 * len(plain.data)
    assert len(marked.data) < 2 * 22_050 * 8


def test_a_child_whose_asker_is_gone_ends_without_a_word():
    child = subprocess.Popen(
        [sys.executable, "-m", "service.speech.espeak.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    child.stdout.read(4)
    child.stdout.close()
    asked = json.dumps({"voice": "ko", "rate": 175, "pitch": 50, "clauses": ["가"]}).encode()
    child.stdin.write(len(asked).to_bytes(4, "big") + asked)
    child.stdin.close()
    assert child.stderr.read() == b""
    assert child.wait(10) == 0
    child.stderr.close()
