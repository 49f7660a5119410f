"""What stands in a line of an HWPX paragraph: letters, forms, numbers that count by themselves."""

from collections.abc import Callable, Mapping

from lxml import etree

from service.extract.letters import plain
from service.extract.office.equations import readable
from service.extract.office.numbering import figure

# Elements inside of a text and the letters they stand for.
_SPACES = {"tab": " ", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
# What counts by itself and is printed in the line; the number of a note is its mark already, and
# numbers of pages are furniture.
_COUNTED = frozenset({"TABLE", "PICTURE", "FIGURE", "EQUATION"})
_TICKED = {"CHECKED": "☑", "UNCHECKED": "☐"}
_BY_PROGRAM = ("그림입니다.", "개체 입니다.", "사각형입니다.", "표입니다.", "수식입니다.")


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace, which changed with every edition."""
    return str(element.tag).rpartition("}")[2]


def inline(element: etree._Element) -> list[str | bool]:
    """The pieces of a text; True where deleted text begins under change tracking, False behind."""
    pieces: list[str | bool] = [element.text or ""]
    if not len(element):
        return pieces
    for child in element.iterchildren(etree.Element):
        name = name_of(child)
        if name in ("deleteBegin", "deleteEnd"):
            pieces.append(name == "deleteBegin")
        else:
            pieces.append(_SPACES.get(name, ""))
        pieces.append(child.tail or "")
    return pieces


def shown(element: etree._Element) -> str:
    """What an element within a line shows: a form's caption, an equation, letters put together."""
    form = _SHOWN.get(name_of(element))
    return form(element) if form else ""


def _child_text(element: etree._Element, name: str) -> str:
    return " ".join(each.text or "" for each in element.iter(f"{{*}}{name}"))


def _annotated(element: etree._Element) -> str:
    """A word with the small word over it, as both are printed: 漢字(한자)."""
    main, over = _child_text(element, "mainText"), _child_text(element, "subText")
    return f"{main}({over})" if over else main


def _ticked(element: etree._Element) -> str:
    """A box with its caption: ☑ 동의함."""
    return f"{_TICKED.get(element.get('value', ''), '')} {element.get('caption', '')}".strip()


def _chosen(element: etree._Element) -> str:
    """What a closed list shows: the text of its chosen entry."""
    value = element.get("selectedValue", "")
    for entry in element.iter("{*}listItem"):
        if value and entry.get("value") == value:
            return entry.get("displayText") or value
    return value


def counted(element: etree._Element) -> str:
    """The printed number of a caption: 3 of "표 3"."""
    return _number(element) if element.get("numType") in _COUNTED else ""


def note_mark(element: etree._Element, count: int) -> str:
    """The mark of a note, as the number in its text is formed: "1)"."""
    number = next(element.iter("{*}autoNum"), None)
    if number is not None:
        return _number(number) or f"{count})"
    return f"{element.get('number') or count})"


def _number(element: etree._Element) -> str:
    told = element.get("num", "")
    form = next(element.iter("{*}autoNumFormat"), None)
    if not told.isdecimal() or len(told) > len("99999"):
        return ""
    if form is None:
        return told
    value = figure(int(told), form.get("type", "DIGIT"), form.get("userChar", ""))
    return f"{form.get('prefixChar', '')}{value}{form.get('suffixChar', '')}"


def alt_of(element: etree._Element) -> str:
    """The alternative text, unless it is what the program writes by itself."""
    told = plain(" ".join(each.text or "" for each in element.iterchildren("{*}shapeComment")))
    return "" if told.startswith(_BY_PROGRAM) else told


_SHOWN: Mapping[str, Callable[[etree._Element], str]] = {
    "equation": lambda e: f" {readable(_child_text(e, 'script'))} ",
    "compose": lambda e: e.get("composeText", ""),
    "dutmal": _annotated,
    "checkBtn": _ticked,
    "radioBtn": _ticked,
    "btn": lambda e: e.get("caption", ""),
    "edit": lambda e: _child_text(e, "text"),
    "comboBox": _chosen,
}
