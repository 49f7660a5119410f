"""Rows of written and spoken Korean, kept in tables beside this file.

`korean_counters.tsv` and `korean_sentences.tsv` have two columns, written and spoken,
`korean_rest.tsv` and `korean_shapes.tsv` have the class before them. Readings that are both fine are parted by " | ".
Spaces and what makes only a pause do not count.
"""

import re
from pathlib import Path

import pytest

from service.text.reading import read, runs

_PAUSES = re.compile(r"[\s.,!?]+")
_HERE = Path(__file__).parent


def rows(name):
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")[-2:]) for line in lines]


def heard(text):
    return _PAUSES.sub("", "".join(spoken for _, spoken in runs(read(text, "ko"))))


@pytest.mark.parametrize(("written", "spoken"), rows("korean_counters.tsv"))
def test_things_are_counted_as_an_announcer_counts(written, spoken):
    assert heard(written) in [_PAUSES.sub("", each) for each in spoken.split(" | ")]


@pytest.mark.parametrize(("written", "spoken"), rows("korean_rest.tsv"))
def test_phrases_are_said_as_an_announcer_says_them(written, spoken):
    assert heard(written) in [_PAUSES.sub("", each) for each in spoken.split(" | ")]


@pytest.mark.parametrize(("written", "spoken"), rows("korean_sentences.tsv"))
def test_whole_sentences_are_said_as_an_announcer_says_them(written, spoken):
    assert heard(written) in [_PAUSES.sub("", each) for each in spoken.split(" | ")]


@pytest.mark.parametrize(("written", "spoken"), rows("korean_shapes.tsv"))
def test_shapes_of_signs_and_codes_are_said_as_what_they_mean(written, spoken):
    assert heard(written) in [_PAUSES.sub("", each) for each in spoken.split(" | ")]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("연1회 점검", "연 일 회 점검"),
        ("1일3회", "일 일 삼 회"),
        ("2인1조", "이 인 일 조"),
        ("만3세", "만 삼 세"),
        ("만65세이상", "만 육십오 세 이상"),
        ("약10분", "약 십 분"),
        ("약5~6명", "약 대여섯 명"),
        ("매년3~5회", "매년 삼 회에서 오 회"),
        ("지상10층", "지상 십 층"),
        ("각1부", "각 한 부"),
        ("총3명", "총 세 명"),
        ("총3조 2,450억 원", "총 삼조 이천사백오십억 원"),
        ("약30%", "약 삼십 퍼센트"),
        ("제3회 대회", "제삼회 대회"),
        ("과제3개", "과제 세 개"),
        ("10月末", "시월 말"),
        ("5번 이상", "다섯 번 이상"),
    ],
)
def test_a_number_stands_apart_from_the_words_beside_it(written, spoken):
    assert runs(read(written, "ko")) == (("ko", spoken),)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("「건강보험법」(이하 “법”이라 한다)을 개정", "건강보험법을 개정"),
        ("방안(가칭)」을 발표", "방안, 가칭을 발표"),
        ("기본계획(안)」을 발표", "기본계획, 안을 발표"),
    ],
)
def test_no_break_stands_before_a_particle(written, spoken):
    assert runs(read(written, "ko")) == (("ko", spoken),)


def test_hanja_that_nobody_knows_are_heard_as_hanja():
    assert runs(read("㪍㪍 장관", "ko")) == (("ko", "한자 장관"),)
