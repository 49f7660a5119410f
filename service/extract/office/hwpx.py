"""HWPX packages (KS X 6101, OWPML) to items."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from service.errors import DocumentIsBroken, DocumentIsEncrypted
from service.extract import versions
from service.extract.office.assembling import release_of
from service.extract.office.hwpx_styles import Styles, styles_of
from service.extract.office.items import Footnote, Furniture, Item, Para, Picture
from service.extract.office.layout import flat
from service.extract.office.numbering import Counters
from service.extract.office.package import Package
from service.model.document import Cell, Origin, Release
from service.model.source import Resource

_HEADER = "Contents/header.xml"
_SPACES = {"tab": " ", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_SHAPES = frozenset(
    {"rect", "ellipse", "polygon", "curve", "arc", "container", "line", "textart", "drawText"}
)
_PICTURES = frozenset({"pic", "ole", "video", "chart"})
_FURNITURE = {"header": "running-header", "footer": "running-footer"}
_NOTES = {"footNote": "{}", "endNote": "{}"}


def is_hwpx(package: Package) -> bool:
    """Whether a package is of this format."""
    return _HEADER in package.names and any(_is_section(name) for name in package.names)


def extract_hwpx(resource: Resource, package: Package) -> Release:
    """Read a package.

    Raises DocumentIsEncrypted, DocumentIsBroken, DocumentHasNoText, DocumentTookTooLong.
    """
    _check_open(package)
    walk = _Walk(styles_of(package.xml(_HEADER)))
    items = [item for name in _sections(package) for item in walk.items(package.xml(name))]
    return release_of(items, resource, Origin(resource.digest, "hwpx", versions.OFFICE))


def _is_section(name: str) -> bool:
    return name.startswith("Contents/section") and name.endswith(".xml")


def _sections(package: Package) -> list[str]:
    """Sections in their order: section0, section1, … section10."""
    found = [name for name in package.names if _is_section(name)]
    return sorted(found, key=lambda name: (len(name), name))


def _check_open(package: Package) -> None:
    """A protected package says in its manifest how its members are encrypted."""
    if "META-INF/manifest.xml" not in package.names:
        return
    manifest = package.xml("META-INF/manifest.xml")
    if any(_name(element) == "encryption-data" for element in manifest.iter(etree.Element)):
        raise DocumentIsEncrypted("hwpx: encryption-data in the manifest")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


@dataclass(slots=True)
class _Gathered:
    """A paragraph in the making: its text, and what hangs in it and follows it."""

    text: list[str] = field(default_factory=list)
    beside: list[Item] = field(default_factory=list)
    is_deleted: bool = False


class _Walk:
    """Goes through sections and counts numbers and notes on its way."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counters = Counters()
        self._notes = 0

    def items(self, parent: etree._Element) -> Iterator[Item]:
        """Items of the paragraphs that stand directly in an element."""
        for element in parent.iterchildren(etree.Element):
            if _name(element) == "p":
                yield from self._paragraph(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Item]:
        gathered = _Gathered()
        char = ""
        for run in element.iterchildren(etree.Element):
            if _name(run) != "run":
                continue
            char = char or (run.get("charPrIDRef", "") if len(run) else "")
            for child in run.iterchildren(etree.Element):
                self._part(child, gathered)
        yield from self._texts(element, "".join(gathered.text), char)
        yield from gathered.beside

    def _texts(self, element: etree._Element, text: str, char: str) -> Iterator[Item]:
        if not text.strip():
            return
        look = self._styles.look(element.get("paraPrIDRef", ""), char)
        mark = look.mark(self._counters)
        for line in text.split("\n"):
            if line.strip():
                yield Para(line, look.size, look.is_bold, look.is_centred, mark, look.level)
                mark = ""

    def _part(self, element: etree._Element, gathered: _Gathered) -> None:
        match _name(element):
            case "t":
                gathered.text.append(_inline(element, gathered))
            case "ctrl":
                for child in element.iterchildren(etree.Element):
                    self._control(child, gathered)
            case "tbl":
                gathered.beside.extend(self._table(element))
            case name if name in _PICTURES:
                gathered.beside.append(Picture(_alt(element)))
                gathered.beside.extend(self._inside(element))
            case name if name in _SHAPES:
                gathered.beside.extend(self._inside(element))
            case "equation":
                gathered.text.append(f" {_script(element)} ")
            case "compose":
                gathered.text.append(element.get("composeText", ""))
            case "dutmal":
                gathered.text.append("".join(element.xpath("*[local-name()='mainText']/text()")))
            case _:
                pass  # page settings, bookmarks, fields: nothing that is read

    def _control(self, element: etree._Element, gathered: _Gathered) -> None:
        name = _name(element)
        texts = [item.text for item in self._inside(element) if isinstance(item, Para)]
        if name in _FURNITURE:
            gathered.beside.append(Furniture(" ".join(texts), _FURNITURE[name]))
        elif name in _NOTES:
            self._notes += 1
            gathered.beside.append(Footnote(" ".join(texts), f"{self._notes})"))

    def _inside(self, element: etree._Element) -> list[Item]:
        """Items of the lists of paragraphs below an element, not of those inside of them."""
        found: list[Item] = []
        for child in element.iterchildren(etree.Element):
            if _name(child) == "subList":
                found.extend(self.items(child))
            elif _name(child) == "tbl":
                found.extend(self._table(child))
            else:
                found.extend(self._inside(child))
        return found

    def _table(self, element: etree._Element) -> list[Item]:
        rows = [
            [self._cell(cell) for cell in row if _name(cell) == "tc"]
            for row in element.iterchildren(etree.Element)
            if _name(row) == "tr"
        ]
        headers = sum(all(is_head for _, _, is_head in row) for row in rows if row)
        repeats = headers if element.get("repeatHeader") == "1" else 0
        return flat([[(cell, items) for cell, items, _ in row] for row in rows], repeats)

    def _cell(self, element: etree._Element) -> tuple[Cell, list[Item], bool]:
        spans = {_name(child): child for child in element.iterchildren(etree.Element)}
        span = spans.get("cellSpan")
        columns, rows = (_number(span, name) for name in ("colSpan", "rowSpan"))
        items = self._inside(element)
        return Cell("", columns, rows), items, element.get("header") == "1"


def _number(element: etree._Element | None, name: str) -> int:
    told = element.get(name, "1") if element is not None else "1"
    if not told.isdecimal():
        raise DocumentIsBroken(f"hwpx: {name} is {told!r}")
    return max(1, int(told))


def _inline(element: etree._Element, gathered: _Gathered) -> str:
    """The text of a run: what was deleted under change tracking is not part of it."""
    parts = [] if gathered.is_deleted else [element.text or ""]
    for child in element.iterchildren(etree.Element):
        name = _name(child)
        if name in ("deleteBegin", "deleteEnd"):
            gathered.is_deleted = name == "deleteBegin"
        elif not gathered.is_deleted:
            parts.append(_SPACES.get(name, ""))
        if not gathered.is_deleted:
            parts.append(child.tail or "")
    return "".join(parts)


def _alt(element: etree._Element) -> str:
    """The alternative text, unless it is what the program writes by itself."""
    told = " ".join(element.xpath("*[local-name()='shapeComment']/text()")).strip()
    return "" if told.startswith(("그림입니다.", "개체 입니다.")) else " ".join(told.split())


def _script(element: etree._Element) -> str:
    return " ".join(element.xpath("*[local-name()='script']/text()"))
