"""Release pages: a described site by its description, any other page by its main text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import lxml.html
import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from service.errors import DocumentIsBroken, DocumentIsEmpty
from service.extract import versions
from service.extract.dates import date_in
from service.extract.html_blocks import body_blocks
from service.extract.html_text import spaced, text_of
from service.extract.notes import anchored
from service.extract.plain import decoded
from service.extract.sites import Site, site_of
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
_SIZE = re.compile(r"([\d,.]+)\s*([KMG]?)B\b", re.IGNORECASE)
_COUNT = re.compile(r"([A-Za-z가-힣]+)\s*([\d,]+)")
_TITLE_LENGTH = 100
_TITLE_WITHIN = 3
_SCALE = {"": 1, "K": 1_024, "M": 1_024**2, "G": 1_024**3}
_PREVIEWS = ("preview", "미리보기")
_DOWNLOADS = ("download", "다운로드", "내려받기")
_FILES = re.compile(r"\.(pdf|hwpx?|docx?|epub|xlsx?|pptx?|zip)(?:$|[?#])", re.IGNORECASE)
_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "hwpx": "application/hwp+zip",
    "hwp": "application/x-hwp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
}


def extract_html(resource: Resource) -> Release:
    """A page to a release; raises DocumentIsEmpty when it has no text, DocumentIsBroken."""
    root = _parsed(resource)
    url = resource.source.url if isinstance(resource.source, SourceUrl) else ""
    site = site_of(urlsplit(url).hostname or "")
    body = _first(root, site.body) if site else None
    if site is None or body is None:
        return _fallback(resource, root, url)
    return _described(resource, root, site, body, url)


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
    heading = _first(root, site.title)
    title = text_of(heading) if heading is not None else ""
    language = main_language(f"{title} {text_of(body)[:2_000]}", root.get("lang") or "ko")
    blocks = anchored(_titled(body_blocks(body, language), title))
    if not blocks:
        raise DocumentIsEmpty("the body of the page has no text")
    dated = _first(root, site.date)
    origin = Origin(resource.digest, f"html:{site.hosts[0]}", versions.HTML)
    return Release(
        title=title,
        agency=site.agency.get(language, ""),
        issued_on=date_in(text_of(dated) if dated is not None else ""),
        language=language,
        body=Document(language, title, blocks, origin),
        attachments=tuple(_attachments(root, site, url)),
        facts=tuple(_facts(root, site)),
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
    """A page that nobody described: trafilatura finds its main text, we read its marks."""
    text = _text(resource.body)
    found = trafilatura.extract(
        text, output_format="html", include_tables=True, include_comments=False, favor_recall=True
    )
    if not found:
        raise DocumentIsEmpty("no main text was found on the page")
    told = trafilatura.extract_metadata(text, default_url=url or None)
    main = lxml.html.document_fromstring(found)
    language = main_language(text_of(main)[:2_000], root.get("lang") or "ko")
    title = (told.title or "").strip() or text_of(main)[:_TITLE_LENGTH]
    # Places in the text that was found are not places in the page.
    blocks = anchored([replace(block, locator=NOWHERE) for block in body_blocks(main, language)])
    return Release(
        title=title,
        agency=_site_name(root),
        issued_on=date_in(told.date or ""),
        language=language,
        body=Document(language, title, blocks, Origin(resource.digest, "html", versions.HTML)),
        attachments=tuple(_linked_files(root, url)),
    )


def _site_name(root: HtmlElement) -> str:
    """Whose site it is, where the page says so (Open Graph); guesses would be spoken as facts."""
    named = _first(root, "//meta[@property='og:site_name']")
    return spaced(named.get("content") or "") if named is not None else ""


def _first(root: HtmlElement, path: str) -> HtmlElement | None:
    return next(_all(root, path), None)


def _all(root: HtmlElement, path: str) -> Iterator[HtmlElement]:
    found = root.xpath(path)
    yield from (each for each in found if isinstance(each, HtmlElement))


def _facts(root: HtmlElement, site: Site) -> Iterator[Fact]:
    for element in _all(root, site.facts):
        name, text = _first(element, site.fact_name), _first(element, site.fact_text)
        if name is not None and text is not None:
            yield Fact(text_of(name), text_of(text))


def _attachments(root: HtmlElement, site: Site, url: str) -> Iterator[Attachment]:
    for element in _all(root, site.attachments):
        name, link = _first(element, site.file_name), _first(element, site.file_link)
        facts = _first(element, site.file_facts)
        address = _address(link, url) if link is not None else ""
        if name is not None and address:
            told = text_of(facts) if facts is not None else ""
            yield _attachment(text_of(name), address, told)


def _address(link: HtmlElement, url: str) -> str:
    """Where a link leads, or nothing: scripts and pages without an address of their own."""
    target = (link.get("href") or "").strip()
    try:
        address = urljoin(url, target) if target else ""
    except ValueError:
        return ""
    return address if urlsplit(address).scheme in ("http", "https") else ""


def _attachment(title: str, address: str, told: str) -> Attachment:
    counts = {name.lower(): int(number.replace(",", "")) for name, number in _COUNT.findall(told)}
    ending = title.rpartition(".")[2].lower()
    return Attachment(
        title=title,
        url=address,
        media_type=_MEDIA_TYPES.get(ending, ""),
        size_bytes=_size(told),
        downloads=next((counts[name] for name in _DOWNLOADS if name in counts), 0),
        previews=next((counts[name] for name in _PREVIEWS if name in counts), 0),
    )


def _size(text: str) -> int:
    match = _SIZE.search(text)
    if match is None:
        return 0
    try:
        return round(float(match.group(1).replace(",", "")) * _SCALE[match.group(2).upper()])
    except ValueError:
        return 0


def _linked_files(root: HtmlElement, url: str) -> Iterator[Attachment]:
    """Links to files by their ending, each once."""
    seen: set[str] = set()
    for link in root.iter("a"):
        address = _address(link, url)
        if _FILES.search(address) and address not in seen:
            seen.add(address)
            yield _attachment(text_of(link) or address.rpartition("/")[2], address, "")
