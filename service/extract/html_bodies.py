"""The body of a board that nobody described (pure).

It is the element that is called one (view_cont, board-content, article_body), or the cell beside or
below 내용, or what follows the head of the release; and it does not hold that head itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from service.extract.html_files import file_names_in
from service.extract.html_labels import BODY, DATE, Line, holders_of_head
from service.extract.html_text import is_seen, letters_in, text_of

_WHERE = r"board|bbs|bv|bd|brd|view|article|news|post|press|detail|read|entry|db|se|page"
_WHAT = r"con|conts?|contents?|body|txt|text|editor|data|viewer|substance|memo"
_OF_BODY = re.compile(
    rf"^(?:{_WHERE})+(?:{_WHAT})+s?(?:area|box|wrap|inner)?$|^(?:{_WHAT})+(?:{_WHERE})+$"
    "|^substance$|^cont?txt$"
)
_LONGEST_NAME = 60
_OUTSIDE = frozenset({"nav", "footer", "aside"})
_FEWEST_LETTERS = 20
_FEWEST_OF_FILES = 300
_LEVELS = 4
_FAR_MORE = 3
_NEAR = re.compile(r"이전\s*글|다음\s*글|목록|previous|next", re.IGNORECASE)

Heads = frozenset[HtmlElement]


def body_of(root: HtmlElement, lines: Sequence[Line]) -> HtmlElement | None:
    """The element of the text, or None; `lines` are all named lines of the page."""
    heads = holders_of_head(lines)
    named = (each for each in root.iter("div", "td", "dd", "article", "section") if _is_body(each))
    beside = (line.holder for line in lines if line.is_one_of(BODY))
    called = _largest(named, heads)
    if called is not None and not heads and _is_minor(called, root):
        called = None
    ways = (called, next(beside, None), _wide_cell(lines, heads))
    known = next((each for each in ways if each is not None), None)
    return _behind_head(lines, heads) if known is None else known


def _largest(elements: Iterable[HtmlElement], heads: Heads) -> HtmlElement | None:
    """The element with the most letters of those that do not hold the head of the release."""
    return max((each for each in elements if each not in heads), key=letters_in, default=None)


def _is_minor(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether far more paragraphs stand together elsewhere: then this is a card beside a text.

    An element that only shows a file is a body however few letters it has.
    """
    if next(element.iter("iframe", "object", "embed"), None) is not None:
        return False
    together: Counter[HtmlElement] = Counter()
    for paragraph in root.iter("p"):
        together[next(paragraph.iterancestors(), paragraph)] += letters_in(paragraph)
    (most, letters), *_ = together.most_common(1) or [(element, 0)]
    is_within = any(each is element for each in (most, *most.iterancestors()))
    return not is_within and letters > _FAR_MORE * letters_in(element)


def _is_body(element: HtmlElement) -> bool:
    """Whether an element is called a body, and is no part of the frame of the site."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    plain = (re.sub(r"[-_\d]", "", name).lower() for name in names)
    called = any(_OF_BODY.match(name[:_LONGEST_NAME]) for name in plain)
    if not (called or element.get("itemprop") == "articleBody"):
        return False
    return is_seen(element) and not any(each.tag in _OUTSIDE for each in element.iterancestors())


def _wide_cell(lines: Sequence[Line], heads: Heads) -> HtmlElement | None:
    """The cell of an old board's table that spans it and holds the most text."""
    tables = (table for line in lines for table in line.holder.iterancestors("table"))
    own = [table for table in dict.fromkeys(tables) if table in heads]
    cells = (cell for table in own for cell in table.iter("td") if _spans(cell))
    return _largest((each for each in cells if letters_in(each) >= _FEWEST_LETTERS), heads)


def _spans(cell: HtmlElement) -> bool:
    row = cell.getparent()
    alone = row is not None and len(row) == 1
    return alone or (cell.get("colspan") or "1") not in ("", "0", "1")


def _behind_head(lines: Sequence[Line], heads: Heads) -> HtmlElement | None:
    """The largest element that follows the line with the date, at the first level that has one."""
    dated = next((line.holder for line in lines if line.is_one_of(DATE)), None)
    if dated is None:
        return None
    levels = (dated, *islice(dated.iterancestors(), _LEVELS))
    found = (_largest(_followers(element), heads) for element in levels)
    return next((each for each in found if each is not None), None)


def _followers(element: HtmlElement) -> Iterator[HtmlElement]:
    """What stands behind an element and may be a body: no list of files, no other release."""
    for each in element.itersiblings("div", "section", "article"):
        text = text_of(each)
        is_list = _NEAR.match(text) or (file_names_in(text) and len(text) < _FEWEST_OF_FILES)
        if len(text) >= _FEWEST_LETTERS and not is_list:
            yield each
