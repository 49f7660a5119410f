import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from service import cli
from service.__main__ import main
from service.cli.columns import columns, width
from service.cli.texts import READERS, needs_application
from service.entrance import small
from service.web import create_app
from tests.web.staging import ENGLISH, KOREAN, staged


def run(*args, lines=""):
    return CliRunner().invoke(READERS, args, input=lines)


def test_one_text_per_line_gives_one_json_object_per_line():
    output = run("say", "--lang", "ko", "--lines", "--json", lines="7월 4일\n\n3개\r\n").output
    told = [json.loads(line) for line in output.splitlines()]
    assert [(each["shown"], each["spoken"]) for each in told] == [
        ("7월 4일", "칠월 사일"),
        ("", ""),
        ("3개", "세 개"),
    ]
    assert told[2]["spans"] == [
        {
            "start": 0,
            "end": 2,
            "shown": "3개",
            "spoken": "세 개",
            "language": "ko",
            "kind": "quantity",
        }
    ]


def test_lines_without_json_are_spoken_forms():
    assert run("say", "--lines", lines="1살\n2살").output == "한 살\n두 살\n"


def test_bytes_that_are_no_text_do_not_stop_the_lines():
    output = run("say", "--lines", "--json", lines=b"3\xff\n4\n").output
    assert [json.loads(line)["spoken"] for line in output.splitlines()] == ["삼", "사"]


def test_sentences_are_told_as_a_list_for_each_line():
    output = run("sentences", "--lines", "--json", lines="첫째다. 둘째다.\n3.14\n").output
    assert [json.loads(line) for line in output.splitlines()] == [
        {"shown": "첫째다. 둘째다.", "sentences": ["첫째다.", "둘째다."]},
        {"shown": "3.14", "sentences": ["3.14"]},
    ]
    assert run("sentences", "첫째다. 둘째다.").output == "첫째다.\n둘째다.\n"


def test_each_span_is_explained_in_columns_that_line_up():
    lines = run("say", "--explain", "84%이 ※ △").output.splitlines()
    assert lines[0].split() == ["written", "said", "language", "rule"]
    assert lines[1].split() == ["84%", "팔십사", "퍼센트", "ko", "quantity"]
    starts = {width(line[: line.index(" ko ")]) for line in lines if " ko " in line}
    assert len(starts) == 1
    assert any("(silent)" in line for line in lines)
    assert lines[-1].startswith("팔십사 퍼센트가")


def test_wide_letters_count_twice_and_marks_not_at_all():
    assert [width(text) for text in ("ab", "가나", "a\u0301", "\u200b", "１")] == [2, 4, 1, 0, 2]
    assert list(columns([("가", "b"), ("ccc", "d\n")])) == ["가   b", "ccc  d\\n"]


@pytest.mark.parametrize("args", [["say"], ["say", "가", "--lines", "-o", "x.mp3"]])
def test_a_text_is_asked_for(args):
    assert run(*args).exit_code == 2


def test_a_language_of_nobody_is_refused():
    result = run("sentences", "--lang", "de", "Guten Tag")
    assert (result.exit_code, "voice-unknown" in result.output) == (1, True)


def test_texts_are_read_without_the_application():
    code = (
        "import sys; from service.__main__ import main; sys.argv[1:] = ['say', '3개']\n"
        "try: main(sys.argv[1:])\n"
        "finally: print({'flask', 'numpy', 'lxml', 'cattrs'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode("utf-8").splitlines() == ["세 개", "set()"]


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["say", "--lines"], False),
        (["sentences", "가", "--json"], False),
        (["say", "가", "-o", "a.mp3"], True),
        (["say", "가", "--output=a.mp3"], True),
        (["narrate", "say"], True),
        ([], True),
    ],
)
def test_only_what_reads_texts_does_without_the_application(arguments, more):
    assert needs_application(arguments) == more


def test_flask_starts_with_a_small_application_for_texts():
    code = (
        "import sys; sys.argv[:] = ['flask', 'say', '3개']\n"
        "import wsgi; print(sorted(wsgi.app.cli.commands), 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "['say', 'sentences'] False"
    spoken = CliRunner().invoke(small().cli, ["say", "3개"]).output
    assert spoken == "세 개\n"


@pytest.mark.parametrize("start", [lambda: main(["say", "가"]), small])
def test_a_broken_lexicon_ends_the_command_with_its_mistake(monkeypatch, tmp_path, start):
    (tmp_path / "ko.pls").write_text("<lexicon/>", encoding="utf-8")
    monkeypatch.setenv("LISTEN_LEXICONS", str(tmp_path))
    with pytest.raises(SystemExit, match=r"lexicon-invalid: .*ko\.pls, line 1: the root is not"):
        start()


@pytest.fixture
def runner(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="5000", LEXICONS=str(tmp_path))
    app = create_app(services)
    cli.register(app)
    yield app.test_cli_runner()
    services.close()


PLS = (
    '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" '
    'alphabet="ipa" xml:lang="ko"><lexeme><grapheme>KTD</grapheme>\n{}</lexeme></lexicon>'
)


def test_a_lexicon_is_checked_and_imported(runner, tmp_path):
    file = tmp_path / "in" / "ko-mohw.pls"
    file.parent.mkdir()
    file.write_text(PLS.format("<alias>x</alias>"), encoding="utf-8")
    result = runner.invoke(args=["lexicon", "check", str(file)])
    assert (result.exit_code, "ko-mohw.pls, line 2: alias 'x'" in result.output) == (1, True)
    assert "lexicon-invalid" in runner.invoke(args=["lexicon", "import", str(file)]).output
    assert not (tmp_path / file.name).exists()
    file.write_text(PLS.format("<alias>한빛청</alias>"), encoding="utf-8")
    assert runner.invoke(args=["lexicon", "check", str(file)]).output == "1 words, 0 mistakes\n"
    assert "1 words" in runner.invoke(args=["lexicon", "import", str(file)]).output
    assert (tmp_path / file.name).read_bytes() == file.read_bytes()


def test_words_are_listed_and_exported(runner):
    assert "유니세프" in runner.invoke(args=["lexicon", "list"]).output
    exported = runner.invoke(args=["lexicon", "export", "--lang", "en"]).output
    assert exported.startswith("<?xml")
    assert "<grapheme>KOSIS</grapheme><alias>Kosis</alias>" in exported


def test_words_that_nobody_knew_are_listed_with_counts(runner):
    lines = runner.invoke(args=["lexicon", "candidates", KOREAN, ENGLISH]).output.splitlines()
    counts = [int(line.split()[0]) for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert all(line.split()[-1] in ("sound", "letters", "out") for line in lines)
