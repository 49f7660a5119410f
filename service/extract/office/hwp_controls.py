"""What the controls of HWP 5 paragraphs print in their line (file format 5.0, section 4.3.10).

Not read on purpose: hidden comments, memos, bookmarks, entries of an index, the codes of fields
(the shown text of a link is text like any other), and the numbers of pages.
"""

import re

from service.extract.letters import plain
from service.extract.office.equations import readable
from service.extract.office.hwp_records import EQUATION, FORM, Record
from service.extract.office.hwp_text import word_at
from service.extract.office.numbering import figure

# Codes of the forms of numbers (table 134).
FORMS = (
    *("DIGIT", "CIRCLED_DIGIT", "ROMAN_CAPITAL", "ROMAN_SMALL", "LATIN_CAPITAL", "LATIN_SMALL"),
    *("CIRCLED_LATIN_CAPITAL", "CIRCLED_LATIN_SMALL", "HANGUL_SYLLABLE"),
    *("CIRCLED_HANGUL_SYLLABLE", "HANGUL_JAMO", "CIRCLED_HANGUL_JAMO", "HANGUL_PHONETIC"),
    *("IDEOGRAPH", "CIRCLED_IDEOGRAPH", "DECAGON_CIRCLE", "DECAGON_CIRCLE_HANJA"),
)
_PICTURE, _EQUATION_NUMBER = 3, 5
_NUMBER_BYTES, _NOTE_BYTES = 16, 16
_ALT_AT = 44
_MOST = 99_999
_CAPTION = re.compile(r"\b(?:Caption|Text):wstring:(\d{1,5}):")
_BY_PROGRAM = ("그림입니다.", "개체 입니다.", "사각형입니다.", "표입니다.", "수식입니다.")


def kind_of(control: Record) -> str:
    """The four letters that name a control."""
    return control.data[3::-1].decode("latin-1") if len(control.data) >= 4 else ""  # noqa: PLR2004 - their length


def form_of(code: int) -> str:
    """The name of a form of numbers."""
    return FORMS[code] if 0 <= code < len(FORMS) else "DIGIT"


def shown(control: Record) -> str:
    """What a control shows within the line."""
    match kind_of(control):
        case "eqed":
            scripts = (readable(word_at(each.data, 4)) for each in control.of(EQUATION))
            return f" {' '.join(scripts)} "
        case "tcps":
            return word_at(control.data, 4)
        case "tdut":
            return _annotated(control.data)
        case "atno":
            return _counted(control)
        case "form":
            return " ".join(_caption(each.data) for each in control.of(FORM))
        case _:
            return ""


def note_mark(control: Record, count: int) -> str:
    """The mark of a note: its number, formed as the control says, between two letters."""
    if len(control.data) < _NOTE_BYTES:
        return f"{count})"
    number, form = control.number(4, "<I"), control.number(12, "<I") & 0xFF
    if not 0 < number <= _MOST:
        return f"{count})"
    before, behind = (_letter(control.number(at)) for at in (8, 10))
    return f"{before}{figure(number, form_of(form))}{behind}"


def alt_of(control: Record) -> str:
    """The alternative text of an object, unless it is what the program writes by itself."""
    told = plain(word_at(control.data, _ALT_AT))
    return "" if told.startswith(_BY_PROGRAM) else told


def _annotated(data: bytes) -> str:
    """A word with the small word over it, as both are printed: 漢字(한자)."""
    main = word_at(data, 4)
    over = word_at(data, 6 + 2 * len(main))
    return f"{main}({over})" if over else main


def _counted(control: Record) -> str:
    """The printed number of a caption; that of a note is its mark, that of a page is furniture."""
    if len(control.data) < _NUMBER_BYTES:
        return ""
    flags, number = control.number(4, "<I"), control.number(8)
    if not _PICTURE <= flags & 0xF <= _EQUATION_NUMBER:
        return ""
    before, behind = (_letter(control.number(at)) for at in (12, 14))
    return f"{before}{figure(number, form_of((flags >> 4) & 0xFF))}{behind}"


def _letter(code: int) -> str:
    return chr(code) if code and not 0xD800 <= code < 0xE000 else ""  # noqa: PLR2004 - halves of pairs


def _caption(data: bytes) -> str:
    """What a button or a field shows, among the properties that are kept as one text."""
    text = data[: len(data) // 2 * 2].decode("utf-16-le", "replace")
    found = (text[m.end() : m.end() + int(m.group(1))] for m in _CAPTION.finditer(text))
    return " ".join(found)
