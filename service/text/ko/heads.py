"""Units that stand without a figure, in the heads of tables.

| written | spoken |
| --- | --- |
| (단위: 천원, %) · 단위: 억원 | 단위, 천 원, 퍼센트 · 단위, 억 원 |
| (단위: ㎍/㎥) · (단위: 천원/월) | 단위, 세제곱미터당 마이크로그램 · 단위, 월 천 원 |
| 농도(㎍/㎥) | 농도, 세제곱미터당 마이크로그램 |
| 강수량(mm) · 풍속(m/s) · 밀리미터(mm) | 강수량, 밀리미터 · 풍속, 초속 미터 · 밀리미터 |
"""

import re

from service.text.ko.units import PERIODS, UNITS, per
from service.text.rules import Match, Rule, before, rule

_PARTS = re.compile(r"\s*[,，·]\s*|\s+/\s+|(?<=[%가-힣])/(?=[%‰])")
_LARGE = re.compile(r"([십백천만억조]{1,3})\s?(원|명|달러|톤|개|건|호|가구|대|㎡|㎥|kg|km|MWh|TOE)")
_SHARES = {"%": "퍼센트", "%p": "퍼센트포인트", "‰": "퍼밀"}
# Units of Latin letters that are no acronyms, even alone in brackets.
_TELLING = "mm cm km kg mg km² m² m³ kW MW GW kWh MWh GWh TWh kV hPa dB".split()
_SPEEDS = {"m/s": "초속 미터", "km/h": "시속 킬로미터"}
_HANGUL = re.compile(r"[가-힣 ]+")


def _of_a_table(match: Match) -> str | None:
    told = [_unit(part.strip()) for part in _PARTS.split(match.group(1))]
    if not all(told):
        return None
    return "단위, " + ", ".join(each for each in told if each)


def _unit(written: str) -> str | None:
    """A unit in words; None when it is more than a unit."""
    large = _LARGE.fullmatch(written)
    if large:
        return f"{large.group(1)} {UNITS.get(large.group(2), large.group(2))}"
    known = _SHARES.get(written) or UNITS.get(written)
    if known or _HANGUL.fullmatch(written):
        return known or written
    first, _, second = written.partition("/")
    return _by(first.strip(), second.strip())


def _by(first: str, second: str) -> str | None:
    """A unit for each of another: 원/kg is 킬로그램당 원."""
    unit = _unit(first) if first and second else None
    if not unit or not (second in UNITS or second in PERIODS):
        return None
    return f"{per(second)} {unit}"


def _rate(match: Match) -> str | None:
    first, second = match.groups()
    return _by(first, second) if first in UNITS or _LARGE.fullmatch(first) else None


def _alone(match: Match) -> str | None:
    """A unit in brackets behind what is measured; behind its own name it is not said again."""
    written = match.group(1)
    name = _SPEEDS.get(written) or UNITS[written]
    is_gloss = before(match).rstrip("([").replace(" ", "").endswith(name.replace(" ", ""))
    return None if is_gloss else name


RULES: tuple[Rule, ...] = (
    rule("measure", r"단\s?위\s?[:：]\s?([^()\[\]<>〈〉:：\d]{1,40})(?=[)\]>〉]|$)", _of_a_table),
    rule(
        "measure",
        r"(?<![\d가-힣A-Za-z])(원|달러|유로|센트|톤)\s?/\s?(kg|㎏|g|L|ℓ|㎥|㎡|㏊|ha|MWh|kWh|배럴|톤|t)(?![A-Za-z가-힣])",
        lambda match: f"{per(match.group(2))} {match.group(1)}",
        needs="/",
    ),
    rule("measure", rf"(?<=[(\[])({'|'.join((*_SPEEDS, *_TELLING))})(?=[)\]])", _alone, needs="(["),
    rule("measure", r"(?<=[(\[])([^()\[\]\s\d/]{1,6})/([^()\[\]\s\d/]{1,4})(?=[)\]])", _rate),
)
