"""The pages of EPUB books as trees of HTML elements.

They are XML: an empty <title/> or <a/> must not swallow what follows, as it would for a reader of
HTML. What is no XML is read as HTML, as reading systems do.
"""

import html
import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from service.errors import DocumentIsBroken
from service.extract.plain import decoded

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_DECLARATION = re.compile(
    r"\s*<\?xml[^>]{0,200}?(?:encoding=[\"']([\w.-]{1,30})[\"'])?[^>]{0,200}?\?>"
)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def page_of(body: bytes) -> HtmlElement:
    """The body of a page; raises DocumentIsBroken."""
    head = _DECLARATION.match(body[:400].decode("latin-1"))
    text = _UNSEEN.sub("", decoded(body, (head.group(1) or "") if head else ""))
    root = _parsed(_DECLARATION.sub("", text, count=1))
    for element in root.iter(etree.Element):
        _made_plain(element)
    found = next(root.iter("body"), None)
    return root if found is None else found


def types_of(element: HtmlElement) -> frozenset[str]:
    """What an element is for, in the words of EPUB and of DPUB-ARIA."""
    told = element.get(EPUB_TYPE) or element.get("epub:type") or ""
    roles = (element.get("role") or "").split()
    return frozenset([*told.split(), *(role.removeprefix("doc-") for role in roles)])


def _parsed(text: str) -> HtmlElement:
    try:
        return lxml.html.fromstring(_ENTITY.sub(_letter, text), parser=_parser())
    except (etree.LxmlError, ValueError):
        try:
            return lxml.html.document_fromstring(text)
        except (etree.LxmlError, ValueError) as error:
            raise DocumentIsBroken(f"epub: {error}") from error


def _parser() -> lxml.html.XHTMLParser:
    return lxml.html.XHTMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _letter(match: re.Match[str]) -> str:
    """A letter for its name in HTML; XML knows only five by itself."""
    whole = match.group(0)
    return whole if match.group(1) in _OF_XML else html.escape(html.unescape(whole), quote=False)


def _made_plain(element: etree._Element) -> None:
    """Names without namespace; a formula as what it says of itself."""
    _, is_named, name = str(element.tag).rpartition("}")
    if is_named:
        element.tag = name
    if name == "math" and element.get("alttext"):
        for child in list(element):
            element.remove(child)
        element.text = element.get("alttext")
