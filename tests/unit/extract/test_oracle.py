"""pdfplumber as oracle: every letter that it finds on a page is read or kept, and no other."""

import io
from collections import Counter

import pdfplumber
import pytest

from service.extract.letters import plain
from service.model.document import Boilerplate, Figure, ListItem, Note, Table
from tests.generated.manners import MANNERS, printed
from tests.unit.extract.documents import read

HIDING = {kind for kind, (_, manner) in MANNERS.items() if manner.hides}


def letters_of(blocks):
    for block in blocks:
        match block:
            case Table():
                yield block.caption
                yield from (cell.text for row in block.rows for cell in row)
            case ListItem() | Note():
                yield f"{block.marker}{block.text}"
            case Figure():
                yield block.alt
            case _:
                yield block.text


def counted(texts):
    """Letters and figures; leading dots of a table of contents are not read."""
    return Counter(letter for text in texts for letter in plain(text) if letter.isalnum())


@pytest.mark.parametrize("kind", sorted(set(MANNERS) - HIDING))
def test_no_letter_is_lost_and_none_is_added(kind):
    body = printed(kind, 3).body
    with pdfplumber.open(io.BytesIO(body)) as pdf:
        theirs = counted("".join(char["text"] for char in page.chars) for page in pdf.pages)
    assert counted(letters_of(read(body).body.blocks)) == theirs


@pytest.mark.parametrize("kind", sorted(HIDING))
def test_only_hidden_letters_are_not_read(kind):
    body = printed(kind, 3).body
    with pdfplumber.open(io.BytesIO(body)) as pdf:
        chars = [char for page in pdf.pages for char in page.chars]
    seen = counted(c["text"] for c in chars if c["non_stroking_color"] not in ((1,), (1, 1, 1)))
    assert counted(letters_of(read(body).body.blocks)) == seen
    assert any(isinstance(block, Boilerplate) for block in read(body).body.blocks)
