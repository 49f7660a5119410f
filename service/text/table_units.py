"""What the figures of a table count: units as tables print them, and the figures they belong to.

A unit is never guessed against what a name says: where two could be meant, or none fits, there is
none, and whoever reads the table says the unit once for the whole.
"""

import re
from collections.abc import Collection, Sequence
from enum import Enum, auto
from functools import lru_cache

_OPEN, _CLOSE = r"[(\[<〈【（［]", r"[)\]>〉】）］]"
_WORD = r"(?:단\s?위|Units?)"
_BRACKETED = re.compile(
    rf"{_OPEN}\s*{_WORD}(?:\s*[:：]\s*|\s+)([^)\]>〉】）］]{{1,60}}?)\s*{_CLOSE}", re.IGNORECASE
)
_BARE = re.compile(rf"(?<!\w){_WORD}\s*[:：]\s*(\S.{{0,40}}?)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,，、;·ㆍ]\s*|\s*/\s*(?=[%‰])|(?<=[%‰])\s*/\s*|\s+및\s+|\s+and\s+")
_ASIDE = re.compile(r"기준|as of|\d", re.IGNORECASE)
_SHARE_UNIT = re.compile(
    r"%p?|‰|퍼센트(?:포인트)?|percent(?:age points?)?|per ?cent", re.IGNORECASE
)
_MONEY_UNIT = re.compile(
    r"원$|달러|불$|유로|엔$|위안|won\b|dollars?|KRW|USD|EUR|JPY|CNY|[$₩€¥]", re.IGNORECASE
)
_KNOWN = re.compile(
    r"(?:천|만|십만|백만|천만|억|십억|백억|천억|조)?\s?"
    r"(?:원|달러|불|유로|엔|위안|명|인|개|건|대|톤|개소|개사|가구|세대|호|회|시간|일|개월|점|배|권|편|종|척|마리|병상|㎡|㎢|㎏|㎞|ha|kg|km|t)"
    r"|천|만|백만|억|조|%p?|‰"
    r"|(?:(?:KRW|USD|EUR|JPY)\s?)?(?:thousand|million|billion|trillion)?\s?"
    r"(?:KRW|USD|EUR|JPY|won|dollars?|persons?|people|cases|tons?|tonnes|households)?",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"{_OPEN}\s*([^()\[\]<>]{{1,24}}?)\s*{_CLOSE}\s*$")
_BARE_FIGURE = re.compile(r"[^A-Za-z가-힣%‰]*\d[^A-Za-z가-힣%‰]*")
_FIGURE = re.compile(r"[△▲▼+\-–−]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_UNIT_COLUMN = re.compile(rf"\s*{_WORD}\s*", re.IGNORECASE)
_CURRENCY_FIRST = re.compile(r"(KRW|USD|EUR|JPY|CNY|[$₩€¥])\s*(.*)", re.IGNORECASE)


class _Kind(Enum):
    """What the name of a column or row says of its figures."""

    PLAIN = auto()
    SHARE = auto()
    MONEY = auto()
    COUNT = auto()
    UNSURE = auto()
    NOT_COUNTED = auto()


# The first that fits: 구성비 is a share before 사업비 is money, 전년 대비 could be either.
_NAMES = (
    (
        _Kind.NOT_COUNTED,
        r"(?:연도|년도|연번|번호|순번|순위|코드|전화|연락처|일자|날짜|일시|기간|시기|차수|등급|비고)",
    ),
    (_Kind.NOT_COUNTED, r"(?:단위|쪽|지수|\bno\.?|\byears?|\bdates?|\brank|\bcode|\bunits?)"),
    (_Kind.NOT_COUNTED, r"(?:\btel|\bphone|\bindex|\bpages?)"),
    (_Kind.UNSURE, r"(?:환율|배율|법률|자율|단가|대비|증감|증가|감소|변화|변동|차이|격차|등락)"),
    (_Kind.UNSURE, r"(?:\bchange|\bincrease|\bdecrease|\bdifference|\by/y|\byoy|\bgap)"),
    (_Kind.SHARE, r"(?:[률율]|비중|구성비|%|\brate|\bshare|\bratio|\bpercent(?:age)?|\bgrowth)"),
    (
        _Kind.MONEY,
        r"(?:액|비|예산|매출|지출|비용|자금|기금|세입|세출|\bbudget|\bcosts?|\bamount|\brevenue)",
    ),
    (_Kind.COUNT, r"(?:수|인원|건|개소|물량|수량|면적|\bnumber|\bcount|\bcases|\bpersons)"),
)
_KINDS = tuple((kind, re.compile(rf"{form}\s*$", re.IGNORECASE)) for kind, form in _NAMES)


def unit_line(text: str) -> str:
    """The unit that a line names when it says nothing else, as printed; else empty."""
    line = text.strip()
    match = _BRACKETED.fullmatch(line) or _BARE.fullmatch(line)
    return match.group(1).strip() if match else ""


def told_unit(text: str) -> str:
    """The unit that a text names beside other words ("예산 (단위: 억 원)"), as printed."""
    match = _told(text)
    return match.group(1).strip() if match else ""


def unit_words(text: str) -> str:
    """The words with which a text names its unit ("(단위: 억 원)"), as printed."""
    match = _told(text)
    return match.group().strip() if match else ""


def without_unit(text: str) -> str:
    """The same text without the unit that `told_unit` finds."""
    match = _told(text)
    if match is None:
        return text
    return " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())


def _told(text: str) -> re.Match[str] | None:
    return _BRACKETED.search(text) or _BARE.search(text)


def own_unit(name: str) -> str:
    """The unit in brackets at the end of a name, "금액(억 원)"; empty unless it is a known one."""
    if told := told_unit(name):
        return told
    match = _TAIL.search(name)
    if match is None or not name[: match.start()].strip():
        return ""
    return match.group(1) if _KNOWN.fullmatch(match.group(1)) else ""


def bare_name(name: str) -> str:
    """A name without its own unit."""
    if not own_unit(name):
        return name
    return without_unit(name) if told_unit(name) else _TAIL.sub("", name).rstrip()


def units_of(unit: str) -> tuple[str, ...]:
    """The units of a list ("억 원, %"); none where brackets say that cells hold two figures."""
    if "(" in unit:
        return ()
    parts = (part.strip() for part in _BETWEEN.split(unit))
    return tuple(part for part in parts if part and not _ASIDE.search(part))


def is_figure(text: str) -> bool:
    """Whether a cell is one bare number, which a unit can stand behind."""
    return _FIGURE.fullmatch(text.strip()) is not None


def lacks_unit(text: str) -> bool:
    """Whether a cell holds figures in any form, and no word or sign that could be their unit."""
    return _BARE_FIGURE.fullmatch(text.strip()) is not None


def names_units(name: str) -> bool:
    """Whether a column holds the units of the other columns."""
    return _UNIT_COLUMN.fullmatch(name) is not None


def unit_for(units: Sequence[str], column: Sequence[str], row: Sequence[str]) -> str:
    """The unit of a figure by the names of its column and row, outermost first; empty in doubt."""
    told = {own for name in (*column, *row) if (own := own_unit(name))}
    kinds = {kind for names in (column, row) if (kind := _kind(names)) is not _Kind.PLAIN}
    if told:
        unit = told.pop()
        fits = not told and _Kind.NOT_COUNTED not in kinds
        return unit if fits and (_Kind.SHARE not in kinds or _is_share(unit)) else ""
    return _fitting(units, kinds)


def around_figure(unit: str) -> tuple[str, str]:
    """What stands before and behind a figure when its unit is written out with it."""
    if (match := _CURRENCY_FIRST.fullmatch(unit)) and match.group(2):
        return f"{match.group(1)} ", f" {match.group(2)}"
    is_word = unit[:1].isascii() and unit[:1].isalpha()
    return "", f" {unit}" if is_word else unit


def _kind(names: Sequence[str]) -> _Kind:
    """What the innermost name says; those above it only where it says nothing."""
    kinds = (_kind_of(name) for name in reversed(names))
    return next((kind for kind in kinds if kind is not _Kind.PLAIN), _Kind.PLAIN)


@lru_cache(maxsize=4096)
def _kind_of(name: str) -> _Kind:
    bare = bare_name(name)
    return next((kind for kind, form in _KINDS if form.search(bare)), _Kind.PLAIN)


def _fitting(units: Sequence[str], kinds: Collection[_Kind]) -> str:
    """The only unit that can be meant."""
    shares = [unit for unit in units if _is_share(unit)]
    money = [unit for unit in units if _MONEY_UNIT.search(unit)]
    counts = [unit for unit in units if unit not in shares]
    fitting = {
        frozenset(): counts or shares,
        frozenset({_Kind.SHARE}): shares,
        frozenset({_Kind.MONEY}): money,
        frozenset({_Kind.COUNT}): [unit for unit in counts if unit not in money],
    }.get(frozenset(kinds), [])
    return fitting[0] if len(fitting) == 1 else ""


def _is_share(unit: str) -> bool:
    return _SHARE_UNIT.fullmatch(unit) is not None
