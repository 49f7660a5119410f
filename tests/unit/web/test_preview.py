"""From a reading to the nested values of the page."""

from dataclasses import replace

import pytest

from service.model.document import (
    Anchor,
    Boilerplate,
    Cell,
    Document,
    DocumentWarning,
    Heading,
    ListItem,
    Locator,
    Note,
    Origin,
    Paragraph,
    Release,
    Table,
)
from service.model.narration import Narration, Omission, Utterance
from service.model.reading import Span
from service.usecases.read_release import Reading
from service.web.grids import table_of
from service.web.phrases import Run, phrases, plain
from service.web.preview import view_of


def said(number, display, *, spans=(), **given):
    usual = {"language": "ko", "role": "text", "block": 0, "part": 0, "pause_ms": 0}
    fields = usual | given | {"spans": tuple(spans)}
    return Utterance(id=f"u{number}", display=display, spoken=display, **fields)


def reading(*blocks, utterances=(), omissions=(), title="제목"):
    body = Document("ko", title, blocks, Origin("0" * 64, "test", "1"))
    release = Release(title, "", "", "ko", body)
    narration = Narration("0" * 64, "ko", title, tuple(utterances), tuple(omissions), "1")
    return Reading("a" * 64, release, narration, "b" * 64)


def shapes(*blocks):
    return [view.shape for view in view_of(reading(*blocks)).blocks]


def item(text, depth, marker="○", page=0):
    return ListItem(text, marker, depth, locator=Locator(page=page))


def nested(items):
    return [(plain(each.phrases), nested(each.items)) for each in items]


def nesting(*items):
    (view,) = view_of(reading(*items)).blocks
    return nested(view.items)


def test_items_are_nested_by_their_depth():
    found = nesting(item("가", 0), item("나", 1), item("다", 2), item("라", 1), item("마", 0))
    assert found == [("가", [("나", [("다", [])]), ("라", [])]), ("마", [])]


def test_an_item_that_skips_a_depth_is_one_level_deeper():
    assert nesting(item("가", 0), item("나", 2)) == [("가", [("나", [])])]


def test_a_list_that_begins_deep_comes_back_to_its_first_level():
    assert nesting(item("가", 1), item("나", 0)) == [("가", []), ("나", [])]


def test_a_note_between_items_belongs_to_the_item_before_it():
    (view,) = view_of(reading(item("가", 0), Note("주", "*"), item("나", 1))).blocks
    assert [plain(note.phrases) for note in view.items[0].notes] == ["주"]
    assert nested(view.items) == [("가", [("나", [])])]


def test_a_note_after_the_last_item_stands_on_its_own():
    assert shapes(item("가", 0), Note("주", "*"), Paragraph("끝")) == ["list", "note", "paragraph"]


def test_page_furniture_does_not_break_a_list():
    assert shapes(item("가", 0), Boilerplate("- 1 -", "page-number"), item("나", 0)) == ["list"]


def test_a_new_page_is_marked_once_before_its_first_block():
    first, second = Locator(page=1), Locator(page=2)
    blocks = (Paragraph("가", locator=first), Paragraph("나", locator=second))
    assert shapes(*blocks, Paragraph("다", locator=second)) == [
        *("page-mark", "paragraph", "page-mark", "paragraph", "paragraph"),
    ]


def test_a_new_page_within_a_list_is_marked_on_its_item():
    page = view_of(reading(item("가", 0, page=1), item("나", 1, page=2), item("다", 0, page=2)))
    mark, view = page.blocks
    assert (mark.page, view.items[0].marks) == (1, ())
    assert [each.page for each in view.items[0].items[0].marks] == [2]
    assert page.pages == (1, 2)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ((2, 3, 4), (3, 4, 5)),
        ((2, 4, 6), (3, 4, 5)),
        ((3, 2, 3), (3, 3, 4)),
        ((1, 2, 3, 4, 5, 6), (3, 4, 5, 6, 6, 6)),
    ],
)
def test_heading_levels_have_no_gaps(given, shown):
    views = view_of(reading(*(Heading("가", level) for level in given))).blocks
    assert tuple(view.level for view in views) == shown


def test_a_title_that_stands_in_the_text_is_shown_as_the_title_alone():
    page = view_of(
        reading(Heading("제 목", 1), utterances=[said(0, "제 목", role="title")], title="제목")
    )
    assert page.blocks == ()
    assert [(phrase.id, plain([phrase])) for phrase in page.title] == [("u0", "제 목")]


def test_a_title_that_nobody_reads_from_the_text_keeps_its_sentence():
    page = view_of(reading(utterances=[said(1, "제목", role="title", block=-1)]))
    assert [phrase.id for phrase in page.title] == ["u1"]


def test_no_character_of_a_block_is_lost_between_its_sentences():
    text = "  첫 문장.\n 둘째 문장. (끝)"
    cut = phrases(text, "ko", [said(1, "첫 문장."), said(2, "둘째 문장.")])
    assert plain(cut) == text
    assert [phrase.id for phrase in cut] == ["", "u1", "", "u2", ""]


def test_a_sentence_is_found_whatever_white_space_was_made_of_it():
    cut = phrases("한국형\n혁신  클러스터.", "ko", [said(1, "한국형 혁신 클러스터.")])
    assert [(phrase.id, plain([phrase])) for phrase in cut] == [("u1", "한국형\n혁신  클러스터.")]


def test_a_sentence_that_is_not_in_the_text_leaves_the_text_whole():
    cut = phrases("본문", "ko", [said(1, "다른 글")])
    assert cut == phrases("본문", "ko", [])
    assert plain(cut) == "본문"


def test_equal_sentences_have_places_of_their_own():
    cut = phrases("네. 네.", "ko", [said(1, "네."), said(2, "네.")])
    assert [phrase.id for phrase in cut] == ["u1", "", "u2"]


def test_spans_of_one_language_are_one_run():
    spans = (
        Span(0, 3, "보스턴", "보스턴", "ko", "text"),
        Span(3, 4, "(", "", "ko", "silent"),
        Span(4, 10, "Boston", "Boston", "en", "text"),
        Span(10, 11, ")", "", "ko", "silent"),
    )
    (phrase,) = phrases("보스턴(Boston)", "ko", [said(1, "보스턴(Boston)", spans=spans)])
    assert phrase.runs == (Run("보스턴(", ""), Run("Boston", "en"), Run(")", ""))


def test_a_sentence_in_another_language_says_so_once():
    (phrase,) = phrases("Boston", "ko", [said(1, "Boston", language="en")])
    assert (phrase.language, phrase.runs) == ("en", (Run("Boston", ""),))


def scopes(table):
    view = table_of(table, (), "ko")
    return [
        [cell.scope for cell in row.cells] for part in (view.head, *view.bodies) for row in part
    ]


def row(*texts):
    return tuple(Cell(text) for text in texts)


def test_header_cells_say_what_they_head_and_an_empty_corner_heads_nothing():
    table = Table((row("", "도시"), row("화", "보스턴")), header_columns=1)
    assert scopes(table) == [["", "col"], ["row", ""]]


def test_merged_header_cells_head_groups():
    table = Table(
        ((Cell("연도", 2), Cell("합계")), row("가", "나", "다")), header_rows=1, header_columns=1
    )
    assert scopes(table) == [["colgroup", "col"], ["row", "", ""]]


def test_a_cell_that_reaches_down_pushes_the_next_row_to_the_right():
    table = Table(
        ((Cell("구분", 1, 2), Cell("가")), (Cell("나"),), row("다", "라")),
        header_rows=0,
        header_columns=1,
    )
    assert scopes(table) == [["rowgroup", ""], [""], ["row", ""]]


def test_rows_carry_the_id_of_their_sentence():
    table = Table((row("머리"), row("가"), row("나")), caption="표")
    spoken = [said(7, "", role="caption", part=-1), said(8, "나", role="row", part=2)]
    view = table_of(table, spoken, "ko")
    assert (view.id, [each.id for body in view.bodies for each in body]) == ("u7", ["", "u8"])


def test_everything_left_out_is_listed_once():
    page = view_of(
        reading(
            Boilerplate("머리글", "running-header"),
            Boilerplate("- 1 -", "page-number"),
            omissions=[Omission(0, "머리글", "running-header")],
        )
    )
    assert [(each.text, each.reason) for each in page.left_out] == [
        ("머리글", "running-header"),
        ("- 1 -", "page-number"),
    ]


def test_a_note_of_the_title_and_its_mark_lead_to_each_other():
    note = Note("잠정", "*", anchor=Anchor(0, 2))
    page = view_of(reading(Heading("제목*", 1), note, utterances=[said(0, "제목*", role="title")]))
    (mark,) = (run for phrase in page.title for run in phrase.runs if run.note)
    (shown,) = page.blocks
    assert (mark.text, mark.note, shown.id, shown.back) == ("*", "note-1", "note-1", "note-1-mark")


def test_pages_without_text_are_marked_where_they_would_be_also_within_a_list():
    blocks = (item("가", 0, page=1), item("나", 0, page=4))
    given = reading(*blocks)
    warned = tuple(DocumentWarning("page-is-picture", page) for page in (2, 6))
    body = replace(given.release.body, warnings=warned)
    page = view_of(replace(given, release=replace(given.release, body=body)))
    first, view, last = page.blocks
    assert (first.page, last.page, last.cautions) == (1, 6, ("page-is-picture",))
    assert [(mark.page, mark.cautions) for mark in view.items[1].marks] == [
        (2, ("page-is-picture",)),
        (4, ()),
    ]
    assert page.pages == (1, 2, 4, 6)
