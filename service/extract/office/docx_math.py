"""Formulas of DOCX packages as a line of text (ECMA-376 part 1, 22.1), as those of Hangul are."""

from collections.abc import Callable, Mapping

from lxml import etree

from service.extract.office.docx_xml import child, name_of, value

_PROPERTIES = "Pr"
_DEEPEST = 40


def formula(element: etree._Element, depth: int = 0) -> str:
    """A formula in one line: (a+b)/(2c)."""
    name = name_of(element)
    if depth > _DEEPEST or name.endswith(_PROPERTIES):
        return ""
    if name == "t":
        return element.text or ""
    form = _FORMS.get(name)
    if form is None:
        return _inside(element, depth)
    return form(element, {each: _part(element, each, depth) for each in _PARTS})


def _part(element: etree._Element, name: str, depth: int) -> str:
    found = child(element, name)
    return formula(found, depth + 1) if found is not None else ""


def _inside(element: etree._Element, depth: int) -> str:
    return "".join(formula(each, depth + 1) for each in element.iterchildren(etree.Element))


def _sum(element: etree._Element, parts: Mapping[str, str]) -> str:
    sign = value(child(child(element, "naryPr"), "chr")) or "∫"
    under = f"_{_held(parts['sub'])}" if parts["sub"] else ""
    over = f"^{_held(parts['sup'])}" if parts["sup"] else ""
    return f"{sign}{under}{over} {parts['e']}"


def _held(term: str) -> str:
    plain = term.strip()
    is_one = len(plain) <= 1 or plain.isalpha() or plain.replace(".", "").isdecimal()
    return plain if is_one else f"({plain})"


_PARTS = ("e", "num", "den", "sub", "sup")
_FORMS: Mapping[str, Callable[[etree._Element, Mapping[str, str]], str]] = {
    "f": lambda _, p: f"{_held(p['num'])}/{_held(p['den'])}",
    "sSup": lambda _, p: f"{p['e']}^{_held(p['sup'])}",
    "sSub": lambda _, p: f"{p['e']}_{_held(p['sub'])}",
    "sSubSup": lambda _, p: f"{p['e']}_{_held(p['sub'])}^{_held(p['sup'])}",
    "rad": lambda _, p: f"√{_held(p['e'])}",
    "d": lambda _, p: f"({p['e']})",
    "nary": _sum,
}
