"""How paragraphs of an HWPX package look: sizes, weights, numbering, outline levels."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from service.extract.office.numbering import Counters, Head

_USUAL_SIZE = 10.0
_UNITS = 100.0


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one paragraph; `heads` are the numbers of its list, `bullet` its bullet."""

    size: float = _USUAL_SIZE
    is_bold: bool = False
    is_centred: bool = False
    bullet: str = ""
    list_name: str = ""
    list_level: int = 0
    heads: Mapping[int, Head] = field(default_factory=dict)
    level: int = 0

    def mark(self, counters: Counters) -> str:
        """What is printed before the paragraph."""
        if self.bullet:
            return self.bullet
        return counters.mark(self.list_name, self.list_level, self.heads) if self.heads else ""


@dataclass(frozen=True, slots=True)
class Styles:
    """Everything that paragraphs refer to, by their identifiers."""

    chars: Mapping[str, tuple[float, bool]]
    paras: Mapping[str, Look]

    def look(self, para: str, char: str) -> Look:
        """The look of a paragraph with its first run's letters."""
        found = self.paras.get(para, Look())
        size, is_bold = self.chars.get(char, (_USUAL_SIZE, False))
        return Look(
            size,
            is_bold,
            found.is_centred,
            found.bullet,
            found.list_name,
            found.list_level,
            found.heads,
        )


def styles_of(header: etree._Element) -> Styles:
    """Styles from the header of a package."""
    bullets = {e.get("id", ""): e.get("char", "") for e in _all(header, "bullet")}
    numberings = {e.get("id", ""): _heads(e) for e in _all(header, "numbering")}
    return Styles(
        chars={e.get("id", ""): _char(e) for e in _all(header, "charPr")},
        paras={e.get("id", ""): _para(e, bullets, numberings) for e in _all(header, "paraPr")},
    )


def _all(element: etree._Element, name: str) -> list[etree._Element]:
    return list(element.iter(f"{{*}}{name}"))


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next(iter(_all(element, name)), None)


def _char(element: etree._Element) -> tuple[float, bool]:
    told = element.get("height", "1000")
    size = int(told) / _UNITS if told.isdecimal() else _USUAL_SIZE
    return size, _first(element, "bold") is not None


def _heads(element: etree._Element) -> dict[int, Head]:
    return {
        _int(head, "level", 1): Head(
            head.text or "", head.get("numFormat", "DIGIT"), _int(head, "start", 1)
        )
        for head in _all(element, "paraHead")
    }


def _para(
    element: etree._Element,
    bullets: Mapping[str, str],
    numberings: Mapping[str, Mapping[int, Head]],
) -> Look:
    align = _first(element, "align")
    is_centred = align is not None and align.get("horizontal") == "CENTER"
    heading = _first(element, "heading")
    kind = heading.get("type", "NONE") if heading is not None else "NONE"
    if heading is None or kind == "NONE":
        return Look(is_centred=is_centred)
    name = heading.get("idRef", "")
    if kind == "BULLET":
        return Look(is_centred=is_centred, bullet=bullets.get(name, ""))
    heads = numberings.get(name) or next(iter(numberings.values()), {})
    level = _int(heading, "level", 0) + 1
    return Look(is_centred=is_centred, list_name=f"{kind} {name}", list_level=level, heads=heads)


def _int(element: etree._Element, name: str, default: int) -> int:
    told = element.get(name, "")
    return int(told) if told.isdecimal() else default
