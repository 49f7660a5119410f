"""What survives translation: figures, dates, names and terms."""

import pytest

from service.text.pairing.figures import figures_in
from service.text.pairing.names import addresses_in, latin_in, shared_sounds, sounds_in
from service.text.pairing.terms import terms_in


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("’23.7.4.(화)~7.9.(일)", "July 4 (Tuesday) to July 9 (Sunday), ’23"),
        ("2023년 2월 28일", "February 28, 2023"),
        ("2023. 2. 28.(화)", "28 February 2023"),
        ("2023-02-28", "Feb. 28, 2023"),
        ("7월 4일부터 9일까지", "July 4-9"),
        ("2024년 5월", "May 2024"),
        ("지난 4월", "in April"),
        ("2027년까지", "by 2027"),
        ("7월 5일(수) 오전 10시", "July 5, 10 a.m."),
        ("오후 2시 30분", "2:30 p.m."),
        ("14:30", "2:30 pm"),
        ("3조 2,450억 원", "KRW 3.245 trillion"),
        ("약 1,200만 달러", "some USD 12 million"),
        ("1만 1천 명", "11,000 persons"),
        ("12.5%", "12.5 percent"),
        ("84퍼센트", "84 per cent"),
        ("세 곳", "three sites"),
        ("6차례", "six rounds"),
        ("2위", "ranked 2nd"),
        ("1,024건", "1,024 cases"),
        ("044-202-2901", "+82-44-202-2901"),
    ],
)
def test_figures_and_dates_are_equal_in_both_languages(korean, english):
    assert figures_in(korean) == figures_in(english) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("7월 4일", "July 5"), ("3조 2,450억 원", "KRW 3.245 billion"), ("84%", "84 cases")],
)
def test_different_figures_stay_different(one, other):
    assert not {each for each in figures_in(one) & figures_in(other) if each[0] != "month"}


@pytest.mark.parametrize("odd", ["ſix sites", "ſep 4, 2023", "4 ſep 2023", "ſeptember 2023"])
def test_letters_that_only_count_as_others_are_read_as_those(odd):
    assert figures_in(odd) == figures_in(odd.replace("ſ", "s"))


def test_a_rounded_sum_is_still_about_the_same():
    assert figures_in("3조 2,450억 원") & figures_in("KRW 3.2 trillion") == {("about", "3.2e+12")}


def shared(korean, english):
    return shared_sounds(sounds_in([korean], "ko"), sounds_in([english], "en"))


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("샌디에이고를", "San Diego"),
        ("조규홍 장관은", "Minister Cho, KyooHong"),
        ("강인선 차관", "Vice Minister Kang In-sun"),
        ("바이오클러스터에서", "clusters"),
        ("디지털 포럼", "a digital society"),
        ("인도네시아의", "Indonesia’s"),
    ],
)
def test_names_and_foreign_words_sound_alike(korean, english):
    assert shared(korean, english)


def test_other_words_do_not_sound_alike():
    assert not shared("정부는 어르신을 돕는다.", "The government will support older people.")


def test_latin_words_count_in_korean_and_names_only_in_english():
    assert latin_in("MOU 2건을 GEN과", "ko") == {("latin", "mou"), ("latin", "gen")}
    assert latin_in("Two MOUs with GEN were signed", "en") >= {("latin", "gen")}
    assert ("latin", "signed") not in latin_in("Two MOUs were signed", "en")


def test_addresses_are_the_same_everywhere():
    text = "help@deutgi.example, https://www.deutgi.example/guide."
    assert addresses_in(text) == {
        ("address", "help@deutgi.example"),
        ("address", "https://www.deutgi.example/guide"),
    }


@pytest.mark.parametrize(
    ("korean", "english"),
    [("정부는", "the government"), ("한·미 협력", "Korea-U.S. cooperation"), ("자동차", "cars")],
)
def test_terms_are_known_in_both_languages(korean, english):
    assert terms_in(korean, "ko") & terms_in(english, "en")


def test_a_short_term_is_no_beginning_of_other_words():
    assert not terms_in("자동차", "ko") & terms_in("care", "en")


def test_hostile_text_takes_time_in_proportion():
    for text in (
        "1," * 50_000,
        "9" * 50_000,
        "3조 " * 20_000,
        "a.b@" * 20_000,
        "July 4 to " * 9_000,
    ):
        figures_in(text)
        addresses_in(text)
