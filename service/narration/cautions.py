"""What people must know of a document: pages not read, or read from a scan (pure)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.model.document import Document

_SPOKEN = ("text-from-scan", "page-is-picture", "page-is-broken", "page-took-too-long")
_SHOWN = (*_SPOKEN, "letters-unreadable", "letters-hidden")
PLACED = _SHOWN
"""Codes of warnings that are told on the page that they concern, too."""


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning and its pages, as "1~3, 5"; `is_spoken` when listeners hear of it too."""

    code: str
    pages: str
    is_spoken: bool


def cautions_of(document: Document) -> tuple[Caution, ...]:
    """The warnings that matter to people, the gravest first."""
    told = {warning.code for warning in document.warnings}
    shown = (code for code in _SHOWN if code in told)
    return tuple(Caution(code, pages_told(document, code), code in _SPOKEN) for code in shown)


def pages_told(document: Document, code: str) -> str:
    """The pages that a warning concerns, as "1~3, 5"; empty when it concerns the whole."""
    pages = {each.page for each in document.warnings if each.code == code and each.page}
    return ", ".join(_stretches(sorted(pages)))


def _stretches(pages: Iterable[int]) -> Iterator[str]:
    """Pages in a row as one: 1~3."""
    held: list[int] = []
    for page in [*pages, 0]:
        if held and page != held[-1] + 1:
            yield str(held[0]) if len(held) == 1 else f"{held[0]}~{held[-1]}"
            held = []
        held.append(page)
