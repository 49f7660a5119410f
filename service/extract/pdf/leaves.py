"""Pages to what is read on them, in order: text and tables, and furniture around them (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from service.extract.pdf.counted import line_numbers
from service.extract.pdf.feet import foot_of, with_feet
from service.extract.pdf.furniture import EDGE, as_boilerplate, aside_kind, furniture_of
from service.extract.pdf.lines import Line, Page
from service.extract.pdf.order import Flow, flows_of, is_doubtful
from service.extract.pdf.paragraphs import with_margins
from service.extract.pdf.placing import placed_among
from service.extract.pdf.prints import Print
from service.extract.pdf.runs import Run, lines_of, rows_of
from service.extract.pdf.sheets import Box
from service.extract.pdf.spacing import Vocabulary
from service.extract.pdf.tables import Placed, tables_of
from service.extract.pdf.tagged import TaggedPage
from service.extract.pdf.told import Told
from service.extract.pdf.unruled import unruled_tables
from service.model.document import Boilerplate

LINE_NUMBERS = "line-number"
"""Kind of furniture: the numbers of lines in the margin."""

Item = Line | Placed | Told | Boilerplate
"""Something that is read, or kept and not read."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page on its way: runs outside of tables, tables, line numbers; or blocks told by tags.

    `boxes` are those that are drawn around text that is no table.
    """

    page: Page
    runs: tuple[Run, ...]
    tables: tuple[Placed, ...]
    counted: tuple[Run, ...] = ()
    tagged: TaggedPage | None = None
    boxes: tuple[Box, ...] = ()


def leaf_of(each: Print, known: Vocabulary) -> Leaf:
    """A page with its tables found, or by its tags; `known` are words of the whole document."""
    if each.tagged:
        return Leaf(each.page, each.tagged.outside, (), tagged=each.tagged)
    counted = line_numbers(each.runs)
    text = [run for run in each.runs if run not in counted]
    ruled, others, boxes = tables_of(text, each.rules, each.page, known)
    unruled, runs = unruled_tables(others, each.page)
    tables = (*ruled, *unruled)
    return Leaf(each.page, tuple(runs), tables, tuple(counted), boxes=tuple(boxes))


def doubtful_pages(leaves: Iterable[Leaf]) -> Iterator[int]:
    """Pages whose text the file prints in another order than that in which it is read."""
    for leaf in leaves:
        if is_doubtful(flows_of(leaf.runs, leaf.tables, leaf.boxes)):
            yield leaf.page.number


def items_of(leaves: Sequence[Leaf]) -> Iterator[Item]:
    """Every page: its upper edge, its text and tables in order, its lower edge."""
    edges = [(leaf, row) for leaf in leaves for row in rows_of(_edge_runs(leaf))]
    lines = [lines_of(row, leaf.page)[0] for leaf, row in edges]
    kinds = furniture_of(lines)
    numbers = count(1)
    for leaf in leaves:
        own = [at for at, (owner, _) in enumerate(edges) if owner is leaf and at in kinds]
        taken = {run for at in own for run in edges[at][1]}
        kept = [as_boilerplate(lines[at], kinds[at], "ko") for at in own]
        kept += _aside(leaf, taken)
        yield from (each for each in kept if _is_above(each, leaf))
        if leaf.tagged:
            yield from _by_tags(leaf.tagged, taken, numbers)
        else:
            runs = [run for run in leaf.runs if run not in taken]
            yield from _read(flows_of(runs, leaf.tables, leaf.boxes), leaf.page, numbers)
            yield from _counts(leaf)
        yield from (each for each in kept if not _is_above(each, leaf))


def _by_tags(tagged: TaggedPage, taken: set[Run], numbers: "count[int]") -> Iterator[Item]:
    """Blocks in the order of the tags, text without tags among them, furniture at the end."""
    loose = [run for run in tagged.loose if run not in taken]
    lines = list(_read(flows_of(loose, ()), tagged.page, numbers))
    blocks = [block for block in tagged.blocks if not _is_taken(block, taken)]
    yield from placed_among(blocks, (line for line in lines if isinstance(line, Line)))


def _aside(leaf: Leaf, taken: set[Run]) -> list[Boilerplate]:
    """What the tags call no part of the text."""
    runs = [run for run in leaf.tagged.furniture if run not in taken] if leaf.tagged else []
    return [as_boilerplate(line, aside_kind(line), "ko") for line in lines_of(runs, leaf.page)]


def _is_taken(block: Told, taken: Iterable[Run]) -> bool:
    """Whether a block is furniture, whatever the tags call it."""
    places = [(run.left, run.base) for run in taken]
    return bool(block.lines) and all(
        any(abs(x - line.left) < 1 and abs(y - line.base) < line.size for x, y in places)
        for line in block.lines
    )


def _counts(leaf: Leaf) -> Iterator[Boilerplate]:
    if leaf.counted:
        first, *_, last = lines_of(leaf.counted, leaf.page)
        yield Boilerplate(f"{first.text}–{last.text}", LINE_NUMBERS, "", first.locator)


def _is_above(each: Boilerplate, leaf: Leaf) -> bool:
    return each.locator.box[1] < leaf.page.height / 2


def _edge_runs(leaf: Leaf) -> Iterable[Run]:
    height = leaf.page.height
    return [r for r in leaf.runs if r.bottom < height * EDGE or r.top > height * (1 - EDGE)]


def _read(flows: Iterable[Flow], page: Page, numbers: "count[int]") -> Iterator[Item]:
    """Text and tables of a page in order; notes at the foot of its columns come last."""
    parts = [
        flow.table
        or [
            replace(line, region=region, is_framed=flow.frame is not None)
            for line in with_margins(lines_of(flow.runs, page), flow.frame)
        ]
        for region, flow in zip(numbers, flows, strict=False)
    ]
    foot = foot_of(line for part in parts if isinstance(part, list) for line in part)
    feet: list[Line] = []
    for part in parts:
        if isinstance(part, Placed):
            yield part
            continue
        lines = with_feet(part, foot)
        yield from (line for line in lines if not line.is_foot)
        feet += [line for line in lines if line.is_foot]
    yield from feet
