"""Plain text, pasted or in a file, to a release."""

from service.errors import DocumentIsEmpty
from service.extract import versions
from service.extract.captions import with_captions
from service.extract.marks import blocks_of
from service.model.document import Block, Document, Heading, Locator, Origin, Release
from service.model.source import Resource, SourceText
from service.text.languages import main_language

_TITLE_LENGTH = 100
_ENCODINGS = ("utf-8-sig", "cp949")


def extract_text(resource: Resource) -> Release:
    """Lines with marks become items, others paragraphs; the first line titles an untitled text."""
    text = decoded(resource.body)
    if not text.strip():
        raise DocumentIsEmpty("white space only")
    language = main_language(text, "ko")
    title = resource.source.title if isinstance(resource.source, SourceText) else ""
    blocks: list[Block] = []
    for number, line in enumerate(text.splitlines()):
        if not line.strip():
            continue
        locator = Locator(offset=number)
        if not title and not blocks and len(line.strip()) <= _TITLE_LENGTH:
            blocks.append(Heading(line.strip(), 1, main_language(line, language), locator))
            continue
        blocks += blocks_of(line, locator, language)
    return Release(
        title=title or _first_text(blocks),
        agency="",
        issued_on="",
        language=language,
        body=Document(
            language, title, with_captions(blocks), Origin(resource.digest, "text", versions.TEXT)
        ),
    )


def decoded(body: bytes) -> str:
    """Text in UTF-8, else in the code page of Korean Windows, undecodable letters marked."""
    for encoding in _ENCODINGS:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    return body.decode("utf-8", "replace")


def _first_text(blocks: list[Block]) -> str:
    texts = (getattr(block, "text", "") for block in blocks)
    return next((text[:_TITLE_LENGTH] for text in texts if text), "")
