"""The text of an element as a reader sees it (pure)."""

import re
from collections.abc import Collection, Iterator

from lxml.html import HtmlElement

BREAK = "\u2028"
"""Where a line ends on purpose (<br>): the line separator of Unicode, which is white space too."""

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "iframe", "form", "button", "nav", "object", "svg"}
    | {"head", "select", "textarea", "audio", "video", "canvas"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Paragraphs in a cell or an item: their words do not run into each other.
_APART = frozenset({"p", "div", "li", "dt", "dd", "tr", "td", "th", "blockquote", "section"})
_SPACE = re.compile(r"\s+")
# Controls, soft hyphens, joiners: nothing to see and nothing to say.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200d\u2060\ufeff]")


def is_seen(element: HtmlElement) -> bool:
    """Whether an element is text for a reader: no comment, no script, nothing hidden."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return False
    return element.get("hidden") is None and not _HIDDEN.search(element.get("style") or "")


def spaced(text: str) -> str:
    """A text whose white space is one space at a time, as pages show it."""
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


def text_of(element: HtmlElement, without: Collection[HtmlElement] = ()) -> str:
    """All text of an element in one line, some of its children left out."""
    return spaced("".join(texts(element, without)))


def letters_in(element: HtmlElement) -> int:
    """About how many letters an element shows: cheap, so that many can be compared."""
    seen = (each for each in element.iter() if is_seen(each))
    return sum(len(spaced(each.text or "")) for each in seen)


def texts(element: HtmlElement, without: Collection[HtmlElement] = ()) -> Iterator[str]:
    """The pieces of text in an element, `BREAK` for every <br>."""
    if not is_seen(element):
        return
    if element.tag == "br" or element in without:
        yield BREAK
        return
    apart = BREAK if element.tag in _APART else ""
    yield apart + as_lines(element, element.text)
    for child in element:
        yield from texts(child, without)
        yield as_lines(element, child.tail)
    yield apart


def as_lines(element: HtmlElement, text: str | None) -> str:
    """Text right below an element; in <pre>, the ends of its lines count."""
    return (text or "").replace("\n", BREAK) if element.tag == "pre" else text or ""
