"""Words nobody can derive: their file format, where they are found, and what the package knows."""

import pytest

from service.errors import LexiconInvalid
from service.text import lexicon
from service.text.lexicon.entries import Entry, merged
from service.text.lexicon.pls import checked, entries_of, written
from service.text.reading import read, rules_version, runs


def said(text, language="ko"):
    return " ".join(spoken for _, spoken in runs(read(text, language)))


def pls(*lexemes, head='version="1.0" alphabet="ipa" xml:lang="ko-KR"', before=""):
    namespace = 'xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"'
    return f"{before}<lexicon {namespace} {head}>\n{''.join(lexemes)}</lexicon>".encode()


def lexeme(grapheme, inside):
    return f"<lexeme><grapheme>{grapheme}</grapheme>{inside}</lexeme>\n"


@pytest.fixture
def added():
    """Puts words over those of the package, and takes them away again."""

    def add(language="ko", **aliases):
        lexicon.install([Entry(each, language, alias) for each, alias in aliases.items()])

    yield add
    lexicon.install(())


BUILT_IN = [entry for language in lexicon.LANGUAGES for entry in lexicon.built_in(language)]


def test_the_package_knows_many_words_each_once():
    names = [(entry.language, entry.grapheme) for entry in BUILT_IN]
    assert len(names) == len(set(names))
    assert len(names) >= 1_100


def test_every_word_of_the_package_is_said_as_listed_and_its_alias_stays():
    letters = {"a"}  # one letter alone is always said by its name
    for entry in BUILT_IN:
        assert said(entry.alias, entry.language) == entry.alias
        if entry.grapheme not in letters:
            assert said(entry.grapheme, entry.language) == entry.alias


def test_a_file_holds_several_spellings_sounds_and_examples():
    body = pls(
        "<meta name='by' content='us'/><metadata><any><thing/></any></metadata>",
        "<lexeme><grapheme>누리집</grapheme><grapheme>누리<!-- -->집들</grapheme>",
        "<alias>누리찝</alias><alias prefer='true'>누리 집</alias><example>누리집에서</example></lexeme>",
        lexeme("감염병", "<phoneme>kamjʌmp͈jʌŋ</phoneme>"),
    )
    assert entries_of(body, agency="mohw") == (
        Entry("누리집", "ko", "누리 집", "", "누리집에서", "mohw"),
        Entry("누리집들", "ko", "누리 집", "", "누리집에서", "mohw"),
        Entry("감염병", "ko", "", "kamjʌmp͈jʌŋ", "", "mohw"),
    )


def test_what_is_written_is_read_back():
    entries = (Entry("R&D", "ko", "알앤디", "", "R&D <예산>"), Entry("값", "ko", "", "kap"))
    assert entries_of(written(entries, "ko").encode()) == entries


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_the_words_of_the_package_come_back_from_an_export(language):
    known = lexicon.everything(language)
    assert entries_of(written(known, language).encode()) == known


ALIAS = "<alias>가</alias>"


@pytest.mark.parametrize(
    ("body", "line", "problem"),
    [
        (b"", 1, "not well-formed XML: no element found"),
        (pls("<lexeme>\n"), 3, "not well-formed XML: mismatched tag"),
        (b"<lexicon/>", 1, "the root is not <lexicon"),
        (pls(head='version="2.0" alphabet="ipa" xml:lang="ko"'), 1, "version is not 1.0"),
        (pls(head='version="1.0" alphabet="x-sampa" xml:lang="ko"'), 1, "alphabet is 'x-sampa'"),
        (pls(head='version="1.0" alphabet="ipa" xml:lang="ja"'), 1, "xml:lang is 'ja'"),
        (pls(head='version="1.0" alphabet="ipa"'), 1, "xml:lang is ''"),
        (pls("\n", lexeme("가나", "")), 3, "a lexeme without alias and phoneme"),
        (pls(f"<lexeme>{ALIAS}</lexeme>"), 2, "a lexeme without grapheme"),
        (pls(lexeme(" ", ALIAS)), 2, "<grapheme> is empty"),
        (pls(lexeme("·", ALIAS)), 2, "'·' holds no letter and no figure"),
        (pls(lexeme("가나", "<alias>KA</alias>")), 2, "alias 'KA' is not in Hangul only"),
        (pls(lexeme("가" * 101, ALIAS)), 2, "<grapheme> is longer than 100 characters"),
        (pls(lexeme("나", ALIAS), lexeme("나", ALIAS)), 3, "'나' stands in line 2 already"),
        (pls("<grapheme>나</grapheme>"), 2, "<grapheme> has no place in <lexicon>"),
        (pls("<word/>"), 2, "<word> has no place in <lexicon>"),
    ],
)
def test_a_mistake_is_told_with_its_line(body, line, problem):
    flaws = checked(body).flaws
    assert [flaw.line for flaw in flaws if flaw.problem.startswith(problem)] == [line], flaws


@pytest.mark.parametrize("said", ["<alias>KA</alias>", "<alias> </alias>", "<phoneme/>"])
@pytest.mark.parametrize("written_as", ["가나", " "])
def test_one_cause_is_one_mistake(said, written_as):
    flaws = checked(pls(lexeme(written_as, said))).flaws
    assert [flaw for flaw in flaws if "a lexeme without" in flaw.problem] == []
    assert len(flaws) == (1 if written_as.strip() else 2)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE lexicon SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE lexicon [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE lexicon [<!ENTITY x SYSTEM "http://127.0.0.1/">]>',
    ],
)
def test_a_document_type_is_refused_before_anything_is_read(before):
    found = checked(pls(lexeme("나", ALIAS), before=before))
    assert found.entries == ()
    assert found.flaws[0].problem == "a document type (<!DOCTYPE>) is not taken"


def test_what_is_too_large_is_refused_unread():
    assert checked(b" " * 5_000_001).flaws[0].problem == "larger than 5,000,000 bytes"
    many = pls(*(lexeme("나", "") for _ in range(1_000)))
    assert len(checked(many).flaws) == 51


def test_all_mistakes_are_in_the_error_with_the_name_of_the_file():
    with pytest.raises(LexiconInvalid, match=r"ko\.pls, line 2: .*; ko\.pls, line 3: "):
        entries_of(pls(lexeme("·", ALIAS), lexeme("나", "")), name="ko.pls")


def test_of_equal_graphemes_the_last_one_counts():
    first, last = Entry("가", "ko", "나"), Entry("가", "ko", "다", agency="mohw")
    assert merged([first, Entry("라", "ko", "마")], [last]) == (last, Entry("라", "ko", "마"))


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("늘봄터는 3개", "늘 봄터는 세 개"),
        ("늘봄터에서만 연다", "늘 봄터에서만 연다"),
        ("늘봄터이며", "늘 봄터이며"),
        ("늘봄터장", "늘봄터장"),
        ("하늘봄터", "하늘봄터"),
        ("“늘봄터”·(늘봄터)", "늘 봄터, 늘 봄터"),
        ("늘봄터센터와", "늘봄 터센터와"),
        ("QZ-9는", "큐제트 나인은"),
        ("QZ-9가", "큐제트 나인이"),
        ("QZ-9형", "큐제트 나인형"),
        ("QZ-90", "큐제트 구십"),
        ("XQZ-9", "엑스큐제트 구"),
        ("KTD는 kTD와", "한빛청은 케이티디와"),
        ("KTD장과 KTD", "한빛청장과 한빛청"),
        ("www.KTD.go.kr", "더블유더블유더블유 점 케이티디 점 지오 점 케이알"),
        ("zork, Zork, ZORK", "조크, 조크, 조크"),
        ("129번길", "백이십구 번길"),
    ],
)
def test_the_longest_word_between_edges_is_taken_before_every_rule(added, text, spoken):
    added(
        **{"늘봄터": "늘 봄터", "늘봄터센터": "늘봄 터센터", "QZ-9": "큐제트 나인"},
        KTD="한빛청",
        zork="조크",
    )
    assert said(text) == spoken


def test_a_word_of_an_operator_goes_before_that_of_the_package_and_before_rules(added):
    added(APEC="아펙", **{"12.5%": "여덟에 하나"})
    assert said("APEC은 12.5%로") == "아펙은 여덟에 하나로"
    assert [span.kind for span in read("APEC", "ko")] == ["lexicon"]


def test_a_word_known_by_its_sounds_only_is_kept_and_read_by_the_rules():
    lexicon.install([Entry("APEC", "ko", "", "eipʰek"), Entry("WMO", "ko", "", "x")])
    try:
        assert said("WMO") == "더블유엠오"
        assert "<phoneme>eipʰek</phoneme>" in written(lexicon.everything("ko"), "ko")
    finally:
        lexicon.install(())


def test_english_words_are_found_at_their_edges(added):
    added("en", hira="hee-ra", **{"K-ETA": "K eeta"})
    assert said("HIRA, the hiragana and K-ETA.", "en") == "Hira, the hiragana and K eeta."
    assert said("Hira's", "en") == "hee-ra's"


def test_every_word_changes_the_version_of_what_is_read(added):
    before = rules_version()
    added(늘봄터="늘 봄터")
    assert rules_version() != before
    lexicon.install(())
    assert rules_version() == before
