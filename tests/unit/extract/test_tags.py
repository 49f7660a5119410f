"""Tagged PDFs: what their tags say, and when it is not believed."""

import re

import pytest

from service.errors import ListenError
from service.extract.pdf.pages import DOUBTFUL, NO_LANGUAGE, NO_TAGS, TAGS_UNUSABLE
from service.extract.reader import Reader
from service.model.document import (
    Boilerplate,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Table,
)
from tests.generated.tagged import Paper, Picture, Text, node, tagged_pdf
from tests.unit.extract.documents import pdf, read, resource, words

SENTENCE = "정부는 지역 돌봄 서비스를 넓힌다고 밝혔다."
OTHER = "신청은 다음 달부터 주민센터에서 받는다."
LONG = (
    "시범 지역에서 얻은 경험을 모아 지침을 새로 만들고 담당자 교육도",
    "강화하며 이듬해에는 농촌 지역까지 넓혀 누구나 살던 곳에서 도움을",
    "받을 수 있게 한다.",
)
WHOLE = " ".join(LONG)


def lines(texts, top=100, step=20, **more):
    return [Text(text, top + at * step, **more) for at, text in enumerate(texts)]


def paper(*kids, **more):
    return tagged_pdf(Paper((node("Document", *kids),), **more))


def without_tags(body):
    return Reader(10, ignore_tags=True).extract(resource(body)).body


def blocks(body):
    return [block for block in read(body).body.blocks if not isinstance(block, Boilerplate)]


def said(body):
    return [(type(block).__name__, getattr(block, "text", "")) for block in blocks(body)]


def warned(body):
    return [(warning.code, warning.page) for warning in read(body).body.warnings]


# What is read, and as what


def test_headings_have_the_levels_of_their_tags():
    body = paper(
        node("H1", "돌봄 계획", y=80),
        node("P", SENTENCE, y=120),
        node("H2", "추진 배경", y=160),
        node("H3", "시범 지역", y=200),
        node("P", OTHER, y=240),
    )
    heads = [(block.text, block.level) for block in blocks(body) if isinstance(block, Heading)]
    assert heads == [("돌봄 계획", 1), ("추진 배경", 2), ("시범 지역", 3)]


def test_where_several_headings_are_the_highest_none_is_the_title():
    body = paper(
        node("H1", "첫째 장", y=80),
        node("P", SENTENCE, y=120),
        node("H1", "둘째 장", y=160),
        node("H2", "작은 제목", y=200),
    )
    heads = [block.level for block in blocks(body) if isinstance(block, Heading)]
    assert heads == [2, 2, 3]


def test_a_title_is_above_all_headings():
    body = paper(
        node("제목", "돌봄 계획", y=80),
        node("Title", "돌봄 안내", y=100),
        node("H1", "추진 배경", y=160),
        roles={"제목": "P", "Title": "P"},
    )
    assert [(b.text, b.level) for b in blocks(body) if isinstance(b, Heading)] == [
        ("돌봄 안내", 1),
        ("추진 배경", 2),
    ]


def test_names_of_a_program_mean_what_the_file_says():
    body = paper(
        node("큰글", "돌봄 계획", y=80), node("바탕글", SENTENCE, y=120),
        roles={"큰글": "H1", "바탕글": "P"},
    )  # fmt: skip
    assert said(body) == [("Heading", "돌봄 계획"), ("Paragraph", SENTENCE)]


def test_the_order_is_that_of_the_tree_and_not_that_of_the_file():
    body = paper(
        node("P", Text(SENTENCE, 100, turn=9)),
        node("P", Text("오른쪽 단의 글이다.", 100, x=320, turn=1)),
        node("P", Text(OTHER, 160, turn=0)),
    )
    assert [text for _, text in said(body)] == [SENTENCE, "오른쪽 단의 글이다.", OTHER]


def test_lines_of_one_paragraph_are_joined_as_without_tags():
    body = paper(node("P", *lines(LONG)))
    assert said(body) == [("Paragraph", WHOLE)]


def test_a_paragraph_goes_on_over_a_page():
    body = paper(
        node("P", SENTENCE, y=100),
        node("P", Text(LONG[0], 700), *lines(LONG[1:], page=2)),
        node("P", Text(OTHER, 160, page=2)),
    )
    found = blocks(body)
    assert [block.text for block in found] == [SENTENCE, WHOLE, OTHER]
    assert [block.locator.page for block in found] == [1, 1, 2]


def test_a_paragraph_goes_on_in_the_next_column():
    left = [Text(text, 700 + 20 * at) for at, text in enumerate(("정부는 지역", "돌봄 서비스를"))]
    body = paper(
        node("P", *left, Text("넓힌다고 밝혔다.", 100, x=320)),
        node("P", Text(OTHER, 130, x=320)),
    )
    assert [text for _, text in said(body)] == [SENTENCE, OTHER]


def test_words_that_are_marked_inside_of_a_paragraph_stay_in_it():
    body = paper(
        node(
            "P",
            Text("정부는", 100),
            node("Span", Text("지역 돌봄", 100, x=112)),
            node("Link", Text("서비스를 넓힌다.", 100, x=170)),
        )
    )
    assert said(body) == [("Paragraph", "정부는 지역 돌봄 서비스를 넓힌다.")]


def test_items_have_their_labels_and_the_depth_of_their_lists():
    inner = node(
        "L",
        node(
            "LI", node("Lbl", Text("-", 140, x=100)), node("LBody", Text("방문 간호", 140, x=116))
        ),
    )
    body = paper(
        node("P", SENTENCE, y=80),
        node(
            "L",
            node("LI", node("Lbl", Text("○", 120)), node("LBody", node("P", Text("어르신", 120, x=90)), inner)),
            node("LI", node("LBody", Text("○ 장애가 있는 주민", 160))),
            node("LI", node("LBody", Text("그 가족", 180))),
        ),
    )  # fmt: skip
    items = [(b.marker, b.depth, b.text) for b in blocks(body) if isinstance(b, ListItem)]
    assert items == [
        ("○", 0, "어르신"),
        ("-", 1, "방문 간호"),
        ("○", 0, "장애가 있는 주민"),
        ("•", 0, "그 가족"),
    ]


def test_an_item_that_goes_on_over_a_page_is_one_item():
    item = node(
        "LI",
        node("Lbl", Text("1.", 740)),
        node("LBody", Text(LONG[0], 740, x=90), *lines(LONG[1:], page=2)),
    )
    body = paper(node("P", SENTENCE, y=80), node("L", item), node("P", Text(OTHER, 200, page=2)))
    assert said(body)[1] == ("ListItem", WHOLE)


def test_paragraphs_that_are_not_called_more_are_typed_by_their_marks():
    body = paper(
        node("P", "□ 지역 돌봄을 넓힌다.", y=100),
        node("P", "○ 내년에는 농촌까지 넓힌다.", y=130),
        node("P", "※ 자세한 것은 누리집에 있다.", y=160),
    )
    assert [kind for kind, _ in said(body)] == ["ListItem", "ListItem", "Note"]


def row(kind, *cells, y, **more):
    return node(
        "TR", *(node(kind, Text(text, y, x=72 + 110 * at)) for at, text in enumerate(cells))
    )


def test_a_table_has_its_spans_and_its_head():
    head = node(
        "TR",
        node("TH", Text("지역", 100), attributes="/A<</O/Table/RowSpan 2>>"),
        node("TH", Text("예산", 100, x=182), attributes="/A[<</O/Layout>><</O/Table/ColSpan 2>>]"),
    )
    second = node(
        "TR", node("TH", Text("국비", 120, x=182)), node("TH", Text("지방비", 120, x=292))
    )
    body = paper(
        node("P", SENTENCE, y=60),
        node(
            "Table",
            head,
            second,
            row("TD", "서울", "120", "80", y=140),
            row("TD", "부산", "95", "60", y=160),
        ),
    )
    table = blocks(body)[1]
    assert isinstance(table, Table)
    assert [[(c.text, c.column_span, c.row_span) for c in own] for own in table.rows] == [
        [("지역", 1, 2), ("예산", 2, 1)],
        [("국비", 1, 1), ("지방비", 1, 1)],
        [("서울", 1, 1), ("120", 1, 1), ("80", 1, 1)],
        [("부산", 1, 1), ("95", 1, 1), ("60", 1, 1)],
    ]
    assert table.header_rows == 2


def test_a_table_without_rules_that_goes_on_over_a_page_is_one_table():
    later = node(
        "TR",
        *(
            node("TD", Text(text, 100, x=72 + 110 * at, page=2))
            for at, text in enumerate(("부산", "95"))
        ),
    )
    body = paper(
        node("P", SENTENCE, y=60),
        node(
            "Table",
            node("THead", row("TH", "지역", "예산", y=740)),
            node("TBody", row("TD", "서울", "120", y=760), later),
        ),
        node("P", Text(OTHER, 160, page=2)),
    )
    table = blocks(body)[1]
    assert [[cell.text for cell in own] for own in table.rows] == [
        ["지역", "예산"],
        ["서울", "120"],
        ["부산", "95"],
    ]
    assert (table.header_rows, table.locator.page) == (1, 1)


def test_headers_of_rows_are_told_by_their_scope():
    scope = "/A<</O/Table/Scope/Row>>"
    rows = [
        node("TR", node("TH", Text(name, y), attributes=scope), node("TD", Text(figure, y, x=182)))
        for name, figure, y in (("서울", "갑", 100), ("부산", "을", 120))
    ]
    table = blocks(paper(node("P", SENTENCE, y=60), node("Table", *rows)))[1]
    assert (table.header_rows, table.header_columns) == (0, 1)


def test_the_caption_of_a_table_is_kept_with_it():
    table = node(
        "Table",
        node("Caption", Text("지역별 예산", 80)),
        row("TH", "지역", "예산", y=100),
        row("TD", "서울", "120", y=120),
    )
    assert blocks(paper(table, node("P", SENTENCE, y=160)))[0].caption == "지역별 예산"


def test_a_table_that_only_places_text_is_none():
    body = paper(
        node("Table", row("TD", "보도시점", "2024. 7. 4.(목) 조간", y=80)),
        node("P", SENTENCE, y=120),
    )
    assert [(type(b), getattr(b, "role", "")) for b in blocks(body)] == [
        (Paragraph, "meta"),
        (Paragraph, ""),
    ]


def test_a_note_is_read_behind_the_paragraph_that_it_is_in():
    note = node(
        "Note",
        node("Lbl", Text("1)", 760, size=9)),
        node("P", Text("여섯 곳에서 시작했다.", 760, x=84, size=9)),
    )
    body = paper(
        node("P", Text("정부는 지역 돌봄", 100), note, Text("서비스를 넓힌다고 밝혔다.", 120)),
        node("P", OTHER, y=150),
    )
    found = blocks(body)
    assert [type(block) for block in found] == [Paragraph, Note, Paragraph]
    assert (found[1].marker, found[1].text) == ("1)", "여섯 곳에서 시작했다.")
    assert found[0].text == SENTENCE


def test_entries_of_a_contents_list_are_not_run_together():
    entries = [
        node("TOCI", node("Reference", Text(f"{name} ········· {page}", 100 + 20 * page)))
        for page, name in enumerate(("배경", "계획", "예산"), 1)
    ]
    assert [text for _, text in said(paper(node("TOC", *entries), node("P", SENTENCE, y=300)))] == [
        "배경 1",
        "계획 2",
        "예산 3",
        SENTENCE,
    ]


# Pictures


def test_a_picture_is_read_with_its_alternative_text_at_its_place():
    body = paper(
        node("P", SENTENCE, y=80),
        node("Figure", Picture(100), alt="이용자가 늘어난 막대그래프"),
        node("P", "그림 1. 연도별 이용자 수", y=240),
        node("P", OTHER, y=280),
    )
    found = blocks(body)
    assert [type(block) for block in found] == [Paragraph, Figure, Paragraph, Paragraph]
    assert found[1].alt == "이용자가 늘어난 막대그래프"
    assert found[1].locator.box == (72, 100, 272, 220)
    assert [block.role for block in found if isinstance(block, Paragraph)] == ["", "caption", ""]


@pytest.mark.parametrize(
    ("picture", "pictures"),
    [
        (Picture(100), 1),
        (Picture(100, wide=20, high=20), 0),
        (Picture(0, x=0, wide=595, high=842, turn=-1), 0),
    ],
    ids=["a picture", "a small sign", "a background"],
)
def test_of_pictures_without_alternative_text_only_real_ones_are_told(picture, pictures):
    body = paper(node("P", SENTENCE, y=80), node("Figure", picture), node("P", OTHER, y=280))
    assert sum(isinstance(block, Figure) for block in blocks(body)) == pictures


def test_an_alternative_text_without_a_picture_that_is_seen_is_not_read():
    body = paper(node("P", SENTENCE, y=80), node("Figure", Picture(100, x=900), alt="숨긴 글"))
    assert said(body) == [("Paragraph", SENTENCE)]


def test_letters_in_a_picture_are_read_where_nobody_said_what_it_shows():
    labels = [
        node("P", Text(label, 110 + 20 * at, x=80)) for at, label in enumerate(("서울", "부산"))
    ]
    drawn = [node("P", SENTENCE, y=80), node("Figure", Picture(100), *labels)]
    assert said(paper(*drawn))[-1] == ("Paragraph", "서울 부산")
    named = node("Figure", *drawn[1].kids, alt="두 지역의 그래프")
    assert [type(block) for block in blocks(paper(drawn[0], named))] == [Paragraph, Figure]


def test_a_caption_is_named_as_one():
    body = paper(node("P", SENTENCE, y=80), node("Caption", "사진 설명이다.", y=100))
    assert [block.role for block in blocks(body)] == ["", "caption"]


# What stands for letters


@pytest.mark.parametrize(
    ("actual", "text"),
    [("세 번째", "정부는 세 번째 계획을 냈다."), ("아무 말" * 40, "정부는 Ⅲ 계획을 냈다.")],
)
def test_a_text_stands_for_letters_if_it_is_about_as_long(actual, text):
    body = paper(
        node(
            "P",
            Text("정부는 ", 100),
            node("Span", Text("Ⅲ", 100, x=120), actual=actual),
            Text(" 계획을 냈다.", 100, x=134),
        )
    )
    assert said(body) == [("Paragraph", text)]


def test_an_abbreviation_is_followed_by_what_it_means():
    body = paper(
        node(
            "P",
            node("Span", Text("WHO", 100), expansion="세계보건기구"),
            Text("가 밝혔다.", 100, x=90),
        )
    )
    assert said(body) == [("Paragraph", "WHO (세계보건기구)가 밝혔다.")]


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        ("Bonjour tout le monde, merci", "fr-FR", "fr"),
        ("Fact sheet", "en-US", "en"),
        (SENTENCE, "en-US", "ko"),
        ("The ministry announced a plan.", "ko-KR", "en"),
        ("The ministry announced a plan.", "", "en"),
        ("The ministry announced a plan.", "<script>", "en"),
    ],
)
def test_languages_are_those_of_tags_unless_the_letters_say_otherwise(text, told, language):
    body = paper(node("P", OTHER, y=80), node("P", Text(text, 100), language=told))
    assert blocks(body)[1].language == language


# What is no part of the text, or has no tags


def test_artifacts_are_furniture():
    body = paper(
        node("P", SENTENCE, y=100), artifacts=(Text("정책과", 40), Text("- 7 -", 800, x=280))
    )
    furniture = [b for b in read(body).body.blocks if isinstance(b, Boilerplate)]
    assert [(b.text, b.kind) for b in furniture] == [
        ("정책과", "running-header"),
        ("- 7 -", "page-number"),
    ]


def test_long_text_in_the_middle_of_a_page_is_read_whatever_it_is_called():
    artifacts = tuple(lines((*LONG, OTHER), top=200))
    body = paper(node("P", *lines([SENTENCE, OTHER] * 12, top=300)), artifacts=artifacts)
    assert WHOLE in [text for _, text in said(body)]


def test_furniture_that_is_called_text_is_furniture():
    body = paper(
        *(node("P", Text("정책과 보도자료", 40, page=page)) for page in (1, 2)),
        *(node("P", Text(f"- {page} -", 810, x=280, page=page)) for page in (1, 2)),
        *(node("P", *lines(LONG, page=page)) for page in (1, 2)),
    )
    assert said(body) == [("Paragraph", WHOLE)] * 2


def test_the_head_of_a_table_at_the_edge_of_pages_is_no_furniture():
    tables = [
        node(
            "Table",
            *(
                node("TR", *(node("TD", Text(text, y, x, page=page)) for text, x in cells))
                for y, cells in (
                    (60, (("지역", 72), ("예산", 182))),
                    (90, (("서울", 72), (f"{page}20", 182))),
                )
            ),
        )
        for page in (1, 2)
    ]
    found = read(paper(node("P", SENTENCE, y=140), *tables)).body.blocks
    assert [type(block) for block in found] == [Paragraph, Table, Table]


def test_text_without_tags_is_read_in_its_place():
    loose = (Text("표시가 없는 짧은 글", 130),)
    body = paper(
        node("P", *lines(LONG * 3, top=160)), node("P", *lines(LONG * 2, top=400)), untagged=loose
    )
    assert said(body)[0] == ("Paragraph", "표시가 없는 짧은 글")
    later = paper(
        node("P", *lines(LONG * 3, top=160)),
        node("P", *lines(LONG * 2, top=400)),
        untagged=(Text("끝에 있는 글", 700),),
    )
    assert said(later)[-1] == ("Paragraph", "끝에 있는 글")


def test_text_that_nobody_can_see_is_not_read_though_it_has_tags():
    body = paper(node("P", SENTENCE, y=100), node("P", Text(OTHER, 130, is_seen=False)))
    assert said(body) == [("Paragraph", SENTENCE)]


# What is not believed

PLAIN = [(text, 100 + 30 * at) for at, text in enumerate([SENTENCE, OTHER] * 11)]


def paragraphs(page=1):
    return [node("P", Text(text, y, page=page)) for text, y in PLAIN]


def giant():
    parts = [Text(text, y, x=72 + 24 * (at % 2)) for at, (text, y) in enumerate(PLAIN)]
    return paper(node("P", *parts))


def shredded():
    return paper(
        *(node("P", Text(text, 100 + 20 * at)) for at, text in enumerate((*LONG[:2] * 4, LONG[2])))
    )


def half():
    parts = [Text(text, y) for text, y in PLAIN]
    return paper(*(node("P", part) for part in parts[:8]), untagged=tuple(parts[8:]))


def upside_down():
    return paper(*reversed(paragraphs()))


def doubled():
    first = b"/MCID 0>>]"
    return re.sub(rb"/MCID \d+>>\]", first, paper(*paragraphs()))


@pytest.mark.parametrize("made", [giant, shredded, half, upside_down, doubled])
def test_tags_that_make_no_sense_are_not_used(made):
    body = made()
    assert (TAGS_UNUSABLE, 1) in warned(body)
    assert read(body).body.blocks == without_tags(body).blocks


def test_a_page_with_senseless_tags_loses_no_other():
    one = [node("H3", Text("작은 제목", 80)), node("P", *lines(LONG))]
    body = paper(
        *one,
        *reversed(paragraphs(page=2)),
        node("H3", Text("다음 제목", 80, page=3)),
        *paragraphs(page=3),
    )
    assert warned(body) == [(DOUBTFUL, 2), (TAGS_UNUSABLE, 2)]
    texts = [text for _, text in said(body)]
    assert texts[:2] == ["작은 제목", WHOLE]
    assert "".join(texts[2:]).count(OTHER) == len(PLAIN)
    assert texts[-len(PLAIN) - 1 :] == ["다음 제목", *(text for text, _ in PLAIN)]


def test_a_file_without_tags_or_language_is_told():
    assert warned(pdf(words("The ministry announced a plan."))) == [(NO_LANGUAGE, 0), (NO_TAGS, 0)]
    assert warned(paper(node("P", SENTENCE, y=100), language="")) == [(NO_LANGUAGE, 0)]
    assert warned(paper(node("P", SENTENCE, y=100), is_marked=False)) == [(NO_TAGS, 0)]


def test_a_file_that_calls_itself_tagged_and_has_no_tags_is_read_without():
    body = paper(untagged=(Text(SENTENCE, 100),))
    assert said(body) == [("Paragraph", SENTENCE)]
    assert warned(body) == [(NO_TAGS, 0)]


def test_tags_can_be_ignored():
    body = paper(node("H3", SENTENCE, y=100), node("P", OTHER, y=160))
    assert [type(block) for block in without_tags(body).blocks] == [Paragraph, Paragraph]
    assert without_tags(body).warnings == ()


# Hostile trees


def test_a_tree_that_holds_itself_ends():
    body = paper(node("Sect", node("P", SENTENCE, y=100)), node("P", OTHER, y=130))
    element = re.search(rb"(\d+) 0 obj\n<</Type/StructElem/S/Sect", body).group(1)
    looped = body.replace(b"/K[<</Type/MCR", b"/K[" + element + b" 0 R <</Type/MCR")
    assert [text for _, text in said(looped)] == [SENTENCE, OTHER]


def test_a_tree_that_is_too_deep_is_not_used():
    deep = node("P", SENTENCE, y=100)
    for _ in range(150):
        deep = node("Div", deep)
    assert said(paper(deep)) == [("Paragraph", SENTENCE)]


@pytest.mark.parametrize("span", ["-5", "0", "1000000000", "9e99", "/Name", "(2)"])
def test_spans_that_nobody_would_write_are_one(span):
    spans = f"/A<</O/Table/ColSpan {span}/RowSpan {span}>>"
    first = node(
        "TR", node("TD", Text("가", 100), attributes=spans), node("TD", Text("나", 100, x=182))
    )
    table = blocks(
        paper(node("P", SENTENCE, y=60), node("Table", first, row("TD", "1", "2", y=120)))
    )[1]
    assert {(c.column_span, c.row_span) for own in table.rows for c in own} == {(1, 1)}


def test_texts_that_are_too_long_are_not_read():
    body = paper(node("P", SENTENCE, y=80), node("Figure", Picture(100), alt="가" * 20_000))
    assert [getattr(block, "alt", None) for block in blocks(body)] == [None, ""]


def test_damaged_trees_are_read_or_refused():
    body = paper(
        node("H1", "돌봄 계획", y=60),
        node("Table", row("TH", "지역", "예산", y=100), row("TD", "서울", "120", y=120)),
        node(
            "L", node("LI", node("Lbl", Text("○", 160)), node("LBody", Text("어르신", 160, x=90)))
        ),
        node("Figure", Picture(200), alt="그래프"),
    )
    numbers = [match.span(1) for match in re.finditer(rb"(\d+) 0 R", body)]
    outcomes = []
    for at, (start, end) in enumerate(numbers):
        other = b"%d" % (at * 7 % 40)
        changed = body[:start] + other.rjust(end - start)[-(end - start) :] + body[end:]
        try:
            outcomes.append(bool(read(changed).body.blocks))
        except ListenError:
            outcomes.append(False)
    assert len(outcomes) == len(numbers)
    assert sum(outcomes) > len(numbers) / 2


def test_what_has_hardly_a_letter_is_in_the_language_that_the_file_names():
    assert read(paper(node("P", "Fact sheet", y=100), language="en-US")).language == "en"
    assert read(paper(node("P", "Fact sheet", y=100), language="tlh")).language == "ko"
    assert read(paper(node("P", SENTENCE, y=100), language="en-US")).language == "ko"


# Names that say nothing


def words_of(*texts, y=120.0, x=70.0):
    """A line of pieces, each in an element that says nothing."""
    found = []
    for text in texts:
        found.append(node("NonStruct", Text(text, y, x=x)))
        x += 12 * len(text)
    return found


def test_words_in_elements_that_say_nothing_belong_to_their_paragraph():
    body = paper(node("P", *words_of("정부는 ", "돌봄을 ", "넓힌다.")), node("P", OTHER, y=160))
    assert said(body) == [("Paragraph", "정부는 돌봄을 넓힌다."), ("Paragraph", OTHER)]


def test_a_heading_of_such_words_is_a_heading():
    body = paper(node("H1", *words_of("돌봄 ", "계획")), node("P", OTHER, y=160))
    assert said(body) == [("Heading", "돌봄 계획"), ("Paragraph", OTHER)]


def test_words_of_an_item_stay_together():
    strong, rest = words_of("돌봄: ", "넓힌다.")
    item = node("LI", node("Lbl", Text("•", 120, x=50)), node("Strong", strong), rest)
    body = paper(node("P", SENTENCE, y=80), node("L", item))
    assert said(body) == [("Paragraph", SENTENCE), ("ListItem", "돌봄: 넓힌다.")]


def test_text_without_a_block_goes_on_within_its_line():
    entry = words_of("추진 배경", "········", "3")
    body = paper(node("P", SENTENCE, y=80), *entry, node("P", OTHER, y=160))
    assert said(body)[1] == ("Paragraph", "추진 배경 3")
