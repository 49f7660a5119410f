"""Where exporters wrap lines."""

from collections.abc import Callable


def wrapped(
    text: str, room: tuple[float, float], wide: Callable[[str], float], *, breaks: bool
) -> list[tuple[str, str]]:
    """Lines and what the text has behind each: a space or nothing.

    `room` is that of the first line and that of the others; `breaks` allows wraps inside of words.
    """
    found: list[tuple[str, str]] = []
    line = ""
    for unit in _units(text, breaks=breaks):
        if line and wide((line + unit).rstrip()) > room[bool(found)]:
            found.append((line.rstrip(), " " if line.endswith(" ") else ""))
            line = ""
        line += unit
    found.append((line.rstrip(), ""))
    return found


def _units(text: str, *, breaks: bool) -> list[str]:
    """What is never broken: words, or single Korean letters; marks stay with what is before."""
    units: list[str] = []
    for letter in text:
        if units and not _may_break(units[-1], letter, breaks=breaks):
            units[-1] += letter
        else:
            units.append(letter)
    return units


def _may_break(before: str, letter: str, *, breaks: bool) -> bool:
    if letter == " " or letter in ".,!?)]}%”’」":
        return False
    if before.endswith(" "):
        return True
    return breaks and "가" <= letter <= "힣" and before[-1] not in "([{“‘「△"
