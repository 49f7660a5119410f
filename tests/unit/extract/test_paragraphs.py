"""Which lines are one paragraph, on values."""

from dataclasses import replace

import pytest

from service.extract.pdf.lines import Line
from service.extract.pdf.paragraphs import groups_of, with_margins
from service.extract.pdf.spacing import Vocabulary

SIZE, LEFT, RIGHT = 10.0, 50.0, 350.0


def line(text, at, left=LEFT, right=RIGHT, step=15.0):
    base = 100.0 + step * at
    return Line(
        text=text,
        page=1,
        left=left,
        top=base - 9,
        right=right,
        bottom=base + 2,
        size=SIZE,
        is_bold=False,
        page_width=400.0,
        page_height=800.0,
        base=base,
        begins_at=left,
        first_word=30.0,
        region=1,
    )


def paragraphs(*lines):
    return [group.text for group in groups_of([with_margins(lines)], Vocabulary())]


def test_nothing_goes_on_from_a_subtitle():
    lines = [line("- 하루 삼만 톤을 공급한다 -", 0), line("섬 마을의 물이 늘어난다.", 1)]
    assert paragraphs(*lines) == [each.text for each in lines]


def test_nothing_goes_on_from_a_caption_in_brackets():
    lines = [line("< 시설 개요 >", 0), line("섬 마을의 물이 늘어난다.", 1)]
    assert paragraphs(*lines) == [each.text for each in lines]


@pytest.mark.parametrize(
    "text",
    [
        "Q2. 언제 시작하나요?",
        "A2. 봄에 시작한다",
        "문1) 언제 하나요?",
        "답 2) 봄에 한다",
        "질문 3. 왜?",
    ],
)
def test_questions_and_answers_begin_anew(text):
    assert paragraphs(line("앞의 글이 줄을 가득 채우고", 0), line(text, 1))[1:] == [text]


@pytest.mark.parametrize("text", ["Question 2 was left open", "A 2 percent rise", "답을 찾는다"])
def test_words_that_look_like_them_do_not(text):
    assert len(paragraphs(line("앞의 글이 줄을 가득 채우고", 0), line(text, 1))) == 1


def test_a_little_more_room_behind_a_sentence_ends_its_paragraph():
    text = [line("글이 이어진다", at) for at in range(3)]
    ended = replace(line("글이 여기서 끝났다.", 3), right=RIGHT)
    near, far = line("다음 글이다.", 4), replace(line("다음 글이다.", 4), base=100.0 + 15 * 4 + 4)
    assert len(paragraphs(*text, ended, near)) == 1
    assert len(paragraphs(*text, ended, far)) == 2


def test_names_of_one_width_below_each_other_are_no_paragraph():
    names = [line(name, at, right=LEFT + 60) for at, name in enumerate(("도로공사", "수자원과"))]
    assert paragraphs(*names, line("글이 줄을 가득 채운다.", 6)) == [
        "도로공사",
        "수자원과",
        "글이 줄을 가득 채운다.",
    ]
