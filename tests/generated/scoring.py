"""How near a reading comes to the truth of a generated document."""

import difflib
import re
import unicodedata
from dataclasses import dataclass

from tests.generated.printing import Printed

_MEANT = str.maketrans({"\uf06f": "□", "\uf0a1": "○", "\U000f02ce": "○", "\uf0a7": "▪"})
_PAGE_NUMBER = re.compile(r"\s*- \d+ -\s*")


@dataclass(frozen=True)
class Score:
    """Shares of what is right, 0 to 1; `spoken_numbers` counts page numbers in the text.

    `torn` are spaces and line ends inside of words, `lost` are spaces that are missing, both for
    each 1,000 letters.
    """

    likeness: float
    rows: float
    ends: float
    joins: float
    spoken_numbers: int
    torn: float
    lost: float


def lines_of_truth(printed: Printed) -> list[str]:
    """What a perfect reading gives: a line for each paragraph and each row."""
    found: list[str] = []
    for part in printed.parts:
        if part.kind == "table":
            found += ["\t".join(row) for row in part.rows]
        else:
            found.append(part.printed.translate(_MEANT))
    return found


def score(printed: Printed, text: str) -> Score:
    """Compare a reading, one paragraph or row a line, with the truth."""
    truth = lines_of_truth(printed)
    found = [
        unicodedata.normalize("NFC", ln.translate(_MEANT)) for ln in text.split("\n") if ln.strip()
    ]
    places = _places(_bare("".join(truth)), _bare("".join(found)))
    torn, lost = _spacing(truth, found, places)
    return Score(
        likeness=_likeness(truth, found),
        rows=_rows(truth, found),
        ends=_ends(truth, found, places),
        joins=_joins(printed, found, places),
        spoken_numbers=sum(bool(_PAGE_NUMBER.fullmatch(line)) for line in found),
        torn=torn,
        lost=lost,
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _likeness(truth: list[str], found: list[str]) -> float:
    one, other = " ".join(truth).split(), " ".join(found).split()
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _rows(truth: list[str], found: list[str]) -> float:
    rows = [_bare(line) for line in truth if "\t" in line]
    lines = {_bare(line) for line in found}
    return sum(row in lines for row in rows) / len(rows) if rows else 1.0


def _places(truth: str, found: str) -> dict[int, int]:
    """For each letter of the truth its place in the reading, where it has one."""
    places: dict[int, int] = {}
    matcher = difflib.SequenceMatcher(None, truth, found, autojunk=False)
    if truth == found:
        return {at: at for at in range(len(truth) + 1)}
    for a, b, size in matcher.get_matching_blocks():
        places.update({a + at: b + at for at in range(size)})
    return places


def _ends(truth: list[str], found: list[str], places: dict[int, int]) -> float:
    """F1 of the places at which paragraphs end; rows of tables are judged by themselves."""
    wanted = {places.get(at, -1) for at, line in _last_letters(truth) if "\t" not in line}
    rows = {places.get(at, -1) for at, line in _last_letters(truth) if "\t" in line}
    got = {at for at, _ in _last_letters(found)} - rows
    hit = len(wanted & got)
    return 2 * hit / (len(wanted) + len(got)) if wanted or got else 1.0


def _last_letters(lines: list[str]) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in lines:
        at += len(_bare(line))
        found.append((at - 1, line))
    return found


def _joins(printed: Printed, found: list[str], places: dict[int, int]) -> float:
    """Share of wraps that became a space, or none, as the text has it."""
    spaced = _spaced(found)
    right = [
        (places.get(before - 1, -9) + 1 in spaced) == has_space
        for before, has_space in printed.wraps
    ]
    return sum(right) / len(right) if right else 1.0


def _spaced(lines: list[str]) -> set[int]:
    """Places, counted in letters without spaces, before which there is a space or a line end."""
    spaced = set()
    at = 0
    for letter in "\n".join(lines):
        if letter.isspace():
            spaced.add(at)
        else:
            at += 1
    return spaced


def _spacing(truth: list[str], found: list[str], places: dict[int, int]) -> tuple[float, float]:
    """Spaces inside of words, and spaces that are missing, for each 1,000 letters."""
    wanted, got = _spaced(truth), _spaced(found)
    letters = len(_bare("".join(truth)))
    beside = [
        (at in wanted, places[at] in got)
        for at in range(1, letters)
        if places.get(at - 1, -9) + 1 == places.get(at, -1)
    ]
    torn = sum(is_spaced and not is_wanted for is_wanted, is_spaced in beside)
    lost = sum(is_wanted and not is_spaced for is_wanted, is_spaced in beside)
    return 1000 * torn / letters, 1000 * lost / letters
