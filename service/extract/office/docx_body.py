"""The text of DOCX packages to items (ECMA-376 part 1, 17).

Read is what is printed with all changes accepted: inserted text, the shown results of fields, text
boxes once. Not read: deleted and moved-away text, hidden text, comments, codes of fields.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from service.errors import DocumentIsBroken
from service.extract.office.docx_lists import Lists, form_of
from service.extract.office.docx_math import formula
from service.extract.office.docx_styles import Sheet
from service.extract.office.docx_tables import Row, rows_of
from service.extract.office.docx_xml import child, first, is_on, name_of, number, value
from service.extract.office.gathering import Gathered
from service.extract.office.items import Footnote, Item, Para, Picture
from service.extract.office.layout import Told, flat, spoken
from service.extract.office.looks import Look
from service.extract.office.numbering import Counters, figure

# Elements that hold what they would hold themselves.
_HOLDERS = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "dir", "bdo", "sdt", "sdtContent"}
    | {"customXml", "rubyBase", "r"}
)
_LETTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = frozenset({"drawing", "pict", "object"})
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_DEEPEST = 40
_DEEPEST_HEADING = 6
_PRIVATE_SIGN = range(0x20, 0x10000)


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes by kind and identifier; the forms of their numbers by kind."""

    found: Mapping[tuple[str, str], etree._Element] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)


class Walk:
    """Goes through the text and counts numbers and notes on its way."""

    def __init__(self, sheet: Sheet, lists: Lists, notes: Notes) -> None:
        self._sheet = sheet
        self._lists = lists
        self._notes = notes
        self._counters = Counters()
        self._counts = dict.fromkeys(notes.forms, 0)
        self._depth = 0

    def text(self, parent: etree._Element) -> list[Item]:
        """Items of the text in an element."""
        return _levelled(list(self._items(parent)))

    def _items(self, parent: etree._Element) -> Iterator[Item]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise DocumentIsBroken("docx: nested too deep")
        for element in parent.iterchildren(etree.Element):
            match name_of(element):
                case "p":
                    yield from self._paragraph(element)
                case "tbl":
                    yield from self._table(element)
                case name if name in _HOLDERS:
                    yield from self._items(element)
                case "AlternateContent":
                    yield from self._items(_shown_choice(element))
                case _:
                    pass  # properties of sections, bookmarks, what was moved away
        self._depth -= 1

    def _paragraph(self, element: etree._Element) -> Iterator[Item]:
        style = self._sheet.style_name(element)
        gathered = Gathered()
        for part in element.iterchildren(etree.Element):
            self._part(part, style, gathered)
        run = next((each for each in element.iter("{*}r") if first(each, "t") is not None), None)
        look = self._look(element, run, style)
        mark = look.mark(self._counters) if gathered.text.strip() else ""
        yield from gathered.items(look, mark)

    def _part(self, element: etree._Element, style: str, gathered: Gathered) -> None:
        name = name_of(element)
        if name == "r" and self._sheet.is_hidden(element, style):
            return
        if name in ("t", *_LETTERS):
            gathered.say(_LETTERS.get(name) or element.text or "")
        elif name in _HOLDERS:
            self._parts(element, style, gathered)
        elif name == "ruby":
            self._ruby(element, style, gathered)
        elif name == "sym":
            gathered.say(_sign(element))
        elif name in ("oMath", "oMathPara"):
            gathered.say(f" {formula(element)} ")
        elif name in _NOTES:
            self._note(element, _NOTES[name], gathered)
        elif name in _DRAWN:
            gathered.hang(self._drawn(element))
        elif name == "AlternateContent":
            self._parts(_shown_choice(element), style, gathered)

    def _parts(self, element: etree._Element, style: str, gathered: Gathered) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise DocumentIsBroken("docx: nested too deep")
        for part in element.iterchildren(etree.Element):
            self._part(part, style, gathered)
        self._depth -= 1

    def _ruby(self, element: etree._Element, style: str, gathered: Gathered) -> None:
        """A word with the small word over it, as both are printed: 漢字(한자)."""
        over = Gathered()
        for base in element.iterchildren("{*}rubyBase"):
            self._parts(base, style, gathered)
        for small in element.iterchildren("{*}rt"):
            self._parts(small, style, over)
        gathered.say(f"({over.text})" if over.text.strip() else "")

    def _note(self, element: etree._Element, kind: str, gathered: Gathered) -> None:
        found = self._notes.found.get((kind, value(element, "id")))
        if found is None:
            return
        mark = _own_mark(element)
        if not mark:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            form = form_of(self._notes.forms.get(kind, "decimal"))
            mark = f"{figure(self._counts[kind], form)})"
        text = spoken(list(self._items(found))).strip().removeprefix(mark)
        gathered.note(Footnote(text, mark))

    def _drawn(self, element: etree._Element) -> list[Item]:
        """Pictures with their alternative texts, and what stands in boxes."""
        boxes = [item for box in _outermost(element, "txbxContent") for item in self._items(box)]
        told = first(element, "docPr")
        decorates = first(element, "decorative")
        if decorates is not None and is_on(decorates):
            return boxes
        alt = value(told, "descr") or _alt_of_shape(element)
        holds = any(first(element, name) is not None for name in ("pic", "imagedata", "chart"))
        return [*([Picture(alt)] if alt or (holds and not boxes) else []), *boxes]

    def _look(self, element: etree._Element, run: etree._Element | None, style: str) -> Look:
        sheet = self._sheet
        listed = sheet.para(element, "numPr")
        listing = self._lists.get(value(child(listed, "numId")))
        at = number(child(listed, "ilvl"), 0) + 1
        look = Look(
            size=sheet.size(run, style),
            is_bold=is_on(sheet.run(run, style, "b")) is True,
            is_centred=value(sheet.para(element, "jc")) == "center",
            level=sheet.level(element),
        )
        if listing is None:
            return look
        bullet = listing.bullets.get(at, "")
        heads = {} if bullet else listing.heads
        return replace(look, bullet=bullet, list_name=listing.name, list_level=at, heads=heads)

    def _table(self, element: etree._Element) -> Iterator[Item]:
        rows = rows_of(element)
        filled = [
            [(cell.cell, list(self._items(cell.element))) for cell in row.cells] for row in rows
        ]
        yield from flat(filled, Told(_heads(rows)))


def _heads(rows: Sequence[Row]) -> int:
    return next((at for at, row in enumerate(rows) if not row.is_head), len(rows))


def _outermost(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements of a name that are in no other of it; of two ways to show a thing, the first."""
    for each in element.iterchildren(etree.Element):
        if name_of(each) == name:
            yield each
        elif name_of(each) == "AlternateContent":
            yield from _outermost(_shown_choice(each), name)
        else:
            yield from _outermost(each, name)


def _shown_choice(element: etree._Element) -> etree._Element:
    """The first way in which a thing may be shown; the others show the same."""
    found = next(element.iterchildren("{*}Choice", "{*}Fallback"), None)
    return element if found is None else found


def _alt_of_shape(element: etree._Element) -> str:
    shapes = element.iter("{*}shape", "{*}rect", "{*}group")
    return next((told for told in (value(each, "alt") for each in shapes) if told), "")


def _own_mark(reference: etree._Element) -> str:
    """The mark that an author chose: it is the text behind the reference, and does not count."""
    if value(reference, "customMarkFollows") not in ("1", "true", "on"):
        return ""
    behind = reference.getnext()
    return (behind.text or "").strip() if behind is not None and name_of(behind) == "t" else ""


def _sign(element: etree._Element) -> str:
    """A sign of a font of signs, at the place that such signs have."""
    told = value(element, "char")
    try:
        code = int(told, 16)
    except ValueError:
        return ""
    return chr(code) if code in _PRIVATE_SIGN and not 0xD800 <= code < 0xE000 else ""  # noqa: PLR2004 - halves of pairs


def _levelled(items: list[Item]) -> list[Item]:
    """Headings of the first level are the title where no title is, and there is only one."""
    levels = [item.level for item in items if isinstance(item, Para) and item.level]
    is_title = 1 not in levels and levels.count(2) == 1
    return [
        replace(item, level=min(item.level - is_title, _DEEPEST_HEADING))
        if isinstance(item, Para) and item.level
        else item
        for item in items
    ]
