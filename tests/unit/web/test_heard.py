"""Which controls a document needs, by what is heard in it."""

import pytest

from service.model.document import Locator
from service.model.narration import Utterance
from service.web.heard import heard_in


def said(role, page=1):
    return Utterance("u", "말", "말", "ko", role, 0, 0, 0, (), Locator(page=page))


@pytest.mark.parametrize(
    ("utterances", "found"),
    [
        ([], set()),
        ([said("title"), said("text"), said("item"), said("caption")], set()),
        ([said("title"), said("heading")], {"heading"}),
        ([said("text", page=1), said("text", page=2)], {"page"}),
        ([said("title", page=0), said("text", page=1)], set()),
        ([said("note")], {"notes"}),
        ([said("row")], {"tables"}),
        ([said("header"), said("cell")], {"tables"}),
        ([said("announcement"), said("text")], {"structure"}),
    ],
)
def test_a_control_is_there_for_what_is_heard(utterances, found):
    assert heard_in(utterances) == found
