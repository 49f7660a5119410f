"""The files that a page offers, wherever and however it offers them (pure).

A file is a link, button or input whose words, title or row name a file, or whose address ends like
one. Links that only show a file (미리보기, 바로보기) are no offer of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from service.extract.html_files import ENDINGS, file_name_in, file_names_in, file_of
from service.extract.html_links import Links, is_dynamic
from service.extract.html_text import spaced
from service.model.document import Attachment

_LINKS = ("a", "button", "input")
_OUTSIDE = frozenset({"nav", "footer", "aside"})
_ROWS = frozenset({"li", "tr", "dd", "td", "p", "body"})
_PRESSED = ("submit", "button", "image")
_UNHEARD = frozenset({"script", "style", "noscript", "template"})
_LONGEST_ROW, _LONGEST_TEXT = 300, 2_000
_FURTHEST, _HIGHEST, _MOST_ELEMENTS = 20, 6, 200
_ENDS_LIKE_FILE = re.compile(rf"\.(?:{ENDINGS})(?:$|[?#])", re.IGNORECASE)
_ONLY_SHOWS = re.compile(
    r"미리\s*보기|바로\s*보기|바로\s*듣기|음성\s*듣기|뷰어|preview|viewer", re.IGNORECASE
)
_OF_FILES = re.compile(r"attach|(?:^|[\W_])(?:add)?_?files?(?:$|[\W_]|list|down)", re.IGNORECASE)
_FETCHES = re.compile(r"/[^?#]*down[^?#]*\?|[?&](?:file|atch|attach)", re.IGNORECASE)
_GIVE_WORDS = re.compile(r"다운로드|내려\s*받기|받기|저장|download|save", re.IGNORECASE)
_GIVES = re.compile(r"다운|내려\s*받기|받기|저장|download|save", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """A file on a page, and the element around everything that is said of it."""

    file: Attachment
    row: HtmlElement


def offers_of(root: HtmlElement, links: Links) -> tuple[Offer, ...]:
    """All files, each once: by address, and by name where one of its links has no address."""
    found: dict[str, Offer] = {}
    addresses: set[str] = set()
    for element in root.iter(*_LINKS):
        offer = _offer(element, links)
        if offer is None or offer.file.url in addresses:
            continue
        known = found.get(offer.file.title)
        if known is None or (offer.file.url and not known.file.url):
            found[offer.file.title] = offer
            addresses |= {offer.file.url} - {""}
    return tuple(found.values())


def _offer(element: HtmlElement, links: Links) -> Offer | None:
    words = words_of(element)
    told = f"{words} {element.get('title') or ''} {element.get('aria-label') or ''}"
    if _is_outside(element) or (_ONLY_SHOWS.search(told) and not _GIVES.search(told)):
        return None
    address = links.address(element)
    name = _name(element, words, address)
    if not name or not (address or is_dynamic(element)):
        return None
    row = _row(element, name)
    beside = words_of(row) if row is not element else f"{words} {_behind(element)}"
    return Offer(file_of(name, address, beside.replace(name, " ")), row)


def words_of(element: HtmlElement) -> str:
    """The words of an element with those of its buttons and forms; of a large one, the first."""
    if element.tag == "input":
        return spaced(element.get("value") or element.get("alt") or "")
    gathered: list[str] = []
    length = 0
    for text in _words(element):
        gathered.append(text)
        length += len(text)
        if length > _LONGEST_TEXT:
            break
    return spaced(" ".join(gathered))


def _words(element: HtmlElement) -> Iterator[str]:
    for each in islice(element.iter(), _MOST_ELEMENTS):
        if isinstance(each.tag, str) and each.tag not in _UNHEARD:
            yield (each.text or "").strip()
        if each is not element:
            yield (each.tail or "").strip()


def _is_outside(element: HtmlElement) -> bool:
    if element.tag == "input" and (element.get("type") or "").lower() not in _PRESSED:
        return True
    return any(each.tag in _OUTSIDE for each in element.iterancestors())


def _name(element: HtmlElement, words: str, address: str) -> str:
    own = (words, element.get("download"), element.get("title"), element.get("aria-label"))
    for text in own:
        if name := file_name_in(spaced(text or "")):
            return name
    if _GIVES.search(f"{words} {element.get('title') or ''}") and (name := _beside(element)):
        return name
    if _ENDS_LIKE_FILE.search(address):
        return words or unquote(re.split("[?#]", address)[0].rpartition("/")[2])
    is_file = _FETCHES.search(address) and _is_among_files(element)
    return _titled(element, words) if is_file else ""


def _titled(element: HtmlElement, words: str) -> str:
    """What a file without a name is called: its link, or its row where that says 내려받기."""
    if not _GIVES.search(words):
        return words
    row = next(element.iterancestors("li", "tr", "p", "dd"), element)
    return spaced(_ONLY_SHOWS.sub(" ", _GIVE_WORDS.sub(" ", words_of(row)[:_LONGEST_ROW]))) or words


def _is_among_files(element: HtmlElement) -> bool:
    """Whether a link without the name of a file stands in a list of files by its name."""
    above = islice(element.iterancestors("ul", "ol", "dl", "div", "td", "p"), _HIGHEST)
    return any(_OF_FILES.search(f"{each.get('class')} {each.get('id')}") for each in above)


def _beside(element: HtmlElement) -> str:
    """The one name of a file in the row of a link that only says 내려받기."""
    for above in islice(element.iterancestors(), _HIGHEST):
        names = file_names_in(text) if len(text := words_of(above)) <= _LONGEST_ROW else set()
        if names or above.tag in _ROWS - {"td"}:
            return file_name_in(text) if len(names) == 1 else ""
    return ""


def _row(element: HtmlElement, name: str) -> HtmlElement:
    """The widest element around a link that names no other file."""
    row = element
    for above in islice(element.iterancestors(), _HIGHEST):
        text = words_of(above)
        if len(text) > _LONGEST_ROW or above.tag == "body" or len(_others(text, name)) > 0:
            break
        row = above
        if row.tag in _ROWS - {"td", "p"}:
            break
    return row


def _others(text: str, name: str) -> set[str]:
    return {each for each in file_names_in(text) if not each.endswith(name)}


def _behind(element: HtmlElement) -> str:
    """What stands behind a link up to the next one that names a file."""
    return spaced(" ".join(_pieces_behind(element)))


def _pieces_behind(element: HtmlElement) -> Iterator[str]:
    yield element.tail or ""
    for each in islice(element.itersiblings(), _FURTHEST):
        text = words_of(each) if isinstance(each.tag, str) else ""
        if file_name_in(text) or (each.tag == "br" and element.tail):
            return
        yield text
        yield each.tail or ""
