"""In which size pages are drawn, and what the names of their pictures depend on."""

from hypothesis import given
from hypothesis import strategies as some

from service.extract.base import LONGEST_SIDE, Size
from service.store.keys import picture_key, pictured_key
from service.usecases.draw_pages import size_for

SOURCE = "a" * 64


def test_a_page_is_as_wide_as_it_was_asked_for():
    assert size_for((595, 842), 1240) == Size(1240, 1755)
    assert size_for((842, 595), 1240) == Size(1240, 876)


def test_a_page_that_would_be_too_large_is_drawn_smaller_in_its_own_shape():
    long = size_for((600, 14_400), 1240)
    assert long.width * long.height <= 6_010_000
    assert abs(long.height / long.width - 24) < 0.1


def test_a_page_without_a_size_is_not_drawn():
    assert size_for((0, 0), 1240) == size_for((-5, 842), 1240) == Size(0, 0)


@given(some.tuples(*[some.integers(-10, 10**12)] * 2), some.integers(400, 2_400))
def test_whatever_a_file_says_of_its_pages_pictures_stay_within_limits(points, width):
    size = size_for(points, width)
    assert 0 <= size.width <= max(width, 1)
    assert max(size.width, size.height) <= LONGEST_SIDE
    assert size.width * size.height <= 6_000_000 + size.width + size.height
    assert (size.width == 0) == (size.height == 0) == (min(points) < 1)


def test_names_of_pictures_change_with_everything_that_changes_them():
    names = {
        picture_key(pictured_key(*known), page)
        for known in (
            (SOURCE, 1240, "1"),
            ("b" * 64, 1240, "1"),
            (SOURCE, 620, "1"),
            (SOURCE, 1240, "2"),
        )
        for page in (1, 2)
    }
    assert len(names) == 8
