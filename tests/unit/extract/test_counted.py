"""Numbers in the margin that count lines are told from other figures."""

from service.extract.pdf.counted import line_numbers
from service.extract.pdf.runs import Run


def run(text, left, base):
    return Run(text, left, left + 6.0 * len(text), base, 10.0, is_bold=False, at=0)


def page(numbers, left=40.0):
    counted = [
        run(text, left - 6.0 * len(text), 100.0 + 20 * at) for at, text in enumerate(numbers)
    ]
    return counted, [
        run("a line of the record", 90.0, 100.0 + 20 * at) for at in range(len(numbers))
    ]


def test_numbers_that_go_up_by_one_count_lines():
    counted, text = page([str(number) for number in range(1, 26)])
    assert line_numbers(counted + text) == counted


def test_every_fifth_line_may_be_counted():
    counted, text = page([str(number) for number in range(5, 60, 5)])
    assert line_numbers(counted + text) == counted


def test_figures_that_do_not_count_are_text():
    counted, text = page("12 7 9 30 31 32 2 8 11".split())
    assert line_numbers(counted + text) == []


def test_a_few_numbers_are_those_of_a_list():
    counted, text = page("1 2 3 4 5".split())
    assert line_numbers(counted + text) == []


def test_numbers_with_text_on_their_left_are_a_column_of_a_table():
    counted, text = page([str(number) for number in range(1, 20)], left=300.0)
    assert line_numbers(counted + text) == []
