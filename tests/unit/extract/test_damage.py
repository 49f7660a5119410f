"""Damaged files: an error of ours or a reading, never anything else."""

import io
import random
import zipfile
from collections import Counter

import pytest

from service import samples
from service.errors import ListenError
from service.extract.pdf import prints
from tests.unit.extract.books import epub, page
from tests.unit.extract.compound import hwp, paragraph
from tests.unit.extract.documents import pdf, read, words
from tests.unit.extract.packages import hwpx, p, table, zipped
from tests.unit.extract.test_recall import RICH
from tests.unit.extract.word import docx, grid, item, r, wp

WHOLE = {
    "pdf": samples.read("release-ko.pdf"),
    "small pdf": pdf(words("The ministry announced a plan.")),
    "hwpx": hwpx(p("글이다.") * 9 + p(table(["가", "나"], ["1", "2"]))),
    "hwp": hwp(paragraph(0, "글이다.\r") * 40),
}
TRIES = 60
NOTE = wp(r("글") + r('<w:footnoteReference w:id="2"/>'))
PACKAGES = {
    "hwpx": hwpx(RICH),
    "docx": docx(
        item("가", 1) + grid(["구분", "예산"], ["도로", "12"]) + NOTE,
        footnotes=f'<w:footnote w:id="2">{wp("주석이다.")}</w:footnote>',
        header1=wp("시청"),
    ),
    "epub": epub(
        {
            "a.xhtml": page(
                '<h1>가</h1><p>글<a epub:type="noteref" href="b.xhtml#n">1</a>이다.</p>'
                "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
            ),
            "b.xhtml": page('<aside epub:type="footnote" id="n">1. 주석</aside>'),
        }
    ),
}


def damaged(body, chance):
    """Some bytes changed, cut off, taken out or doubled."""
    at, length = chance.randrange(len(body)), chance.randrange(2_000)
    match chance.randrange(4):
        case 0:
            return body[:at]
        case 1:
            return body[:at] + body[at + length :]
        case 2:
            return body[:at] + body[at : at + length] * 2 + body[at + length :]
    changed = bytearray(body)
    for _ in range(chance.choice((1, 5, 40, 300))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("kind", WHOLE)
def test_a_damaged_file_is_read_or_refused(kind, monkeypatch):
    monkeypatch.setattr(prints, "languages", tuple)
    chance = random.Random(kind)  # noqa: S311 - damages files, keeps no secret
    outcomes = Counter()
    for _ in range(TRIES):
        try:
            read(damaged(WHOLE[kind], chance))
            outcomes["read"] += 1
        except ListenError as error:
            outcomes[error.code] += 1
    assert outcomes.total() == TRIES
    assert outcomes["document-is-broken"] > 0


def broken_inside(body, chance):
    """A sound package around members that are damaged, missing, swapped or of another's text."""
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    for _ in range(chance.choice((1, 1, 2, 4))):
        name, other = chance.choice(list(members)), chance.choice(list(members))
        match chance.randrange(5):
            case 0:
                members[name] = damaged(members[name] or b"x", chance)
            case 1:
                members[name] = members[other]
            case 2:
                members[name] = cut_apart(members[name], chance)
            case 3:
                members[name] = members[name].replace(b"<", b"<a><" * 2, chance.randrange(1, 90))
            case 4 if len(members) > 1:
                del members[name]
    return zipped(members)


def cut_apart(text, chance):
    """XML whose elements are still closed, with some taken out, doubled, or numbers made wild."""
    pieces = text.split(b">")
    at, length = chance.randrange(len(pieces)), chance.randrange(1, 4)
    match chance.randrange(3):
        case 0:
            pieces[at : at + length] = []
        case 1:
            pieces[at:at] = pieces[at : at + length]
    numbers = (b'"0"', b'"-1"', b'"99999999999999999999"', b'"x"', '"²"'.encode(), b'""')
    wild = b">".join(pieces)
    return wild.replace(b'"1"', chance.choice(numbers), chance.randrange(4))


@pytest.mark.parametrize("kind", PACKAGES)
@pytest.mark.parametrize("damage", [damaged, broken_inside])
def test_a_damaged_package_is_read_or_refused(kind, damage):
    chance = random.Random(kind)  # noqa: S311 - damages files, keeps no secret
    outcomes = Counter()
    for _ in range(2 * TRIES):
        try:
            read(damage(PACKAGES[kind], chance))
            outcomes["read"] += 1
        except ListenError as error:
            outcomes[error.code] += 1
    assert outcomes.total() == 2 * TRIES
    assert outcomes["read"] > 0
    assert outcomes["document-is-broken"] + outcomes["document-kind-unknown"] > 0


def test_a_page_of_very_many_lines_and_boxes_ends_in_time():
    def draw(canvas):
        for at in range(4_000):
            canvas.line(at % 500, at % 700, at % 500 + 40, at % 700)
            canvas.line(at % 500, at % 700, at % 500, at % 700 + 40)
            canvas.rect(at % 400, at % 600, 30, 30, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(72, 800, "hidden")
        canvas.setFillGray(0)
        canvas.drawString(72, 780, "The ministry announced a plan.")

    assert "The ministry announced a plan." in [b.text for b in read(pdf(draw)).body.blocks]
