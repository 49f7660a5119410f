"""What the first characters of a line say about it: bullets, numbers, notes, headings (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.extract.dates import date_in
from service.model.document import (
    Block,
    Boilerplate,
    Heading,
    ListItem,
    Locator,
    Note,
    Paragraph,
)
from service.text.languages import main_language

# Depth by mark, as government releases use them: □ over ○ over - over ·, numbers beside them.
_DEPTHS: tuple[tuple[str, int], ...] = (
    (r"[□■▣◇◆❏]", 0),
    (r"[○ㅇ◦●◯]", 1),
    (r"[-–―](?=\s)", 2),
    (r"[·•▪‧∙]", 3),
    (r"\d{1,2}\.(?=\s)", 0),
    (r"[가나다라마바사아자차카타파하]\.(?=\s)", 1),
    (r"\d{1,2}\)(?=\s)", 2),
    (r"[가나다라마바사아자차카타파하]\)(?=\s)", 3),
    (r"[①-⑳➀-➉❶-❿]", 2),
    (r"[▲▶►](?=\s)", 2),
)
_MARKS = tuple((re.compile(rf"\s*({pattern})\s*"), depth) for pattern, depth in _DEPTHS)
_LETTERS = "가나다라마바사아자차카타파하"
_LETTERED = re.compile(rf"([{_LETTERS}])[.)](?=\s)")
_NOTE = re.compile(r"\s*(\*{1,3}|†)\s*(?=\S)")
_NUMBERED_NOTE = re.compile(r"\s*(\(?\d{1,3}\)?)\s*(?=[^\W\d]|[\"“‘「<(])")
_PARENTHESISED = re.compile(r"\s*\((?:\d{1,2}|[가나다라마바사아자차카타파하a-h])\)\s+(?=\S)")
_REMARK = re.compile(r"\s*(※|☞)\s*(?=\S)")
_BRACKETED = re.compile(r"\s*[<〈《【\[]\s*[^<>〈〉《》【】\[\]]{1,40}\s*[>〉》】\]]\s*")
_SUBTITLE = re.compile(r"\s*[-–―]\s+\S.*\S\s+[-–―]\s*", re.DOTALL)
_ASKED = re.compile(
    r"[QA]\s?\d{1,2}\s?[.:)]|[QA][:)](?=\s)|Q\.(?=\s)|(?:문|답|질문|답변)\s?\d{0,2}\s?[):](?=\s)"
    r"|(?:질문|답변)\s?\d{1,2}\.(?=\s)"
)
# Lines that tell about the release: when it may be printed, who answers questions.
_META = re.compile(
    r"(?:보도\s?(?:시점|일시)|배포\s?(?:일시|시점|일)?"
    r"|Release date|Date of release|Released|Embargo)\s*[:|]?\s+(?=\S)"
)
_CONTACT = re.compile(
    r"\s*(?:담당\s?(?:부서|자|과)|문의(?:처)?|연락처|Contacts?)\b.*\d{2,4}\s*[-)]\s*\d{3,4}",
    re.DOTALL,
)
_ANNEX = re.compile(
    r"(?:[<〈【\[]\s*(?:붙임|별첨|참고|Annex)\s*\d{0,2}\s*[>〉】\]]|(?:붙임|별첨|참고|Annex)\s*\d{1,2}[.:|]?)"
    r"\s+\S.{0,60}(?<![.다])"
)
_ANNEX_WORDS = ("붙임", "별첨", "참고", "Annex")
_MASTHEADS = frozenset(
    {"보도자료", "보도참고자료", "보도설명자료", "보도해명자료", "참고자료", "설명자료"}
    | {"pressrelease", "newsrelease"}
)
_END_MARK = re.compile(r"\s*/{2,}\s*|\s*(?:끝|<끝>)\s*")
_TRAILING_END = re.compile(r"\s*(/{3,})\s*$")


def begins_anew(text: str) -> bool:
    """Whether a line begins something of its own, whatever stood before it."""
    marked = any(pattern.match(text) for pattern, _ in _MARKS)
    noted = _NOTE.match(text) or _REMARK.match(text)
    noted = noted or _PARENTHESISED.match(text)
    headed = _BRACKETED.fullmatch(text) or _ANNEX.fullmatch(text.strip())
    return bool(marked or noted or headed)


def is_complete(text: str) -> bool:
    """Whether nothing goes on from a line: "- … -" below a title, "< … >" above what it names."""
    return bool(_SUBTITLE.fullmatch(text) or _BRACKETED.fullmatch(text))


def asks_or_answers(text: str) -> bool:
    """Whether a line begins as questions and answers do: "Q1. …", "답) …"."""
    return _ASKED.match(text) is not None


def mentions_annex(text: str) -> bool:
    """Whether a line that begins anew may as well go on with the name of an annex: "Annex 3. …"."""
    return text.startswith(_ANNEX_WORDS)


def begins_note(text: str) -> bool:
    """Whether a line at the foot of a page begins a numbered note: "12) …", "3 …"."""
    return _NUMBERED_NOTE.match(text) is not None


def note_of(text: str, locator: Locator, default: str) -> Note | None:
    """The numbered note that a paragraph at the foot of a page is, if it is one."""
    match = _NUMBERED_NOTE.match(text)
    if match is None:
        return None
    body = text[match.end() :]
    place = _from(locator, match.end())
    return Note(body, match.group(1), "footnote", main_language(body, default), place)


def letter_mark(text: str) -> str:
    """The letter that a line begins with as if it were the mark of an item: 다 of "다. …"."""
    match = _LETTERED.match(text)
    return match.group(1) if match else ""


def comes_before(letter: str) -> str:
    """The letter of the item before: 나 for 다; nothing for 가, the first."""
    at = _LETTERS.find(letter)
    return _LETTERS[at - 1] if at > 0 else ""


def is_masthead(text: str) -> bool:
    """Whether a text only says what kind of paper this is, however widely it is set."""
    return "".join(text.split()).lower() in _MASTHEADS


def blocks_of(text: str, locator: Locator, default: str) -> Sequence[Block]:
    """The block of a paragraph by its marks; an end mark behind it becomes a block of its own."""
    end = _TRAILING_END.search(text)
    body = text[: end.start()] if end else text
    locator = _from(locator, len(body) - len(body.lstrip()))
    language = main_language(body, default)
    found = [_block(body, locator, language)] if body.strip() else []
    if end:
        found.append(Boilerplate(end.group(1), "end-mark", language, locator))
    return found


def _block(text: str, locator: Locator, language: str) -> Block:
    plain = text.strip()
    if _END_MARK.fullmatch(plain):
        return Boilerplate(plain, "end-mark", language, locator)
    if _SUBTITLE.fullmatch(plain):
        return Paragraph(plain, "subtitle", language, locator)
    if _BRACKETED.fullmatch(plain) or _ANNEX.fullmatch(plain):
        return Heading(plain, 2, language, locator)
    for pattern, kind in ((_REMARK, "remark"), (_NOTE, "footnote")):
        if match := pattern.match(plain):
            place = _from(locator, match.end())
            return Note(plain[match.end() :], match.group(1), kind, language, place)
    return _item(plain, locator, language) or Paragraph(plain, _role(plain), language, locator)


def is_meta(text: str) -> bool:
    """Whether a text tells about the release itself: when it may be printed."""
    return _META.match(text) is not None and bool(date_in(text))


def _from(locator: Locator, cut: int) -> Locator:
    """The place of a text of which some letters at the beginning were taken away."""
    if not cut or not locator.lines:
        return locator
    lines = tuple(replace(line, start=max(0, line.start - cut)) for line in locator.lines)
    return replace(locator, lines=lines)


def _role(text: str) -> str:
    if is_meta(text):
        return "meta"
    return "contact" if _CONTACT.match(text) else ""


def _item(text: str, locator: Locator, language: str) -> ListItem | None:
    for pattern, depth in _MARKS:
        match = pattern.match(text)
        if match and match.end() < len(text):
            place = _from(locator, match.end())
            return ListItem(text[match.end() :], match.group(1), depth, language, place)
    return None
