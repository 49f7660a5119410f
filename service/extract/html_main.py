"""The main text of any page, where nothing says that it is a board."""

from dataclasses import dataclass

import lxml.html
import trafilatura
from lxml.html import HtmlElement

from service.errors import DocumentIsEmpty
from service.extract.dates import date_in
from service.extract.html_text import is_seen, text_of
from service.text.likeness import Stretches, share, stretches_of

_MOST_OF_IT = 0.9
_LITTLE_MORE = 1.5


@dataclass(frozen=True, slots=True)
class Main:
    """The main text and what trafilatura tells of the page.

    `is_of_page` says whether `element` is one of the page itself, so that its places are right.
    """

    element: HtmlElement
    is_of_page: bool
    title: str
    issued_on: str


def main_of(root: HtmlElement, text: str, url: str) -> Main:
    """Trafilatura finds the main text; the element that holds it keeps its structure better.

    Raises DocumentIsEmpty when nothing is found.
    """
    found = trafilatura.extract(
        text, output_format="html", include_tables=True, include_comments=False, favor_recall=True
    )
    if not found:
        raise DocumentIsEmpty("no main text was found on the page")
    told = trafilatura.extract_metadata(text, default_url=url or None)
    main = lxml.html.document_fromstring(found)
    holder = _holder(root, stretches_of(text_of(main)))
    fits = len(text_of(holder)) <= _LITTLE_MORE * len(text_of(main))
    element = holder if fits else main
    return Main(element, fits, (told.title or "").strip(), date_in(told.date or ""))


def _holder(element: HtmlElement, wanted: Stretches) -> HtmlElement:
    """The innermost element that holds nearly all of a text."""
    for child in element:
        if is_seen(child) and share(wanted, stretches_of(text_of(child))) >= _MOST_OF_IT:
            return _holder(child, wanted)
    return element
