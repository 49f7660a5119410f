"""What keeps the house in order."""

import ast
import json
import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from service import errors, settings
from service.messages import LANGUAGES, text

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "service").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "misc", "globals"}
TOP_LEVEL = {
    *("service", "audio_cache", "templates", "tests", "wsgi.py", "requirements.txt"),
    *("README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml"),
    *("docs", "bench", "deploy"),
}


def functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def length(function):
    """Lines of a function without its docstring."""
    body = function.body
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    first = body[1] if documented and len(body) > 1 else body[0]
    return function.end_lineno - first.lineno + 1


def test_the_top_level_holds_what_was_agreed():
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - {"node_modules"} <= TOP_LEVEL


def test_functions_are_small():
    lengths = sorted(length(function) for path in MODULES for function in functions(path))
    assert lengths[len(lengths) // 2] < 8
    assert lengths[-1] <= 50


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_small_and_well_named(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in FORBIDDEN_NAMES


def test_the_picture_of_the_error_tree_is_the_tree():
    drawn = re.findall(r"([A-Z]\w+) +([a-z]+(?:-[a-z]+)+)$", errors.__doc__, re.MULTILINE)
    assert drawn == [(leaf.__name__, leaf.code) for leaf in errors.leaves()]


def test_error_codes_are_unique():
    codes = [leaf.code for leaf in errors.leaves()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("leaf", errors.leaves(), ids=lambda leaf: leaf.code)
def test_every_error_has_a_text_for_people(leaf, language):
    assert len(text("errors", leaf.code, language)) > 10


def test_both_languages_have_the_same_texts():
    files = resources.files("service.messages")
    tables = [tomllib.loads((files / f"{each}.toml").read_text("utf-8")) for each in LANGUAGES]
    korean, english = ({(s, k) for s, part in each.items() for k in part} for each in tables)
    assert korean == english


def test_texts_take_the_same_values_in_both_languages():
    korean, english = (
        tomllib.loads((resources.files("service.messages") / f"{each}.toml").read_text("utf-8"))
        for each in LANGUAGES
    )
    for section, texts in korean.items():
        for key, value in texts.items():
            names = [set(re.findall(r"{(\w+)}", each)) for each in (value, english[section][key])]
            assert names[0] == names[1], (section, key)


def test_the_page_of_settings_is_up_to_date():
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == settings.as_page()


def test_only_settings_reads_the_environment():
    readers = [path.name for path in MODULES if "os.environ" in path.read_text(encoding="utf-8")]
    assert readers == ["__init__.py", "settings.py"]
    assert "os.environ.setdefault" in (ROOT / "service" / "__init__.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("library", "home"),
    [
        ("gtts", "service/speech/gtts"),
        ("espeakng_loader", "service/speech/espeak"),
        ("pydub", "service/audio"),
        ("lameenc", "service/audio"),
        ("soxr", "service/audio"),
        ("miniaudio", "service/audio"),
        ("pdfplumber", "service/extract/pdf/plumber.py"),
        ("pypdfium2", "service/extract/pdf"),
        ("PIL", "service/extract/webp.py"),
        ("olefile", "service/extract/office/hwp.py"),
        ("trafilatura", "service/extract"),
        ("httpcore", "service/transport.py|service/fetch|service/speech/(network|installing)"),
        ("sherpa_onnx", "service/speech/sherpa/child.py"),
        ("sqlite3", "service/database.py"),
        (
            "flask",
            "service/web|service/cli|service/bootstrap.py|service/entrance.py|service/__main__.py",
        ),
        ("cattrs", "service/codec.py"),
    ],
)
def test_a_library_is_imported_at_home_only(library, home):
    pattern = re.compile(rf"^\s*(?:import|from) {library}\b", re.MULTILINE)
    users = [
        str(path.relative_to(ROOT)) for path in MODULES if pattern.search(path.read_text("utf-8"))
    ]
    assert users
    assert all(re.match(home, user) for user in users)


@pytest.mark.parametrize("folder", ["tests/js", "bench/player"])
def test_every_package_from_npm_is_pinned(folder):
    told = json.loads((ROOT / folder / "package.json").read_text("utf-8"))
    kept = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    for name, version in told["devDependencies"].items():
        assert kept[f"node_modules/{name}"]["version"] == version
    assert all("integrity" in each for name, each in kept.items() if name)


def test_every_requirement_is_pinned_with_hashes():
    for name in ("requirements.txt", "tests/requirements.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        named = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert all("==" in line and line.endswith("\\") for line in named)
