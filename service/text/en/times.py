"""Clock times.

| written | spoken |
| --- | --- |
| 13:02 · 10:30 a.m. | thirteen oh two · ten thirty a m |
| 9:00-18:00 · 9:00 a.m. | nine o'clock to eighteen hundred · nine a m |
| 14:00 KST · 00:00 | fourteen hundred hours K S T · midnight |
| 9–11 a.m. · 9-10:30 a.m. | nine to eleven a m · nine to ten thirty a m |
"""

from service.text.en.numbers import cardinal
from service.text.rules import Match, Rule, rule

_CLOCK = r"([01]?\d|2[0-4]):([0-5]\d)"
_HALF = r"(?:\s?([ap]\.\s?m\b\.?|[ap]m\b|[AP]M\b|[AP]\.M\.))"
_HOUR = r"(1[0-2]|0?[1-9])(?::([0-5]\d))?"
_DASH = r"\s?[-–—~]\s?"
_NOON = 12


def _half(text: str | None) -> str:
    return f" {text[0].lower()} m" if text else ""


def _on_the_clock(hours: str, minutes: str, half: str | None) -> str:
    said = cardinal(str(int(hours)))
    if int(minutes):
        said += f" oh {cardinal(minutes[1])}" if minutes[0] == "0" else f" {cardinal(minutes)}"
    else:
        said += "" if half else " o'clock" if 0 < int(hours) <= _NOON else " hundred"
    return said + _half(half)


def _single(match: Match) -> str:
    hours, minutes, seconds, half = match.groups()
    if int(seconds or 0):
        return f"{_on_the_clock(hours, minutes, half)} and {cardinal(str(int(seconds)))} seconds"
    if not (int(hours) or int(minutes) or half):
        return "midnight"
    said = _on_the_clock(hours, minutes, half)
    return f"{said} hours" if said.endswith(" hundred") else said


def _range(match: Match) -> str:
    return f"{_on_the_clock(*match.group(1, 2, 3))} to {_on_the_clock(*match.group(4, 5, 6))}"


def _hours(match: Match) -> str:
    first, early, half, second, late, last = match.groups()
    start = _on_the_clock(first, early or "00", half or last)
    said = start if half else start.removesuffix(_half(last))
    return f"{said} to {_on_the_clock(second, late or '00', last)}"


def _hour(match: Match) -> str:
    return cardinal(match.group(1)) + _half(match.group(2))


def _with_stop(match: Match) -> str:
    """1.59 p.m., as the British write it."""
    return _on_the_clock(*match.groups())


def _four_figures(match: Match) -> str:
    return f"{_on_the_clock(match.group(1), match.group(2), None)} hours".replace(" o'clock", "")


def _with_h(match: Match) -> str:
    return _on_the_clock(match.group(1), match.group(2), None)


def _offset(match: Match) -> str:
    """Hours from Greenwich: UTC+09:00, GMT-3:30."""
    sign, hours, minutes = match.groups()
    rest = f" {cardinal(minutes)}" if minutes and int(minutes) else ""
    return f" {'plus' if sign == '+' else 'minus'} {cardinal(str(int(hours)))}{rest}"


RULES: tuple[Rule, ...] = (
    rule("time", r"(?<=m\.|[apAP][mM]|\d\d)[-–—~](?=(?:noon|midnight)\b)", lambda _: " to "),
    rule("time", r"\b([Nn]oon|[Mm]idnight)\s?[-–—~]\s?(?=\d)", lambda m: f"{m.group(1)} to "),
    rule("time", rf"(?<![\d:.,$])(1[0-2]|0?[1-9])\.([0-5]\d){_HALF}", _with_stop),
    rule("time", rf"(?<![\d:]){_HOUR}{_HALF}?{_DASH}{_HOUR}{_HALF}(?![\d:])", _hours),
    rule("time", rf"(?<![\d:]){_CLOCK}{_HALF}?{_DASH}{_CLOCK}{_HALF}?(?![\d:])", _range),
    rule(
        "time",
        r"(?<=UTC|GMT)([-+−])(\d{1,2})(?::([0-5]\d))?(?![\d:])",
        _offset,
    ),
    rule("time", rf"(?<![\d:.]){_CLOCK}(?::([0-5]\d))?{_HALF}?(?![\d:])", _single),
    rule("time", rf"(?<![\d:.,$])(1[0-2]|[1-9]){_HALF}", _hour),
    rule(
        "time", r"(?:(?<=\bat )|(?<=\bby ))([01]\d|2[0-3])([0-5]\d)\s(?:hours|hrs)\b", _four_figures
    ),
    rule("time", r"(?<![\w:.,])([01]?\d|2[0-3])h([0-5]\d)(?!\w)", _with_h),
)
