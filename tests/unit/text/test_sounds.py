import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.text.sounds import words
from service.text.sounds.joints import left
from service.text.sounds.respelling import pronounced
from service.text.sounds.syllables import CODAS, apart, together

HERE = Path(__file__).parent
# The verb 신다 as the article has it; releases say 신고 for a report, which stays plain.
SPOKEN_OTHERWISE = {"신고"}


def rows(name):
    with (HERE / name).open(encoding="utf-8") as file:
        read = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [tuple(row) for row in read if not row[0].startswith("#")]


STANDARD = rows("sounds_of_the_standard.tsv")
WORDS = rows("sounds_of_words.tsv")


def same(text, expected):
    heard = pronounced(text).replace(" ", "")
    return heard in [each.replace(" ", "") for each in expected.split(" | ")]


@pytest.mark.parametrize("article", sorted({int(row[0]) for row in STANDARD}))
def test_the_examples_of_each_article_sound_as_it_says(article):
    own = [row for row in STANDARD if row[0] == str(article) and row[1] not in SPOKEN_OTHERWISE]
    assert {text: pronounced(text) for _, text, heard in own if not same(text, heard)} == {}


def test_the_words_of_welfare_and_health_sound_as_they_are_said():
    assert {text: pronounced(text) for text, heard in WORDS if not same(text, heard)} == {}


def test_each_syllable_keeps_its_place():
    text = "국민 여러분, ‘값없이’ (몇 월?) — 할 것을\n옷이 3개 COVID 좋다!"
    spoken = pronounced(text)
    assert len(spoken) == len(text)
    assert [i for i, letter in enumerate(spoken) if not letter.isalpha()] == [
        i for i, letter in enumerate(text) if not letter.isalpha()
    ]


@pytest.mark.parametrize("border", [", ", ". ", "\n", " · ", "“"])
def test_nothing_is_said_in_one_go_over_a_border(border):
    assert pronounced(f"몇{border}명") == f"멷{border}명"


@given(
    st.text(
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3) | st.sampled_from(" ,.일할것"),
        max_size=60,
    )
)
@settings(max_examples=300, deadline=None)
def test_any_hangul_keeps_its_length_and_ends_in_one_of_seven_consonants(text):
    spoken = pronounced(text)
    assert len(spoken) == len(text)
    assert {apart(letter).coda for letter in spoken if letter.isalpha()} <= set(
        "ㄱㄴㄷㄹㅁㅂㅇ"
    ) | {""}


@given(st.text(max_size=60))
def test_any_text_keeps_its_length(text):
    assert len(pronounced(text)) == len(text)


def test_every_syllable_comes_apart_and_together():
    assert all(together(apart(chr(code))) == chr(code) for code in range(0xAC00, 0xD7A4))


def test_only_seven_consonants_are_left_at_the_end():
    assert {left(coda) for coda in CODAS} == {"", *"ㄱㄴㄷㄹㅁㅂㅇ"}


def test_the_table_of_words_has_as_many_syllables_on_both_sides_and_no_word_twice():
    known = [written for written, _ in words._rows()]
    assert len(known) == len(set(known)) >= 250
    assert all(len(written.lstrip("^")) == len(said) for written, said in words._rows())
