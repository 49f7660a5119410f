"""Styles of DOCX packages: names, levels, sizes, what is hidden (ECMA-376 part 1, 17.7)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from service.extract.office.docx_xml import child, first, is_on, name_of, number, value

_HALF_POINTS = 2.0
_WORDS_SIZE = 10.0
_DEEPEST = 20
# Names of styles as Word keeps them, and as other programs write them in Korean.
_TITLES = frozenset({"title", "제목", "문서 제목", "문서제목"})
_HEADING = re.compile(r"(?:heading|제목|개요)\s*([1-9])")
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in small letters, the one it is based on, its two lists of properties."""

    name: str = ""
    based_on: str = ""
    para: etree._Element | None = None
    run: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles, those that paragraphs and letters have where nothing is said, the language."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    usual: str = ""
    defaults: Style = field(default_factory=Style)
    language: str = ""

    def chain(self, name: str) -> Iterator[Style]:
        """A style and those it is based on."""
        for _ in range(_DEEPEST):
            style = self.styles.get(name)
            if style is None:
                return
            yield style
            name = style.based_on

    def para(self, element: etree._Element, name: str) -> etree._Element | None:
        """A property of a paragraph: its own, or that of its style."""
        own = child(element, "pPr")
        found = child(own, name)
        if found is not None:
            return found
        styles = self.chain(self.style_name(element))
        told = (child(style.para, name) for style in styles if style.para is not None)
        return next((each for each in told if each is not None), None)

    def style_name(self, element: etree._Element) -> str:
        """The identifier of a paragraph's style."""
        return value(child(child(element, "pPr"), "pStyle")) or self.usual

    def run(self, run: etree._Element | None, style: str, name: str) -> etree._Element | None:
        """A property of letters: their own, that of their style, of the paragraph's, of all."""
        own = child(run, "rPr")
        found = child(own, name)
        if found is not None:
            return found
        chains = (*self.chain(value(child(own, "rStyle"))), *self.chain(style), self.defaults)
        told = (child(each.run, name) for each in chains)
        return next((each for each in told if each is not None), None)

    def is_hidden(self, run: etree._Element, style: str) -> bool:
        """Whether letters are set not to be seen."""
        return is_on(self.run(run, style, "vanish")) is True

    def size(self, run: etree._Element | None, style: str) -> float:
        """The size of letters in points."""
        told = number(self.run(run, style, "sz"), 0)
        return told / _HALF_POINTS if told else _WORDS_SIZE

    def level(self, element: etree._Element) -> int:
        """The level of a heading: 1 for the title, 2 and more for headings, 0 for the rest."""
        for style in self.chain(self.style_name(element)):
            if style.name in _TITLES:
                return 1
            if match := _HEADING.fullmatch(style.name):
                return int(match.group(1)) + 1
        level = number(self.para(element, "outlineLvl"), _BODY_LEVEL)
        return level + 2 if level < _BODY_LEVEL else 0


def sheet_of(root: etree._Element | None) -> Sheet:
    """The styles of a package; a package without any has those of nobody."""
    if root is None:
        return Sheet()
    styles = {value(each, "styleId"): _style(each) for each in root.iterchildren("{*}style")}
    usual = next(
        (
            value(each, "styleId")
            for each in root.iterchildren("{*}style")
            if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true")
        ),
        "",
    )
    return Sheet(styles, usual, _defaults(root), _language(root))


def _style(element: etree._Element) -> Style:
    return Style(
        name=value(child(element, "name")).strip().lower(),
        based_on=value(child(element, "basedOn")),
        para=child(element, "pPr"),
        run=child(element, "rPr"),
    )


def _defaults(root: etree._Element) -> Style:
    told = child(root, "docDefaults")
    return Style(run=child(child(told, "rPrDefault"), "rPr"))


def _language(root: etree._Element) -> str:
    """The language of a document's letters, as BCP 47 without its country."""
    defaults = child(root, "docDefaults")
    told = first(defaults, "lang") if defaults is not None else None
    return value(told).partition("-")[0].lower()


def is_deleted(properties: etree._Element | None) -> bool:
    """Whether tracked changes took something away, by the properties of a row or cell."""
    found = properties.iterchildren(etree.Element) if properties is not None else ()
    return any(name_of(each) in ("del", "cellDel") for each in found)
