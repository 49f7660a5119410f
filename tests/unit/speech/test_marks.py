import pytest

from service.speech.espeak.clauses import Clause
from service.speech.espeak.marks import clause_marks, is_whole
from service.speech.espeak.process import Event


def spoken(*names):
    """Events 100 ms apart; "@5" is a word that begins at character 5."""
    return tuple(
        Event("", int(name[1:]), 100 * at)
        if name[0] == "@" and name[1:]
        else Event(name, 0, 100 * at)
        for at, name in enumerate(names)
    )


def marks(text, *names, offset_ms=0):
    found = clause_marks(Clause(text, 0), spoken(*names), offset_ms, offset_ms + 100 * len(names))
    return [(text[mark.start : mark.end], mark.start_ms, mark.end_ms) for mark in found]


def test_words_are_timed_by_their_vowels_where_no_word_is_told():
    assert marks("나라 믈", "n", "'a", "*", "a", "m", "u-", "l", "_:", "_") == [
        ("나라", 0, 400),
        ("믈", 400, 700),
    ]


@pytest.mark.parametrize(
    ("text", "names", "start_ms"),
    [
        ("강 원", ("g", "'a", "N", "w", "'@", "n"), 300),
        ("강 안", ("g", "'a", "N", "'a", "n"), 300),
        ("각 견", ("g", "'a", "q", "g", "j", "'@", "n"), 300),
        ("각 간", ("g", "'a", "q", "g", "'a", "n"), 300),
    ],
)
def test_a_word_begins_with_its_own_consonant_and_glide(text, names, start_ms):
    assert marks(text, *names)[1][1] == start_ms


def test_words_between_foreign_ones_are_counted_from_the_nearest_word_told():
    names = ("@0", "t", "'u", "n", "'a", "*", "a", "m", "'a", "@7", "eI", "'o", "n", "_:")
    assert marks("2 나라 마 A온", *names) == [
        ("2", 0, 300),
        ("나라", 300, 700),
        ("마", 700, 900),
        ("A온", 900, 1300),
    ]


def test_counting_goes_back_from_the_end_when_nothing_before_is_known():
    names = ("@0", "(en)", "eI", "(ko)", "n", "'a", "*", "a", "_:", "_")
    assert marks("A 나라", *names) == [("A", 0, 400), ("나라", 400, 800)]


def test_marks_stand_in_the_whole_text_and_sound():
    clause = Clause("나라,", 10, added=1)
    (mark,) = clause_marks(clause, spoken("n", "'a", "*", "a"), 5_000, 5_400)
    assert (mark.start, mark.end, mark.start_ms, mark.end_ms) == (10, 12, 5_000, 5_300)


def test_signs_without_letters_have_no_mark():
    assert [word for word, *_ in marks("- 나라 —", "n", "'a", "*", "a")] == ["나라"]


def test_a_word_of_which_the_voice_tells_nothing_begins_with_the_sound():
    assert marks("１２３명", "_:", "_") == [("１２３명", 0, 0)]


def test_a_missing_vowel_is_noticed():
    assert is_whole(Clause("나라", 0), spoken("n", "'a", "*", "a"))
    assert not is_whole(Clause("나라", 0), spoken("n", "'a"))


def test_vowels_of_another_language_do_not_hide_a_missing_one():
    assert not is_whole(Clause("ok 나라", 0), spoken("(en)", "oU", "k", "eI", "(ko)", "n", "'a"))
    assert is_whole(Clause("나라", 0), spoken("(ko)", "n", "'a", "*", "a", "(en-us)"))


def test_syllables_are_timed_by_their_vowels():
    names = ("n", "'a", "*", "a", "m", "u-", "l", "_:", "_")
    found = clause_marks(Clause("나라 믈", 0), spoken(*names), 1_000, 1_900)
    assert [mark.syllables_ms for mark in found] == [(1_100, 1_300), (1_500,)]
