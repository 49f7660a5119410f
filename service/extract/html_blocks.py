"""Elements of a page's body to blocks, in document order (pure).

Editors of offices write paragraphs in three ways: as <p>, as <div> in <div>, and as one block in
which every line ends in <br>. All three give the same blocks.
"""

from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from service.extract.captions import with_captions
from service.extract.html_tables import table_of
from service.extract.html_text import BREAK, as_lines, is_seen, spaced, text_of, texts
from service.extract.marks import begins_anew, blocks_of
from service.model.document import Block, Figure, Heading, ListItem, Locator
from service.text.languages import main_language

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "ul", "ol", "li", "table", "blockquote", "dl", "dt", "dd"}
    | {"figure", "center", "main", "header", "footer", "aside", "pre", "address", "hr", *_HEADINGS}
    | {"figcaption", "details", "summary", "fieldset"}
)
_LISTS = frozenset({"ul", "ol"})
_TERMINAL = (".", "!", "?", "。", ".”", ".’", '."')

Piece = str | HtmlElement
"""Text, or an element that stands within a line."""


def body_blocks(body: HtmlElement, default: str) -> tuple[Block, ...]:
    """All blocks below an element; text outside of any paragraph counts as one."""
    return with_captions(list(_walk(body, default, 0)))


def _walk(element: HtmlElement, default: str, depth: int) -> Iterator[Block]:
    if not is_seen(element):
        return
    tag = str(element.tag)
    if tag == "table":
        yield from _table(element, default)
    elif tag in _HEADINGS:
        yield from _heading(element, _HEADINGS[tag], default)
    elif tag in _LISTS:
        yield from _list(element, default, depth)
    else:
        yield from _flow(element, default, depth)


def _flow(element: HtmlElement, default: str, depth: int) -> Iterator[Block]:
    """Blocks inside of an element, and paragraphs of what stands between them."""
    line: list[Piece] = [as_lines(element, element.text)]
    for child in element:
        if _holds_blocks(child):
            yield from _paragraphs(line, element, default)
            yield from _walk(child, default, depth)
            line = [as_lines(element, child.tail)]
        else:
            line += [child, as_lines(element, child.tail)]
    yield from _paragraphs(line, element, default)


def _holds_blocks(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and any(each.tag in _BLOCKS for each in element.iter())


def _paragraphs(pieces: Sequence[Piece], element: HtmlElement, default: str) -> Iterator[Block]:
    """Pictures, then the paragraphs of some text: its lines, joined where they go on."""
    inline = [piece for piece in pieces if not isinstance(piece, str)]
    yield from (figure for each in inline for figure in _figures(each, default))
    for text in _joined_lines("".join(_flat(pieces))):
        yield from blocks_of(text, _locator(element), default)


def _flat(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        else:
            yield from texts(piece)


def _joined_lines(text: str) -> Iterator[str]:
    """Lines between <br>; an empty one, a mark or a finished sentence ends a paragraph."""
    gathered: list[str] = []
    for line in map(spaced, text.split(BREAK)):
        if gathered and (not line or begins_anew(line) or gathered[-1].endswith(_TERMINAL)):
            yield " ".join(gathered)
            gathered = []
        if line:
            gathered.append(line)
    if gathered:
        yield " ".join(gathered)


def _heading(element: HtmlElement, level: int, default: str) -> Iterator[Block]:
    if text := text_of(element):
        yield Heading(text, level, main_language(text, default), _locator(element))


def _list(element: HtmlElement, default: str, depth: int) -> Iterator[Block]:
    """Items; a list inside of an item goes one deeper, anything else in it follows it."""
    for number, item in enumerate(element.iterchildren("li"), 1):
        inner = [child for child in item if child.tag in _LISTS or child.tag == "table"]
        if text := text_of(item, without=inner):
            marker = f"{number}." if element.tag == "ol" else "•"
            yield ListItem(text, marker, depth, main_language(text, default), _locator(item))
        for child in inner:
            yield from _walk(child, default, depth + 1)


def _figures(element: HtmlElement, default: str) -> Iterator[Block]:
    """Pictures; one whose description is empty on purpose only decorates (HTML 4.8.4.4.6)."""
    for image in element.iter("img"):
        alt = spaced(image.get("alt") or "")
        if alt or image.get("alt") is None:
            yield Figure(alt, main_language(alt, default), _locator(image))


def _table(element: HtmlElement, default: str) -> Iterator[Block]:
    """A table of data; one with a single column or row only sets things out on the page."""
    table = table_of(element, default, _locator(element))
    if table is not None:
        yield table
        return
    for cell in element.iter("td", "th"):
        if next(cell.iterancestors("table"), None) is element:
            yield from _flow(cell, default, 0)


def _locator(element: HtmlElement) -> Locator:
    return Locator(selector=element.getroottree().getpath(element))
