"""Clock times.

| written | spoken |
| --- | --- |
| 13:02 · 10:30 a.m. | thirteen oh two · ten thirty a m |
| 9:00-18:00 · 9:00 a.m. | nine o'clock to eighteen hundred · nine a m |
| 14:00 KST | fourteen hundred hours K S T |
"""

from service.text.en.numbers import cardinal
from service.text.rules import Match, Rule, rule

_CLOCK = r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?"
_HALF = r"(?:\s?([ap]\.\s?m\b\.?|[ap]m\b|[AP]M\b|[AP]\.M\.))"
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
    said = _on_the_clock(*match.group(1, 2, 3))
    return f"{said} hours" if said.endswith(" hundred") else said


def _range(match: Match) -> str:
    return f"{_on_the_clock(*match.group(1, 2, 3))} to {_on_the_clock(*match.group(4, 5, 6))}"


def _hours(match: Match) -> str:
    first, half, second, last = match.groups()
    return f"{cardinal(first)}{_half(half)} to {cardinal(second)}{_half(last)}"


RULES: tuple[Rule, ...] = (
    rule("time", rf"(?<![\d:]){_CLOCK}{_HALF}?{_DASH}{_CLOCK}{_HALF}?(?![\d:])", _range),
    rule("time", rf"(?<![\d:.]){_CLOCK}{_HALF}?(?![\d:])", _single),
    rule("time", rf"(?<![\d:.,$])(1[0-2]|[1-9]){_HALF}?{_DASH}(1[0-2]|[1-9]){_HALF}", _hours),
    rule(
        "time",
        rf"(?<![\d:.,$])(1[0-2]|[1-9]){_HALF}",
        lambda m: cardinal(m.group(1)) + _half(m.group(2)),
    ),
)
