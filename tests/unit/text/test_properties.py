"""What holds for every text, whatever is in it."""

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.text.clean import clean
from service.text.languages import main_language
from service.text.reading import read, runs
from service.text.sentences import split

LANGUAGES = st.sampled_from(["ko", "en"])
PIECES = st.sampled_from(
    "’23.7.4.(화)~7.9.(일) 3조 2,450억 원|12.5%|△3.5%p↓|제44조제2항|「법」|U.S.|R&D|(i.e. |"
    "COVID-19|044-202-2110|☎129|www.mohw.go.kr|※ |□ |“|”라고 |1/0|3~5개|…|///|★|(MOHW)|韓·美|"
    "㎍/㎥|Ⅱ.|①|5th|Dr. Kim|$1.5 billion|7:3|13:02|2030|ㅇ |ㆍ|～|１２３|\u1100\u1161|²|٣|éö|"
    "漢字|ｶﾅ|\u202e|\x00| |\n|국민|을 |이 |the |and |. |, |(|)|[|]|-|–|만 |년 |명 ".split("|")
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))
# What documents hold by accident: any plane, endless figures, brackets in brackets, controls, and
# marks that turn the direction of writing.
ODD = st.one_of(
    st.text(st.characters(), max_size=120),
    st.text("0123456789,.:/~-%조억만", max_size=120),
    st.text("([{「『〈《“‘(]})」』〉》”’ 가A1.", max_size=120),
    st.text(st.characters(categories=["Cc", "Cf", "Co", "Mn", "Zl", "Zp", "Zs"]), max_size=60),
    st.lists(
        st.one_of(PIECES, st.text("\u200e\u200f\u202a\u202e\u2066\u2069א1", max_size=6)),
        max_size=20,
    ).map("".join),
)
SEARCHING = settings(
    max_examples=3_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
FAST = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
NOT_KOREAN = re.compile(r"[^가-힣ㄱ-ㅎㅏ-ㅣ\s.,!?]")
NOT_ENGLISH = re.compile(r"[^A-Za-zÀ-ɏ\s.,!?'’-]")


@FAST
@given(TEXTS, LANGUAGES)
def test_spans_tile_every_text(text, language):
    spans = read(text, language)
    assert "".join(span.shown for span in spans) == text
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert all(span.shown == text[span.start : span.end] for span in spans)


@FAST
@given(TEXTS, LANGUAGES)
def test_text_in_single_letters_is_tiled_like_any_other(text, language):
    source = unicodedata.normalize("NFD", text + "84%이 MOU을 가")
    spans = read(source, language)
    assert "".join(span.shown for span in spans) == source
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert all(span.start < span.end for span in spans)


@pytest.mark.parametrize("tail", ["", "\u1161\u1161", "\u11a8\u11a8", "\u0301\u200b"])
def test_a_particle_in_single_letters_has_its_own_place(tail):
    source = "US$" + unicodedata.normalize("NFD", "가") + tail
    spans = read(source, "ko")
    assert "".join(span.shown for span in spans) == source
    assert all(a.end == b.start for a, b in pairwise(spans))
    assert all(span.start < span.end for span in spans)


def test_a_span_is_empty_only_where_one_character_stands_for_several():
    spans = read("제ﬁ조", "ko")
    assert all(span.start < span.end or span.start == 1 for span in spans)


@SEARCHING
@given(ODD, LANGUAGES)
def test_whatever_a_document_holds_is_read_whole(text, language):
    spans = read(text, language)
    assert "".join(span.shown for span in spans) == text
    strange = {"ko": NOT_KOREAN, "en": NOT_ENGLISH}
    assert not [said for each, said in runs(spans) if strange[each].search(said)]
    assert all(0 <= a < b <= len(text) for a, b in split(text, language))


@FAST
@given(TEXTS, LANGUAGES)
def test_each_voice_gets_only_letters_it_can_say(text, language):
    strange = {"ko": NOT_KOREAN, "en": NOT_ENGLISH}
    for run_language, spoken in runs(read(text, language)):
        assert not strange[run_language].search(spoken), spoken


@FAST
@given(TEXTS, LANGUAGES)
def test_reading_the_spoken_form_changes_nothing(text, language):
    for run_language, spoken in runs(read(text, language)):
        again = " ".join(said for _, said in runs(read(spoken, run_language)))
        assert again == spoken


@FAST
@given(TEXTS, LANGUAGES)
def test_sentences_lose_nothing_but_white_space(text, language):
    places = split(text, language)
    assert "".join("".join(text[a:b] for a, b in places).split()) == "".join(text.split())
    assert all(a < b for a, b in places)
    assert all(b <= c for (_, b), (c, _) in pairwise(places))


@FAST
@given(TEXTS)
def test_every_clean_character_has_its_place_in_the_source(text):
    plain = clean(text)
    assert len(plain.starts) == len(plain.text) + 1
    assert list(plain.starts) == sorted(plain.starts)
    assert plain.starts[-1] == len(text)


@FAST
@given(TEXTS, LANGUAGES)
def test_a_text_has_one_of_our_languages(text, language):
    assert main_language(text, language) in ("ko", "en")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "1,",
        "1.",
        "-1",
        "a",
        "A",
        "a.",
        "(",
        "([",
        "가",
        "가 ",
        "~",
        "年",
        "1만",
        "/a",
        "a@",
        ".kr",
        "’23.",
        "044-202-2110, 2111",
        "119·",
        "’24.上~",
        "△5",
        "- 3개 ",
        "§1①",
        "△1.2% → ",
        "1% → 2분기 ",
        "(이하 ",
        "10⁶",
        "1/1부터 ",
        "가→",
        "Rh",
        " ",
        "\n",
    ],
)
def test_time_grows_with_the_length_only(unit, language):
    def seconds(length):
        text = unit * (length // len(unit))
        start = time.process_time()
        runs(read(text, language))
        split(text, language)
        return time.process_time() - start

    short = max(seconds(2_000), 0.03)
    assert seconds(20_000) < 60 * short
