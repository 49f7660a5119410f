"""Floors of how right documents are read; `make bench-documents` prints the figures."""

import pytest

from service.extract.transcript import transcript_of
from tests.generated.manners import MANNERS, printed
from tests.generated.scoring import score
from tests.unit.extract.documents import read

SEEDS = (1, 2)


@pytest.mark.parametrize("kind", MANNERS)
def test_generated_documents_are_read_right(kind):
    for seed in SEEDS:
        document = printed(kind, seed)
        found = score(document, transcript_of(read(document.body).body))
        assert found.rows == 1.0
        assert found.likeness > 0.98
        assert found.ends > 0.97
        assert found.joins > 0.9
        assert found.spoken_numbers == 0
