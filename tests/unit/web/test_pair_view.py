"""From two readings in step to the nested values of their page."""

import pytest

from service.cli.crew import working
from service.usecases.pair_releases import open_pair
from service.web.pair_view import pair_view
from service.web.phrases import plain
from service.web.shapes import HeadingView, ListView, PageMark
from tests.web.staging import VISIT_EN, VISIT_KO, staged


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    services = staged(tmp_path_factory.mktemp("kept"), PAGE_WAIT_MS="5000")
    with working(services, ("read",)):
        made = pair_view(open_pair(services, VISIT_KO, VISIT_EN))
    services.close()
    return made


def test_each_side_has_a_cell_for_every_step_and_rows_hold_both(view):
    korean, english = (side.cells for side in view.sides)
    assert view.rows == tuple(zip(korean, english, strict=True))
    assert [cell.id for cell in korean] == [f"ko-step-{n}" for n in range(len(korean))]


def test_partners_name_each_other_and_a_lone_cell_names_none(view):
    for one, other in view.rows:
        assert (one.partner, other.partner) in {(other.id, one.id), ("", "")}
        assert bool(one.partner) is bool(one.views and other.views)
    assert view.pairs == sum(bool(one.partner) for one, _ in view.rows)


def test_levels_of_headings_go_on_from_cell_to_cell(view):
    for side in view.sides:
        views = [each for cell in side.cells for each in cell.views]
        assert [each.level for each in views if isinstance(each, HeadingView)] == [3, 3]


def test_an_item_by_itself_keeps_its_depth(view):
    (lone,) = [
        cell
        for cell in view.sides[0].cells
        if any(
            isinstance(each, ListView) and len(each.items) == 1 and not each.items[0].items
            for each in cell.views
        )
    ]
    assert (lone.depth, lone.partner) == (1, "")


def test_kinds_are_those_of_what_a_cell_holds(view):
    kinds = [cell.kind for cell in view.sides[1].cells if cell.views]
    assert kinds == ["heading", "text", "heading", "text", "text", "table", "text", "text"]


def test_pages_begin_on_both_sides_under_names_of_their_own(view):
    for side in view.sides:
        marks = [each for cell in side.cells for each in cell.views if isinstance(each, PageMark)]
        assert [(each.ids, each.page) for each in marks] == [(side.ids, 1), (side.ids, 2)]


def test_partners_of_sentences_are_ids_of_the_other_side(view):
    assert view.partners
    for one, others in view.partners.items():
        assert one.startswith("ko-")
        assert all(other.startswith("en-") for other in others)


def test_titles_stand_above_and_in_no_cell(view):
    for side in view.sides:
        texts = [
            plain(each.phrases)
            for cell in side.cells
            for each in cell.views
            if isinstance(each, HeadingView)
        ]
        assert plain(side.title) == side.plain_title
        assert side.plain_title not in texts
