"""Marks inside the text of a block: where a note belongs, and what an abbreviation stands for.

A mark cuts the runs of phrases and changes no character, so that places in the text which are
counted in characters stay true.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.model.document import Block, Boilerplate, Note
from service.web.phrases import Phrase, Run

_NOTE_MARK = re.compile(r"\*{1,3}|†|[⁰¹²³⁴-⁹]{1,3}\)?|\(\d{1,3}\)|\d{1,3}\)?")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "().")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's text, from `start` to before `end`; the other fields as in `Run`."""

    start: int
    end: int
    note: str = ""
    shown: str = ""
    expansion: str = ""


def note_id(index: int, ids: str = "") -> str:
    """The id of the note that is the block of this index; `ids` as in `Said`."""
    return f"{ids}note-{index}"


def place_id(note: str) -> str:
    """The id of the mark that leads to a note."""
    return f"{note}-mark"


def note_marks(blocks: Sequence[Block], ids: str = "") -> Mapping[int, tuple[Mark, ...]]:
    """By the index of a block, the marks of the notes that belong into its text.

    `ids` is what the ids of the notes begin with, as in `Said`. A remark has no mark: it stands
    right behind what it belongs to.
    """
    found: dict[int, list[Mark]] = {}
    for index, note in enumerate(blocks):
        if isinstance(note, Note) and note.kind == "footnote" and _can_hold(blocks, note):
            text = getattr(blocks[note.anchor.block], "text", "")
            found.setdefault(note.anchor.block, []).append(_mark(text, note, note_id(index, ids)))
    return {block: tuple(marks) for block, marks in found.items()}


def marked(cut: Sequence[Phrase], marks: Sequence[Mark]) -> tuple[Phrase, ...]:
    """Phrases with their runs cut at marks; none is within another."""
    apart = _apart(sorted(marks, key=lambda mark: (mark.start, mark.end)))
    if not apart or not cut:
        return (*cut, *(Phrase("", (run,)) for run in runs_of(apart)))
    at = 0
    phrases: list[Phrase] = []
    for phrase in cut:
        runs: list[Run] = []
        for run in phrase.runs:
            end = at + len(run.text)
            runs += _split(run, at, _between(apart, at, end))
            at = end
        phrases.append(replace(phrase, runs=tuple(runs)))
    behind = runs_of(apart[bisect_left(apart, at, key=_start) :])
    return (*phrases[:-1], replace(phrases[-1], runs=(*phrases[-1].runs, *behind)))


def runs_of(marks: Sequence[Mark]) -> tuple[Run, ...]:
    """Marks of notes by themselves, for what has no text of its own."""
    return tuple(Run("", "", mark.note, mark.shown) for mark in marks)


def _can_hold(blocks: Sequence[Block], note: Note) -> bool:
    at = note.anchor.block
    return 0 <= at < len(blocks) and not isinstance(blocks[at], Boilerplate | Note)


def _mark(text: str, note: Note, target: str) -> Mark:
    """Where the mark of a note is printed, else the bare place that it belongs to."""
    start = min(note.anchor.offset, len(text))
    printed = _NOTE_MARK.match(text, start)
    if printed and _plain(printed[0]) == _plain(note.marker):
        return Mark(start, printed.end(), target)
    return Mark(start, start, target, note.marker or "*")


def _plain(marker: str) -> str:
    return marker.translate(_PLAIN).strip()


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in marks:
        end = kept[-1].end if kept else 0
        if mark.start >= end:
            kept.append(mark)
        elif mark.note:
            kept.append(replace(mark, start=end, end=end, shown=mark.shown or "*"))
    return tuple(kept)


def _between(marks: Sequence[Mark], at: int, end: int) -> Sequence[Mark]:
    """The marks that begin in a stretch; a text may have thousands of them."""
    return marks[bisect_left(marks, at, key=_start) : bisect_left(marks, end, key=_start)]


def _start(mark: Mark) -> int:
    return mark.start


def _split(run: Run, at: int, marks: Sequence[Mark]) -> Iterator[Run]:
    """A run that begins at `at`, cut; a mark over a border of runs keeps the part in this one."""
    done, end = at, at + len(run.text)
    for mark in marks:
        stop = min(mark.end, end)
        if mark.start > done:
            yield replace(run, text=run.text[done - at : mark.start - at])
        text = run.text[mark.start - at : stop - at]
        yield replace(run, text=text, note=mark.note, shown=mark.shown, expansion=mark.expansion)
        done = stop
    if done < end or not run.text:
        yield replace(run, text=run.text[done - at :])
