from service.text.reading import read
from service.usecases.lexicon_candidates import Candidate, candidates_in


def test_words_that_were_guessed_are_counted_and_known_ones_are_not():
    text = "Zorbex와 APEC의 Zorbex, 그리고 Global 사업의 WXQ, 韓 㐀㐁"
    found = candidates_in(read(text, "ko"))
    assert [(each.written, each.guess, each.count) for each in found] == [
        ("Zorbex", "by sound", 2),
        ("WXQ", "by letters", 1),
        ("㐀㐁", "no reading", 1),
    ]
    assert found[1] == Candidate("WXQ", "더블유엑스큐", "by letters", 1)


def test_english_guesses_are_left_to_the_voice():
    assert candidates_in(read("The Zorbex of Korea", "en")) == ()
