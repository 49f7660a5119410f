"""Pages that are pictures: tesseract recognises their letters, where it is installed.

Page segmentation 4 at 200 dots per inch: of the modes that were measured the best on Korean text.
Tesseract is a program of its own; it gets the picture and gives its words through pipes, inside of
the limits of the process that reads the document.
"""

import shutil
import signal
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from math import sqrt
from statistics import median

from service.extract.confinement import kernel
from service.extract.pdf.sheets import Glyph, Ink, Sheet

DPI = 200
_INCH = 72
# A sheet of A2 at 200 dots per inch; a larger one is drawn with fewer.
_MOST_PIXELS = 16_000_000
_PROGRAM = "tesseract"
_WANTED = ("kor", "eng")
_MODE = "4"
_LONGEST_S = 60
_LEAST_SURE = 25.0
_SURE = 0.75
_WORD_LEVEL = "5"
_COLUMNS = 12
_HEIGHT_TO_SIZE = 1.05
_UNDER_BASE = 0.12
_BESIDE = 0.05


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as grey values, one byte a dot, rows from the top."""

    width: int
    height: int
    grey: bytes


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[str, ...]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float


@cache
def languages() -> tuple[str, ...]:
    """What can be recognised here, of Korean and English; nothing without tesseract."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return ()
    asked = subprocess.run(  # noqa: S603 - a fixed program with fixed words
        [program, "--list-langs"], capture_output=True, text=True, timeout=_LONGEST_S, check=False
    )
    known = asked.stdout.split()
    return tuple(language for language in _WANTED if language in known)


def scale_for(width: float, height: float) -> float:
    """Dots per point at which a page of this size (points) is drawn, so that it stays in bounds."""
    return min(DPI / _INCH, sqrt(_MOST_PIXELS / max(width * height, 1)))


def recognised(sheet: Sheet, picture: Picture) -> tuple[Sheet, float]:
    """The sheet with the letters that were recognised in its picture, and none of its own.

    With it how sure the program is of them on the whole, from 0 to 1. One language at a time: both
    at once take half as long again and read Korean worse.
    """
    best: list[_Word] = []
    for language in languages():
        words = _read_in(language, sheet, picture)
        best = max(best, words, key=_told)
        if _sure(best) >= _SURE:
            break
    return replace(sheet, glyphs=tuple(_glyphs(best)), rules=()), _sure(best)


def _read_in(language: str, sheet: Sheet, picture: Picture) -> list[_Word]:
    scale = sheet.width / picture.width
    return list(_words(_table(picture, round(_INCH / scale), language), scale))


def _told(words: Sequence[_Word]) -> float:
    """How many letters are told, each as far as the program is sure of it."""
    return sum(word.sure * len(word.text) for word in words)


def _sure(words: Sequence[_Word]) -> float:
    return _told(words) / (sum(len(word.text) for word in words) or 1)


def _table(picture: Picture, dpi: int, language: str) -> str:
    """What tesseract tells, one word a line; nothing when it fails or takes too long."""
    program = shutil.which(_PROGRAM) or _PROGRAM
    head = f"P5 {picture.width} {picture.height} 255\n".encode("ascii")
    command = [program, "stdin", "stdout", "-l", language, "--psm", _MODE]
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            [*command, "--dpi", str(dpi), "tsv"],
            input=head + picture.grey,
            capture_output=True,
            timeout=_LONGEST_S,
            check=True,
            env={"OMP_THREAD_LIMIT": "1"},
            preexec_fn=_die_with_reader,
        )
    except (subprocess.SubprocessError, OSError):
        return ""
    return answer.stdout.decode("utf-8", "replace")


def _die_with_reader() -> None:
    with suppress(OSError):
        kernel.die_with_parent(signal.SIGKILL)


def _words(table: str, scale: float) -> Iterator[_Word]:
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL:
            continue
        if float(cells[10]) < _LEAST_SURE or not cells[11].strip():
            continue
        left, top, wide, high = (int(cell) * scale for cell in cells[6:10])
        place = tuple(cells[1:5])
        sure = float(cells[10]) / 100
        yield _Word(place, cells[11].strip(), left, top, left + wide, top + high, sure)


def _glyphs(words: Sequence[_Word]) -> Iterator[Glyph]:
    """Letters of each word side by side, lines of one size and height."""
    for rank, (_, line) in enumerate(groupby(words, key=lambda word: word.line)):
        own = list(line)
        high = median(word.bottom - word.top for word in own)
        ink = Ink(size=round(high * _HEIGHT_TO_SIZE, 1), font="recognised", rank=rank)
        base = median(word.bottom for word in own) - _UNDER_BASE * high
        yield from _line(own, base, ink)


def _line(words: Iterable[_Word], base: float, ink: Ink) -> Iterator[Glyph]:
    """Korean is told syllable by syllable: what is a word is left to the gaps between."""
    beside = _BESIDE * ink.size
    for word in words:
        left, right = word.left - beside, word.right + beside
        step = (right - left) / len(word.text)
        for at, letter in enumerate(word.text):
            yield Glyph(letter, left + at * step, left + (at + 1) * step, base, ink)
