import pytest

from service.text.en.numbers import cardinal, ordinal, year
from service.text.reading import read, runs


def said(text):
    return " ".join(spoken for _, spoken in runs(read(text, "en")))


PHRASES = [
    ("July 4 (Tuesday)", "July fourth, Tuesday"),
    ("(February 28, 2023)", "February twenty-eighth, twenty twenty-three"),
    ("2023-07-12 13:02", "July twelfth, twenty twenty-three thirteen oh two"),
    ("ranked 1st and 22nd", "ranked first and twenty-second"),
    ("in 2022", "in twenty twenty-two"),
    ("1,201 people", "one thousand two hundred one people"),
    ("12.5%", "twelve point five percent"),
    ("KRW 3.2 trillion", "three point two trillion Korean won"),
    ("116.76KB", "one hundred sixteen point seven six kilobytes"),
    ("9:00 a.m.", "nine a m"),
    ("12:00 p.m.", "twelve p m"),
    ("R&D with the OECD", "R and D with the O E C D"),
    ("the U.S. economy", "the U S economy"),
    ("(i.e. industry)", "that is industry"),
    ("UNICEF", "UNICEF"),
    ("call 129", "call one two nine"),
    ("<Summary>", "Summary"),
    ("in Korea.” ///", "in Korea."),
    ("- Discuss strategies -", "Discuss strategies"),
    ("1/3 of them", "one third of them"),
    ("www.korea.kr", "w w w dot korea dot k r"),
]


@pytest.mark.parametrize(("written", "spoken"), PHRASES)
def test_phrases_of_releases(written, spoken):
    assert said(written) == spoken


def test_numbers_years_and_places():
    assert cardinal("12,345.6") == "twelve thousand three hundred forty-five point six"
    assert [year(y) for y in ("2023", "2005", "2000", "1999", "1900")] == [
        "twenty twenty-three",
        "two thousand five",
        "two thousand",
        "nineteen ninety-nine",
        "nineteen hundred",
    ]
    assert [ordinal(n) for n in (1, 12, 20, 21, 100)] == [
        "first",
        "twelfth",
        "twentieth",
        "twenty-first",
        "one hundredth",
    ]
