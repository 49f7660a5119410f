"""EPUB books to releases (EPUB 3.3 and 2.0.1): container, package document, chapters in order.

Chapters are pages, and the code that reads the bodies of pages reads them.
"""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from lxml import etree

from service.errors import DocumentHasNoText, DocumentIsBroken, DocumentIsRightsManaged
from service.extract import versions
from service.extract.html_blocks import body_blocks
from service.extract.html_text import text_of
from service.extract.notes import anchored
from service.extract.office.epub_notes import Chapter, noted
from service.extract.office.epub_pages import page_of
from service.extract.office.package import Package
from service.model.document import Block, Boilerplate, Document, Figure, Heading, Origin, Release
from service.model.source import Resource
from service.text.languages import main_language

_MIMETYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
# Fonts are scrambled so that nobody takes them out; letters are not touched by it.
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_DEEPEST_HEADING = 6
_MOST_PAGES = 5_000


@dataclass(frozen=True, slots=True)
class _Entry:
    """A page of the book: its member, whether it is the navigation, whether it is read in turn."""

    path: str
    is_navigation: bool
    is_linear: bool


def is_epub(package: Package) -> bool:
    """Whether a package is a book; one that forgot its mimetype still has its container."""
    if _CONTAINER not in package.names:
        return False
    is_named = "mimetype" in package.names and package.read("mimetype").strip() == _MIMETYPE
    return is_named or any(name.endswith(".opf") for name in package.names)


def extract_epub(resource: Resource, package: Package) -> Release:
    """Read a book.

    Raises DocumentIsRightsManaged when more than its fonts is encrypted, DocumentIsBroken,
    DocumentHasNoText, DocumentTookTooLong.
    """
    _check_open(package)
    root, folder = _package_document(package)
    title, told = _said(root, "title"), _said(root, "language").partition("-")[0].lower()
    entries = list(_entries(root, folder))[:_MOST_PAGES]
    chapters = [
        Chapter(entry.path, page_of(package.read(entry.path)), entry.is_navigation)
        for entry in sorted(entries, key=lambda entry: not entry.is_linear)
        if entry.path in package.names
    ]
    text = " ".join(text_of(chapter.body)[:2_000] for chapter in chapters)
    language = main_language(text, told if told in ("ko", "en") else "ko")
    blocks = anchored(_levelled(noted(chapters, lambda chapter: _blocks(chapter, language))))
    if not any(not isinstance(block, (Boilerplate, Figure)) for block in blocks):
        raise DocumentHasNoText(f"epub: no letters in {len(chapters)} chapters")
    title = title or next((b.text for b in blocks if isinstance(b, Heading)), "")
    origin = Origin(resource.digest, "epub", versions.OFFICE)
    body = Document(language, title, blocks, origin)
    return Release(title or resource.name, "", "", language, body)


def _check_open(package: Package) -> None:
    """Real encryption names another method than those that only scramble fonts (OCF 4.2.6.3)."""
    if _ENCRYPTION not in package.names:
        return
    for method in package.xml(_ENCRYPTION).iter("{*}EncryptionMethod"):
        if method.get("Algorithm") not in _OF_FONTS:
            raise DocumentIsRightsManaged("epub: encrypted chapters")


def _package_document(package: Package) -> tuple[etree._Element, str]:
    """The document that lists the chapters, and the folder that its names start from."""
    for file in package.xml(_CONTAINER).iter("{*}rootfile"):
        path = posixpath.normpath(file.get("full-path", ""))
        if path in package.names:
            return package.xml(path), posixpath.dirname(path)
    raise DocumentIsBroken("epub: the container names no package document")


def _said(root: etree._Element, name: str) -> str:
    """The first of its kind in the metadata (Dublin Core)."""
    found = root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}")
    return next((" ".join((each.text or "").split()) for each in found), "")


def _entries(root: etree._Element, folder: str) -> Iterator[_Entry]:
    """Pages in the order of the spine, each once."""
    items = {item.get("id", ""): item for item in root.iter("{*}item")}
    seen: set[str] = set()
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        path = _path(folder, item.get("href", ""))
        if path in seen:
            continue
        seen.add(path)
        is_navigation = "nav" in item.get("properties", "").split()
        yield _Entry(path, is_navigation, reference.get("linear") != "no")


def _path(folder: str, href: str) -> str:
    try:
        own = unquote(urlsplit(href).path)
    except ValueError:
        return ""
    return posixpath.normpath(posixpath.join(folder, own))


def _blocks(chapter: Chapter, language: str) -> list[Block]:
    """Blocks of a chapter; a page of contents is kept and not read."""
    if chapter.is_navigation:
        text = " ".join(" ".join(chapter.body.itertext()).split())
        return [Boilerplate(text, "navigation", main_language(text, language))] if text else []
    return [
        replace(
            block,
            locator=replace(block.locator, selector=f"{chapter.path}{block.locator.selector}"),
        )
        for block in body_blocks(chapter.body, language)
    ]


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """Only a title has level 1: where every chapter has one, chapters are a level below it."""
    firsts = sum(isinstance(block, Heading) and block.level == 1 for block in blocks)
    if firsts < 2:  # noqa: PLR2004 - more than one
        return list(blocks)
    return [
        replace(block, level=min(block.level + 1, _DEEPEST_HEADING))
        if isinstance(block, Heading)
        else block
        for block in blocks
    ]
