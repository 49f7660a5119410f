import pytest

from service.errors import LexiconInvalid, SettingsInvalid
from service.lexicons import folder
from service.settings import from_env
from service.text import lexicon
from service.text.reading import read, runs
from service.usecases import revise_lexicon


def pls(grapheme, alias, language="ko"):
    return (
        '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" '
        f'alphabet="ipa" xml:lang="{language}">\n<lexeme><grapheme>{grapheme}</grapheme>'
        f"<alias>{alias}</alias></lexeme></lexicon>"
    )


@pytest.fixture
def words(tmp_path):
    (tmp_path / "ko.pls").write_text(pls("KTD", "케이티디"), encoding="utf-8")
    (tmp_path / "ko-mohw.pls").write_text(pls("KTD", "한빛청"), encoding="utf-8")
    (tmp_path / "en.pls").write_text(pls("KTD", "Katedee", "en"), encoding="utf-8")
    (tmp_path / "note.txt").write_text("not looked at", encoding="utf-8")
    yield tmp_path
    lexicon.install(())


def said(text, language):
    return " ".join(spoken for _, spoken in runs(read(text, language)))


def settings_of(path):
    return from_env({"LISTEN_LEXICONS": str(path)})


def test_words_of_everybody_come_before_those_of_an_agency_which_count(words):
    found = [(entry.language, entry.agency, entry.alias) for entry in folder.read(words)]
    assert found == [("en", "", "Katedee"), ("ko", "", "케이티디"), ("ko", "mohw", "한빛청")]
    revise_lexicon.use_lexicons(settings_of(words))
    assert (said("KTD는", "ko"), said("the KTD", "en")) == ("한빛청은", "the Katedee")
    assert [entry.grapheme for entry in revise_lexicon.known("ko", "mohw")] == ["KTD"]
    assert revise_lexicon.exported("ko", "mohw").count("<lexeme>") == 1
    revise_lexicon.use_lexicons(from_env({}))
    assert said("KTD는", "ko") == "케이티디는"


def test_a_file_in_another_language_than_its_name_says_is_refused(words):
    (words / "en.pls").write_text(pls("KTD", "가"), encoding="utf-8")
    with pytest.raises(LexiconInvalid, match=r"en\.pls, line 1: xml:lang is 'ko', the name says"):
        folder.read(words)


@pytest.mark.parametrize("name", ["fr.pls", "ko_mohw.pls", "KO.pls", "ko-.pls"])
def test_a_name_without_a_language_is_refused(words, name):
    (words / name).write_text(pls("KTD", "가"), encoding="utf-8")
    with pytest.raises(LexiconInvalid, match=r"not named like ko\.pls or ko-mohw\.pls"):
        folder.read(words)


def test_a_folder_or_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LexiconInvalid, match="nowhere: No such file"):
        folder.read(tmp_path / "nowhere")
    with pytest.raises(LexiconInvalid, match=r"ko\.pls: No such file"):
        revise_lexicon.check(tmp_path / "ko.pls")


def test_a_file_is_taken_whole_or_not_at_all(words, tmp_path):
    given = tmp_path / "given"
    given.mkdir()
    file = given / "ko-mohw.pls"
    file.write_text(pls("KTD", "새빛청"), encoding="utf-8")
    revise_lexicon.take(settings_of(words), file)
    assert (words / "ko-mohw.pls").read_bytes() == file.read_bytes()
    file.write_text(pls("KTD", "bad"), encoding="utf-8")
    with pytest.raises(LexiconInvalid, match="not in Hangul only"):
        revise_lexicon.take(settings_of(words), file)
    assert "새빛청" in (words / "ko-mohw.pls").read_text(encoding="utf-8")
    assert not [path for path in words.iterdir() if path.name.startswith(".")]


def test_without_a_folder_nothing_is_imported(tmp_path):
    with pytest.raises(SettingsInvalid, match="LISTEN_LEXICONS"):
        revise_lexicon.take(from_env({}), tmp_path / "ko.pls")


def test_a_failed_write_leaves_nothing_behind(words):
    (words / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        folder.put(words, "taken", b"x")
    assert not [path for path in words.iterdir() if path.name.startswith(".")]
