import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.speech.espeak.clauses import (
    MOST_CHARACTERS,
    MOST_SYLLABLES,
    MOST_WORD_CHARACTERS,
    Clause,
    clauses,
    halves,
    syllables,
)

LONG = "정부는 어려운 이웃을 살피고 아이들을 돌보며 어르신을 모시기 위하여 " * 6


def texts(text):
    return [clause.text for clause in clauses(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("먼저, 이렇다. 다음은 저렇다.", ["먼저,", "이렇다.", "다음은 저렇다."]),
        ("첫째 줄\n둘째 줄", ["첫째 줄", "둘째 줄"]),
        ("닥터 Dr. 김은 왔다.", ["닥터 Dr. 김은 왔다."]),
        ("1. 개요는 이렇다", ["1. 개요는 이렇다"]),
        ("값은 3.5, 4.5이다", ["값은 3.5,", "4.5이다"]),
        ("Dr. Smith met U.S. officials, today.", ["Dr. Smith met U.S. officials, today."]),
        ("   \n ", []),
    ],
)
def test_korean_clauses_end_at_punctuation_and_english_ones_are_left_to_the_voice(text, parts):
    assert texts(text) == parts


@pytest.mark.parametrize(
    ("text", "pauses"),
    [
        ("먼저, 이렇다. 다음은; 저렇다.", [140, 295, 215, 0]),
        ("서울, 부산", [140, 0]),
        ("하나", [0]),
    ],
)
def test_clauses_carry_the_pause_that_the_voice_would_make_between_them(text, pauses):
    assert [clause.pause_ms for clause in clauses(text)] == pauses


def test_no_clause_is_longer_than_the_voice_can_say():
    assert all(syllables(clause.text) <= MOST_SYLLABLES for clause in clauses(LONG))


def test_a_long_sentence_is_cut_after_an_ending_and_not_in_a_phrase():
    head, _ = clauses("정부는 어려운 이웃을 살피고 아이들을 돌보며 어르신을 모시기 위하여 " * 3)
    assert head.own.endswith(("살피고", "돌보며", "위하여"))


def test_a_long_english_text_is_cut_behind_a_sentence():
    text = "The minister will visit three clusters. " * 16
    assert all(part.endswith(".") for part in texts(text))
    assert len(texts(text)) > 1


@pytest.mark.parametrize("word", ["가" * 70, "internationalization" * 9, "1234567890" * 10])
def test_a_word_that_the_voice_would_lose_is_cut(word):
    parts = clauses(f"{word} 말한다")
    assert all(len(word) <= MOST_WORD_CHARACTERS + 1 for part in parts for word in part.own.split())
    assert "".join(part.own for part in parts).startswith(word)


def test_a_cut_clause_gets_a_comma_that_is_not_counted_as_text():
    first, second = halves(Clause(LONG.strip(), 0))
    assert (first.text[-1], first.added, second.added) == (",", 1, 0)
    assert LONG[second.start : second.start + 5] == second.text[:5]


def test_a_clause_cut_again_keeps_the_comma_of_the_first_cut_at_its_end():
    first, _ = halves(Clause(LONG.strip(), 0))
    assert [part.added for part in halves(first)] == [1, 1]


def test_a_single_letter_cannot_be_cut():
    assert halves(Clause("가", 0)) == (Clause("가", 0),)


def test_syllables_are_counted_in_either_form_of_unicode():
    text = "나라 사랑, word 12"
    assert syllables(text) == syllables(unicodedata.normalize("NFD", text)) == 4


@given(st.text(alphabet="가나다 .,\n1a", max_size=700))
def test_clauses_cover_everything_that_is_said(text):
    said = "".join(clause.own for clause in clauses(text))
    assert "".join(said.split()) == "".join(text.split())
    assert all(text.startswith(clause.own, clause.start) for clause in clauses(text))
    assert all(len(clause.own) <= MOST_CHARACTERS for clause in clauses(text))


@given(st.text(alphabet="가나 .,\nab", min_size=2, max_size=90))
def test_halves_say_what_the_clause_said(text):
    for clause in clauses(text):
        parts = halves(clause)
        assert "".join("".join(part.own for part in parts).split()) == "".join(clause.own.split())
        assert all(part.own for part in parts)
        assert all(text.startswith(part.own, part.start) for part in parts)
