"""Texts cut into pieces that one request takes (pure)."""

import re

MOST_CHARACTERS = 100

# Where a text may be cut, the best place first: sentences, clauses, words.
_BORDERS = (re.compile(r"(?<=[.!?…。])\s+"), re.compile(r"(?<=[,;:·，])\s*"), re.compile(r"\s+"))


def pieces(text: str, most: int = MOST_CHARACTERS) -> tuple[str, ...]:
    """Pieces of at most so many characters, cut at the border that serves best and latest."""
    rest = text.strip()
    found: list[str] = []
    while len(rest) > most:
        place = _cut(rest, most)
        found.append(rest[:place].strip())
        rest = rest[place:].strip()
    return tuple(piece for piece in (*found, rest) if piece)


def _cut(text: str, most: int) -> int:
    for border in _BORDERS:
        places = [match.end() for match in border.finditer(text, 0, most + 1) if match.start()]
        fitting = [place for place in places if len(text[:place].strip()) <= most]
        if fitting:
            return fitting[-1]
    return most
