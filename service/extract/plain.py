"""Plain text, pasted or in a file, to a release."""

import codecs
import re

from service.errors import DocumentIsEmpty
from service.extract import versions
from service.extract.captions import with_captions
from service.extract.marks import blocks_of
from service.extract.notes import anchored
from service.model.document import (
    Block,
    Document,
    Heading,
    ListItem,
    Locator,
    Note,
    Origin,
    Release,
)
from service.model.source import Resource, SourceText
from service.text.languages import main_language
from service.text.sentences import split

_TITLE_LENGTH = 100
_LABEL_LENGTH = 60
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’」)\]]*$")
_ENCODINGS = ("utf-8-sig", "cp949")


def extract_text(resource: Resource) -> Release:
    """Lines with marks become items, others paragraphs.

    The first line titles an untitled text if it looks like a title; if not, its first words do and
    it stays in the text.
    """
    text = decoded(resource.body)
    if not text.strip():
        raise DocumentIsEmpty("white space only")
    language = main_language(text, "ko")
    title = resource.source.title if isinstance(resource.source, SourceText) else ""
    lines = [(number, line) for number, line in enumerate(text.splitlines()) if line.strip()]
    blocks: list[Block] = []
    for number, line in lines:
        locator = Locator(offset=number)
        if not title and not blocks and len(lines) > 1 and _is_title(line):
            blocks.append(Heading(line.strip(), 1, main_language(line, language), locator))
            continue
        blocks += blocks_of(line, locator, language)
    return Release(
        title=title or _first_words(blocks),
        agency="",
        issued_on="",
        language=language,
        body=Document(
            language,
            title,
            anchored(with_captions(blocks)),
            Origin(resource.digest, "text", versions.TEXT),
        ),
    )


def decoded(body: bytes, declared: str = "") -> str:
    """Text by its byte order mark, as declared, in UTF-8, or in the code page of Korean Windows.

    A declaration that does not hold is passed over; letters that nothing decodes are marked.
    """
    for encoding in (*_marked(body), *_meant(declared), *_ENCODINGS):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    return body.decode("utf-8", "replace")


def _marked(body: bytes) -> tuple[str, ...]:
    return ("utf-16",) if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ()


def _meant(declared: str) -> tuple[str, ...]:
    """The codec of a declared name; texts in "EUC-KR" are written in its superset (WHATWG)."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        name = "euc_kr" if "949" in declared else ""
    return ("cp949",) if name == "euc_kr" else (name,) * bool(name)


def _is_title(line: str) -> bool:
    """Short, no item of a list, and not a whole sentence."""
    text = line.strip()
    return (
        len(text) <= _TITLE_LENGTH
        and not _SENTENCE_END.search(text)
        and not isinstance(blocks_of(line, Locator(), "ko")[0], ListItem | Note)
    )


def _first_words(blocks: list[Block]) -> str:
    """The first sentence, cut at a white space and marked with … where it is too long."""
    texts = (getattr(block, "text", "") for block in blocks)
    text = next((text for text in texts if text), "")
    if isinstance(blocks[0], Heading):
        return text
    start, end = next(iter(split(text, main_language(text, "ko"))), (0, 0))
    return _clipped(" ".join(text[start:end].split()))


def _clipped(text: str) -> str:
    if len(text) <= _LABEL_LENGTH:
        return text
    cut = text.rfind(" ", 0, _LABEL_LENGTH)
    return text[: cut if cut > 0 else _LABEL_LENGTH - 1] + "…"
