"""Roman and circled numerals, and the numbers of lists.

| written | spoken |
| --- | --- |
| Chapter IV · Phase IIa · phase I/II | Chapter four · Phase two a · phase one two |
| Henry VIII · World War II | Henry the eighth · World War two |
| Rocky IV · Super Bowl LVI · above XXV | Rocky four · … fifty-six · above twenty-five |
| Ⅲ. Plan · II. Tasks · (ii) support · ① | three. Plan · two. Tasks · two, support · one |
"""

import re
import unicodedata

from service.text.en.numbers import cardinal, ordinal
from service.text.rules import Match, Rule, before, rule

_ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII "
    "XXIV XXV"
).split()
_VALUES = {numeral: value for value, numeral in enumerate(_ROMAN, start=1)}
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_NUMBERED = (
    "[Ww]ar|[Cc]hapter|[Pp]hases?|[Pp]art|[Ss]ection|[Aa]rticle|[Tt]itle|[Tt]ype|[Ss]tages?|"
    "[Vv]olume|[Ll]evel|[Cc]lass|[Aa]nnex|[Aa]ppendix|[Gg]rade|[Ss]tep|[Tt]ier|[Ss]chedule|"
    "[Gg]roup|[Bb]ook|[Ii]ntensity|[Tt]able|[Ff]igure|[Cc]ategory|[Gg]eneration|[Ll]evels|"
    "[Cc]hapters|[Pp]arts|"
    "[Tt]ypes|[Cc]lasses|[Ss]ections|[Aa]rticles|[Gg]rades|[Ss]teps|[Tt]iers|[Vv]olumes|CHAPTER|"
    "PART|PHASE|ANNEX|SECTION|LEVEL|TYPE|STAGE|STEP|ARTICLE|TITLE|VOLUME|WAR"
)
_CROWNED = (
    "Henry|George|Elizabeth|Charles|Louis|Edward|William|James|Richard|Paul|Pius|Benedict|"
    "Leo|Philip|Frederick|Alexander|Nicholas|Catherine|Mary|Napoleon|Ramses|Margrethe|Harald|"
    "Gustaf|Gregory|Felipe|Juan Carlos|Leopold|Frederik|Peter|Francis|Albert|Rama|GEORGE|ELIZABETH|"
    "CHARLES|HENRY|EDWARD|WILLIAM|JAMES|LOUIS|PAUL|PIUS|BENEDICT|LEO"
)
_TITLED = (
    r"(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Prince|Sultan|Pharaoh|Shah|Kaiser|KING|QUEEN|"
    r"POPE|EMPEROR)(?:\s[A-Z][A-Za-z'’-]{1,20}){1,3}"
)
# Larger ones count behind a name only: letters of the same look are mostly acronyms.
_LARGER = (
    r"(?=[XVILCDM]{0,14}[XVI])(?=[XVILCDM]{3})M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})"
    r"(?:I[XV]|V?I{0,3})"
)
_NEVER = "LIX|MIX|CIV|MCI|CLI|DCI|CMI|DMI|CCI|CDI|MMI|DVI|CVI|MVI|CXI|DIV|MDI|MII"
_EACH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# These are hardly ever letters: Asan II, above XXV.
_CLEAR = "XXIII|XVIII|XXIV|XXII|XIII|VIII|XXV|XXI|XIX|XVII|XVI|XIV|XII|VII|III|II"
_NAME = re.compile(r"\b(?!(?:The|An?|For|With|By|In|No|All|Their|Our)\b)[A-Z][a-z]{2,20}\s$")
# Letters although they could be figures: the IV drip.
_NO_FIGURE = (
    r"(?!\s(?:drip|fluid|line|inject|infus|therap|access|pump|bag|catheter|treatment|DRIP))"
)
_SMALL = "viii|vii|iii|iv|vi|ix|ii|i|v|x"
_CIRCLED = "①-⑳⑴-⒇⓪❶-❿➀-➉➊-➓"


def _value(numeral: str) -> str:
    return cardinal(str(_VALUES[numeral.upper()]))


def _larger(match: Match) -> str:
    values = [_EACH[letter] for letter in match.group(1)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return cardinal(str(sum(-value if value < behind else value for value, behind in pairs)))


def _numbered(match: Match) -> str:
    name, first, joint, second, letter = match.groups()
    said = f"{name} {_value(first)}"
    if second:
        word = {"-": "to", "–": "to", "/": ""}.get(joint.strip(), joint.strip())
        said += f" {word} {_value(second)}" if word else f" {_value(second)}"
    return said + (f" {letter}" if letter else "")


def _crowned(match: Match) -> str:
    return f"{match.group(1)} the {ordinal(_VALUES[match.group(2)])}"


def _first(match: Match) -> str:
    return _value(match.group(1))


def _behind_name(match: Match) -> str | None:
    """Rocky IV, but not: an IV."""
    return _value(match.group(1)) if _NAME.search(before(match)) else None


def _larger_behind_name(match: Match) -> str | None:
    return _larger(match) if _NAME.search(before(match)) else None


def _counted(match: Match) -> str | None:
    """The XXIV Olympic Games: what is counted stands behind."""
    value = _VALUES.get(match.group(1))
    return ordinal(value) if value else None


def _in_list(match: Match) -> str:
    return f"{_value(match.group(1))}, "


def _sign(match: Match) -> str:
    """One character that stands for a number: Ⅲ, ①."""
    value = int(unicodedata.numeric(match.group(1)))
    return f" {cardinal(str(value))}{', ' if match.group(1) in _signs_of_lists() else ' '}"


def _signs_of_lists() -> str:
    return "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


RULES: tuple[Rule, ...] = (
    rule(
        "roman",
        rf"\b({_NUMBERED})\s({_ROMANS})(?:([/–-]|\s(?:and|or|to|through)\s)(?!I\s)({_ROMANS}))?"
        r"(?:-?([a-cA-C]))?\b",
        _numbered,
    ),
    rule("roman", rf"\b({_CROWNED})\s({_ROMANS})\b(?!\.[A-Z])", _crowned),
    rule("roman", rf"\b({_TITLED})\s({_ROMANS})\b(?!\.[A-Z])", _crowned),
    rule("roman", rf"^({_ROMANS})(?=[.)]\s)", _first),
    rule("roman", r"(?<=[Tt]he )([IVX]{2,6})(?=\s[A-Z][a-z])(?!\sDrip)", _counted),
    rule("roman", rf"(?<![\w&/.-])({_CLEAR})(?![\w&/-])", _first),
    rule(
        "roman",
        rf"(?<=[a-zA-Z]\s)(IV|VI|IX|XI|XV|XX)(?![\w&/-]){_NO_FIGURE}",
        _behind_name,
    ),
    rule("roman", rf"(?<=[a-z]\s)(?!(?:{_NEVER})\b)({_LARGER})(?![\w&/-])", _larger_behind_name),
    rule("roman", r"(?<=[A-Z]{2})-(III|II|IV)(?![\w-])", lambda m: f" {_value(m.group(1))}"),
    rule("roman", rf"\(({_SMALL})\)\s?", _in_list),
    rule("roman", rf"^({_SMALL})[.)]\s", _in_list),
    rule("roman", rf"([Ⅰ-Ⅻⅰ-ⅻ{_CIRCLED}])", _sign),
)
