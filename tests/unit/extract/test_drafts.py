"""Elements of a tagged page to drafts: values in, values out."""

import pytest

from service.extract.pdf.drafts import (
    CAPTION,
    ENTRY,
    FIGURE,
    HEADING,
    ITEM,
    LABEL,
    NOTE,
    PARAGRAPH,
    TABLE,
    TITLE,
    Part,
    drafts_of,
)
from service.extract.pdf.lines import Line
from service.extract.pdf.tags import Element
from service.extract.pdf.told import Told, whole


def tree(kind, *kids, path=(0,), **more):
    """An element; its children are numbered as PDFium numbers them."""
    own = tuple(
        kid if isinstance(kid, int) else tree(kid[0], *kid[1:], path=(*path, at))
        for at, kid in enumerate(kids)
    )
    return Element(kind, path, own, own=kind, **more)


def drafted(*kids):
    return [(d.kind, d.level, tuple(d.marks())) for d in drafts_of([tree("Document", *kids)])]


@pytest.mark.parametrize(
    ("kid", "draft"),
    [
        (("P", 0, 1), (PARAGRAPH, 0, (0, 1))),
        (("P", 0, ("Span", 1), ("Link", ("Span", 2)), 3), (PARAGRAPH, 0, (0, 1, 2, 3))),
        (("H1", 0), (HEADING, 1, (0,))),
        (("H6", 0), (HEADING, 6, (0,))),
        (("H12", 0), (HEADING, 6, (0,))),
        (("H", 0), (HEADING, 1, (0,))),
        (("Sect", ("Sect", ("H", 0))), (HEADING, 3, (0,))),
        (("Title", 0), (TITLE, 1, (0,))),
        (("Caption", 0), (CAPTION, 0, (0,))),
        (("TOC", ("TOCI", ("Reference", 0, 1))), (ENTRY, 0, (0, 1))),
        (("L", ("LI", ("Lbl", 0), ("LBody", 1))), (ITEM, 0, (0, 1))),
        (("L", ("L", ("LI", ("LBody", ("P", 1))))), (ITEM, 1, (1,))),
        (("L", ("LI", 4, 5)), (ITEM, 0, (4, 5))),
        (("L", ("LI", ("Lbl", 0))), (PARAGRAPH, 0, (0,))),
        (("Note", ("Lbl", 0), ("P", 1)), (NOTE, 0, (0, 1))),
        (("FENote", ("P", 1)), (NOTE, 0, (1,))),
        (("Figure", 0), (FIGURE, 0, (0,))),
        (("Figure", ("P", 0)), (LABEL, 0, (0,))),
        (("Div", 0, ("Span", 1), 2), (PARAGRAPH, 0, (0, 1, 2))),
        (("Textbox", ("P", 0)), (PARAGRAPH, 0, (0,))),
        (("Table", ("TBody", ("TR", ("TD", ("P", 0)), ("TD", 1)))), (TABLE, 0, (0, 1))),
        (("Sub", 0), (PARAGRAPH, 0, (0,))),
    ],
)
def test_an_element_is_one_draft(kid, draft):
    assert drafted(kid) == [draft]


@pytest.mark.parametrize(
    ("kids", "kinds"),
    [
        ([("P", 0, ("Note", ("P", 1)), 2)], [(PARAGRAPH, (0, 2)), (NOTE, (1,))]),
        ([("P", ("Figure", 0)), ("P", 1)], [(FIGURE, (0,)), (PARAGRAPH, (1,))]),
        ([("Sect", 0, ("P", 1), 2)], [(PARAGRAPH, (0,)), (PARAGRAPH, (1,)), (PARAGRAPH, (2,))]),
        (
            [("L", ("LI", ("LBody", ("P", 0), ("P", 1), ("L", ("LI", ("LBody", 2))))))],
            [(ITEM, (0,)), (PARAGRAPH, (1,)), (ITEM, (2,))],
        ),
        ([("Table", ("Caption", 0)), ("P", 1)], [(CAPTION, (0,)), (PARAGRAPH, (1,))]),
        ([("Table", ("P", 0), ("TR", ("TD", 1)))], [(PARAGRAPH, (0,)), (TABLE, (1,))]),
        ([("P",), ("Span",), ("Table", ("TR",)), ("L", ("LI",))], []),
    ],
)
def test_blocks_inside_of_blocks_are_read_behind_them(kids, kinds):
    assert [(kind, marks) for kind, _, marks in drafted(*kids)] == kinds


def test_what_stands_for_letters_goes_with_their_marks():
    span = Element("Span", kids=(1,), actual="셋")
    short = Element("Span", kids=(2,), expansion="세계보건기구")
    (draft,) = drafts_of([Element("P", (0,), (0, span, short))])
    assert draft.parts == (Part((0,)), Part((1,), "셋"), Part((2,), behind="세계보건기구"))


def test_the_language_is_that_of_the_nearest_element_that_names_one():
    inner = Element("P", (0, 0), (0,))
    other = Element("P", (0, 1), (Element("Span", (0, 1, 0), (1,), language="fr"),))
    drafts = drafts_of([Element("Sect", (0,), (inner, other), language="en")])
    assert [draft.language for draft in drafts] == ["en", "fr"]


def told(kind, page, *path, text="글", **more):
    line = Line(text, page, 0, 0, 10, 10, 10, False, 595, 842)  # noqa: FBT003 - as it is declared
    return Told(kind, page, (0, 0, 10, 10), path, lines=(line,), **more)


def test_blocks_of_one_element_on_several_pages_are_one():
    blocks = whole([told(PARAGRAPH, 1, 0, 3), told(PARAGRAPH, 1, 0, 4), told(PARAGRAPH, 2, 0, 4)])
    assert [(block.page, len(block.lines)) for block in blocks] == [(1, 1), (1, 2)]


def test_other_things_among_blocks_stay_in_their_places():
    first, second = told(PARAGRAPH, 1, 0, 4), told(PARAGRAPH, 2, 0, 4)
    found = whole([first, "쪽 번호", second, "다른 글"])
    assert found[1:] == ["쪽 번호", "다른 글"]


def test_the_second_paragraph_of_an_item_on_the_next_page_is_no_item():
    first = told(ITEM, 1, 0, 1, 0, owner=(0, 1), label="1.")
    second = told(ITEM, 2, 0, 1, 1, owner=(0, 1))
    assert [block.kind for block in whole([first, second])] == [ITEM, PARAGRAPH]


def test_text_without_an_element_of_its_own_is_never_put_together():
    assert len(whole([told(PARAGRAPH, 1), told(PARAGRAPH, 2)])) == 2
