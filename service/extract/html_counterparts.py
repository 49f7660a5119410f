"""Where a release page says that the same release stands in another language (pure).

| on the page | taken |
| --- | --- |
| `<link rel="alternate" hreflang="en" href="/en/view.do?seq=12">` | yes |
| `<a hreflang="en" href="view.do?seq=12">Exploring …</a>` | yes, with its title |
| `<a href="board.es?list_no=377403">English</a>`, 영문, 영문 보도자료 보기 | yes |
| `<a href="view.do?seq=12">[영문] Exploring …</a>` | yes, with its title |
| `<a href="/eng/">ENGLISH</a>`, `/eng/main.do?mid=a20` | no: the way to another site |
| `<a lang="en" href="…">Exploring …</a>` under 이전글 | no: it does not say that it is the same |
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from service.extract.html_links import Links
from service.extract.html_text import spaced, text_of
from service.model.document import Counterpart
from service.text.editions import edition_of_link

_SHOWS = re.compile(r"view|detail|read|article|show", re.IGNORECASE)
_LAST = re.compile(r"\d{3,}(?:\.\w{2,5})?")
_LANGUAGES = ("ko", "en")


def counterparts_of(root: HtmlElement, links: Links) -> tuple[Counterpart, ...]:
    """All that are named, those first that say it in the head of the page or by `hreflang`."""
    found = (*_alternates(root, links), *_links(root, links, by_words=False))
    named = (*found, *_links(root, links, by_words=True))
    return tuple(each for each in named if _is_of_release(each.url, links.url))


def in_other_languages(found: Sequence[Counterpart], own: str) -> tuple[Counterpart, ...]:
    """The first of each language but the page's own; a title from wherever one is told."""
    first: dict[str, Counterpart] = {}
    for each in found:
        known = first.setdefault(each.language, each)
        if each.url == known.url and each.title and not known.title:
            first[each.language] = each
    return tuple(each for language, each in first.items() if language != own.partition("-")[0])


def _alternates(root: HtmlElement, links: Links) -> Iterator[Counterpart]:
    for element in root.iter("link"):
        if "alternate" in (element.get("rel") or "").lower().split():
            yield from _counterpart(_hreflang(element), links.address(element), "")


def _links(root: HtmlElement, links: Links, *, by_words: bool) -> Iterator[Counterpart]:
    for element in root.iter("a"):
        words = spaced(text_of(element) or element.get("title") or "")
        language, title = edition_of_link(words) if by_words else (_hreflang(element), words)
        if not by_words and edition_of_link(words)[0]:
            title = edition_of_link(words)[1]
        if language:
            yield from _counterpart(language, links.address(element), title)


def _counterpart(language: str, address: str, title: str) -> Iterator[Counterpart]:
    if language and address:
        yield Counterpart(language, address, title)


def _hreflang(element: HtmlElement) -> str:
    language = (element.get("hreflang") or "").lower().partition("-")[0]
    return language if language in _LANGUAGES else ""


def _is_of_release(address: str, url: str) -> bool:
    """Whether an address shows one release, and not a site, a list, or this page itself."""
    there, here = urlsplit(address), urlsplit(url)
    if (there.netloc, there.path, there.query) == (here.netloc, here.path, here.query):
        return False
    numbers = {name for name, value in parse_qsl(there.query) if value.isdecimal()}
    own = {name for name, value in parse_qsl(here.query) if value.isdecimal()}
    last = there.path.rstrip("/").rpartition("/")[2]
    is_same_board = last == here.path.rpartition("/")[2] and bool(numbers & own)
    shows = bool(_SHOWS.search(last) and numbers)
    return is_same_board or shows or _LAST.fullmatch(last) is not None
