"""Percent, percentage points, basis points and marks of change.

| written | spoken |
| --- | --- |
| 12.2% · 5.3%p · 2.1pp · 1%p | … percent · … percentage points · one percentage point |
| 20-30% · ±3% · 25 bps | twenty to thirty percent · plus or minus three percent · … basis points |
| ▲ 3.2% · △1.5% · 5%↑ | up three point two percent · down one … · five percent up |
| >90% · p<0.05 · ~20% | more than ninety percent · p less than … · about twenty percent |
"""

from service.text.en.numbers import NUMBER, cardinal
from service.text.rules import Match, Rule, after, before, rule

_START = r"(?<![\w,.])"
_DASH = r"\s?[-–—~]\s?"
_SIGNS = {"-": "minus ", "−": "minus ", "+": "plus ", "±": "plus or minus "}
_SIGN = r"(?<![\w)%/])([-−+±]\s?)?"
_MARK = r"(%\s?p\b|%\s?points?\b|pp\b|ppts?\b|p\.p\.|pct\s?points?\b|pct\b\.?|bps?\b|[%‰])"
_UP, _DOWN = "▲↑⬆", "△▼▽↓⬇"


def _points(mark: str, number: str = "") -> str:
    if mark == "%" or mark.rstrip(".") == "pct":
        return "percent"
    if mark == "‰":
        return "per mille"
    kind = "basis" if mark.startswith("b") else "percentage"
    return f"{kind} point{'' if number == '1' else 's'}"


def _percent(match: Match) -> str:
    sign, number, mark = match.groups()
    return f"{_SIGNS.get((sign or '').strip(), '')}{cardinal(number)} {_points(mark, number)}"


def _percents(match: Match) -> str:
    return f"{cardinal(match.group(1))} to {cardinal(match.group(2))} {_points(match.group(3))}"


def _change(match: Match) -> str:
    """Once is enough: down ▼0.5%."""
    said = "up " if match.group(1) in _UP else "down "
    return "" if before(match).lower().endswith(said) else said


def _change_behind(match: Match) -> str:
    return " up" if match.group(1) in _UP else " down"


def _less(match: Match) -> str | None:
    """Not the beginning of <1> or <2023 Plan>."""
    if ">" in after(match) and match.group(1) == "":
        return None
    return " at most " if match.group(1) else " less than "


def _more(match: Match) -> str | None:
    if "<" in before(match) and match.group(1) == "":
        return None
    return " at least " if match.group(1) else " more than "


RULES: tuple[Rule, ...] = (
    rule("change", rf"([{_UP}{_DOWN}])(?=[$€£₩]?\d|\s{NUMBER}\s?%)", _change),
    rule("change", rf"(?<=[\d%p])\s?([{_UP}{_DOWN}])(?!\s?\d)", _change_behind),
    rule("symbol", r"\+/[-−–]\s?(?=\d)", lambda _: "plus or minus "),
    rule("symbol", r"\s?<(=?)\s?(?=[$€£₩]?\d)", _less),
    rule("symbol", r"\s?>(=?)\s?(?=[$€£₩]?\d)", _more),
    rule("symbol", r"(?<![\w).%])(?<![\w).%]\s)[~∼]\s?(?=[$€£₩]?\d)", lambda _: "about "),
    rule("symbol", r"(?<=[Aa]bout )[~∼]\s?(?=[$€£₩]?\d)", lambda _: ""),
    rule(
        "percent",
        rf"{_START}({NUMBER})%?{_DASH}({NUMBER})\s?{_MARK}(?![A-Za-z])",
        _percents,
    ),
    rule("percent", rf"{_SIGN}(?<![\d.,])({NUMBER})\s?{_MARK}(?![A-Za-z])", _percent),
)
