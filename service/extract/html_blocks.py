"""Elements of a page's body to blocks, in document order (pure)."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from service.extract.captions import with_captions
from service.extract.marks import blocks_of
from service.model.document import (
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Locator,
    Table,
)
from service.text.languages import main_language

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "iframe", "form", "button", "nav", "object", "svg"}
)
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "ul", "ol", "li", "table", "blockquote", "dl", "dt", "dd"}
    | {"figure", "center", "main", "header", "footer", "aside", "pre", "address", *_HEADINGS}
)
_SPACE = re.compile(r"\s+")


def body_blocks(body: HtmlElement, default: str) -> tuple[Block, ...]:
    """All blocks below an element; text outside of any paragraph counts as one."""
    return with_captions(list(_walk(body, default, 0)))


def text_of(element: HtmlElement) -> str:
    """The text of an element as a reader sees it: white space is one space, <br> is one too."""
    return _SPACE.sub(" ", "".join(_texts(element))).strip()


def _texts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED:
            yield ""
        elif child.tag == "br":
            yield " "
        else:
            yield from _texts(child)
        yield child.tail or ""


def _walk(element: HtmlElement, default: str, depth: int) -> Iterator[Block]:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SKIPPED:
        return
    if tag == "table":
        yield from _table(element, default)
    elif tag in _HEADINGS:
        yield from _heading(element, _HEADINGS[tag], default)
    elif tag in ("ul", "ol"):
        yield from _list(element, default, depth)
    elif any(child.tag in _BLOCKS for child in element.iter() if child is not element):
        yield from _mixed(element, default, depth)
    else:
        yield from _figures(element, default)
        yield from _paragraph(text_of(element), element, default)


def _mixed(element: HtmlElement, default: str, depth: int) -> Iterator[Block]:
    """An element with blocks inside: stray text between them makes paragraphs too."""
    yield from _paragraph(_SPACE.sub(" ", element.text or "").strip(), element, default)
    for child in element:
        yield from _walk(child, default, depth)
        yield from _paragraph(_SPACE.sub(" ", child.tail or "").strip(), element, default)


def _paragraph(text: str, element: HtmlElement, default: str) -> Iterator[Block]:
    if text:
        yield from blocks_of(text, _locator(element), default)


def _heading(element: HtmlElement, level: int, default: str) -> Iterator[Block]:
    if text := text_of(element):
        yield Heading(text, level, main_language(text, default), _locator(element))


def _list(element: HtmlElement, default: str, depth: int) -> Iterator[Block]:
    for number, item in enumerate(element.iterchildren("li"), 1):
        inner = [child for child in item if child.tag in ("ul", "ol")]
        for child in inner:
            item.remove(child)
        if text := text_of(item):
            marker = f"{number}." if element.tag == "ol" else "•"
            language = main_language(text, default)
            yield ListItem(text, marker, depth, language, _locator(item))
        for child in inner:
            yield from _list(child, default, depth + 1)


def _figures(element: HtmlElement, default: str) -> Iterator[Block]:
    for image in element.iter("img"):
        alt = _SPACE.sub(" ", image.get("alt") or "").strip()
        yield Figure(alt, main_language(alt, default), _locator(image))


def _table(element: HtmlElement, default: str) -> Iterator[Block]:
    """A table of data; one with a single column or row only sets things out on the page."""
    rows = [row for row in element.iter("tr") if _owner(row) is element]
    cells = tuple(tuple(_cell(cell) for cell in row.iterchildren("td", "th")) for row in rows)
    if len(cells) < 2 or max(len(row) for row in cells) < 2:  # noqa: PLR2004 - two make a table
        for row in rows:
            for cell in row.iterchildren("td", "th"):
                yield from _walk_cell(cell, default)
        return
    captions = [text_of(caption) for caption in element.iterchildren("caption")]
    text = " ".join(cell.text for row in cells for cell in row)
    yield Table(
        rows=cells,
        header_rows=max(1, _header_rows(rows)),
        caption=next(iter(captions), ""),
        language=main_language(text, default),
        locator=_locator(element),
    )


def _walk_cell(cell: HtmlElement, default: str) -> Iterator[Block]:
    yield from _mixed(cell, default, 0) if len(cell) else _paragraph(text_of(cell), cell, default)


def _owner(row: HtmlElement) -> HtmlElement | None:
    return next(row.iterancestors("table"), None)


def _header_rows(rows: list[HtmlElement]) -> int:
    count = 0
    for row in rows:
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        cells = list(row.iterchildren("td", "th"))
        if not in_head and not all(cell.tag == "th" for cell in cells):
            break
        count += 1
    return count


def _cell(element: HtmlElement) -> Cell:
    return Cell(text_of(element), _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: HtmlElement, name: str) -> int:
    text = element.get(name) or "1"
    return max(1, min(1_000, int(text))) if text.isascii() and text.isdigit() else 1


def _locator(element: HtmlElement) -> Locator:
    return Locator(selector=element.getroottree().getpath(element))
