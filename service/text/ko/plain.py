"""Numbers that nothing else has read.

| written | spoken |
| --- | --- |
| 12,345 · 16만 4,000 · 0.78 | 만 이천삼백사십오 · 십육만 사천 · 영 점 칠팔 |
| 2030세대 | 이공삼공 세대 |
| 1/3 · 3.8:1 · 3대 2 | 삼분의 일 · 삼 점 팔 대 일 · 삼 대 이 |
| 1:5,000 | 일 대 오천 |
| 을지로3가 · 1석 2조 · 3대가 함께 | 을지로삼가 · 일석이조 · 삼대가 함께 |
"""

from service.text.ko.counters import MACHINES
from service.text.ko.numbers import AMOUNT, BIG, NUMBER, any_number, digits, sino
from service.text.rules import Match, Rule, before, rule


def _with_units(match: Match) -> str:
    space = " " if match.group()[-1] in "만억조경" else ""
    return any_number(match.group()) + space


def _fraction(match: Match) -> str:
    return f"{sino(match.group(2))}분의 {sino(match.group(1))}"


def _ratio(match: Match) -> str:
    return f"{sino(match.group(1))} 대 {sino(match.group(2))}"


def _chain(match: Match) -> str:
    return " 대 ".join(sino(part.strip()) for part in match.group().split(":"))


def _signed(match: Match) -> str:
    sign = "플러스" if match.group(1) == "+" else "마이너스"
    return f"{sign} {any_number(match.group(2))}"


def _generations(match: Match) -> str | None:
    """Generations that live together, and no machines: 3대가 함께."""
    return None if MACHINES.search(before(match)) else f"{sino(match.group(1))}대"


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
    rule("number", r"(?<!\d)([56])(?=대(?:양|주)(?![가-힣]))", lambda match: sino(match.group(1))),
    rule(
        "number", r"(?<!\d)(?:[2-7]0[2-9]0|[3-9]86)(?=\s?세대)", lambda match: digits(match.group())
    ),
    rule(
        "fraction",
        r"(?<![\d/.])(\d{1,3})\s?/\s?(\d{1,3}(?:,\d{3})+|\d{1,4})(?![\d/.]|\s?(?:mm|㎜))",
        _fraction,
    ),
    rule("ratio", r"(?<![\d:.])\d{1,3}(?:\s?:\s?\d{1,3}){2,5}(?![\d:.])", _chain),
    rule(
        "ratio",
        r"(?<![\d:.])(\d{1,9}(?:\.\d{1,9})?)\s?:\s?(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,9})?)(?![\d:])",
        _ratio,
    ),
    rule(
        "ratio",
        r"(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)\s?대\s?(\d{1,3})(?![\d.])(?!\s?[년월명개])",
        _ratio,
    ),
    rule(
        "ratio",
        r"(?<![\d.-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?=\s?(?:승|패|역전|무승부|완승|완패|대승|동점"
        r"|신승|으?로\s(?:이|꺾|승|졌|지|패|앞|비|역|제압|누르|뒤)))",
        _ratio,
    ),
)
"""Two numbers to each other: tried before either is read with what follows it."""

RULES: tuple[Rule, ...] = (
    rule("number", rf"(?<![\w)%.])([-−+])({AMOUNT})", _signed),
    rule("number", BIG, _with_units),
    rule("number", NUMBER, lambda match: sino(match.group())),
)
