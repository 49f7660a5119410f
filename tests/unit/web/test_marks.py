"""Marks of notes and abbreviations inside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.document import Anchor, Note, Paragraph, Table
from service.web.abbreviations import abbreviation_marks, abbreviations
from service.web.marks import Mark, marked, note_marks
from service.web.phrases import Phrase, Run, plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("세계보건기구(WHO)가 밝혔다.", {"WHO": "세계보건기구"}),
        ("인공지능(AI)과 국제통화기금(IMF)", {"AI": "인공지능", "IMF": "국제통화기금"}),
        ("WHO(세계보건기구)와 논의했다.", {"WHO": "세계보건기구"}),
        ("the World Health Organization (WHO) said", {"WHO": "World Health Organization"}),
        ("Ministry of Health and Welfare (MOHW)", {"MOHW": "Ministry of Health and Welfare"}),
        ("the Disease Control and Prevention Agency (DCA)", {}),
        ("Ministry of Economy and Finance (MEF)", {"MEF": "Ministry of Economy and Finance"}),
        ("국제 통화 기금(IMF)", {}),
        ("7월 기준(WHO)", {}),
        ("조규홍 장관(MOHW), G20(정상회의)", {}),
        ("Research & Development (RD)", {}),
        ("세계보건기구(WHO), 국제보건국(WHO)", {"WHO": "세계보건기구"}),
    ],
)
def test_only_what_the_text_itself_explains_is_an_abbreviation(text, found):
    assert abbreviations([text]) == found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("WHO는", [(0, 3)]),
        ("세계보건기구(WHO)와 WHO", [(13, 16)]),
        ("WHO(세계보건기구)", []),
        ("WHOLE, X-WHO, WHO2", []),
    ],
)
def test_a_short_form_is_marked_where_nothing_beside_it_explains_it(text, places):
    marks = abbreviation_marks(text, {"WHO": "세계보건기구"})
    assert [(mark.start, mark.end) for mark in marks] == places


@pytest.mark.parametrize(
    ("text", "marker", "offset", "mark"),
    [
        ("협력한다*.", "*", 4, (4, 5, "")),
        ("협력한다¹⁾.", "1)", 4, (4, 5, "")),
        ("인구1)가", "1)", 2, (2, 4, "")),
        ("인구(1)가", "1)", 2, (2, 5, "")),
        ("협력한다.", "1)", 4, (4, 4, "1)")),
        ("협력한다**.", "*", 4, (4, 4, "*")),
        ("끝", "*", 90, (1, 1, "*")),
    ],
)
def test_the_mark_of_a_note_is_what_is_printed_or_a_bare_place(text, marker, offset, mark):
    blocks = (Paragraph(text), Note("주", marker, anchor=Anchor(0, offset)))
    (found,) = note_marks(blocks)[0]
    assert (found.start, found.end, found.shown) == mark
    assert found.note == "note-1"


@pytest.mark.parametrize(
    "note",
    [
        Note("주", "*"),
        Note("주", "※", "remark", anchor=Anchor(0, 2)),
        Note("주", "*", anchor=Anchor(9, 0)),
        Note("주", "*", anchor=Anchor(1, 0)),
    ],
)
def test_a_note_without_a_place_has_no_mark(note):
    assert note_marks((Paragraph("본문"), note)) == {}


def test_marks_cut_runs_across_sentences_and_lose_no_character():
    cut = (
        Phrase("u1", (Run("가나*", ""), Run("WHO", "en"))),
        Phrase("", (Run(" ", ""),)),
        Phrase("u2", (Run("다라", ""),)),
    )
    marks = (Mark(2, 3, "n1"), Mark(3, 6, expansion="세계"), Mark(9, 9, "n2", "1)"))
    found = marked(cut, marks)
    assert plain(found) == plain(cut)
    assert found[0].runs == (
        *(Run("가나", ""), Run("*", "", "n1"), Run("WHO", "en", expansion="세계")),
    )
    assert found[2].runs == (Run("다라", ""), Run("", "", "n2", "1)"))


def test_two_notes_at_one_mark_both_have_a_place():
    found = marked((Phrase("", (Run("가*나", ""),)),), (Mark(1, 2, "n1"), Mark(1, 2, "n2")))
    assert [run.note for run in found[0].runs] == ["", "n1", "n2", ""]
    assert plain(found) == "가*나"


def test_a_mark_on_no_text_has_a_place_too():
    assert [each.runs[0].note for each in marked((), (Mark(0, 0, "n1", "*"),))] == ["n1"]


def test_a_note_of_a_table_is_marked_at_the_table():
    blocks = (Table(()), Note("주", "*", anchor=Anchor(0, 0)))
    assert note_marks(blocks)[0] == (Mark(0, 0, "note-1", "*"),)


RUNS = st.lists(
    st.builds(Run, st.text("가나*A ", max_size=5), st.sampled_from(["", "en"])), max_size=4
)
PLACES = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 6), st.booleans()), max_size=8)


@given(st.lists(RUNS, max_size=4), PLACES)
def test_marks_lose_no_character_and_no_note_wherever_they_stand(runs, places):
    cut = tuple(Phrase(f"u{at}", tuple(each)) for at, each in enumerate(runs))
    size = len(plain(cut))
    marks = [
        Mark(min(start, size), min(start + length, size), f"n{at}" if is_note else "", "", "뜻")
        for at, (start, length, is_note) in enumerate(places)
    ]
    found = marked(cut, marks)
    notes = {run.note for phrase in found for run in phrase.runs if run.note}
    assert plain(found) == plain(cut)
    assert notes == {mark.note for mark in marks if mark.note}
    assert [phrase.id for phrase in found][: len(cut)] == [phrase.id for phrase in cut]
