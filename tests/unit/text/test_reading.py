import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.languages import main_language, runs_of
from service.text.reading import read, rules_version, runs, tidy
from service.text.sentences import split

anything = st.text(max_size=200)
written = st.text(
    alphabet="가나다라 0123456789.,~()·%’'월일년시분명개원AaBbz-/:△□※\n", max_size=120
)
languages = st.sampled_from(["ko", "en"])


@given(st.one_of(anything, written), languages)
def test_spans_tile_any_text(text, language):
    spans = read(text, language)
    assert "".join(span.shown for span in spans) == text
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]


@given(st.one_of(anything, written))
def test_a_korean_voice_gets_hangul_only(text):
    for language, spoken in runs(read(text, "ko")):
        if language == "ko":
            assert not re.search(r"[0-9A-Za-z一-鿿※□△%]", spoken)


@given(written)
def test_reading_what_was_read_changes_nothing(text):
    for language, spoken in runs(read(text, "ko")):
        if language == "ko":
            assert runs(read(spoken, "ko")) in ((("ko", spoken),), ())


@pytest.mark.parametrize(
    ("text", "spoken"), [("4:.0", "사, 영"), ("가\n.1", "가, 일"), ("다.’2", "다, 이")]
)
def test_a_lone_letter_that_a_stop_follows_is_a_list_mark(text, spoken):
    assert runs(read(text, "ko")) == (("ko", spoken),)


@given(st.one_of(anything, written), languages)
def test_sentences_cover_everything_but_white_space(text, language):
    places = split(text, language)
    assert "".join("".join(text[a:b] for a, b in places).split()) == "".join(text.split())
    assert all(a < b for a, b in places)
    assert list(places) == sorted(places)


@given(anything, languages)
def test_language_runs_cover_any_text(text, language):
    found = list(runs_of(text, language))
    assert [start for start, _, _ in found] == [0, *(end for _, end, _ in found)][: len(found)]
    assert found[-1][1] == len(text)


@pytest.mark.parametrize(
    ("text", "default", "language"),
    [
        ("보건복지부는 밝혔다.", "en", "ko"),
        ("Minister Cho will visit Los Angeles.", "ko", "en"),
        ("OECD", "ko", "ko"),
        ("OECD", "en", "en"),
        ("", "ko", "ko"),
        ("Global 헬스케어", "ko", "ko"),
        ("The 통합돌봄 program supports older persons at home.", "en", "en"),
    ],
)
def test_the_main_language_of_a_text(text, default, language):
    assert main_language(text, default) == language


def test_four_english_words_go_to_the_english_voice():
    spoken = runs(read("주제는 Korea United States Cluster Round Table 이다.", "ko"))
    assert [language for language, _ in spoken] == ["ko", "en", "ko"]


def test_korean_inside_english_goes_to_the_korean_voice():
    assert [language for language, _ in runs(read("the 통합돌봄 program", "en"))] == [
        "en",
        "ko",
        "en",
    ]


def test_breaks_are_tidied():
    assert tidy("가, , 나 ,  다 , .") == "가, 나, 다."


def test_the_version_names_rules_and_lexicon():
    assert re.fullmatch(r"\d+-[0-9a-f]{12}", rules_version())


SENTENCES = [
    ("ko", ["정부는 계획을 밝혔다.", "이번 회의에는 25명이 참석하였다."]),
    ("ko", ["신청 기간은 2023. 7. 4.(화)부터 2023. 7. 9.(일)까지이다.", "문의는 129로 하면 된다."]),
    ("ko", ["회의는 2023. 7. 12. 열린다.", "누구나 올 수 있다."]),
    ("ko", ["장관은 “현장을 챙기겠다. 함께하겠다.”라고 말했다.", "회의는 2시간 이어졌다."]),
    ("ko", ["합계출산율은 0.78명이다.", "전년보다 0.03명 줄었다."]),
    ("ko", ["어떻게 신청하나요?", "온라인으로 신청합니다."]),
    ("ko", ["※ 자세한 내용은 [붙임 1. 개요] 참조."]),
    ("en", ["Dr. Kim met Mr. Lee at 3 p.m. on Monday.", "They signed an MOU."]),
    ("en", ["The U.S. economy grew by 3.2 percent.", "It fell in 2021."]),
    ("en", ["He said, “It has charted a new path.", "We will explore ways.”"]),
]


@pytest.mark.parametrize(("language", "sentences"), SENTENCES)
def test_sentences_end_where_they_end(language, sentences):
    text = " ".join(sentences)
    assert [text[a:b] for a, b in split(text, language)] == sentences
