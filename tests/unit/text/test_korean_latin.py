"""Latin words in Korean text: by the rules of spelling and the loanword orthography.

`korean_latin.tsv` has two columns, written and spoken; readings that are both fine are parted by " | ".
"""

from pathlib import Path

import pytest

from service.text.ko.latin.acronyms import is_said_as_word
from service.text.ko.latin.romanised import name
from service.text.ko.latin.spelling import sounds_of
from service.text.ko.latin.syllables import syllables
from service.text.ko.latin.tables import rows
from service.text.ko.transliteration import by_sound
from service.text.reading import read, runs

_TABLE = Path(__file__).with_name("korean_latin.tsv")


def heard(text):
    return "".join(spoken for _, spoken in runs(read(text, "ko"))).replace(" ", "")


def test_words_and_acronyms_are_written_as_korean_takes_them_in():
    table = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()]
    wrong = [
        (written, heard(written), spoken)
        for written, spoken in table
        if heard(written) not in [each.replace(" ", "") for each in spoken.split(" | ")]
    ]
    assert len(table) > 1000
    assert wrong == []


@pytest.mark.parametrize(
    ("sounds", "hangul"),
    [
        ("gㅐp", "갭"),  # voiceless stops behind short vowels close the syllable
        ("stㅐmp", "스탬프"),
        ("mㅔㅣk", "메이크"),
        ("ㅐpl", "애플"),
        ("bㅓlb", "벌브"),
        ("flㅐS", "플래시"),
        ("Srㅓb", "슈러브"),
        ("Sㅐdㅗ", "섀도"),
        ("mㅣrㅏ:Z", "미라지"),
        ("vㅣZㅓn", "비전"),
        ("kㅣ:ts", "키츠"),
        ("ㅔlㅣtㅔl", "엘리텔"),  # l between vowels is written twice
        ("fㅣlm", "필름"),
        ("hㅐmlㅣt", "햄릿"),
        ("lㅔsn", "레슨"),
        ("hㅐNㅣN", "행잉"),
        ("swㅣN", "스윙"),
        ("kwㅗ:tㅓ", "쿼터"),
        ("ㅣndyㅓn", "인디언"),
        ("kyㅜ:t", "큐트"),
    ],
)
def test_sounds_become_syllables_by_the_loanword_orthography(sounds, hangul):
    assert syllables(sounds) == hangul


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("SmartFarm을 연다", "스마트팜을연다"),
        ("K-Culture와", "케이컬처와"),
        ("Navigation은", "내비게이션은"),
        ("Texture으로", "텍스처로"),
        ("eSports 대회", "이스포츠대회"),
        ("NGOs와", "엔지오스와"),
        ("the company's", "더컴퍼니스"),
        ("AI-based", "에이아이베이스드"),
        ("AI-Driven", "에이아이드리븐"),
        ("HONG Gil-dong", "홍길동"),
        ("Lee Jae-myung", "이재명"),
        ("Jongno-gu", "종로구"),
        ("Gimpo-si", "김포시"),
        ("Haeundae", "해운대"),
        ("Win-Win", "윈윈"),
    ],
)
def test_words_in_words_and_with_hyphens_are_said_part_by_part(written, spoken):
    assert heard(written) == spoken


@pytest.mark.parametrize(
    "word", ["people", "museum", "europe", "neon", "pigeon", "video", "theory"]
)
def test_english_words_are_no_korean_names(word):
    assert name(word) == ""


@pytest.mark.parametrize("letters", ["NASA", "VISA", "BRICS", "NORAD", "GROWTH", "WELCOME"])
def test_capitals_that_make_syllables_are_a_word(letters):
    assert is_said_as_word(letters)


@pytest.mark.parametrize("letters", ["OECD", "IAEA", "CPTPP", "UNFPA", "COPD", "ESG", "CEO"])
def test_other_capitals_are_spelled(letters):
    assert not is_said_as_word(letters)


def test_every_spelling_rule_has_the_four_columns():
    for table in ("consonants.tsv", "vowels.tsv"):
        assert {len(row) for row in rows(table)} == {4}


def test_every_letter_has_a_sound_or_is_silent_by_rule():
    assert all(isinstance(sounds_of(letter), str) for letter in "abcdefghijklmnopqrstuvwxyz")
    assert sounds_of("") == ""


def test_a_run_of_letters_longer_than_any_word_is_said_piece_by_piece():
    assert by_sound("la" * 60) == by_sound("la" * 20) * 3
