"""Elements of WordprocessingML by their names, whatever edition their namespace is of (pure)."""

from lxml import etree

_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST = 9


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first such element right below another."""
    return None if element is None else next(element.iterchildren(f"{{*}}{name}"), None)


def first(element: etree._Element, name: str) -> etree._Element | None:
    """The first such element anywhere below another."""
    return next(element.iter(f"{{*}}{name}"), None)


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute by its name, or nothing."""
    if element is None:
        return ""
    found = (text for key, text in element.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


def number(element: etree._Element | None, default: int, name: str = "val") -> int:
    """An attribute as a whole number; what is none is the default."""
    told = value(element, name)
    return int(told) if told.isdecimal() and len(told) <= _LONGEST else default


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a property is switched on; None where nothing is said."""
    return None if element is None else value(element).lower() not in _OFF
