"""What a page says of its release in lines with a name: 등록일, 담당부서, 제목 (pure).

Boards write such lines as cells (th and td), terms (dt and dd), pairs of elements, and as text with
a colon. Only names that boards use for it count, so that no line of the body is taken for one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from service.extract.html_text import is_seen, spaced, text_of

TITLE = "제목 글제목 title subject"
DATE = (
    "등록일 등록일자 등록일시 작성일 작성일자 작성일시 게시일 게시일자 게시일시"
    " 배포일 배포일자 배포일시 보도일 보도일자 보도일시 보도시점 발표일 공표일 날짜 일자"
    " date regdate posted published postedon dateposted publishedon registrationdate"
    " releasedate registered registeredon publishdate"
)
DEPARTMENT = (
    "담당부서 부서 부서명 작성부서 등록부서 제공부서 소관부서 게시부서 담당부서명 담당과"
    " department division responsibledepartment departmentincharge"
)
AUTHOR = "작성자 등록자 담당자 글쓴이 게시자 author writer postedby writtenby personincharge"
OTHER = (
    "조회수 조회 연락처 전화번호 전화 문의처 분류 분야"
    " views hits hit view read tel phone contact category"
)
BODY = "내용 본문 글내용 content contents"
_FILES = "첨부 첨부파일 파일첨부 파일 attachment attachments file files attachedfile attachedfiles"
_KNOWN = frozenset(f"{TITLE} {DATE} {DEPARTMENT} {AUTHOR} {OTHER} {BODY} {_FILES}".split())
_HEADS = f"{TITLE} {DATE} 조회수 조회 views hits hit"
_TAGS = ("th", "td", "dt", "dd", "strong", "b", "span", "em", "label", "li", "p", "div", "i")
_OUTSIDE = frozenset({"nav", "footer", "aside", "thead"})
_LONGEST_NAME, _LONGEST_LINE, _MOST_ELEMENTS = 24, 160, 12
_NAMED = re.compile(r"(?:^|(?<=[|/·,\s]))(?P<name>[A-Za-z가-힣][A-Za-z가-힣 ]{0,22}?)\s*[:：]\s*")
_BARE = re.compile(r"^([A-Za-z가-힣][A-Za-z가-힣 ]{0,22}?)\s+(\d.*)$")
_EDGES = " \t:：|/·,*"
_BETWEEN = re.compile(r"[\s:：|/·,*]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A named line; `holder` is the element whose text it is."""

    name: str
    text: str
    holder: HtmlElement

    def is_one_of(self, names: str) -> bool:
        """Whether the line has one of these names."""
        return _plain(self.name) in names.split()


def lines_of(root: HtmlElement) -> tuple[Line, ...]:
    """All named lines of a page, in its order."""
    elements = (each for each in root.iter(*_TAGS) if _may_tell(each))
    return tuple(line for each in elements for line in _lines(each) if line.text)


def holders_of_head(lines: Sequence[Line]) -> frozenset[HtmlElement]:
    """All elements that hold a line of the head of a release: its date, its views, its title.

    The first line of a name counts: the head goes before the text.
    """
    heads = {_plain(line.name): line.holder for line in reversed(lines) if line.is_one_of(_HEADS)}
    return frozenset(each for head in heads.values() for each in (head, *head.iterancestors()))


def _may_tell(element: HtmlElement) -> bool:
    """Whether an element is small enough for a line, and no part of the frame of the site."""
    if next(islice(element.iter(), _MOST_ELEMENTS, None), None) is not None:
        return False
    return is_seen(element) and not any(each.tag in _OUTSIDE for each in element.iterancestors())


def _lines(element: HtmlElement) -> Iterator[Line]:
    text = text_of(element)
    if len(text) <= _LONGEST_NAME and _plain(text) in _KNOWN:
        if (told := _value(element)) is not None:
            yield Line(text.strip(_EDGES), told[0], told[1])
    elif len(text) <= _LONGEST_LINE and _is_leaf(element):
        yield from _in_text(element, text)


def _plain(name: str) -> str:
    return _BETWEEN.sub("", name.lower())


def _is_leaf(element: HtmlElement) -> bool:
    return all(child.tag in ("br", "img", "i") for child in element)


def _value(element: HtmlElement) -> tuple[str, HtmlElement] | None:
    """What stands behind a name: the next cell, term, element, or the text behind it."""
    behind = element.getnext()
    if element.tag == "th":
        is_pair = behind is not None and behind.tag == "td"
        return (text_of(behind), behind) if is_pair and behind is not None else None
    if tail := spaced(element.tail or "").strip(_EDGES):
        return tail, element
    if behind is None or not isinstance(behind.tag, str) or behind.tag in ("th", "dt"):
        return None
    if element.tag == "td" and behind.tag != "td":
        return None
    return text_of(behind).strip(_EDGES), behind


def _in_text(element: HtmlElement, text: str) -> Iterator[Line]:
    """Lines such as 등록일 : 2024-01-02 | 조회수 : 12, or one without a colon before a figure."""
    found = [each for each in _NAMED.finditer(text) if _plain(each["name"]) in _KNOWN]
    ends = [*(each.start() for each in found[1:]), len(text)][: len(found)]
    for match, end in zip(found, ends, strict=True):
        yield Line(match["name"], text[match.end() : end].strip(_EDGES), element)
    bare = None if found else _BARE.match(text)
    if bare and _plain(bare[1]) in _KNOWN:
        yield Line(bare[1], bare[2], element)
