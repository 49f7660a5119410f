"""The accessibility statement names all items of KWCAG 2.2 and the tests that really hold them."""

import ast
import re
from pathlib import Path

import pytest

from service.web import create_app, statement
from tests.web.staging import KOREAN, SCANNED, staged
from tests.web.test_pages import Outline, listen

TESTS = Path(__file__).parents[1]
DATA = Path(statement.__file__).with_name("kwcag.toml")
NUMBERS = [
    *(f"5.{part}.{number}" for part, most in ((1, 1), (2, 1), (3, 3), (4, 4)) for number in range(1, most + 1)),
    *(f"6.{part}.{number}" for part, most in ((1, 4), (2, 2), (3, 1), (4, 4), (5, 4)) for number in range(1, most + 1)),
    *(f"7.{part}.{number}" for part, most in ((1, 1), (2, 2), (3, 4)) for number in range(1, most + 1)),
    *("8.1.1", "8.2.1"),
]  # fmt: skip


def marked(path):
    """The tests of a file with the items that they are marked with."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for decorator in getattr(node, "decorator_list", ()):
            if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith(".kwcag"):
                for argument in decorator.args:
                    yield argument.value, f"{path.relative_to(TESTS.parent)}::{node.name}"


def held():
    found = {number: [] for number in NUMBERS}
    for path in sorted(TESTS.rglob("test_*.py")):
        for number, test in marked(path):
            found[number].append(test)
    return found


def with_tests(data, tests):
    """The data file with the names of these tests."""
    parts = re.split(r"(?<=\n)(?=\[\[item\]\])", data)
    return "".join(
        re.sub(
            r"^tests = \[.*?\]$",
            lambda _, part=part: as_list(tests[re.search(r'number = "([^"]+)"', part)[1]]),
            part,
            flags=re.MULTILINE | re.DOTALL,
        )
        if "number" in part
        else part
        for part in parts
    )


def as_list(names):
    lines = "".join(f'  "{name}",\n' for name in names)
    return f"tests = [\n{lines}]" if names else "tests = []"


def test_the_statement_has_the_33_items_in_order():
    assert len(NUMBERS) == 33
    assert [item.number for item in statement.items()] == NUMBERS


def test_the_tests_that_it_names_are_those_that_carry_the_mark(request):
    data = DATA.read_text("utf-8")
    expected = with_tests(data, held())
    if request.config.getoption("--accept"):
        DATA.write_text(expected, "utf-8")
        statement.items.cache_clear()
        return
    assert data == expected


@pytest.mark.parametrize("item", statement.items(), ids=lambda item: item.number)
def test_an_item_says_in_both_languages_how_it_is_met(item):
    assert item.state in statement.STATES
    assert re.search("[가-힣]", item.names["ko"] + item.how["ko"])
    assert not re.search("[가-힣]", item.names["en"] + item.how["en"])
    assert len(item.how["ko"]) >= 10


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_shows_every_item(client, language):
    html = client.get(f"/accessibility?lang={language}").text
    assert re.findall(r'<h3 id="item-([^"]+)">', html) == NUMBERS
    assert len(Outline(html).named("h2")) == 5


@pytest.mark.kwcag("7.2.2")
@pytest.mark.parametrize("path", ["/", listen(KOREAN), listen(SCANNED), "/nowhere"])
def test_every_page_ends_with_the_way_to_it(client, path):
    html = client.get(path).text
    links = re.findall(r'href="([^"]+)"', html.partition("<footer")[2])
    assert links == ["/accessibility"]


@pytest.mark.kwcag("7.2.2")
@pytest.mark.parametrize("path", ["/", "/nowhere", "/accessibility?lang=en"])
def test_every_page_ends_with_whom_to_ask(tmp_path, path):
    services = staged(tmp_path, CONTACT="한빛부 누리집 담당 02-0000-0000")
    html = create_app(services).test_client().get(path).text
    services.close()
    assert "한빛부 누리집 담당 02-0000-0000" in html.partition("<footer")[2]
