"""Damaged files: an error of ours or a reading, never anything else."""

import random
from collections import Counter

import pytest

from service import samples
from service.errors import ListenError
from service.extract.pdf import pages
from tests.unit.extract.compound import hwp, paragraph
from tests.unit.extract.documents import pdf, read, words
from tests.unit.extract.packages import hwpx, p, table

WHOLE = {
    "pdf": samples.read("release-ko.pdf"),
    "small pdf": pdf(words("The ministry announced a plan.")),
    "hwpx": hwpx(p("글이다.") * 9 + p(table(["가", "나"], ["1", "2"]))),
    "hwp": hwp(paragraph(0, "글이다.\r") * 40),
}
TRIES = 60


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
    monkeypatch.setattr(pages, "languages", tuple)
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
