"""Releases in both languages with the pairs that people see in them, and how right pairing is.

A file holds stanzas; what stands in one stanza belongs together, a stanza in one language has no
partner. A line is a language, a kind and a text; `‖` parts the sentences that belong together.
"""

from dataclasses import dataclass
from pathlib import Path

from service.model.document import (
    Cell,
    Document,
    Heading,
    ListItem,
    Note,
    Origin,
    Paragraph,
    Release,
    Table,
)
from service.narration.narrate import narrate

FOLDER = Path(__file__).with_name("releases")
BREAK = " ‖ "


@dataclass(frozen=True)
class Gold:
    """Both releases, and the pairs of blocks and of sentences (their texts) that are true."""

    korean: Release
    english: Release
    blocks: frozenset
    sentences: frozenset


def block_of(kind, text):
    if kind == "table":
        caption, _, rows = text.partition(" :: ")
        cells = tuple(tuple(map(Cell, row.split(" | "))) for row in rows.split(" / "))
        return Table(cells, caption=caption, header_columns=1)
    if kind.startswith("li"):
        return ListItem(text, "□○-·"[int(kind[-1])], int(kind[-1]))
    return {
        "h": Heading(text, 2),
        "h3": Heading(text, 3),
        "sub": Paragraph(text, "subtitle"),
        "con": Paragraph(text, "contact"),
        "note": Note(text, "*"),
        "p": Paragraph(text),
    }[kind]


def read(path):
    sides = {"ko": [], "en": []}
    blocks, sentences = set(), set()
    for stanza in path.read_text(encoding="utf-8").split("\n\n"):
        here, groups = {"ko": [], "en": []}, {"ko": [], "en": []}
        for line in stanza.splitlines():
            if not line or line.startswith("#"):
                continue
            language, kind, text = line.split(" ", 2)
            here[language].append(len(sides[language]))
            groups[language] += rows_of(text) if kind == "table" else text.split(BREAK)
            sides[language].append(block_of(kind, text.replace(BREAK, " ")))
        blocks |= {(one, two) for one in here["ko"] for two in here["en"]}
        if len(groups["ko"]) == len(groups["en"]):
            sentences |= set(zip(groups["ko"], groups["en"], strict=True))
        else:
            sentences |= {(one, two) for one in groups["ko"] for two in groups["en"]}
    return Gold(
        *(release_of(language, sides[language]) for language in ("ko", "en")),
        frozenset(blocks),
        frozenset(sentences),
    )


def rows_of(text):
    """The rows of a table behind its headers, which are said with each row."""
    return text.partition(" :: ")[2].split(" / ")[1:]


def block_links(pairing):
    return {(one, two) for step in pairing.steps for one in step.first for two in step.second}


def sentence_links(pairing, korean, english):
    """Every sentence with every other that it is said to go with, by their texts."""
    shown = [{each.id: each.display for each in side[1].utterances} for side in (korean, english)]
    return {
        (shown[0][one], shown[1][two])
        for step in pairing.steps
        for alike in step.sentences
        for one in alike.first
        for two in alike.second
    }


def true_sentence_links(gold, korean, english):
    """Every sentence with every other of which a part belongs to it."""
    shown = [[each.display for each in side[1].utterances] for side in (korean, english)]
    return {
        (one, two)
        for first, second in gold.sentences
        for one in shown[0]
        for two in shown[1]
        if overlap(one, first) and overlap(two, second)
    }


def overlap(sentence, group):
    return bool(sentence) and (sentence in group or group in sentence)


def release_of(language, blocks):
    body = Document(language, "", tuple(blocks), Origin("0" * 64, "gold", "1"))
    return Release("", "", "", language, body)


def told(release):
    return release.body, narrate(release)


def every():
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def right(found, gold):
    """How many pairs were found, are true, and both."""
    return len(found), len(gold), len(found & gold)
