"""What a document has for ears, so that no control is offered that would do nothing in it."""

from collections.abc import Iterable

from service.model.narration import Utterance

HEADINGS, PAGES, NOTES, TABLES, ANNOUNCEMENTS = "heading", "page", "notes", "tables", "structure"
EVERYTHING = frozenset({HEADINGS, PAGES, NOTES, TABLES, ANNOUNCEMENTS})
_BY_ROLE = {
    "heading": HEADINGS,
    "note": NOTES,
    "row": TABLES,
    "header": TABLES,
    "cell": TABLES,
    "announcement": ANNOUNCEMENTS,
}


def heard_in(utterances: Iterable[Utterance]) -> frozenset[str]:
    """Which of these are heard: headings below the title, pages, notes, tables, announcements."""
    told = tuple(utterances)
    found = {_BY_ROLE[each.role] for each in told if each.role in _BY_ROLE}
    pages = {each.locator.page for each in told if each.locator.page}
    return frozenset(found | {PAGES} if len(pages) > 1 else found)
