"""Notes of EPUB books: taken out of their place, tied to where they are referred to.

A reference (epub:type "noteref") is replaced by a sign that no text has, so that its place is known
after blocks were made. The note follows the block that refers to it. A note that nothing refers to
stays where it stands.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from service.extract.html_text import text_of
from service.extract.office.epub_pages import types_of
from service.model.document import Anchor, Block, Boilerplate, Figure, Note, Table
from service.text.languages import main_language

_REFERENCES = frozenset({"noteref"})
_NOTES = frozenset({"footnote", "endnote", "rearnote", "note"})
_SILENT = frozenset({"pagebreak", "backlink"})
# Code points that are no characters and never will be (Unicode 23.7).
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SIGN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_MARKER = re.compile(r"\s*[\[(]?\s*(\d{1,3}|[*†‡]{1,3})\s*[.)\]]*\s*")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of a book: the member that it is in, its body."""

    path: str
    body: HtmlElement
    is_navigation: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """A note as it is printed."""

    text: str
    marker: str


def noted(chapters: Sequence[Chapter], blocks_of: Callable[[Chapter], list[Block]]) -> list[Block]:
    """Blocks of all chapters; each note behind the block that refers to it, with its anchor."""
    for chapter in chapters:
        _silence(chapter.body)
    told = list(_taken_out(chapters))
    found: list[Block] = []
    for chapter in chapters:
        for block in blocks_of(chapter):
            plain, signs = _without_signs(block)
            at = len(found)
            found.append(plain)
            for number, offset in signs:
                note = told[number]
                language = main_language(note.text, block.language)
                found.append(
                    Note(
                        note.text,
                        note.marker,
                        "footnote",
                        language,
                        block.locator,
                        anchor=Anchor(at, offset),
                    )
                )
    return found


def _silence(body: HtmlElement) -> None:
    """Take away marks of printed pages, ways back from notes, signs that would be ours."""
    for element in list(body.iter(etree.Element)):
        for name in ("text", "tail"):
            said = getattr(element, name) or ""
            if _OPEN in said or _CLOSE in said:
                setattr(element, name, said.replace(_OPEN, "").replace(_CLOSE, ""))
        if element is not body and types_of(element) & _SILENT:
            element.drop_tree()


def _taken_out(chapters: Sequence[Chapter]) -> Iterator[_Told]:
    """Notes in the order of their references; a sign stands where each reference stood."""
    notes = {
        (chapter.path, element.get("id")): element
        for chapter in chapters
        for element in chapter.body.iter(etree.Element)
        if element.get("id") and types_of(element) & _NOTES
    }
    number = 0
    for chapter in chapters:
        for reference in list(chapter.body.iter("a")):
            note = notes.pop(_target(chapter.path, reference), None)
            if note is None or not types_of(reference) & _REFERENCES:
                continue
            yield _told(note, text_of(reference))
            note.drop_tree()
            _replace(reference, f"{_OPEN}{number}{_CLOSE}")
            number += 1


def _target(path: str, reference: HtmlElement) -> tuple[str, str]:
    try:
        address = urlsplit(reference.get("href") or "")
    except ValueError:
        return "", ""
    own = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address.path)))
    return (own if address.path else path), unquote(address.fragment)


def _told(note: HtmlElement, printed: str) -> _Told:
    """The text of a note without the mark that it begins with."""
    text = text_of(note)
    own = _MARKER.match(printed) or _MARKER.match(text)
    marker = own.group(1) if own else printed
    start = _MARKER.match(text)
    if start and start.group(1) == marker:
        text = text[start.end() :]
    return _Told(text, f"{marker})" if marker.isdecimal() else marker)


def _replace(element: HtmlElement, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text


def _without_signs(block: Block) -> tuple[Block, list[tuple[int, int]]]:
    """A block as it is read, and (number of a note, offset) of each sign that was in it."""
    match block:
        case Table():
            return _table_without(block)
        case Figure() | Boilerplate():
            return block, []
        case _:
            text, signs = _text_without(block.text)
            return (replace(block, text=text), signs) if signs else (block, [])


def _table_without(table: Table) -> tuple[Block, list[tuple[int, int]]]:
    """A place in a table is the table."""
    texts = [table.caption, *(cell.text for row in table.rows for cell in row)]
    signs = [(number, 0) for text in texts for number, _ in _text_without(text)[1]]
    if not signs:
        return table, []
    rows = tuple(
        tuple(replace(cell, text=_text_without(cell.text)[0]) for cell in row) for row in table.rows
    )
    return replace(table, rows=rows, caption=_text_without(table.caption)[0]), signs


def _text_without(text: str) -> tuple[str, list[tuple[int, int]]]:
    signs: list[tuple[int, int]] = []
    parts: list[str] = []
    done = 0
    for match in _SIGN.finditer(text):
        parts.append(text[done : match.start()])
        signs.append((int(match.group(1)), sum(map(len, parts))))
        done = match.end()
    return "".join([*parts, text[done:]]), signs
