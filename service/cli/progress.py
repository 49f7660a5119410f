"""Bars on a terminal, on standard error; nothing in a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

from service.extract.base import Progress, Tell, unheard

_LABEL_LENGTH = 40


@contextmanager
def pages_bar(label: str) -> Iterator[Tell]:
    """A bar of the pages of a document that is read; it appears with the first page."""
    if not sys.stderr.isatty():
        yield unheard
        return
    bar: ProgressBar[int] = click.progressbar(
        length=1, label=label[-_LABEL_LENGTH:], file=sys.stderr, show_pos=True, show_eta=False
    )

    def tell(progress: Progress) -> None:
        if progress.pages:
            bar.length = progress.pages
            bar.update(progress.pages_read - bar.pos)

    try:
        yield tell
    finally:
        if bar.pos:
            bar.render_finish()
