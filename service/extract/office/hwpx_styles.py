"""How paragraphs of an HWPX package look: sizes, weights, numbering, outline levels."""

from collections.abc import Mapping

from lxml import etree

from service.extract.office.looks import USUAL_SIZE, Look, Styles
from service.extract.office.numbering import Head

_UNITS = 100.0


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
    return next(element.iter(f"{{*}}{name}"), None)


def _char(element: etree._Element) -> tuple[float, bool]:
    told = element.get("height", "1000")
    size = int(told) / _UNITS if told.isdecimal() else USUAL_SIZE
    return size, _first(element, "bold") is not None


def _heads(element: etree._Element) -> dict[int, Head]:
    return {
        _int(head, "level", 1): Head(
            head.text or "",
            head.get("numFormat", "DIGIT"),
            _int(head, "start", 1),
            head.get("userChar", ""),
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
    name, level = heading.get("idRef", ""), _int(heading, "level", 0) + 1
    if kind == "BULLET":
        return Look(is_centred=is_centred, bullet=bullets.get(name, ""), list_level=level)
    heads = numberings.get(name) or next(iter(numberings.values()), {})
    return Look(is_centred=is_centred, list_name=f"{kind} {name}", list_level=level, heads=heads)


def _int(element: etree._Element, name: str, default: int) -> int:
    told = element.get(name, "")
    return int(told) if told.isdecimal() and len(told) < len(str(1 << 32)) else default
