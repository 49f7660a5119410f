"""Elements of a tagged page to drafts of blocks, in the order of the tree (pure).

What an element is follows ISO 32000-1, 14.8.4, and ISO 32000-2 for the kinds that it added: some
gather blocks, some are a block, some only mark words inside of one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from service.extract.pdf.tags import Element, Path

PARAGRAPH, HEADING, TITLE = "paragraph", "heading", "title"
ITEM, NOTE, ENTRY, CAPTION = "item", "note", "entry", "caption"
TABLE, FIGURE, LABEL, DROPPED = "table", "figure", "label", "dropped"

INLINE = frozenset(
    "Span Quote Reference Code Link Annot Form Ruby RB RT RP Warichu WT WP Em Strong Sub Formula "
    "Lbl".split()
)
"""Kinds that mark words inside of a block."""
_NOTHING = "NonStruct"
_TEXTS = frozenset({"P", "BibEntry", "Lbl", "LBody"})
_NOTES = frozenset({"Note", "FENote"})
_SECTIONS = frozenset({"Part", "Art", "Sect"})
_ROW_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_CELLS = frozenset({"TD", "TH"})
_HIGHEST, _LOWEST = 1, 6


@dataclass(frozen=True, slots=True)
class Part:
    """Marks in order; `instead` is what to say for their letters, `behind` what to add to them."""

    marks: tuple[int, ...]
    instead: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class CellDraft:
    """A cell with the blocks in it."""

    path: Path
    drafts: "tuple[Draft, ...]"
    columns: int = 1
    rows: int = 1
    is_head: bool = False
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class RowDraft:
    """A row of a table; `is_head` where its group of rows is the head."""

    path: Path
    cells: tuple[CellDraft, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A block as the tags tell it, while its text is still marks.

    `level` is that of a heading, or the depth of an item from 0; `label` are the marks of a bullet
    or number; `owner` is the element that only its first block stands for.
    """

    kind: str
    path: Path = ()
    parts: tuple[Part, ...] = ()
    level: int = 0
    language: str = ""
    alt: str = ""
    label: tuple[Part, ...] = ()
    owner: Path = ()
    rows: tuple[RowDraft, ...] = ()

    def marks(self) -> Iterator[int]:
        """Every mark in it, in order."""
        for part in (*self.label, *self.parts):
            yield from part.marks
        for row in self.rows:
            for cell in row.cells:
                for draft in cell.drafts:
                    yield from draft.marks()


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around one tell of it."""

    language: str = ""
    lists: int = 0
    sections: int = 0


def drafts_of(elements: Iterable[Element]) -> list[Draft]:
    """The blocks of a page in the order of its tree; those without marks are left out."""
    found = (draft for element in elements for draft in _walk(element, _Around()))
    return [draft for draft in found if draft.rows or any(True for _ in draft.marks())]


def _walk(element: Element, around: _Around) -> Iterator[Draft]:
    around = replace(around, language=element.language or around.language)
    kind = element.kind
    if kind == "Artifact":
        yield Draft(DROPPED, parts=(Part(tuple(element.marks())),))
    elif kind == "Table":
        yield from _table(element, around)
    elif kind == "Figure":
        yield from _figure(element, around)
    elif kind == "LI" or kind in _NOTES:
        yield from _labelled(element, around)
    elif kind == "L":
        yield from _gathered(element, replace(around, lists=around.lists + 1))
    elif _is_text(element):
        yield from _text(element, around)
    else:
        inner = around.sections + (kind in _SECTIONS)
        yield from _gathered(element, replace(around, sections=inner))


def _is_text(element: Element) -> bool:
    """Whether an element is one block; an unknown one is where it holds no other blocks."""
    kind = element.kind
    if kind in _TEXTS or kind in ("Caption", "TOCI", "Title") or _level(kind):
        return True
    return kind in INLINE


def _level(kind: str) -> int:
    """The level of a heading; that of one without a number (H) is told by what is around it."""
    if kind == "H":
        return _LOWEST
    number = kind[1:]
    is_numbered = kind.startswith("H") and number.isascii() and number.isdigit()
    return min(max(int(number[:3]), _HIGHEST), _LOWEST) if is_numbered else 0


def _gathered(element: Element, around: _Around) -> Iterator[Draft]:
    """Blocks inside of an element, and text between them as paragraphs without a name."""
    loose: list[Element | int] = []
    for kid in element.kids:
        if isinstance(kid, int) or kid.kind in INLINE:
            loose.append(kid)
            continue
        yield from _unnamed(loose, around)
        loose = []
        yield from _walk(kid, around)
    yield from _unnamed(loose, around)


def _unnamed(kids: Sequence[Element | int], around: _Around) -> Iterator[Draft]:
    parts, nested = _content(kids)
    if parts:
        yield Draft(PARAGRAPH, parts=parts, language=_own_language(kids) or around.language)
    for each in nested:
        yield from _walk(each, around)


def _own_language(kids: Iterable[Element | int]) -> str:
    """The language that all kids name, if there is one."""
    told = {"" if isinstance(kid, int) else kid.language for kid in kids}
    return told.pop() if len(told) == 1 else ""


def _content(kids: Iterable[Element | int]) -> tuple[tuple[Part, ...], list[Element]]:
    """Text of a block in order, and the blocks inside of it, which are read behind it.

    Kinds that say nothing (NonStruct) leave what they hold to the block.
    """
    parts: list[Part] = []
    nested: list[Element] = []
    for kid in kids:
        if isinstance(kid, int):
            parts.append(Part((kid,)))
        elif kid.kind not in INLINE and kid.kind != _NOTHING:
            nested.append(kid)
        elif instead := kid.actual or kid.alt:
            parts.append(Part(tuple(kid.marks()), instead))
        else:
            inner, below = _content(kid.kids)
            parts += _expanded(inner, kid.expansion)
            nested += below
    return tuple(parts), nested


def _expanded(parts: tuple[Part, ...], expansion: str) -> tuple[Part, ...]:
    if not parts or not expansion:
        return parts
    return (*parts[:-1], replace(parts[-1], behind=expansion))


def _text(element: Element, around: _Around) -> Iterator[Draft]:
    parts, nested = _content(element.kids)
    if parts:
        kind, level = _kind(element, around)
        language = element.language or _own_language(element.kids) or around.language
        yield Draft(kind, element.path, parts, level, language)
    for each in nested:
        yield from _walk(each, around)


def _kind(element: Element, around: _Around) -> tuple[str, int]:
    kind = element.kind
    if "Title" in (kind, element.own):
        return TITLE, _HIGHEST
    if kind == "H":
        return HEADING, min(_HIGHEST + around.sections, _LOWEST)
    if level := _level(kind):
        return HEADING, level
    return {"Caption": CAPTION, "TOCI": ENTRY}.get(kind, PARAGRAPH), 0


def _figure(element: Element, around: _Around) -> Iterator[Draft]:
    """A picture; letters right inside of it belong to it, blocks inside of it are read as well."""
    parts, nested = _content(element.kids)
    alt = element.alt or element.actual
    if parts:
        yield Draft(FIGURE, element.path, parts, 0, around.language, alt)
    for draft in (draft for each in nested for draft in _walk(each, around)):
        is_label = draft.kind == PARAGRAPH
        yield replace(draft, kind=LABEL, alt=alt) if is_label else draft


def _labelled(element: Element, around: _Around) -> Iterator[Draft]:
    """An item of a list or a note: its label, its text, and the blocks behind its text."""
    labels = [kid for kid in element.kids if not isinstance(kid, int) and kid.kind == "Lbl"]
    label = _content(labels)[0]
    others = tuple(_as_words(kid) for kid in element.kids if kid not in labels)
    drafts = list(_gathered(replace(element, kids=others), around))
    kind = NOTE if element.kind in _NOTES else ITEM
    depth = max(around.lists - 1, 0)
    for at, draft in enumerate(drafts):
        is_first = at == 0 and draft.kind == PARAGRAPH
        yield (
            replace(draft, kind=kind, level=depth, label=label, owner=element.path)
            if is_first
            else draft
        )
    if label and (not drafts or drafts[0].kind != PARAGRAPH):
        yield Draft(PARAGRAPH, element.path, label, 0, around.language)


def _as_words(kid: Element | int) -> Element | int:
    """An element that says nothing and holds no block as words beside others of an item."""
    if isinstance(kid, int) or kid.kind != _NOTHING or _content(kid.kids)[1]:
        return kid
    return replace(kid, kind="Span")


def _table(element: Element, around: _Around) -> Iterator[Draft]:
    rows = tuple(_rows(element, around, is_head=False))
    others = [
        kid
        for kid in element.kids
        if isinstance(kid, int) or (kid.kind != "TR" and kid.kind not in _ROW_GROUPS)
    ]
    above = list(_gathered(replace(element, kids=tuple(others)), around))
    caption = next((each for each in above if each.kind == CAPTION), None)
    yield from (each for each in above if each is not caption)
    if rows:
        label = caption.parts if caption else ()
        yield Draft(TABLE, element.path, language=around.language, label=label, rows=rows)
    elif caption:
        yield caption


def _rows(element: Element, around: _Around, *, is_head: bool) -> Iterator[RowDraft]:
    for kid in element.kids:
        if isinstance(kid, int):
            continue
        if kid.kind in _ROW_GROUPS:
            yield from _rows(kid, around, is_head=kid.kind == "THead")
        elif kid.kind == "TR":
            cells = tuple(
                _cell(each, around)
                for each in kid.kids
                if not isinstance(each, int) and each.kind in _CELLS
            )
            if cells:
                yield RowDraft(kid.path, cells, is_head)


def _cell(element: Element, around: _Around) -> CellDraft:
    inner = replace(around, language=element.language or around.language, lists=0)
    return CellDraft(
        path=element.path,
        drafts=tuple(_gathered(element, inner)),
        columns=element.columns,
        rows=element.rows,
        is_head=element.kind == "TH",
        is_row=element.is_row,
    )
