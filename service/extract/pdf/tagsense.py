"""Whether the tags of a page make sense beside what is seen on it (pure).

Many programs write tags that say nothing: one paragraph for the page, one for every line, or marks
for half of the text. Such a page is read better without them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from service.extract.pdf.drafts import LABEL, NOTE, PARAGRAPH, Draft
from service.extract.pdf.furniture import EDGE
from service.extract.pdf.lines import Line
from service.extract.pdf.paragraphs import groups_of, with_margins
from service.extract.pdf.runs import Run
from service.extract.pdf.sheets import Box
from service.extract.pdf.spacing import Vocabulary
from service.extract.pdf.tagged import TaggedPage
from service.extract.pdf.told import ENDS, Told, box_of

_COVERED = 0.9
_TWICE = 0.02
_GIANT, _GIANT_LETTERS, _GIANT_LINES, _FEWEST_PARAGRAPHS = 0.9, 400, 10, 3
_FEWEST_SHREDS, _SHREDS, _JOINED = 6, 0.5, 0.4
_FEW_UPWARD, _UPWARD, _MOSTLY_UPWARD = 3, 0.3, 0.5
_BESIDE = 0.5


def makes_sense(page: TaggedPage, drafts: Sequence[Draft]) -> bool:
    """Whether a page may be read by its tags."""
    if _is_doubled(drafts) or not _is_covered(page):
        return False
    return not (_is_giant(page) or _is_shredded(page) or _is_upside_down(page.blocks))


def _is_doubled(drafts: Sequence[Draft]) -> bool:
    """Whether marks belong to several blocks at once."""
    counts = Counter(mark for draft in drafts for mark in draft.marks())
    twice = sum(count > 1 for count in counts.values())
    return twice > _TWICE * len(counts)


def _is_covered(page: TaggedPage) -> bool:
    """Whether hardly any text is in no block; what may be a running header does not count."""
    top, bottom = page.page.height * EDGE, page.page.height * (1 - EDGE)
    loose = _letters(run for run in page.loose if top < run.base < bottom)
    claimed = _letters(page.runs) - _letters(page.loose) - _letters(page.furniture)
    return claimed > 0 and claimed >= _COVERED * (claimed + loose)


def _letters(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _is_giant(page: TaggedPage) -> bool:
    """Whether one block holds all the text of a page that looks like several paragraphs."""
    sizes = [(sum(len(line.text) for line in told.lines), told) for told in page.blocks]
    if not sizes:
        return False
    most, giant = max(sizes, key=lambda pair: pair[0])
    if most < _GIANT_LETTERS or len(giant.lines) < _GIANT_LINES:
        return False
    is_all = most >= _GIANT * sum(size for size, _ in sizes)
    return is_all and _paragraphs(giant.lines) >= _FEWEST_PARAGRAPHS


def _is_shredded(page: TaggedPage) -> bool:
    """Whether lines that go on from each other are called paragraphs one by one."""
    texts = [told for told in page.blocks if told.kind == PARAGRAPH]
    single = [told.lines[0] for told in texts if len(told.lines) == 1]
    if len(single) < max(_FEWEST_SHREDS, _SHREDS * len(texts)):
        return False
    ended = sum(line.text.endswith(ENDS) for line in single)
    joined = len(single) - _paragraphs(single)
    return joined - ended > _JOINED * len(single)


def _paragraphs(lines: Sequence[Line]) -> int:
    """How many paragraphs some lines look like."""
    return len(groups_of([with_margins(lines)], Vocabulary()))


def _is_upside_down(blocks: Sequence[Told]) -> bool:
    """Whether what is read next stands above what was read before, again and again."""
    own = [told for told in blocks if told.kind not in (LABEL, NOTE)]
    lines = [box_of(line) for told in own for line in told.all_lines()]
    return _goes_up([told.box for told in own]) or _goes_up(lines)


def _goes_up(boxes: Sequence[Box]) -> bool:
    pairs = list(pairwise(boxes))
    upward = sum(_is_above(after, before) for before, after in pairs)
    if upward >= _FEW_UPWARD:
        return upward > _UPWARD * len(pairs)
    return upward > 1 and upward > _MOSTLY_UPWARD * len(pairs)


def _is_above(after: Box, before: Box) -> bool:
    """Whether a box ends above the middle of another one and in the same column."""
    shared = min(after[2], before[2]) - max(after[0], before[0])
    narrow = min(after[2] - after[0], before[2] - before[0])
    return shared > _BESIDE * narrow and after[3] <= (before[1] + before[3]) / 2
