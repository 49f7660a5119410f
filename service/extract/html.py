"""Release pages: a described site by its description, any other page by its main text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from service.errors import DocumentIsBroken, DocumentIsEmpty
from service.extract import versions
from service.extract.dates import date_in
from service.extract.html_blocks import body_blocks
from service.extract.html_boards import Board, board_of
from service.extract.html_counterparts import counterparts_of, in_other_languages
from service.extract.html_downloads import Offer, offers_of
from service.extract.html_files import file_of
from service.extract.html_links import Links, is_dynamic, scripts_of
from service.extract.html_main import main_of
from service.extract.html_text import spaced, text_of
from service.extract.notes import anchored
from service.extract.plain import decoded
from service.extract.sites import Site, site_of
from service.extract.warnings import warnings_of
from service.model.document import (
    NOWHERE,
    Attachment,
    Block,
    Document,
    Fact,
    Heading,
    Origin,
    Paragraph,
    Release,
)
from service.model.source import Resource, SourceUrl
from service.text.languages import main_language

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_TITLE_LENGTH = 100
_TITLE_WITHIN = 3
_DEPARTMENTS = {"ko": "담당부서", "en": "Department"}


def extract_html(resource: Resource) -> Release:
    """A page to a release; raises DocumentIsEmpty when it has no text, DocumentIsBroken."""
    root = _parsed(resource)
    url = resource.source.url if isinstance(resource.source, SourceUrl) else ""
    site = site_of(urlsplit(url).hostname or "")
    body = _first(root, site.body) if site else None
    # Before the body is read: lists of files in it are hidden then.
    others = counterparts_of(root, Links(url, scripts=scripts_of(root)))
    if site is None or body is None:
        release = _fallback(resource, root, url)
    else:
        release = _described(resource, root, site, body, url)
    return replace(release, counterparts=in_other_languages(others, release.language))


def _parsed(resource: Resource) -> HtmlElement:
    try:
        return lxml.html.document_fromstring(_text(resource.body))
    except (etree.ParserError, ValueError) as error:
        raise DocumentIsBroken(f"html: {error}") from error


def _text(body: bytes) -> str:
    """The text of a page by its own declaration, where that holds, without what stops a parser."""
    text = decoded(body, _declared(body)).replace("\0", "")
    return _XML_DECLARATION.sub("", text, count=1)


def _declared(body: bytes) -> str:
    found = _CHARSET.search(body[:4_096])
    return found.group(1).decode("ascii") if found else ""


def _described(
    resource: Resource, root: HtmlElement, site: Site, body: HtmlElement, url: str
) -> Release:
    title = _text_at(root, site.title)
    language = main_language(f"{title} {text_of(body)[:2_000]}", root.get("lang") or "ko")
    blocks = anchored(_titled(body_blocks(body, language), title))
    attachments = tuple(_attachments(root, site, url))
    if not blocks and not attachments:
        raise DocumentIsEmpty("the body of the page has no text")
    origin = Origin(resource.digest, f"html:{site.hosts[0]}", versions.HTML)
    return Release(
        title=title,
        agency=site.agency.get(language, ""),
        issued_on=date_in(_text_at(root, site.date)),
        language=language,
        body=Document(language, title, blocks, origin, warnings=warnings_of(blocks)),
        attachments=attachments,
        facts=tuple(_facts(root, site, language)),
    )


def _titled(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Editors repeat the title on top of the body: there it is a heading too."""
    return tuple(
        Heading(block.text, 1, block.language, block.locator)
        if at < _TITLE_WITHIN and isinstance(block, Paragraph) and _is_same(block.text, title)
        else block
        for at, block in enumerate(blocks)
    )


def _is_same(text: str, title: str) -> bool:
    """Whether two texts have the same letters and figures."""
    first, second = ("".join(filter(str.isalnum, each.lower())) for each in (text, title))
    return bool(first) and first == second


def _fallback(resource: Resource, root: HtmlElement, url: str) -> Release:
    """A page that nobody described: read as a board where it looks like one."""
    offers = offers_of(root, Links(url, scripts=scripts_of(root)))
    board = board_of(root)
    if board.body is None:
        release = _main_text(resource, root, url, offers)
    else:
        release = _of_board(resource, root, board, offers)
    return replace(
        release,
        title=board.title or release.title,
        agency=_site_name(root),
        issued_on=board.issued_on or release.issued_on,
        attachments=tuple(offer.file for offer in offers),
        facts=board.facts,
    )


def _of_board(
    resource: Resource, root: HtmlElement, board: Board, offers: Sequence[Offer]
) -> Release:
    """The body of a board; it may be a viewer without a word where the files hold the text."""
    body = board.body
    assert body is not None
    _hide_rows(body, offers)
    told = f"{board.title} {text_of(body)[:2_000]}"
    language = main_language(told, root.get("lang") or "ko")
    blocks = anchored(_titled(body_blocks(body, language), board.title))
    if not any(getattr(block, "text", "x") for block in blocks) and not offers:
        raise DocumentIsEmpty("the body of the page has no text")
    origin = Origin(resource.digest, "html", versions.HTML)
    warnings = warnings_of(blocks)
    document = Document(language, board.title, blocks, origin, warnings=warnings)
    return Release(board.title, "", "", language, document)


def _hide_rows(body: HtmlElement, offers: Sequence[Offer]) -> None:
    """Lists of files inside of the body are attachments and no text."""
    for offer in offers:
        is_part = offer.row is not body and any(each is body for each in offer.row.iterancestors())
        is_sentence = len(text_of(offer.row)) > 2 * len(offer.file.title) + _TITLE_LENGTH
        if is_part and not is_sentence:
            offer.row.set("hidden", "")


def _main_text(resource: Resource, root: HtmlElement, url: str, offers: Sequence[Offer]) -> Release:
    """Any other page: its main text with the marks in it."""
    main = main_of(root, _text(resource.body), url)
    _hide_rows(main.element, offers)
    language = main_language(text_of(main.element)[:2_000], root.get("lang") or "ko")
    title = main.title or text_of(main.element)[:_TITLE_LENGTH]
    blocks = anchored(body_blocks(main.element, language))
    if not main.is_of_page:
        blocks = tuple(replace(block, locator=NOWHERE) for block in blocks)
    origin = Origin(resource.digest, "html", versions.HTML)
    document = Document(language, title, blocks, origin, warnings=warnings_of(blocks))
    return Release(title, "", main.issued_on, language, document)


def _site_name(root: HtmlElement) -> str:
    """Whose site it is, where the page says so (Open Graph); guesses would be spoken as facts."""
    named = _first(root, "//meta[@property='og:site_name']")
    return spaced(named.get("content") or "") if named is not None else ""


def _first(root: HtmlElement, path: str) -> HtmlElement | None:
    return next(_all(root, path), None)


def _all(root: HtmlElement, path: str) -> Iterator[HtmlElement]:
    found = root.xpath(path)
    yield from (each for each in found if isinstance(each, HtmlElement))


def _text_at(root: HtmlElement, path: str) -> str:
    """The text of the first element at a path; nothing for a path that is not given."""
    found = _first(root, path) if path else None
    return text_of(found) if found is not None else ""


def _facts(root: HtmlElement, site: Site, language: str) -> Iterator[Fact]:
    for element in _all(root, site.facts):
        name, text = _first(element, site.fact_name), _first(element, site.fact_text)
        if name is not None and text is not None:
            yield Fact(text_of(name), text_of(text))
    if department := _text_at(root, site.department):
        yield Fact(_DEPARTMENTS.get(language, _DEPARTMENTS["ko"]), department)


def _attachments(root: HtmlElement, site: Site, url: str) -> Iterator[Attachment]:
    """The files of a described site; one that only a script or a POST gets has no address."""
    links = Links(url, site.file_calls, scripts_of(root), site.forms_by_get)
    for element in _all(root, site.attachments):
        name, link = _first(element, site.file_name), _first(element, site.file_link)
        facts = _first(element, site.file_facts)
        if name is None or link is None:
            continue
        address = links.address(link)
        if address or is_dynamic(link):
            told = text_of(facts) if facts is not None else ""
            yield file_of(text_of(name), address, told)
