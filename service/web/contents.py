"""A table of contents from the headings of the text (pure)."""

from collections.abc import Sequence

from service.web.phrases import plain
from service.web.shapes import ContentsEntry, HeadingView, View

_FEWEST = 3
"""Fewer headings are found as quickly without a table of contents."""


def contents_of(views: Sequence[View]) -> tuple[ContentsEntry, ...]:
    """The headings, each with those below it; empty where there are few."""
    headings = [view for view in views if isinstance(view, HeadingView) and _text(view)]
    return _entries(headings) if len(headings) >= _FEWEST else ()


def _entries(headings: Sequence[HeadingView]) -> tuple[ContentsEntry, ...]:
    entries: list[ContentsEntry] = []
    at = 0
    while at < len(headings):
        end = _branch_end(headings, at)
        root = headings[at]
        below = _entries(headings[at + 1 : end])
        entries.append(ContentsEntry(root.id, _text(root), root.language, below))
        at = end
    return tuple(entries)


def _branch_end(headings: Sequence[HeadingView], start: int) -> int:
    own = headings[start].level
    behind = range(start + 1, len(headings))
    return next((at for at in behind if headings[at].level <= own), len(headings))


def _text(heading: HeadingView) -> str:
    return " ".join(plain(heading.phrases).split())
