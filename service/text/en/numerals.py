"""Roman and circled numerals, and the numbers of lists.

| written | spoken |
| --- | --- |
| Chapter IV · Phase IIa · phase I/II | Chapter four · Phase two a · phase one two |
| Henry VIII · World War II | Henry the eighth · World War two |
| Ⅲ. Plan · II. Tasks · (ii) support · ① | three. Plan · two. Tasks · two, support · one |
"""

import unicodedata

from service.text.en.numbers import cardinal, ordinal
from service.text.rules import Match, Rule, rule

_ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII "
    "XXIV XXV"
).split()
_VALUES = {numeral: value for value, numeral in enumerate(_ROMAN, start=1)}
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_NUMBERED = (
    "[Ww]ar|[Cc]hapter|[Pp]hases?|[Pp]art|[Ss]ection|[Aa]rticle|[Tt]itle|[Tt]ype|[Ss]tages?|"
    "[Vv]olume|[Ll]evel|[Cc]lass|[Aa]nnex|[Aa]ppendix|[Gg]rade|[Ss]tep|[Tt]ier|[Ss]chedule|"
    "[Gg]roup|[Bb]ook|[Tt]able|[Ff]igure|[Cc]ategory|[Gg]eneration|CHAPTER|PART|PHASE|ANNEX|"
    "SECTION"
)
_CROWNED = (
    "Henry|George|Elizabeth|Charles|Louis|Edward|William|James|Richard|Paul|Pius|Benedict|"
    "Leo|Philip|Frederick|Alexander|Nicholas|Catherine|Mary|Napoleon|Ramses|Margrethe|Harald|"
    "Gustaf|Gregory|Felipe|Juan Carlos|Leopold|Frederik|Peter|Francis|Albert"
)
# These are hardly ever letters behind a name: Asan II.
_CLEAR = "XIII|VIII|XII|VII|III|II"
_SMALL = "viii|vii|iii|iv|vi|ix|ii|i|v|x"
_CIRCLED = "①-⑳⑴-⒇⓪❶-❿➀-➉➊-➓"


def _value(numeral: str) -> str:
    return cardinal(str(_VALUES[numeral.upper()]))


def _numbered(match: Match) -> str:
    name, first, second, letter = match.groups()
    said = f"{name} {_value(first)}"
    said += f" {_value(second)}" if second else ""
    return said + (f" {letter}" if letter else "")


def _crowned(match: Match) -> str:
    return f"{match.group(1)} the {ordinal(_VALUES[match.group(2)])}"


def _first(match: Match) -> str:
    return _value(match.group(1))


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
        "roman", rf"\b({_NUMBERED})\s({_ROMANS})(?:[/-]({_ROMANS}))?(?:-?([a-cA-C]))?\b", _numbered
    ),
    rule("roman", rf"\b({_CROWNED})\s({_ROMANS})\b(?!\.[A-Z])", _crowned),
    rule("roman", rf"^({_ROMANS})(?=[.)]\s)", _first),
    rule("roman", rf"(?<=[a-z]\s)({_CLEAR})\b", _first),
    rule("roman", rf"\(({_SMALL})\)\s?", _in_list),
    rule("roman", rf"^({_SMALL})[.)]\s", _in_list),
    rule("roman", rf"([Ⅰ-Ⅻⅰ-ⅻ{_CIRCLED}])", _sign),
)
