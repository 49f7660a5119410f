"""Numbers that nothing else has read.

| written | spoken |
| --- | --- |
| 12,345 · 16만 4,000 · 0.78 | 만 이천삼백사십오 · 십육만 사천 · 영 점 칠팔 |
| 2030세대 | 이공삼공 세대 |
| 1/3 · 3.8:1 · 3대 2 | 삼분의 일 · 삼 점 팔 대 일 · 삼 대 이 |
| 1:5,000 | 일 대 오천 |
| 을지로3가 · 1석 2조 · 3대가 함께 | 을지로삼가 · 일석이조 · 삼대가 함께 |
| 접수번호는 812709 | 접수번호는 팔일이칠공구 |
| ¾컵 · 3.3.3 원칙 | 사분의 삼 컵 · 삼삼삼 원칙 |
"""

import re
import unicodedata

from service.text.ko.counters import MACHINES
from service.text.ko.numbers import AMOUNT, BIG, NUMBER, any_number, digits, sino
from service.text.ko.units import UNIT, UNITS
from service.text.rules import Match, Rule, before, rule

_TEN = 10


def _with_units(match: Match) -> str:
    space = " " if match.group()[-1] in "만억조경" else ""
    return any_number(match.group()) + space


def _fraction(match: Match) -> str:
    top, bottom = (int(match.group(at).replace(",", "")) for at in (1, 2))
    if top > bottom >= _TEN and not match.group(3):
        return f"{sino(match.group(1))}, {sino(match.group(2))}"  # two values side by side
    unit = f" {UNITS[match.group(3)]}" if match.group(3) else ""
    return f"{sino(match.group(2))}분의 {sino(match.group(1))}{unit}"


def _figure_by_figure(match: Match) -> str | None:
    """What is called a number and counts nothing: 접수번호는 812709."""
    return digits(match.group()) if re.search(_CALLED, before(match)) else None


def _ratio(match: Match) -> str:
    return f"{sino(match.group(1))} 대 {sino(match.group(2))}"


def _chain(match: Match) -> str:
    return " 대 ".join(sino(part.strip()) for part in match.group().split(":"))


def _sign_of_part(match: Match) -> str:
    """A fraction of one character: ½, and 1½ with what is whole."""
    above, below = unicodedata.normalize("NFKC", match.group(2)).split("\N{FRACTION SLASH}")
    whole = f"{sino(match.group(1))}과 " if match.group(1) else ""
    return f"{whole}{sino(below)}분의 {sino(above)} "


def _signed(match: Match) -> str:
    sign = "플러스" if match.group(1) == "+" else "마이너스"
    return f"{sign} {any_number(match.group(2))}"


_CALLED = r"번호(?:은|는|가|를|로)?\s?[:：]?\s?$"
_PARTS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"


def _generations(match: Match) -> str | None:
    """Generations that live together, and no machines: 3대가 함께."""
    return None if re.search(MACHINES, before(match)) else f"{sino(match.group(1))}대"


RATIOS: tuple[Rule, ...] = (
    rule(
        "number",
        r"(?<=[로동])(\d{1,2})가(?![지구격입능족]|[가-힣]{2}(?<!에서|부터|까지|파출|우체|주민|교차|방면|일대))",
        lambda match: f"{sino(match.group(1))}가",
    ),
    rule("number", r"(?<!\d)1석\s?2조(?![가-힣]{2})", lambda _: "일석이조"),
    rule(
        "number",
        r"(?<!\d)([2-5])대(?=[가는]\s(?:함께|같이|모여|한집|사는|살|이어)|째\s|에\s걸|를\s(?:이어|잇))",
        _generations,
    ),
    rule(
        "number",
        r"(?<!\d)([56])(?=대(?:양|주)(?![가-힣]))",
        lambda match: sino(match.group(1)),
        needs="대",
    ),
    rule(
        "number",
        r"(?<!\d)(?:[2-7]0[2-9]0|[3-9]86)(?=\s?세대)",
        lambda match: digits(match.group()),
        needs="세",
    ),
    rule(
        "measure",
        r"(?:(?<=혈압 )|(?<=혈압\()|(?<=혈압이 )|(?<=혈압은 ))"
        r"(\d{2,3})/(\d{2,3})(?![\d/]|\s?(?:mm|㎜))",
        lambda match: f"{sino(match.group(1))}에 {sino(match.group(2))}",
        needs="혈",
    ),
    rule(
        "fraction",
        r"(?<![\d/.])(\d{1,3})\s?/\s?(\d{1,3}(?:,\d{3})+|\d{1,4})(?![\d/.]|\s?(?:mm|㎜))"
        rf"(?:\s?({UNIT})(?![A-Za-z]))?",
        _fraction,
        needs="/",
    ),
    rule(
        "number",
        r"(?<![\w.,-])\d{3,20}(?=입니다|이[다며고]|으?로|[을를에]?(?:[\s,.)]|$))(?!\s?[.,-]\d)",
        _figure_by_figure,
        needs="번",
    ),
    rule("fraction", rf"(?:(\d{{1,3}})\s?)?([{_PARTS}])\s?", _sign_of_part, needs=_PARTS),
    rule(
        "number",
        r"(?<![\d.-])\d(?:[.·-]\d){1,4}(?=\s?(?:[가-힣]{2}\s)?(?:원칙|법칙|수칙|규칙|운동법|캠페인|전략))",
        lambda match: digits(re.sub(r"\D", "", match.group())),
        needs="칙법인략",
    ),
    rule("ratio", r"(?<![\d:.])\d{1,3}(?:\s?:\s?\d{1,3}){2,5}(?![\d:.])", _chain, needs=":"),
    rule(
        "ratio",
        r"(?<![\d:.])(\d{1,9}(?:\.\d{1,9})?)\s?:\s?(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,9})?)(?![\d:])",
        _ratio,
        needs=":",
    ),
    rule(
        "ratio",
        r"(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)\s?대\s?(\d{1,3})(?![\d.])(?!\s?[년월명개])",
        _ratio,
        needs="대",
    ),
    rule(
        "ratio",
        r"(?<![\d.-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?=\s?(?:승|패|역전|무승부|완승|완패|대승|동점"
        r"|신승|으?로\s(?:이|꺾|승|졌|지|패|앞|비|역|제압|누르|뒤)))",
        _ratio,
        needs="-–",
    ),
)
"""Two numbers to each other: tried before either is read with what follows it."""

RULES: tuple[Rule, ...] = (
    rule("number", rf"(?<![\w)%.])([-−+])({AMOUNT})", _signed, needs="-−+"),
    rule("number", BIG, _with_units, needs="십백천만억조경"),
    rule("number", NUMBER, lambda match: sino(match.group())),
)
