"""Numbers and bullets of DOCX packages (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from service.extract.office.docx_styles import Sheet
from service.extract.office.docx_xml import child, first, is_on, number, value
from service.extract.office.numbering import Head

_FORMS = {
    "decimal": "DIGIT",
    "decimalZero": "TWO_DIGITS",
    "upperRoman": "ROMAN_CAPITAL",
    "lowerRoman": "ROMAN_SMALL",
    "upperLetter": "LATIN_CAPITAL",
    "lowerLetter": "LATIN_SMALL",
    "ganada": "HANGUL_SYLLABLE",
    "chosung": "HANGUL_JAMO",
    "koreanCounting": "HANGUL_PHONETIC",
    "koreanDigital": "HANGUL_PHONETIC",
    "koreanDigital2": "IDEOGRAPH",
    "ideographDigital": "IDEOGRAPH",
    "chineseCounting": "IDEOGRAPH",
    "japaneseCounting": "IDEOGRAPH",
    "taiwaneseCounting": "IDEOGRAPH",
    "ideographTraditional": "DECAGON_CIRCLE_HANJA",
    "ideographEnclosedCircle": "CIRCLED_IDEOGRAPH",
    "decimalEnclosedCircle": "CIRCLED_DIGIT",
    "decimalEnclosedCircleChinese": "CIRCLED_DIGIT",
    "decimalEnclosedParen": "PARENTHESISED_DIGIT",
    "chicago": "SYMBOL",
}
_PLACE = re.compile(r"%(\d)")
# Fonts whose letters are signs: "l" of Wingdings is a disc.
_SIGNS = ("wingdings", "symbol", "webdings")
_RING = ("o", "courier")
_PRIVATE = 0xF000
_ONE_BYTE = 0x100
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the name under which it counts, heads and bullets by level from 1."""

    name: str
    heads: Mapping[int, Head] = field(default_factory=dict)
    bullets: Mapping[int, str] = field(default_factory=dict)


Lists = Mapping[str, Listing]


def form_of(name: str) -> str:
    """The name of a form of numbers; a form that is not known counts in plain figures."""
    return _FORMS.get(name, "DIGIT")


def lists_of(root: etree._Element | None, sheet: Sheet) -> Lists:
    """Lists by the identifiers that paragraphs name."""
    if root is None:
        return {}
    abstract = {value(e, "abstractNumId"): e for e in root.iterchildren("{*}abstractNum")}
    numbers = {value(e, "numId"): e for e in root.iterchildren("{*}num")}
    return {name: _listing(name, e, abstract, numbers, sheet) for name, e in numbers.items()}


def _listing(
    name: str,
    element: etree._Element,
    abstract: Mapping[str, etree._Element],
    numbers: Mapping[str, etree._Element],
    sheet: Sheet,
) -> Listing:
    """A list of its own where it begins anew; else it counts on with those of its kind."""
    kind = value(child(element, "abstractNumId"))
    found = _linked(abstract.get(kind), abstract, numbers, sheet)
    levels = (
        {number(e, 0, "ilvl"): e for e in found.iterchildren("{*}lvl")} if found is not None else {}
    )
    starts: dict[int, int] = {}
    for override in element.iterchildren("{*}lvlOverride"):
        at = number(override, 0, "ilvl")
        own = child(override, "lvl")
        if own is not None:
            levels[at] = own
        if (start := child(override, "startOverride")) is not None:
            starts[at] = number(start, 1)
    counts_as = f"num {name}" if starts else f"abstract {kind}"
    heads = {at + 1: _head(e, starts.get(at)) for at, e in levels.items() if at < _MOST_LEVELS}
    bullets = {
        at + 1: _bullet(e) for at, e in levels.items() if value(child(e, "numFmt")) == "bullet"
    }
    return Listing(counts_as, heads, bullets)


def _linked(
    found: etree._Element | None,
    abstract: Mapping[str, etree._Element],
    numbers: Mapping[str, etree._Element],
    sheet: Sheet,
) -> etree._Element | None:
    """The list itself, or that of the style which it stands for."""
    link = value(child(found, "numStyleLink"))
    style = next(sheet.chain(link), None) if link else None
    told = first(style.para, "numId") if style is not None and style.para is not None else None
    target = numbers.get(value(told))
    return found if target is None else abstract.get(value(child(target, "abstractNumId")))


def _head(element: etree._Element, start: int | None) -> Head:
    form = value(child(element, "numFmt")) or "decimal"
    if form in ("bullet", "none"):
        return Head("", "DIGIT", 1)
    pattern = _PLACE.sub(r"^\1", value(child(element, "lvlText")))
    first_value = number(child(element, "start"), 1) if start is None else start
    is_plain = is_on(child(element, "isLgl")) is True
    return Head(pattern, form_of(form), first_value, is_plain=is_plain)


def _bullet(element: etree._Element) -> str:
    """The sign of a bullet; letters of fonts of signs move to where these have a place."""
    text = value(child(element, "lvlText"))
    fonts = child(child(element, "rPr"), "rFonts")
    font = f"{value(fonts, 'ascii')} {value(fonts, 'hAnsi')}".lower()
    if text == _RING[0] and (_RING[1] in font or not font.strip()):
        return "○"
    if any(name in font for name in _SIGNS):
        return "".join(chr(_PRIVATE + ord(c)) if ord(c) < _ONE_BYTE else c for c in text)
    return text
