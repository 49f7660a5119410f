"""Word times as places of the text that is shown."""

import pytest

from service.captions.words import shown_words
from service.model.narration import Utterance
from service.model.reading import Span
from service.model.speech import Mark


def utterance(*spans):
    """An utterance of (shown, spoken) pairs; what is read as it is written is given once."""
    tiled, at = [], 0
    for shown, *spoken in spans:
        said = spoken[0] if spoken else shown
        tiled.append(Span(at, at + len(shown), shown, said, "ko", "text"))
        at += len(shown)
    display = "".join(shown for shown, *_ in spans)
    return Utterance("u0", display, "", "ko", "text", 0, 0, 0, tuple(tiled))


def by_word(said):
    """Marks of a text, 100 ms for each of its words."""
    marks, at = [], 0
    for count, word in enumerate(said.split()):
        start = said.index(word, at)
        at = start + len(word)
        marks.append(Mark(start, at, count * 100, count * 100 + 90))
    return marks


@pytest.mark.parametrize(
    ("spans", "said", "shown"),
    [
        ([("나무를 심는다.",)], "나무를 심는다.", [("나무를", 0, 90), ("심는다", 100, 190)]),
        (
            [("예산 ",), ("1,200", "천 이백"), ("억 원",)],
            "예산 천 이백억 원",
            [("예산", 0, 90), ("1,200억", 100, 290), ("원", 300, 390)],
        ),
        ([("", "주, "), ("순위 기준",)], "주, 순위 기준", [("순위", 100, 190), ("기준", 200, 290)]),
        ([("- ", ""), ("조성 방안",)], "조성 방안", [("조성", 0, 90), ("방안", 100, 190)]),
        (
            [("도시", "도시, "), (" ", ""), ("방문",)],
            "도시, 방문",
            [("도시", 0, 90), ("방문", 100, 190)],
        ),
    ],
)
def test_words_are_found_where_they_are_written(spans, said, shown):
    given = utterance(*spans)
    found = shown_words(given, said, by_word(said))
    assert [(given.display[w.start : w.end], w.start_ms, w.end_ms) for w in found] == shown


def test_a_clip_of_another_text_marks_nothing():
    given = utterance(("나무를 심는다.",))
    assert shown_words(given, "꽃을 심는다.", by_word("꽃을 심는다.")) == ()


def test_a_clip_without_marks_marks_nothing():
    assert shown_words(utterance(("나무",)), "나무", ()) == ()
