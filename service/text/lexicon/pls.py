"""W3C Pronunciation Lexicon Specification 1.0: bytes to entries and back.

https://www.w3.org/TR/pronunciation-lexicon/. Of the standard library only the XML parser is used,
on bytes that are given; a document type is refused, so that nothing outside is read and no entity
grows. Of several pronunciations the one with `prefer` counts, else the first (section 4.9.3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from xml.parsers import expat

from service.errors import LexiconInvalid
from service.text.lexicon.entries import Entry
from service.text.lexicon.lexemes import NAMESPACE, Flaw, Lexemes, Refused

_LARGEST = 5_000_000
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<lexicon version="1.0" xmlns="{namespace}" alphabet="ipa" xml:lang="{language}">\n'
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds, and everything that is wrong with it."""

    entries: tuple[Entry, ...]
    flaws: tuple[Flaw, ...]


def entries_of(body: bytes, agency: str = "", name: str = "lexicon") -> tuple[Entry, ...]:
    """The entries of a file; raises LexiconInvalid with every flaw and its line."""
    found = checked(body, agency)
    if found.flaws:
        raise LexiconInvalid(flaws_told(name, found.flaws))
    return found.entries


def flaws_told(name: str, flaws: Iterable[Flaw]) -> str:
    """Flaws as an operator reads them: file, line, what is wrong."""
    return "; ".join(f"{name}, line {flaw.line}: {flaw.problem}" for flaw in flaws)


def checked(body: bytes, agency: str = "") -> Checked:
    """Entries and flaws of a file. Never raises."""
    if len(body) > _LARGEST:
        return Checked((), (Flaw(1, f"larger than {_LARGEST:,} bytes"),))
    parser = expat.ParserCreate(namespace_separator=" ")
    lexemes = Lexemes(agency, lambda: parser.CurrentLineNumber)
    parser.StartElementHandler, parser.EndElementHandler = lexemes.begin, lexemes.end
    parser.CharacterDataHandler = lexemes.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    flaws = lexemes.flaws
    try:
        parser.Parse(body, True)  # noqa: FBT003 - the signature of expat
    except expat.ExpatError as error:
        flaws.append(Flaw(error.lineno, f"not well-formed XML: {expat.ErrorString(error.code)}"))
    except Refused as refusal:
        flaws.append(Flaw(parser.CurrentLineNumber, str(refusal)))
    return Checked(tuple(lexemes.entries), tuple(flaws))


def _refuse_document_type(*_: object) -> None:
    raise Refused("a document type (<!DOCTYPE>) is not taken")


def written(entries: Iterable[Entry], language: str) -> str:
    """A file of one language that holds these entries; one lexeme for each grapheme."""
    lines = [_lexeme(each) for each in entries if each.language == language]
    head = _HEAD.format(namespace=NAMESPACE, language=language)
    return head + "".join(lines) + "</lexicon>\n"


def _lexeme(entry: Entry) -> str:
    parts = [("grapheme", entry.grapheme), ("alias", entry.alias)]
    parts += [("phoneme", entry.phoneme), ("example", entry.example)]
    inside = "".join(
        f"<{name}>{escape(text, quote=False)}</{name}>" for name, text in parts if text
    )
    return f"  <lexeme>{inside}</lexeme>\n"
