import pytest

from service.extract.office.hwp_controls import FORMS
from service.extract.office.numbering import Counters, Head, figure


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("DIGIT", "1 2 3 11 27"),
        ("CIRCLED_DIGIT", "① ② ③ ⑪ ㉗"),
        ("ROMAN_CAPITAL", "I II III XI XXVII"),
        ("ROMAN_SMALL", "i ii iii xi xxvii"),
        ("LATIN_CAPITAL", "A B C K AA"),
        ("LATIN_SMALL", "a b c k aa"),
        ("CIRCLED_LATIN_CAPITAL", "Ⓐ Ⓑ Ⓒ Ⓚ Ⓐ"),
        ("CIRCLED_LATIN_SMALL", "ⓐ ⓑ ⓒ ⓚ ⓐ"),
        ("HANGUL_SYLLABLE", "가 나 다 카 파"),
        ("CIRCLED_HANGUL_SYLLABLE", "㉮ ㉯ ㉰ ㉸ ㉺"),
        ("HANGUL_JAMO", "ㄱ ㄴ ㄷ ㅋ ㅍ"),
        ("CIRCLED_HANGUL_JAMO", "㉠ ㉡ ㉢ ㉪ ㉬"),
        ("HANGUL_PHONETIC", "일 이 삼 십일 이십칠"),
        ("IDEOGRAPH", "一 二 三 十一 二十七"),
        ("CIRCLED_IDEOGRAPH", "㊀ ㊁ ㊂ 11 27"),
        ("DECAGON_CIRCLE", "갑 을 병 갑 경"),
        ("DECAGON_CIRCLE_HANJA", "甲 乙 丙 甲 庚"),
        ("TWO_DIGITS", "01 02 03 11 27"),
        ("UNHEARD_OF", "1 2 3 11 27"),
    ],
)
def test_every_form_counts_as_it_is_printed(form, printed):
    assert " ".join(figure(value, form) for value in (1, 2, 3, 11, 27)) == printed


@pytest.mark.parametrize("form", [*FORMS, "SYMBOL", "USER_CHAR"])
@pytest.mark.parametrize("value", [0, -1, 50_000])
def test_a_number_beyond_a_form_is_still_one(form, value):
    assert figure(value, form)


@pytest.mark.parametrize(
    ("value", "printed"), [(10, "십"), (21, "이십일"), (110, "백십"), (1004, "천사")]
)
def test_numbers_in_words(value, printed):
    assert figure(value, "HANGUL_PHONETIC") == printed


def test_a_letter_of_the_author_stands_for_every_number():
    assert Counters().mark("a", 1, {1: Head("^1", "USER_CHAR", user="◈")}) == "◈"


def test_a_list_may_begin_later_and_shows_the_levels_above():
    heads = {1: Head("^1.", "HANGUL_JAMO", start=3), 2: Head("^1-^2)", "CIRCLED_HANGUL_SYLLABLE")}
    counters = Counters()
    marks = [counters.mark("a", level, heads) for level in (1, 2, 2, 1, 2)]
    assert marks == ["ㄷ.", "ㄷ-㉮)", "ㄷ-㉯)", "ㄹ.", "ㄹ-㉮)"]
