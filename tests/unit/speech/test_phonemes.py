import pytest

from service.errors import EngineUnavailable
from service.speech.espeak.phonemes import PhonemesProcess, sentences


@pytest.fixture(scope="module")
def process():
    made = PhonemesProcess(10)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello world", ["həlˈoʊ wˈɜːld"]),
        ("Good. Better!", ["ɡˈʊd.", "bˈɛɾɚ!"]),
        ("Well, yes; no?", ["wˈɛl, jˈɛs; nˈoʊ?"]),
        ("He said: “Good!” and left.", ["hiː sˈɛd: ɡˈʊd!", "ænd lˈɛft."]),
        ("Dr. Smith paid 3.5 dollars.", ["dˈɑːktɚ smˈɪθ pˈeɪd θɹˈiː pɔɪnt fˈaɪv dˈɑːlɚz."]),
        ("And so on…", ["ænd sˌoʊ ˈɔn."]),
        ("", []),
        ("...", []),
    ],
)
def test_sentences_keep_their_punctuation(process, text, expected):
    assert list(sentences(text, "en-us", process)) == expected


def test_korean_of_any_length_is_told_to_its_end(process):
    words = "나라 마바사 아자차카 타파하 "
    once, many = (sum(map(len, sentences(words * n, "ko", process))) for n in (4, 40))
    assert many > 9 * once


def test_changes_of_language_are_not_phonemes(process):
    (told,) = sentences("한국 word", "ko", process)
    assert "(" not in told
    assert "wˈɜːd" in told


def test_a_voice_that_is_not_there_is_unavailable(process):
    with pytest.raises(EngineUnavailable):
        sentences("나라", "no-such-voice", process)
    assert sentences("나라", "ko", process)
