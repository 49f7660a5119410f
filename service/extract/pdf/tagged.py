"""A tagged page: its drafts filled with the letters that are seen on it (pure)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.extract.letters import plain
from service.extract.pdf.drafts import (
    DROPPED,
    FIGURE,
    LABEL,
    TABLE,
    CellDraft,
    Draft,
    Part,
    RowDraft,
)
from service.extract.pdf.gaps import Gaps, gaps_of
from service.extract.pdf.lines import Line, Page
from service.extract.pdf.runs import Run, lines_of, runs_of
from service.extract.pdf.sheets import Box, Glyph, Sheet
from service.extract.pdf.tags import ARTIFACT, UNMARKED
from service.extract.pdf.told import Told, ToldCell, ToldRow, around

_SAME_BASE = 0.5
_EDGE = 0.15
_FEW_LETTERS = 80
_LONGER_BY, _LONGER = 3, 30
_SOFT_HYPHEN = "\xad"
LONGEST_LABEL = 40
"""Letters in a picture that are more than this are text of their own."""
_LEAST_PICTURE, _BACKGROUND = 0.03, 0.9


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page by its tags: blocks in order, runs in none of them, and what is no part of the text.

    `runs` are all of them, `outside` those that stand in no table.
    """

    page: Page
    blocks: tuple[Told, ...]
    loose: tuple[Run, ...]
    furniture: tuple[Run, ...]
    runs: tuple[Run, ...]
    outside: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """Glyphs and pictures of a page by their marks."""

    page: Page
    glyphs: Mapping[int, Sequence[Glyph]]
    boxes: Mapping[int, Sequence[Box]]
    gaps: Gaps


def tagged_page(sheet: Sheet, glyphs: Sequence[Glyph], drafts: Sequence[Draft]) -> TaggedPage:
    """Fill the drafts of a page with the letters that are seen on it."""
    filled = _filled(sheet, glyphs)
    claimed = {mark for draft in drafts for mark in draft.marks()}
    dropped = {mark for draft in drafts if draft.kind == DROPPED for mark in draft.marks()}
    blocks = [told for draft in drafts if draft.kind != DROPPED for told in _told(draft, filled)]
    held = [run for _, runs in blocks for run in runs]
    others = [
        glyph
        for mark, own in filled.glyphs.items()
        if mark not in claimed and mark != ARTIFACT
        for glyph in own
    ]
    loose = tuple(runs_of(others, sheet.rules, filled.gaps))
    marks = (ARTIFACT, *sorted(dropped))
    aside = [glyph for mark in marks for glyph in filled.glyphs.get(mark, ())]
    artifacts = runs_of(aside, sheet.rules, filled.gaps)
    body = _in_body(artifacts, filled.page)
    loose = (*loose, *body)
    furniture = tuple(run for run in artifacts if run not in body)
    runs = (*held, *loose, *furniture)
    tables = {run for block, own in blocks if block and block.kind == TABLE for run in own}
    outside = tuple(run for run in runs if run not in tables)
    told = tuple(block for block, _ in blocks if block is not None)
    return TaggedPage(filled.page, told, loose, furniture, runs, outside)


def _filled(sheet: Sheet, glyphs: Sequence[Glyph]) -> Filled:
    marks = sheet.tags.marks if sheet.tags else {}
    by_mark: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        by_mark[marks.get(glyph.ink.rank, UNMARKED)].append(glyph)
    boxes = sheet.tags.pictures if sheet.tags else {}
    page = Page(sheet.number, sheet.width, sheet.height)
    return Filled(page, by_mark, boxes, gaps_of(glyphs))


def _in_body(runs: Sequence[Run], page: Page) -> list[Run]:
    """Text that is called no part of the text, but is too long and too central to be furniture."""
    top, bottom = page.height * _EDGE, page.height * (1 - _EDGE)
    inside = [run for run in runs if top < run.base < bottom]
    words = [run for run in inside if any(letter.isalpha() for letter in run.text)]
    return words if sum(len(run.text) for run in words) >= _FEW_LETTERS else []


_Block = tuple[Told | None, list[Run]]
"""A block, or None where letters are not to be read, and its runs."""


def _told(draft: Draft, filled: Filled) -> Iterator[_Block]:
    """A draft with its lines, if anything of it is seen."""
    if draft.kind == TABLE:
        yield from _told_table(draft, filled)
    elif draft.kind == FIGURE:
        yield from _told_figure(draft, filled)
    else:
        runs = _runs(draft.parts, filled)
        label = _runs(draft.label, filled)
        if draft.kind == LABEL and draft.alt and _are_short(runs):
            yield None, runs
        elif runs or label:
            yield _text_block(draft, runs or label, label if runs else [], filled.page)


def _text_block(draft: Draft, runs: list[Run], label: list[Run], page: Page) -> _Block:
    lines = tuple(_lines(runs, page))
    told = Told(
        kind=draft.kind,
        page=page.number,
        box=around([run.box for run in (*label, *runs)]),
        path=draft.path,
        lines=lines,
        level=draft.level,
        language=draft.language,
        label=" ".join(run.text for run in label),
        owner=draft.owner,
    )
    return told, [*label, *runs]


def _told_figure(draft: Draft, filled: Filled) -> Iterator[_Block]:
    """A picture where one is seen; its letters where nobody said what it shows."""
    marks = [mark for part in draft.parts for mark in part.marks]
    runs = _runs(draft.parts, filled)
    boxes = [box for mark in marks for box in filled.boxes.get(mark, ())]
    boxes = [box for box in boxes if _share(box, filled.page) > 0]
    if draft.alt and (boxes or runs):
        box = around([*boxes, *(run.box for run in runs)])
        yield _figure(draft, filled.page, box), runs
        return
    if runs:
        yield _text_block(replace(draft, kind=LABEL, path=()), runs, [], filled.page)
    elif boxes and _LEAST_PICTURE <= _share(around(boxes), filled.page) < _BACKGROUND:
        yield _figure(draft, filled.page, around(boxes)), []


def _are_short(runs: Sequence[Run]) -> bool:
    """Whether letters in a picture only name its parts."""
    return sum(len(run.text) for run in runs) < LONGEST_LABEL


def _figure(draft: Draft, page: Page, box: Box) -> Told:
    alt = plain(draft.alt)
    return Told(FIGURE, page.number, box, draft.path, language=draft.language, alt=alt)


def _share(box: Box, page: Page) -> float:
    wide = min(box[2], page.width) - max(box[0], 0)
    high = min(box[3], page.height) - max(box[1], 0)
    return max(wide, 0) * max(high, 0) / (page.width * page.height)


def _told_table(draft: Draft, filled: Filled) -> Iterator[_Block]:
    held: list[Run] = []
    rows = tuple(_row(row, filled, held) for row in draft.rows)
    caption = _runs(draft.label, filled)
    held += caption
    if not held:
        return
    told = Told(
        kind=TABLE,
        page=filled.page.number,
        box=around([run.box for run in held]),
        path=draft.path,
        language=draft.language,
        label=" ".join(run.text for run in caption),
        rows=rows,
    )
    yield told, held


def _row(row: RowDraft, filled: Filled, held: list[Run]) -> ToldRow:
    return ToldRow(row.path, tuple(_cell(cell, filled, held) for cell in row.cells), row.is_head)


def _cell(cell: CellDraft, filled: Filled, held: list[Run]) -> ToldCell:
    blocks = [block for draft in cell.drafts for block in _told(draft, filled)]
    held += [run for _, runs in blocks for run in runs]
    own = tuple(told for told, _ in blocks if told is not None)
    return ToldCell(cell.path, own, cell.columns, cell.rows, cell.is_head, cell.is_row)


def _runs(parts: Iterable[Part], filled: Filled) -> list[Run]:
    glyphs = [glyph for part in parts for glyph in _letters(part, filled.glyphs)]
    return runs_of(glyphs, (), filled.gaps) if glyphs else []


def _letters(part: Part, glyphs: Mapping[int, Sequence[Glyph]]) -> Iterator[Glyph]:
    """The letters of a part, or what to say for them: never without a letter that is seen."""
    own = [glyph for mark in part.marks for glyph in glyphs.get(mark, ())]
    if own and _is_believed(part.instead, own):
        first = [glyph for glyph in own if glyph.base == own[0].base]
        yield own[0]._replace(text=part.instead, right=max(glyph.right for glyph in first))
        return
    yield from own
    if own and part.behind:
        yield own[-1]._replace(text=f" ({part.behind})", left=own[-1].right)


def _is_believed(instead: str, own: Sequence[Glyph]) -> bool:
    """Whether a text may stand for letters: it must be about as long, and no hyphen."""
    if not instead or instead == _SOFT_HYPHEN:
        return False
    return len(instead) <= _LONGER_BY * len(own) + _LONGER


def _lines(runs: Sequence[Run], page: Page) -> Iterator[Line]:
    """Lines in the order in which the tags give them, also where they go up to the next column."""
    row: list[Run] = []
    for run in runs:
        if row and not _is_beside(row, run):
            yield from lines_of(row, page)
            row = []
        row.append(run)
    if row:
        yield from lines_of(row, page)


def _is_beside(row: Sequence[Run], run: Run) -> bool:
    largest = max(row, key=lambda each: each.size)
    return abs(largest.base - run.base) <= _SAME_BASE * max(largest.size, run.size)
