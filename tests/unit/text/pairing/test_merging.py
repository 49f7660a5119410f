"""Links of several strands in one order."""

from service.text.pairing.merging import in_order
from service.text.pairing.path import Link


def ordered(links, lengths):
    made = in_order([Link(first, second, 0.9) for first, second in links], lengths)
    return [(tuple(each.first), tuple(each.second), len(each.links)) for each in made]


def test_what_no_link_holds_stands_alone_first_side_first():
    assert ordered([((1,), (1,))], (3, 2)) == [
        *(((0,), (), 0), ((), (0,), 0)),
        ((1,), (1,), 1),
        ((2,), (), 0),
    ]


def test_links_that_cross_become_one_stretch():
    assert ordered([((0,), (1,)), ((1,), (0,))], (2, 2)) == [((0, 1), (0, 1), 2)]


def test_a_link_around_another_holds_what_lies_between():
    assert ordered([((0, 2), (0,)), ((1,), (1,)), ((3,), (2,))], (4, 3)) == [
        ((0, 1, 2), (0, 1), 2),
        ((3,), (2,), 1),
    ]


def test_a_link_that_reaches_back_takes_up_all_that_it_crosses():
    links = [((0,), (0,)), ((1,), (1,)), ((2,), (3,)), ((3,), (1,))]
    assert ordered(links, (4, 4)) == [((0,), (0,), 1), ((1, 2, 3), (1, 2, 3), 3)]


def test_without_links_all_stand_alone():
    assert ordered([], (1, 1)) == [((0,), (), 0), ((), (0,), 0)]
    assert ordered([], (0, 0)) == []
