"""DOCX packages: opened with python-docx, checked, and read part by part.

python-docx knows packages, content types and relationships. It has no notes, no numbers of lists,
no text boxes and no tracked changes; those are read from the XML of the parts that it finds
(ECMA-376 part 1).
"""

import io
from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from lxml import etree

from service.errors import DocumentIsBroken
from service.extract import versions
from service.extract.office.assembling import Described, release_of
from service.extract.office.docx_body import Notes, Walk
from service.extract.office.docx_lists import lists_of
from service.extract.office.docx_styles import Sheet, sheet_of
from service.extract.office.docx_xml import child, first, value
from service.extract.office.items import Furniture, Item
from service.extract.office.layout import spoken
from service.extract.office.package import Package, xml_of
from service.model.document import Origin, Release
from service.model.source import Resource

# What broken relationships and parts make the library raise.
_OF_BROKEN_FILES = (
    *(OpcError, etree.LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError),
    *(OSError, EOFError, RuntimeError, AssertionError, NotImplementedError),
)
_FURNITURE = {"headerReference": "running-header", "footerReference": "running-footer"}
_OWN_ENDS = ("separator", "continuationSeparator", "continuationNotice")
_BY_PROGRAM = ("Word Document", "제목 없음", "Untitled")


class _Parts:
    """The parts of a package; every member was read within limits before."""

    def __init__(self, package: Package, body: bytes) -> None:
        package.check_all()
        try:
            self._package = OpcPackage.open(io.BytesIO(body))
            self._main: Part = self._package.main_document_part
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"docx: {error}") from error

    @property
    def main(self) -> etree._Element:
        """The text itself."""
        return self._xml(self._main)

    def related(self, kind: str) -> etree._Element | None:
        """The part that the text names as its styles, its numbers, its notes."""
        found = (rel for rel in self._main.rels.values() if rel.reltype == kind)
        return next((self._xml(rel.target_part) for rel in found if not rel.is_external), None)

    def named(self, identifier: str) -> etree._Element | None:
        """The part behind the identifier of a relationship."""
        rel = self._main.rels.get(identifier)
        return None if rel is None or rel.is_external else self._xml(rel.target_part)

    def title(self) -> str:
        """What the properties of the file call it."""
        for rel in self._package.rels.values():
            if rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES and not rel.is_external:
                told = first(self._xml(rel.target_part), "title")
                text = (told.text or "").strip() if told is not None else ""
                return "" if text.startswith(_BY_PROGRAM) else text
        return ""

    def _xml(self, part: Part) -> etree._Element:
        try:
            return xml_of(part.blob)
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"docx: {part.partname}: {error}") from error


def extract_docx(resource: Resource, package: Package) -> Release:
    """Read a package.

    Raises DocumentIsEncrypted, DocumentIsBroken, DocumentHasNoText, DocumentTookTooLong.
    """
    parts = _Parts(package, resource.body)
    root = parts.main
    sheet = sheet_of(parts.related(RELATIONSHIP_TYPE.STYLES))
    lists = lists_of(parts.related(RELATIONSHIP_TYPE.NUMBERING), sheet)
    walk = Walk(sheet, lists, _notes(parts, root))
    body = child(root, "body")
    if body is None:
        raise DocumentIsBroken("docx: no body")
    items = [*_furniture(parts, body, walk), *walk.text(body)]
    described = Described(parts.title(), _language(sheet))
    origin = Origin(resource.digest, "docx", versions.OFFICE)
    return release_of(items, resource, origin, described)


def _notes(parts: _Parts, root: etree._Element) -> Notes:
    """Footnotes and endnotes by kind and identifier, and how their numbers are formed."""
    found: dict[tuple[str, str], etree._Element] = {}
    for kind, name in (("footnote", "FOOTNOTES"), ("endnote", "ENDNOTES")):
        part = parts.related(getattr(RELATIONSHIP_TYPE, name))
        for note in part.iterchildren(f"{{*}}{kind}") if part is not None else ():
            if value(note, "type") not in _OWN_ENDS:
                found[kind, value(note, "id")] = note
    settings = [root, parts.related(RELATIONSHIP_TYPE.SETTINGS)]
    return Notes(found, {kind: _form(settings, kind) for kind in ("footnote", "endnote")})


def _form(settings: list[etree._Element | None], kind: str) -> str:
    """The form of the numbers of notes: as told anywhere, else as Word's own."""
    for root in settings:
        told = first(root, f"{kind}Pr") if root is not None else None
        form = child(told, "numFmt") if told is not None else None
        if form is not None:
            return value(form)
    return "decimal" if kind == "footnote" else "lowerRoman"


def _furniture(parts: _Parts, body: etree._Element, walk: Walk) -> Iterator[Item]:
    """Running headers and footers, each part once."""
    seen: set[str] = set()
    for reference in body.iter("{*}headerReference", "{*}footerReference"):
        identifier = value(reference, "id")
        part = None if identifier in seen else parts.named(identifier)
        seen.add(identifier)
        if part is not None and (text := spoken(walk.text(part))):
            yield Furniture(text, _FURNITURE[etree.QName(reference).localname])


def _language(sheet: Sheet) -> str:
    return sheet.language if sheet.language in ("ko", "en") else ""
