"""Boards that nobody described: their title, date and facts (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from service.extract.dates import date_in
from service.extract.html_bodies import body_of
from service.extract.html_labels import AUTHOR, DATE, DEPARTMENT, OTHER, TITLE, Line, lines_of
from service.extract.html_text import spaced, text_of
from service.model.document import Fact

_OF_TITLE = re.compile(
    r"(?:^|[-_])(?:title|subject|tit|sbj|subj)(?:$|[-_])|title$|subject$", re.IGNORECASE
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_OUTSIDE = frozenset({"nav", "footer", "aside"})
_GENERAL = frozenset(
    "보도자료 보도자료상세 보도설명 설명자료 해명자료 공지사항 공지 알림 알림소식 소식 뉴스"
    " 정책뉴스 게시판 첨부파일 상세보기 본문 브리핑"
    " press pressreleases pressrelease news notice attachments".split()
)
_FEWEST_LETTERS = 2
_ONLY_DATE = re.compile(r"[\d.\-/:()년월일시분초\s화수목금토]{8,30}")
_PAGE_NAME_ENDS = re.compile(r"\s+[|<>‹›»:\-–]\s+|\s*[|«»]\s*")


@dataclass(frozen=True, slots=True)
class Board:
    """The page of a release: `body` is the element of its text, None where none is known."""

    title: str
    issued_on: str
    facts: tuple[Fact, ...]
    body: HtmlElement | None


def board_of(root: HtmlElement) -> Board:
    """What can be told of a page that nobody described; what cannot is empty."""
    lines = lines_of(root)
    body = body_of(root, lines)
    head = [line for line in lines if body is None or not _is_within(line.holder, body)]
    dated = (date_in(line.text) for line in head if line.is_one_of(DATE))
    return Board(
        title=_title(root, head, body),
        issued_on=next(filter(None, dated), "") or _published(root) or _bare_date(root, body),
        facts=tuple(_facts(head)),
        body=body,
    )


def _is_within(element: HtmlElement, outer: HtmlElement) -> bool:
    return element is outer or any(each is outer for each in element.iterancestors())


def _facts(lines: Sequence[Line]) -> Iterator[Fact]:
    seen: set[str] = set()
    for line in lines:
        if line.is_one_of(f"{DATE} {DEPARTMENT} {AUTHOR} {OTHER}") and line.name not in seen:
            seen.add(line.name)
            yield Fact(line.name, line.text)


def _published(root: HtmlElement) -> str:
    told = _meta(root, "article:published_time")
    times = [told, *(each.get("datetime") or "" for each in root.iter("time"))]
    return next(filter(None, map(date_in, times)), "")


def _bare_date(root: HtmlElement, body: HtmlElement | None) -> str:
    """A date that stands by itself before the body, where no name says what it is."""
    for element in root.iter("span", "p", "li", "em", "div", "dd", "td"):
        if body is None or element is body:
            return ""
        text = text_of(element)
        if _ONLY_DATE.fullmatch(text) and (date := date_in(text)):
            return date
    return ""


def _title(root: HtmlElement, lines: Sequence[Line], body: HtmlElement | None) -> str:
    named = next((line.text for line in lines if line.is_one_of(TITLE)), "")
    shared = _meta(root, "og:title")
    page = next((text_of_title(each) for each in root.iter("title")), "")
    headings = [text for text in _headings(root, body) if _is_own(text, root)]
    told = max((each for each in headings if each in shared or each in page), key=len, default="")
    first = _PAGE_NAME_ENDS.split(shared, maxsplit=1)[0]
    own = first if _is_own(first, root) else ""
    nearest = headings[-1] if headings and body is not None else ""
    return named or told or own or nearest or _top_cell(lines)


def _top_cell(lines: Sequence[Line]) -> str:
    """The cell that is the whole first row of the table that holds the head."""
    for line in lines:
        for table in line.holder.iterancestors("table"):
            row = next(table.iter("tr"), None)
            return text_of(row) if row is not None and len(row) == 1 else ""
    return ""


def text_of_title(element: HtmlElement) -> str:
    """The title of a page; it stands in <head>, of which nothing else is text for a reader."""
    return spaced(element.text or "")


def _headings(root: HtmlElement, body: HtmlElement | None) -> Iterator[str]:
    """Texts of headings, and of elements that are called a title, before the body."""
    for element in root.iter():
        if element is body:
            return
        if isinstance(element.tag, str) and _is_heading(element):
            yield text_of(element)


def _is_heading(element: HtmlElement) -> bool:
    if element.tag in ("body", "html", "header", "main", "form", "table", "ul"):
        return False
    called = any(_OF_TITLE.search(name) for name in (element.get("class") or "").split())
    outside = any(each.tag in _OUTSIDE for each in element.iterancestors())
    return (element.tag in _HEADINGS or called) and not outside


def _is_own(text: str, root: HtmlElement) -> bool:
    """Whether a text can be the title of one release, and not of a site or of its board."""
    plain = "".join(filter(str.isalnum, text.lower()))
    site = "".join(filter(str.isalnum, _meta(root, "og:site_name").lower()))
    return len(plain) > _FEWEST_LETTERS and plain not in (_GENERAL | {site})


def _meta(root: HtmlElement, name: str) -> str:
    found = root.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return spaced(str(found[0])) if isinstance(found, list) and found else ""
