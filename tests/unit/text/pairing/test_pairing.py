"""Releases in two languages put in step, against pairs that people made."""

from dataclasses import replace

import pytest

from service.model.document import Boilerplate, Heading, ListItem, Note, Paragraph
from service.text.pairing import pair as pair_module
from service.text.pairing.pair import paired
from tests.unit.text.pairing import gold

EVERY = gold.every()
UNSEEN = ("border", "labour", "satellite")
"""Releases that nobody looked at while the scores were weighed."""
TOLD = {name: (gold.told(each.korean), gold.told(each.english)) for name, each in EVERY.items()}


def measured(names, found, true):
    """Precision and recall over several releases."""
    pairs = [(found(name), true(name)) for name in names]
    right = sum(len(one & two) for one, two in pairs)
    precision = right / sum(len(one) for one, _ in pairs)
    recall = right / sum(len(two) for _, two in pairs)
    print(f"precision {precision:.3f}, recall {recall:.3f} over {', '.join(names)}")  # noqa: T201 - shown with -s
    return precision, recall


def blocks_found(name):
    return gold.block_links(paired(*TOLD[name]))


def sentences_found(name):
    return gold.sentence_links(paired(*TOLD[name]), *TOLD[name])


def sentences_true(name):
    return gold.true_sentence_links(EVERY[name], *TOLD[name])


@pytest.mark.parametrize("names", [tuple(EVERY), UNSEEN], ids=["all", "unseen"])
def test_blocks_are_paired_as_people_pair_them(names):
    precision, recall = measured(names, blocks_found, lambda name: EVERY[name].blocks)
    assert precision >= 0.97
    assert recall >= 0.94


@pytest.mark.parametrize("names", [tuple(EVERY), UNSEEN], ids=["all", "unseen"])
def test_sentences_are_paired_as_people_pair_them(names):
    precision, recall = measured(names, sentences_found, sentences_true)
    assert precision >= 0.95
    assert recall >= 0.88


def test_releases_of_different_events_are_hardly_ever_paired():
    others = [(one, two) for one in EVERY for two in EVERY if one != two]
    claimed = sum(
        step.is_pair for one, two in others for step in paired(TOLD[one][0], TOLD[two][1]).steps
    )
    blocks = sum(len(EVERY[one].korean.body.blocks) for one, _ in others)
    assert claimed / blocks <= 0.03


@pytest.mark.parametrize("name", EVERY)
def test_every_block_of_both_stands_in_one_step_in_its_order(name):
    steps = paired(*TOLD[name]).steps
    for side, (document, _) in zip(("first", "second"), TOLD[name], strict=True):
        places = [at for step in steps for at in getattr(step, side)]
        assert places == list(range(len(document.blocks)))


@pytest.mark.parametrize("name", EVERY)
def test_a_step_is_sure_only_where_both_sides_are_there(name):
    for step in paired(*TOLD[name]).steps:
        assert (step.confidence > 0) is step.is_pair
        assert 0 <= step.confidence <= 1
        assert step.is_pair or not step.sentences


@pytest.mark.parametrize("name", ["trade", "forum"])
def test_the_other_way_round_gives_the_same_pairs(name):
    korean, english = TOLD[name]
    turned = {(two, one) for one, two in gold.block_links(paired(english, korean))}
    assert turned == gold.block_links(paired(korean, english))


def release(language, *blocks):
    return gold.told(gold.release_of(language, blocks))


def links(korean, english):
    return gold.block_links(paired(release("ko", *korean), release("en", *english)))


def test_a_note_finds_its_partner_although_it_stands_elsewhere():
    korean = (
        Paragraph("한빛부는 3월 5일 안내서 2,450부를 서울에 나누어 준다."),
        Note("2022년 GEN 순위: 1위 보스턴, 5위 샌디에이고", "*"),
        ListItem("부산에서는 4월 28일 84%를 나누어 준다.", "○", 1),
    )
    english = (
        Paragraph(
            "The ministry hands out 2,450 copies of the guide in Seoul on March 5 and 84 percent "
            "in Busan on April 28."
        ),
        Note("2022 rankings by GEN: Boston ranked 1st, San Diego 5th", "*"),
    )
    (step,) = paired(release("ko", *korean), release("en", *english)).steps
    assert (step.first, step.second) == ((0, 1, 2), (0, 1))
    assert ("u2", "u2") in {
        (one, two) for each in step.sentences for one in each.first for two in each.second
    }


def test_page_furniture_and_nothing_else_is_left_out():
    korean = (
        Boilerplate("- 1 -", "page-number"),
        Heading("추진 배경", 2),
        Paragraph("7월 4일, 84%"),
    )
    english = (Heading("Background", 2), Paragraph("84 percent on July 4"))
    assert links(korean, english) == {(1, 0), (2, 1)}


@pytest.mark.parametrize("empty", [(), (Boilerplate("- 1 -", "page-number"),)])
def test_a_document_without_text_pairs_with_nothing(empty):
    assert links(empty, (Paragraph("84 percent"),)) == set()
    assert links((Paragraph("84%"),), empty) == set()
    assert links(empty, empty) == set()


def test_long_documents_are_looked_at_near_the_diagonal_and_paired_all_the_same():
    korean = [
        Paragraph(f"{number}번째 사업에는 {number * 37}억 원을 지원한다.")
        for number in range(20, 320)
    ]
    english = [
        Paragraph(f"Project number {number} receives KRW {number * 3.7:.1f} billion.")
        for number in range(20, 320)
    ]
    assert links(korean, english) == {(at, at) for at in range(300)}


def test_texts_too_long_to_be_put_in_step_are_all_there_and_nothing_is_claimed():
    korean = [Paragraph("1번째 사업에는 37억 원을 지원한다.")]
    english = [Paragraph("Project number 1 receives KRW 3.7 billion.")] * 3_100
    found = paired(release("ko", *korean), release("en", *english))
    assert not any(step.first and step.second for step in found.steps)
    assert [step.second for step in found.steps if step.second] == [(at,) for at in range(3_100)]


def test_behind_so_many_sentences_blocks_are_paired_as_a_whole(monkeypatch):
    usual, most = paired(*TOLD["border"]), 10
    monkeypatch.setattr(pair_module, "MOST_SENTENCES", most)
    short = paired(*TOLD["border"])
    assert [replace(step, sentences=()) for step in short.steps] == [
        replace(step, sentences=()) for step in usual.steps
    ]
    assert 0 < said_alike(short) <= most < said_alike(usual)


def said_alike(pairing):
    alike = [each for step in pairing.steps for each in step.sentences]
    return sum(len(each.first) + len(each.second) for each in alike)
