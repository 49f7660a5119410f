"""Words of a release page, lent to the reading of its attachments.

A PDF wraps words; the page beside it often spells them whole.
"""

import re

from service.errors import ListenError
from service.model.document import Release, Table
from service.model.source import SourceUrl
from service.store.base import Shelf
from service.usecases.services import Services
from service.usecases.tickets import ticket_of

_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z]{3,}")
_MOST_WORDS = 5_000


def lend_words(services: Services, release: Release) -> None:
    """Keep the words of a page for each of its files; an address nobody may read gets none."""
    if not (words := words_of(release)):
        return
    for file in release.attachments:
        try:
            source = services.door.admit(file.url) if file.url else None
        except ListenError:
            continue
        if source is not None:
            services.store.put(Shelf.WORDS, ticket_of(source), words.encode())


def words_for(services: Services, source: SourceUrl) -> str:
    """The words of the page that offers a file, as far as one was read; else nothing."""
    kept = services.store.get(Shelf.WORDS, ticket_of(source))
    return kept.decode() if kept else ""


def words_of(release: Release) -> str:
    """Every word of a page once, parted by spaces."""
    texts = [release.title]
    for block in release.body.blocks:
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row]
        else:
            texts.append(getattr(block, "text", ""))
    found = sorted({word for text in texts for word in _WORD.findall(text)})
    return " ".join(found[:_MOST_WORDS])
