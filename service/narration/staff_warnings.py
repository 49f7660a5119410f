"""Everything that those who publish a document should know of it, grouped with its pages (pure)."""

from dataclasses import dataclass

from service.model.document import Document
from service.narration.cautions import pages_told

CODES = (
    *("page-is-broken", "page-took-too-long", "page-is-picture", "text-from-scan"),
    *("letters-unreadable", "order-doubtful", "tags-unusable", "no-tags", "no-language"),
    *("table-without-headers", "figure-without-text", "letters-hidden"),
)
"""Every code of a `DocumentWarning`, the gravest first."""


@dataclass(frozen=True, slots=True)
class StaffWarning:
    """A warning and its pages, as "1~3, 5"; `pages` is empty when it concerns the whole."""

    code: str
    pages: str


def staff_warnings_of(document: Document) -> tuple[StaffWarning, ...]:
    """All warnings of a document, the gravest first; a code that is not known comes last."""
    told = {warning.code for warning in document.warnings}
    codes = [code for code in CODES if code in told] + sorted(told.difference(CODES))
    return tuple(StaffWarning(code, pages_told(document, code)) for code in codes)
