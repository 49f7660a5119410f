"""Letter-spaced words are closed up where a word results, and only there."""

import pytest

from service.extract.words import closed_up


@pytest.mark.parametrize(
    ("written", "closed"),
    [
        ("보 도 자 료", "보도자료"),
        ("목   차", "목차"),
        ("구 분", "구분"),
        ("요 약", "요약"),
        ("담 당 부 서", "담당부서"),
        ("보 건 복 지 부", "보건복지부"),
        ("추 진 배 경", "추진배경"),
        ("1. 추 진 계 획", "1. 추진계획"),
        ("기 자 회 견 안내", "기자회견 안내"),
    ],
)
def test_words_set_wide_are_closed_up(written, closed):
    assert closed_up(written) == closed


@pytest.mark.parametrize(
    "text",
    [
        "한 번 더 볼 수 있는 곳",
        "그 때 그 곳에서",
        "이 법 시행 후",
        "갑 을 병 정 무",
        "할 수 있다",
        "큰 글씨 안내문",
        "A B C",
        "",
    ],
)
def test_words_of_one_letter_stay_apart(text):
    assert closed_up(text) == text
